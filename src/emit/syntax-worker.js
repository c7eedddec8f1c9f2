// @ts-check
// The thread of syntax-check.ts. It is JavaScript because loaders that run TypeScript do not reach threads.
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';

/**
 * The parser alone of ts-morph: the rest of it takes 0.15 s to load, and `import()` would scan 10 MB for export names.
 * @type {(id: '@ts-morph/common/dist/typescript.js') => typeof import('ts-morph').ts}
 */
const requireParser = createRequire(createRequire(import.meta.url).resolve('ts-morph'));
const ts = requireParser('@ts-morph/common/dist/typescript.js');

/** @type {string[]} */
const flaws = [];

parentPort?.on(
  'message',
  (/** @type {import('./output-file.js').OutputFile | 'finish'} */ message) => {
    if (message === 'finish') parentPort?.postMessage(flaws.splice(0));
    else flaws.push(...flawsOf(message));
  },
);

/**
 * No `Project`: it would link every node to its parent, which doubles the time.
 * @param {import('./output-file.js').OutputFile} file
 */
function flawsOf({ path, content }) {
  const errors = parseErrors(ts.createSourceFile(path, content, ts.ScriptTarget.Latest));
  return errors.length === 0 ? [] : [`${path} does not parse: ${errors.join('; ')}`];
}

/**
 * Those of the parse alone: asking for a file's diagnostics would build a program.
 * @param {import('ts-morph').ts.SourceFile} file
 */
function parseErrors(file) {
  if (!('parseDiagnostics' in file) || !Array.isArray(file.parseDiagnostics)) {
    throw new Error('The TypeScript parser keeps its diagnostics elsewhere');
  }
  return file.parseDiagnostics.map(
    (/** @type {import('ts-morph').ts.Diagnostic} */ { messageText }) =>
      typeof messageText === 'string' ? messageText : messageText.messageText,
  );
}
