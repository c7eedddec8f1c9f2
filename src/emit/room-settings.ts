import type { RoomName } from '../rooms.js';
import { introspectionSettings } from './rooms/introspection-settings.js';
import { tokenExchangeSettings } from './rooms/token-exchange-settings.js';
import type { SettingSection } from './setting-section.js';

/** The variables that only projects with a room read. */
export const roomSettings: Readonly<Partial<Record<RoomName, readonly SettingSection[]>>> = {
  introspection: introspectionSettings,
  'token-exchange': tokenExchangeSettings,
};
