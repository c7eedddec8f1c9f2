import { pino, stdSerializers, stdTimeFunctions, type Logger as Pino } from 'pino';
import type { LogConfig } from '../config/log-config.js';
import type { LogFields, Logger } from '../log.js';
import { standardError } from './output.js';
import { escapeControls, readableLine } from './plain-line.js';

type Redact = (text: string) => string;

/** Everything that the server writes to stderr while it runs. */
export interface Log extends Logger {
  /** A logger whose lines carry `fields` too, and whose texts pass through `redact`. */
  readonly child: (fields: LogFields, redact: Redact) => Logger;
  /** Writes a line whatever the level is. */
  readonly record: (message: string, fields: LogFields, redact?: Redact) => void;
}

/** One line a message: JSON for machines, or a form for people. Secrets are taken out of the whole line. */
export function createLog({ level, format, coloured }: LogConfig, redact: Redact): Log {
  let redactLine = redact;
  const present = (json: string): string =>
    format === 'json'
      ? escapeControls(redactLine(json.trimEnd()))
      : redactLine(readableLine(json, coloured));
  const options = {
    level,
    base: null,
    messageKey: 'message',
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { error: stdSerializers.err },
  };
  const levels = pino(options, {
    write: (json: string) => {
      standardError.write(`${present(json)}\n`);
    },
  });
  const always = levels.child({}, { level: 'info' });

  /** pino makes and writes a line before it returns. */
  const through = (redactThis: Redact, write: () => void): void => {
    redactLine = redactThis;
    try {
      write();
    } finally {
      redactLine = redact;
    }
  };
  const loggerOf = (target: Pino, bound: LogFields, redactThis: Redact): Logger => {
    const at =
      (label: 'debug' | 'info' | 'warn' | 'error') =>
      (message: string, fields?: LogFields): void => {
        if (!target.isLevelEnabled(label)) return;
        through(redactThis, () => {
          target[label]({ ...bound, ...fields }, message);
        });
      };
    return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  };

  return {
    ...loggerOf(levels, {}, redact),
    child: (fields, redactThis) => loggerOf(levels, fields, redactThis),
    record: (message, fields, redactThis = redact) => {
      through(redactThis, () => {
        always.info(fields, message);
      });
    },
  };
}
