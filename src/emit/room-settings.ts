import type { RoomName } from '../rooms.js';
import { legacySseSettings } from './rooms/legacy-sse-settings.js';
import { metricsSettings } from './rooms/metrics-settings.js';
import { redisSettings } from './rooms/redis-settings.js';
import { telemetrySettings } from './rooms/telemetry-settings.js';
import { webSocketSettings } from './rooms/websocket-settings.js';
import type { SettingSection } from './setting-section.js';

/** The variables that only projects with a room read. */
export const roomSettings: Readonly<Partial<Record<RoomName, readonly SettingSection[]>>> = {
  'legacy-sse': legacySseSettings,
  metrics: metricsSettings,
  redis: redisSettings,
  telemetry: telemetrySettings,
  websocket: webSocketSettings,
};
