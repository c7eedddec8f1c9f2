import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnosticsOf, folderOf, load, places } from './folder.js';

const utf16 = Buffer.from('\ufeff{"openapi":"3.0.0"}', 'utf16le');
const laughs = Array.from({ length: 8 }, (_, level) =>
  level === 0 ? 'a0: &a0 [x]' : `a${level}: &a${level} [${`*a${level - 1}, `.repeat(10)}]`,
).join('\n');

/** File name, content, and what must be said about it. */
const cases: readonly (readonly [string, string | Uint8Array | object, string, RegExp])[] = [
  ['empty.yaml', ' \n', 'MG104 empty.yaml', /empty/],
  ['comment.yaml', '# nothing\n', 'MG104 comment.yaml', /empty/],
  ['utf16.json', utf16, 'MG103 utf16.json', /UTF-16/],
  ['latin1.yaml', Buffer.from([0x61, 0x3a, 0x20, 0xe9]), 'MG103 latin1.yaml', /UTF-8/],
  ['zipped.json', Buffer.from([0x1f, 0x8b, 0x08]), 'MG103 zipped.json', /gzip/],
  ['comma.json', '{\n  "openapi": "3.0.0",\n}', 'MG105 comma.json:3:1', /key in double quotes/],
  ['cut.json', '{"openapi": "3.0.0", "paths": {', 'MG105 cut.json:1:32', /text ends/],
  ['tail.json', '{"openapi": "3.0.0"}\n}', 'MG105 tail.json:2:1', /after the end/],
  ['bad.yaml', 'openapi: 3.0.0\npaths:\n  /a: {get: [}\n', 'MG105 bad.yaml:3:14', /YAML/],
  ['twice.yaml', 'openapi: 3.0.0\npaths:\n  /a: {}\n  /a: {}\n', 'MG106 twice.yaml:4:3', /second/],
  [
    'twice.json',
    '{"openapi":"3.0.0",\n"paths":{"/a":{},\n "/a":{}}}',
    'MG106 twice.json:3:2',
    /`\/a`/,
  ],
  ['deep.json', '['.repeat(300) + ']'.repeat(300), 'MG107 deep.json:1:257', /256/],
  ['deep.yaml', `a: ${'['.repeat(300)}${']'.repeat(300)}`, 'MG107 deep.yaml:1:259', /256/],
  ['abyss.yaml', '[ '.repeat(100_000), 'MG107 abyss.yaml:1:511', /256/],
  ['laughs.yaml', laughs, 'MG108 laughs.yaml:8:1', /aliases/],
  ['self.yaml', 'a: &a\n  b: *a\n', 'MG108 self.yaml:1:1', /aliases/],
  ['nan.yaml', 'openapi: 3.0.0\nx: [1, .nan]\n', 'MG121 nan.yaml:2:8', /number/],
  [
    'page.html',
    '<!DOCTYPE html>\n<html><body>Log in</body></html>',
    'MG109 page.html:1:1',
    /web page/,
  ],
  ['api.wsdl', '<?xml version="1.0"?><definitions/>', 'MG109 api.wsdl:1:1', /XML/],
  ['schema.graphql', 'type Query {\n  pets: [Pet!]!\n}\n', 'MG109 schema.graphql', /GraphQL/],
  ['list.yaml', '- a\n- b\n', 'MG109 list.yaml:1:1', /list/],
  ['text.yaml', 'Hello, world.\n', 'MG109 text.yaml:1:1', /plain text/],
  [
    'other.json',
    { name: 'x', version: '1', dependencies: {} },
    'MG109 other.json:1:1',
    /package\.json/,
  ],
  ['postman.json', { info: { _postman_id: '1' }, item: [] }, 'MG109 postman.json:1:1', /Postman/],
  ['async.yaml', 'asyncapi: 3.0.0\n', 'MG109 async.yaml:1:1', /AsyncAPI/],
  ['unknown.json', { hello: 1 }, 'MG109 unknown.json:1:1', /no `openapi/],
  ['paths.yaml', 'paths: {}\n', 'MG109 paths.yaml:1:1', /has `paths`/],
  ['swagger1.json', { swaggerVersion: '1.2', apis: [] }, 'MG110 swagger1.json:2:3', /1\.2/],
  ['openapi4.yaml', 'info: {}\nopenapi: 4.0.0\n', 'MG110 openapi4.yaml:2:1', /4\.0\.0/],
];

for (const [name, content, place, message] of cases) {
  test(`${name} is refused with its place and reason`, async () => {
    const cwd = folderOf({ [name]: content });
    const diagnostics = await diagnosticsOf(load(cwd, name));
    assert.deepEqual(places(diagnostics), [place]);
    assert.match(diagnostics[0]?.message ?? '', message);
    assert.notEqual(diagnostics[0]?.help ?? '', '');
  });
}

test('a missing file and a folder are refused', async () => {
  const cwd = folderOf({ 'folder/x': '' });
  assert.deepEqual(places(await diagnosticsOf(load(cwd, 'no.yaml'))), ['MG101 no.yaml']);
  assert.deepEqual(places(await diagnosticsOf(load(cwd, 'folder'))), ['MG101 folder']);
});

test('a source beyond the size limit is refused while it is read', async () => {
  async function* endless(): AsyncGenerator<Uint8Array> {
    const chunk = Buffer.alloc(1024 * 1024, 0x20);
    for (;;) yield await Promise.resolve(chunk);
  }
  const diagnostics = await diagnosticsOf(load(folderOf({}), '-', { stdin: endless() }));
  assert.deepEqual(places(diagnostics), ['MG102 <stdin>']);
});
