import type { ServerDefinition } from '../tool.js';
import { readAccessConfig, type AccessConfig } from './access-config.js';
import type { Environment } from './environment.js';
import { readExtraHeaders, type ExtraHeader } from './extra-headers.js';
import { readFileConfig, type FileConfig } from './file-config.js';
import { readHttpConfig, type HttpConfig } from './http-config.js';
import { readInboundConfig, type InboundConfig } from './inbound-config.js';
import { readLimitsConfig, type LimitsConfig } from './limits-config.js';
import { readLogConfig, type LogConfig } from './log-config.js';
import { readOAuthClients, type OAuthClientConfig } from './oauth-clients.js';
import { readPassthrough } from './passthrough.js';
import { readShutdownConfig, type ShutdownConfig } from './shutdown-config.js';
import { readProtocolConfig, type ProtocolConfig } from './protocol-config.js';
import { readSurfaceConfig, type SurfaceConfig } from './surface-config.js';
import { readTargets, type Targets } from './targets.js';
import { readUpstreamConfig, type UpstreamConfig } from './upstream-config.js';
import { readTls, type TlsOptions } from './tls.js';

/** What the environment says about how to run. */
export interface Config {
  readonly transport: 'stdio' | 'http';
  readonly http: HttpConfig;
  /** Over stdio the client is whoever started the server. */
  readonly inbound: InboundConfig;
  readonly access: AccessConfig;
  readonly limits: LimitsConfig;
  readonly shutdown: ShutdownConfig;
  readonly protocol: ProtocolConfig;
  readonly surface: SurfaceConfig;
  readonly targets: Targets;
  readonly tls: TlsOptions;
  /** Sent with every request to the API's own origins. */
  readonly headers: readonly ExtraHeader[];
  /** Headers of a client's HTTP request that go on to the API, in lower case. */
  readonly passthrough: readonly string[];
  /** By the name of the scheme. */
  readonly oauthClients: ReadonlyMap<string, OAuthClientConfig>;
  readonly upstream: UpstreamConfig;
  readonly files: FileConfig;
  /** Longest text of a tool's result, in UTF-16 code units. */
  readonly maxResultChars: number;
  readonly log: LogConfig;
}

/** The configuration; every problem with it is told to `report`. */
export function readConfig(
  definition: ServerDefinition,
  environment: Environment,
  report: (problem: string) => void,
): Config {
  const transport = environment.choice('MCP_TRANSPORT', ['stdio', 'http'], 'stdio');
  const http = readHttpConfig(environment, transport === 'http' ? report : () => undefined);
  const inbound: InboundConfig =
    transport === 'http' ? readInboundConfig(environment, http, report) : { kind: 'none' };
  const targets = readTargets(definition, environment, report);
  const upstream = readUpstreamConfig(environment, report);
  return {
    transport,
    http,
    inbound,
    access: readAccessConfig(definition.access, environment, report),
    limits: readLimitsConfig(inbound, environment, report),
    shutdown: readShutdownConfig(environment),
    protocol: readProtocolConfig(environment, report),
    surface: readSurfaceConfig(definition.surface, environment),
    targets,
    tls: readTls(environment, report),
    headers: readExtraHeaders(environment, report),
    passthrough: readPassthrough(environment, inbound, report),
    oauthClients: readOAuthClients(definition, environment, targets, report),
    upstream,
    files: readFileConfig(environment, transport, upstream.proxy, report),
    maxResultChars: environment.integer('MCP_MAX_RESULT_CHARS', {
      fallback: definition.maxResultChars ?? 48_000,
      min: 1_000,
      max: 100_000_000,
    }),
    log: readLogConfig(environment, transport, report),
  };
}
