import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { generate } from '../../src/index.js';
import { linkDependencies } from '../support/fixture.js';
import { run } from '../support/run.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';
import { variedDocument } from './varied-document.js';

/** Ways to break the runtime: a file of it, and a text there that becomes another. */
const mutations: readonly (readonly [what: string, file: string, from: RegExp, to: string])[] = [
  ['the method', 'request/build.ts', /method: request\.method/, `method: 'POST'`],
  ['encoding', 'request/percent-encoding.ts', /return encodeURIComponent\(/, 'return encodeURI('],
  ['a delimiter', 'request/style.ts', /pipeDelimited: '\|'/, `pipeDelimited: ','`],
  ['deep objects', 'request/style.ts', /style !== 'deepObject'/, `style !== 'pipeDelimited'`],
  ['headers', 'request/headers.ts', /headerText\(parameter, value\)/, `''`],
  ['cookies', 'request/headers.ts', /cookies\.length > 0/, 'cookies.length > 1'],
  ['the Accept header', 'request/build.ts', /request\.accept \?\?/, `''.at(0) ??`],
  ['the body', 'request/build.ts', /body: body\.content\b/, `body: ''`],
  ['the content type', 'request/build.ts', /'content-type': body\.contentType/, ''],
  ['long numbers', 'request/json.ts', /value\.replace\(.*'\)/, 'String(Number(value))'],
  ['parts of forms', 'request/multipart.ts', /filename=/, 'name='],
  ['fields of forms', 'request/form.ts', /\.join\('&'\)/, `.join(';') + ';'`],
  ['credentials', 'upstream/scheme-part.ts', /name: scheme\.name\b/, `name: 'x-other'`],
  ['validation', 'arguments.ts', /validate\(schema, args\)/, 'validate({}, args)'],
  ['the flag of errors', 'reply/result.ts', /\.\.\.\(isError && \{ isError \}\)/, ''],
];

describe('the tests of a project', () => {
  let workspace: Workspace;
  let project: string;
  const runTests = () => run(process.execPath, ['scripts/test.mjs'], { cwd: project });

  before(async () => {
    workspace = await createWorkspace();
    await writeFile(join(workspace.directory, 'openapi.json'), JSON.stringify(variedDocument));
    const options = { cwd: workspace.directory, source: 'openapi.json', output: 'project' };
    project = (await generate(options)).directory;
    await linkDependencies(project);
    // These call the same tools again, in other ways.
    for (const file of ['resources.test.ts', 'transports.test.ts']) {
      await rm(join(project, 'test', file));
    }
  });
  after(() => workspace[Symbol.asyncDispose]());

  it('pass', async () => {
    const { code, stdout, stderr } = await runTests();
    assert.equal(code, 0, stdout + stderr);
  });

  for (const [what, file, from, to] of mutations) {
    it(`fail when ${what} is broken in ${file}`, async () => {
      const path = join(project, 'src/runtime', file);
      const original = await readFile(path, 'utf8');
      const broken = original.replace(from, to);
      assert.notEqual(broken, original, 'there is nothing to break');
      await writeFile(path, broken);
      try {
        const { code, stdout } = await runTests();
        assert.equal(code, 1, stdout);
        assert.match(stdout, /AssertionError/);
      } finally {
        await writeFile(path, original);
      }
    });
  }
});
