import { isatty } from 'node:tty';
import { logLevels, type LogLevel } from '../log.js';
import { isMessageHeader } from './extra-headers.js';
import type { Environment } from './environment.js';

/** What is logged, and how. */
export interface LogConfig {
  readonly level: LogLevel;
  /** One line a message in either: JSON, or a form for people. */
  readonly format: 'json' | 'text';
  /** Whether the form for people has colours. */
  readonly coloured: boolean;
  /** Whether each call and each refusal is recorded, whatever the level. */
  readonly audit: boolean;
  /** Whether the record has the names of arguments; their values it never has. */
  readonly auditArguments: boolean;
  /** The header that tells the API the id of the client's request, in lower case. */
  readonly requestIdHeader?: string;
}

/** By default, people get a readable form on a terminal, and servers over HTTP a record of calls. */
export function readLogConfig(
  environment: Environment,
  transport: 'stdio' | 'http',
  report: (problem: string) => void,
): LogConfig {
  const level = environment.choice('LOG_LEVEL', logLevels, 'info');
  const isTerminal = isatty(2);
  const format = environment.choice('LOG_FORMAT', ['json', 'text'], isTerminal ? 'text' : 'json');
  const recorded = transport === 'http' && level !== 'silent' ? '1' : '0';
  const requestIdHeader = readHeaderName(environment, report);
  return {
    level,
    format,
    coloured: isTerminal && environment.text('NO_COLOR') === undefined,
    audit: environment.choice('MCP_AUDIT', ['0', '1'], recorded) === '1',
    auditArguments:
      environment.choice('MCP_AUDIT_ARGUMENTS', ['none', 'names'], 'none') === 'names',
    ...(requestIdHeader !== undefined && { requestIdHeader }),
  };
}

function readHeaderName(
  environment: Environment,
  report: (problem: string) => void,
): string | undefined {
  const variable = 'API_REQUEST_ID_HEADER';
  const name = environment.text(variable)?.toLowerCase();
  if (name === undefined) return undefined;
  if (/^[a-z][a-z0-9-]*$/.test(name) && !isMessageHeader(name)) return name;
  report(`${variable} names a header that cannot be set; set it to one such as X-Request-Id`);
  return undefined;
}
