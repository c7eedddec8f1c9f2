import type { Room } from '../room.js';
import { readMetricsConfig } from './metrics-config.js';

/** Metrics for Prometheus at `/metrics`, if MCP_METRICS_PORT or MCP_METRICS_TOKEN is set. */
export const room: Room = {
  name: 'metrics',
  configure: (setting) => {
    const config = readMetricsConfig(setting);
    if (config === undefined) return undefined;
    return {
      secrets: config.token === undefined ? [] : [config.token],
      open: async (runtime) => {
        const { openMetrics } = await import('./open-metrics.js');
        return openMetrics(config, runtime);
      },
    };
  },
};
