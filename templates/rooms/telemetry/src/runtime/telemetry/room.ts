import type { Room } from '../room.js';
import { readTelemetryConfig } from './telemetry-config.js';

/** Traces by OpenTelemetry, if the variables of its specification say where they go. */
export const room: Room = {
  name: 'telemetry',
  configure: (setting) => {
    const config = readTelemetryConfig(setting);
    if (config === undefined) return undefined;
    return {
      secrets: config.secrets,
      open: async (runtime) => {
        const { openTelemetry } = await import('./open-telemetry.js');
        return openTelemetry(config, runtime);
      },
    };
  },
};
