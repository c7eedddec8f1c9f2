import { createHash } from 'node:crypto';
import { failure } from './failure.js';
import { limits } from './limits.js';
import { createReferencedReader, type ReadReferenced } from './read-referenced.js';
import { readRoot } from './read-root.js';
import type { SourceFile } from './source-file.js';
import type { SourceRequest } from './source.js';

/** Reads the source and, within the rules for references, the files it refers to; each once. */
export interface Reader {
  readonly root: SourceFile;
  /** The URL has no fragment. */
  readonly read: ReadReferenced;
  /** Every file that was read, in the order of their URLs. */
  readonly files: () => readonly SourceFile[];
}

/** Reads the source itself and prepares to read what it refers to. */
export async function openReader(request: SourceRequest): Promise<Reader> {
  const root = await readRoot(request);
  const readReferenced = await createReferencedReader(root.url, request);
  const files = new Map([[root.url.href, root]]);
  return {
    root,
    files: () => [...files.values()].sort((a, b) => (a.url.href < b.url.href ? -1 : 1)),
    read: async (url, originOf) => {
      const known = files.get(url.href);
      if (known !== undefined) return known;
      if (files.size >= limits.files) {
        throw failure(
          'MG102',
          `The source has more than ${limits.files} files.`,
          originOf(),
          'Bundle the description into one file.',
        );
      }
      const file = await readReferenced(url, originOf);
      files.set(url.href, file);
      return file;
    },
  };
}

/** `sha256:…` over the texts of these files, wherever the folder and the working folder are. */
export function digestOf(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { text } of files) hash.update(`${text.length}\n`).update(text);
  return `sha256:${hash.digest('hex')}`;
}
