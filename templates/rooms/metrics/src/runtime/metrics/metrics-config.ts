import { secretProblem } from '../config/named-secrets.js';
import type { RoomSetting } from '../room.js';

/** Where metrics are served, and who may read them. */
export interface MetricsConfig {
  /** What a reader must show; absent: nothing. */
  readonly token?: string;
  /** A port of their own; absent: that of MCP. */
  readonly listen?: { readonly host: string; readonly port: number };
}

/** Where metrics are found. */
export const METRICS_PATH = '/metrics';

const PORT = 'MCP_METRICS_PORT';
const TOKEN = 'MCP_METRICS_TOKEN';

/** Undefined if neither port nor token is set; every problem is told to `report`. */
export function readMetricsConfig(setting: RoomSetting): MetricsConfig | undefined {
  const { environment, report } = setting;
  const token = environment.text('MCP_METRICS_TOKEN');
  const listen = readListen(setting);
  if (token === undefined) return listen && { listen };
  const problem = secretProblem(token, 'word');
  if (problem !== undefined) report(`${TOKEN} ${problem}`);
  if (listen !== undefined) return { token, listen };
  checkShared(setting);
  return { token };
}

function readListen({
  environment,
  config,
  report,
}: RoomSetting): MetricsConfig['listen'] | undefined {
  const host = environment.text('MCP_METRICS_HOST');
  if (environment.text('MCP_METRICS_PORT') === undefined) {
    if (host !== undefined) {
      report(`MCP_METRICS_HOST is set, which means nothing without ${PORT}; unset it, or set both`);
    }
    return undefined;
  }
  const port = environment.integer('MCP_METRICS_PORT', { fallback: 0, min: 0, max: 65_535 });
  if (port !== 0 && config.transport === 'http' && port === config.http.port) {
    report(`${PORT} is ${port}, which is that of MCP; set it to another port`);
  }
  return { host: host ?? '127.0.0.1', port };
}

/** Without a port of their own, metrics need that of MCP. */
function checkShared({ config, report }: RoomSetting): void {
  if (config.transport === 'stdio') {
    report(`${TOKEN} is set, but on stdio nothing listens; set ${PORT} too, or unset it`);
  } else if (config.http.path === METRICS_PATH) {
    report(
      `MCP_PATH is ${METRICS_PATH}, where metrics are; set it to another path, or set ${PORT}`,
    );
  }
}
