import type { WriteStream } from 'node:tty';

/** Shows one line at a time on a terminal and nothing elsewhere. */
export interface Progress {
  readonly show: (text: string) => void;
  readonly clear: () => void;
}

/** Progress on `stream`; silent if it is no terminal or `quiet` is asked for. */
export function progressOn(stream: WriteStream, quiet: boolean): Progress {
  if (quiet || !stream.isTTY) return { show: () => undefined, clear: () => undefined };
  const clear = () => {
    stream.clearLine(0);
    stream.cursorTo(0);
  };
  return {
    show: (text) => {
      clear();
      stream.write(text);
    },
    clear,
  };
}
