import { styleText } from 'node:util';
import type { WriteStream } from 'node:tty';

/** Paints text for one stream: unchanged unless the stream is a terminal and `NO_COLOR` is unset. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
}

type Format = Parameters<typeof styleText>[0];

/** Style for `stream`, by https://no-color.org. */
export function styleFor(
  stream: Pick<WriteStream, 'isTTY'>,
  environment: NodeJS.ProcessEnv = process.env,
): Style {
  const coloured = stream.isTTY && !environment['NO_COLOR'];
  const paint = (format: Format) => (text: string) => (coloured ? styleText(format, text) : text);
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    red: paint('red'),
    yellow: paint('yellow'),
    green: paint('green'),
  };
}
