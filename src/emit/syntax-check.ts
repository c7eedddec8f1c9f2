import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { OutputFile } from './output-file.js';

/** Makes sure that what was generated is TypeScript. */
export interface SyntaxCheck extends AsyncDisposable {
  /** Has a file checked, meanwhile. */
  readonly add: (file: OutputFile) => void;
  /** Rejects with an Error that names each added file that does not parse: a bug, not a flaw of the source. */
  readonly finish: () => Promise<void>;
}

/** A check on a thread of its own, which loads the parser, for 0.2 s, while the source is being read. */
export function startSyntaxCheck(): SyntaxCheck {
  const worker = new Worker(new URL('./syntax-worker.js', import.meta.url));
  worker.unref();
  return {
    add(file) {
      worker.postMessage(file);
    },
    async finish() {
      worker.ref();
      worker.postMessage('finish');
      const flaws: unknown[] = await once(worker, 'message');
      if (flaws.flat().length > 0) throw new Error(flaws.flat().join('\n'));
    },
    async [Symbol.asyncDispose]() {
      await worker.terminate();
    },
  };
}
