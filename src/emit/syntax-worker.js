// @ts-check
// The thread of syntax-check.ts. It is JavaScript because loaders that run TypeScript do not reach threads.
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';

/**
 * `import()` would scan the 10 MB of this CommonJS module for export names, which takes 0.1 s.
 * @type {(id: 'ts-morph') => typeof import('ts-morph')}
 */
const requireTsMorph = createRequire(import.meta.url);
const { ts } = requireTsMorph('ts-morph');

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
