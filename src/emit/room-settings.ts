import type { RoomName } from '../rooms.js';
import { introspectionSettings } from './rooms/introspection-settings.js';
import { legacySseSettings } from './rooms/legacy-sse-settings.js';
import { metricsSettings } from './rooms/metrics-settings.js';
import { redisSettings } from './rooms/redis-settings.js';
import { telemetrySettings } from './rooms/telemetry-settings.js';
import { tokenExchangeSettings } from './rooms/token-exchange-settings.js';
import { webSocketSettings } from './rooms/websocket-settings.js';
import type { SettingSection } from './setting-section.js';

/** The variables that only projects with a room read. */
export const roomSettings: Readonly<Partial<Record<RoomName, readonly SettingSection[]>>> = {
  introspection: introspectionSettings,
  'legacy-sse': legacySseSettings,
  metrics: metricsSettings,
  redis: redisSettings,
  telemetry: telemetrySettings,
  'token-exchange': tokenExchangeSettings,
  websocket: webSocketSettings,
};
