import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderOf, load } from './folder.js';

const yaml = `openapi: 3.0.3
info: { title: Pets, version: 1.0 }
paths:
  /pets:
    get:
      summary: List
      responses: { 200: { description: ok } }
  "/a b~c/d": {}
`;
const json = JSON.stringify(
  { openapi: '3.0.3', paths: { '/pets': { get: { tags: ['a', 'b'], summary: 'x"y\\' } } } },
  null,
  2,
);

test('JSON and YAML, with a byte order mark or CRLF, are the same', async () => {
  const cwd = folderOf({
    'a.yaml': yaml,
    'b.yaml': `\ufeff${yaml.replaceAll('\n', '\r\n')}`,
    'c.json': `\ufeff${json}`,
    'd.txt': json,
    'e.yaml': json,
  });
  const documents = [];
  for (const name of ['a.yaml', 'b.yaml', 'c.json', 'd.txt', 'e.yaml']) {
    documents.push((await load(cwd, name)).source.document);
  }
  assert.deepEqual(documents[0], documents[1]);
  assert.deepEqual(documents[2], documents[3]);
  assert.deepEqual(documents[2], documents[4]);
});

test('pointers are found in the text, or their nearest ancestor', async () => {
  const cwd = folderOf({ 'a.yaml': yaml, 'b.json': json });
  const place = async (file: string, pointer: string) => {
    const { line, column } = (await load(cwd, file)).source.locate(pointer);
    return [line, column];
  };
  assert.deepEqual(await place('a.yaml', '/paths/~1pets/get/summary'), [6, 7]);
  assert.deepEqual(await place('a.yaml', '/paths/~1pets/get/nothing/here'), [5, 5]);
  assert.deepEqual(await place('a.yaml', '/paths/~1pets/get/responses/200'), [7, 20]);
  assert.deepEqual(await place('a.yaml', '/paths/~1a b~0c~1d'), [8, 3]);
  assert.deepEqual(await place('a.yaml', ''), [1, 1]);
  assert.deepEqual(await place('b.json', '/paths/~1pets/get/tags/1'), [8, 11]);
  assert.deepEqual(await place('b.json', '/paths/~1pets/get/summary'), [10, 9]);
  assert.deepEqual(await place('b.json', '/paths/~1pets/put'), [4, 5]);
});

test('YAML aliases and merge keys become a plain tree', async () => {
  const cwd = folderOf({
    'a.yaml': 'openapi: 3.1.0\nx-a: &a { b: [1], d: 2001-01-01 }\nx-c: { <<: *a, e: *a }\n',
  });
  const { source } = await load(cwd, 'a.yaml');
  const a = { b: [1], d: '2001-01-01' };
  assert.deepEqual(source.document, { openapi: '3.1.0', 'x-a': a, 'x-c': { ...a, e: a } });
});

test('hostile keys stay own properties', async () => {
  const cwd = folderOf({
    'a.json': '{"openapi":"3.1.0","__proto__":{"polluted":1},"constructor":{}}',
    'a.yaml': 'openapi: 3.1.0\n__proto__: { polluted: 1 }\nconstructor: {}\n',
  });
  for (const name of ['a.json', 'a.yaml']) {
    const { document } = (await load(cwd, name)).source;
    assert.deepEqual(Object.keys(document), ['openapi', '__proto__', 'constructor']);
    assert.equal('polluted' in document, false);
  }
});

/** What the version is written as, what it becomes, and what is reported. */
const versions: readonly (readonly [string, string, readonly string[]])[] = [
  ['openapi: 3.0.3', '3.0.3', []],
  ['openapi: 3.1.1', '3.1.1', []],
  ['openapi: 3.2.0', '3.2.0', ['MG111']],
  ['openapi: 3.1', '3.1.0', ['MG111']],
  ['swagger: 2.0', '3.0.3', ['MG111']],
  ['swagger: "2.0"', '3.0.3', []],
];
for (const [line, version, codes] of versions) {
  test(`${line} is read`, async () => {
    const cwd = folderOf({ 'a.yaml': `${line}\ninfo: { title: A, version: 2 }\npaths: {}\n` });
    const { source, findings } = await load(cwd, 'a.yaml');
    assert.equal(source.document['openapi'], version);
    assert.deepEqual(
      findings.map(({ code }) => code),
      codes,
    );
  });
}

test('standard input is read', async () => {
  async function* stdin(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(Buffer.from(yaml));
  }
  const { source } = await load(folderOf({}), '-', { stdin: stdin() });
  assert.equal(source.kind, 'stdin');
  assert.equal(source.locate('/paths').file, '<stdin>');
});
