import { createReadStream } from 'node:fs';
import type { Origin } from '../diagnostics.js';
import { failure } from './failure.js';
import { limits } from './limits.js';

/** All bytes of a stream; MG102 as soon as there are more than a file may have. */
export async function collectBytes(
  stream: AsyncIterable<Uint8Array>,
  label: string,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limits.fileBytes) throw tooLarge(label);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** All bytes of a file, a pipe included; MG101 when it cannot be read, told at its origin. */
export async function readBytes(
  path: string,
  label: string,
  originOf: () => Origin,
): Promise<Uint8Array> {
  try {
    const stream: AsyncIterable<Uint8Array> = createReadStream(path, {
      highWaterMark: 1024 * 1024,
    });
    return await collectBytes(stream, label);
  } catch (error) {
    throw unreadable(label, originOf, error);
  }
}

/** The same error when it is ours, else MG101 with the reason that the system gives. */
export function unreadable(label: string, originOf: () => Origin, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return error;
  return failure(
    'MG101',
    `Cannot read \`${label}\`: ${reasons[code] ?? code}.`,
    originOf(),
    code === 'ENOENT' ? 'Check the path and the working folder.' : 'Give a readable file.',
  );
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  ELOOP: 'its symbolic links lead in a circle',
  ERR_INVALID_FILE_URL_PATH: 'the path is not valid',
  ERR_INVALID_FILE_URL_HOST: 'it is on another host',
};

function tooLarge(label: string): Error {
  return failure(
    'MG102',
    `Larger than ${limits.fileBytes / 1024 / 1024} MiB.`,
    { file: label },
    'Split the description, or remove what no operation needs.',
  );
}
