import { section } from '../setting-section.js';

/** Where a project with the room `metrics` serves them. */
export const metricsSettings = [
  section('Metrics', [
    [
      'MCP_METRICS_PORT',
      '',
      'Port that `GET /metrics` answers on, whatever the transport; 0 takes any free one. Unset, it answers on the port of MCP if `MCP_METRICS_TOKEN` is set, else nowhere.',
    ],
    ['MCP_METRICS_HOST', '127.0.0.1', 'Address that `MCP_METRICS_PORT` is opened on.'],
    [
      'MCP_METRICS_TOKEN',
      '',
      'Bearer token without which metrics are not shown: a long random value.',
    ],
  ]),
];
