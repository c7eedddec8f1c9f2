import type { ServerContext } from '@modelcontextprotocol/server';
import type { Logger } from '../log.js';
import { redactValue } from '../reply/redact-result.js';

/** Sends a line of the log to the client. */
export type Tell = (level: Severity, message: string, fields?: Fields) => void;

type Fields = Readonly<Record<string, unknown>>;

/** RFC 5424, section 6.2.1, the least severe first. */
const severities = [
  'debug',
  'info',
  'notice',
  'warning',
  'error',
  'critical',
  'alert',
  'emergency',
] as const;

/** How severe a message is, as MCP has it. */
export type Severity = (typeof severities)[number];

/** Sends `notifications/message` from a level on to the client whose request this is. */
export function createTell({ mcpReq }: ServerContext, threshold: Severity): Tell {
  return (level, message, fields = {}) => {
    if (severities.indexOf(level) < severities.indexOf(threshold)) return;
    const data = Object.keys(fields).length === 0 ? message : { message, ...fields };
    // A client that has gone away needs no messages.
    mcpReq
      .notify({ method: 'notifications/message', params: { level, data } })
      .catch(() => undefined);
  };
}

/** `log`, with every line told to the client as well, without secrets. */
export function withClient(log: Logger, tell: Tell, redact: (text: string) => string): Logger {
  const both =
    (level: keyof Logger, as: Severity): Logger[keyof Logger] =>
    (message, fields) => {
      log[level](message, fields);
      tell(as, redact(message), redactValue(fields ?? {}, redact));
    };
  return {
    debug: both('debug', 'debug'),
    info: both('info', 'info'),
    warn: both('warn', 'warning'),
    error: both('error', 'error'),
  };
}
