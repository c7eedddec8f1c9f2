export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

type Write = (message: string, fields?: Readonly<Record<string, unknown>>) => void;

export interface Logger {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

/** A logger that writes one JSON object a line to stderr, with known secrets redacted. */
export function createLogger(threshold: LogLevel, redact: (text: string) => string): Logger {
  const at = (level: LogLevel): Write => {
    if (logLevels.indexOf(level) < logLevels.indexOf(threshold)) return () => undefined;
    return (message, fields) => {
      const line = JSON.stringify({ time: new Date().toISOString(), level, message, ...fields });
      process.stderr.write(`${redact(line)}\n`);
    };
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
