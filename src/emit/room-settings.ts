import type { RoomName } from '../rooms.js';
import { redisSettings } from './rooms/redis-settings.js';
import type { SettingSection } from './setting-section.js';

/** The variables that only projects with a room read. */
export const roomSettings: Readonly<Partial<Record<RoomName, readonly SettingSection[]>>> = {
  redis: redisSettings,
};
