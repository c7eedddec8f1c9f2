import type { ModelCases } from '../model/cases/make-cases.js';
import { code } from './code.js';
import type { OutputFile } from './output-file.js';
import { sourceFile } from './source-file.js';

/** `test/cases/`: what every tool sends, as data, grouped as the tools are. */
export function* caseFiles(groups: readonly ModelCases[]): Iterable<OutputFile> {
  const filled = groups.filter(({ cases }) => cases.length > 0);
  yield caseIndex(filled);
  for (const group of filled) yield caseFile(group);
}

function caseIndex(groups: readonly ModelCases[]): OutputFile {
  const table = groups.map(({ file }) => ({
    name: file,
    load: code`() => import(${`./${file}.js`})`,
  }));
  return sourceFile('test/cases/index.ts', {
    imports: [code`import type { CaseGroup } from '../support/case.js';`],
    body: [code`export const groups: readonly CaseGroup[] = ${table};`],
  });
}

function caseFile({ file, cases }: ModelCases): OutputFile {
  return sourceFile(`test/cases/${file}.ts`, {
    imports: [code`import type { ContractCase } from '../support/case.js';`],
    body: [code`export const cases: readonly ContractCase[] = ${cases};`],
  });
}
