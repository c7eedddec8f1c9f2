import { Writable } from 'node:stream';

/** Room for the answers of one turn; only a client that does not read leaves more waiting. */
const HIGH_WATER_MARK = 1024 * 1024;

/** A stream that writes what it gets in one turn of the event loop at once, since each write to a pipe blocks. */
export function gatherWrites(output: Writable): Writable {
  const write = (text: string, done: (error?: Error | null) => void): void => {
    setImmediate(() => output.write(text, done));
  };
  return new Writable({
    decodeStrings: false,
    highWaterMark: HIGH_WATER_MARK,
    write: (text: string, _, done) => {
      write(text, done);
    },
    writev: (chunks, done) => {
      write(chunks.map(({ chunk }) => String(chunk)).join(''), done);
    },
  });
}
