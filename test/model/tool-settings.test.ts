import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModelOptions } from '../../src/model/build-model.js';
import { build, buildTool } from './build.js';

const text = { schema: { type: 'string' } };
const json = 'application/json';
const xml = 'application/xml';

/** The media type of a POST that takes `types`. */
function sent(types: readonly string[], directive?: object, tools?: ModelOptions['tools']) {
  const content = Object.fromEntries(types.map((type) => [type, text]));
  const operation = { requestBody: { content }, ...(directive && { 'x-mcp': directive }) };
  const {
    tools: made,
    codes,
    findings,
  } = build({ paths: { '/a': { post: operation } } }, { tools });
  return { contentType: made['post_a']?.request.body?.contentType, codes, findings };
}

const asked: readonly (readonly [string, types: readonly string[], asked: string, sent: string])[] =
  [
    ['one of them', [json, xml], xml, xml],
    ['in other letters', [json, 'text/XML'], 'TEXT/xml', 'text/XML'],
    ['with its parameters', [json, `${xml}; v=1`, `${xml}; v=2`], `${xml}; v=2`, `${xml}; v=2`],
    ['with parameters of its own', [json, xml], `${xml}; charset=utf-8`, `${xml}; charset=utf-8`],
    ['without parameters', [json, `${xml}; v=1`], xml, xml],
    ['one of a range', [json, 'image/*'], 'image/png', 'image/png'],
    ['one of any', ['*/*'], 'text/csv', 'text/csv'],
  ];
for (const [name, types, wanted, expected] of asked) {
  test(`x-mcp and the config ask for a media type: ${name}`, () => {
    for (const { contentType, codes } of [
      sent(types, { contentType: wanted }),
      sent(types, undefined, { 'POST /a': { contentType: wanted } }),
    ]) {
      assert.equal(contentType, expected);
      assert.deepEqual(codes, []);
    }
  });
}

for (const wanted of ['text/csv', 'image/*', 'png', `${xml}\r\nX-Evil: 1`, `${xml}; a\r\nX: 1`]) {
  test(`what the operation does not take is a warning with the choices: ${JSON.stringify(wanted)}`, () => {
    const { contentType, findings } = sent([xml, json], {
      contentType: wanted,
    });
    assert.equal(contentType, json);
    const [finding] = findings;
    assert.deepEqual([finding?.code, finding?.severity], ['MG234', 'warning']);
    assert.equal(finding?.help, 'It takes application/json, application/xml.');
  });
}

test('a range does not take what is no media type', () => {
  const { contentType, codes } = sent(['image/*'], { contentType: 'image/png\r\nX-Evil: 1' });
  assert.deepEqual([contentType, codes], ['image/*', ['MG234']]);
});

const binary = { type: 'string', format: 'binary' };
const preferences: readonly (readonly [
  string,
  types: readonly string[],
  part: object,
  chosen: string,
])[] = [
  ['JSON before multipart', ['multipart/form-data', json], { type: 'string' }, json],
  [
    'multipart where JSON cannot carry a file',
    ['multipart/form-data', json],
    binary,
    'multipart/form-data',
  ],
  [
    'multipart where a form cannot carry files',
    ['application/x-www-form-urlencoded', 'multipart/form-data'],
    { type: 'array', items: binary },
    'multipart/form-data',
  ],
  [
    'form data of multipart types',
    ['multipart/mixed', 'multipart/form-data'],
    binary,
    'multipart/form-data',
  ],
  ['JSON where nothing carries a file', [json, 'application/x-www-form-urlencoded'], binary, json],
  ['a type before its range', ['text/*', 'text/csv'], {}, 'text/csv'],
  ['text before bytes', ['application/octet-stream', 'text/plain'], {}, 'text/plain'],
];
for (const [name, types, part, chosen] of preferences) {
  test(`the best media type: ${name}`, () => {
    const schema = { type: 'object', properties: { part } };
    const content = Object.fromEntries(types.map((type) => [type, { schema }]));
    const { tool, codes } = buildTool('/a', { post: { requestBody: { content } } });
    assert.equal(tool.request.body?.contentType, chosen);
    assert.deepEqual(codes, []);
  });
}

const paths = {
  '/pets': {
    get: { operationId: 'listPets', tags: ['pets'] },
    post: { operationId: 'addPet', 'x-mcp': { maxResultChars: 5000 } },
  },
  '/pets/{id}': { get: { parameters: [{ in: 'path', name: 'id', required: true, schema: {} }] } },
};
const limits: readonly (readonly [
  string,
  NonNullable<ModelOptions['tools']>,
  readonly unknown[],
])[] = [
  ['x-mcp alone', {}, [5000, undefined, undefined]],
  ['a path', { '/pets': { maxResultChars: 2000 } }, [2000, undefined, 2000]],
  ['a path and what is below', { '/pets/**': { maxResultChars: 2000 } }, [2000, 2000, 2000]],
  ['a tag', { 'tag:pets': { maxResultChars: 2000 } }, [5000, undefined, 2000]],
  [
    'the last that says something',
    {
      '/pets': { maxResultChars: 2000 },
      'list*': { maxResultChars: 3000 },
      'GET /pets': { contentType: json },
    },
    [2000, undefined, 3000],
  ],
];
for (const [name, tools, expected] of limits) {
  test(`the size of results: ${name}`, () => {
    const built = build({ paths }, { tools });
    const names = ['add_pet', 'get_pets_by_id', 'list_pets'];
    assert.deepEqual(Object.keys(built.tools), names);
    assert.deepEqual(
      names.map((key) => built.tools[key]?.maxResultChars),
      expected,
    );
  });
}

test('a pattern that matches nothing is a warning with the nearest', () => {
  const { findings } = build({ paths }, { tools: { listPet: { maxResultChars: 2000 } } });
  assert.deepEqual(
    findings.map(({ code, help }) => [code, help]),
    [['MG227', 'Did you mean "listPets"?']],
  );
});

for (const maxResultChars of [999, 100_000_001, 1000.5, '2000', null]) {
  test(`x-mcp.maxResultChars cannot be ${JSON.stringify(maxResultChars)}`, () => {
    const { tool, codes } = buildTool('/a', { get: { 'x-mcp': { maxResultChars } } });
    assert.equal(tool.maxResultChars, undefined);
    assert.deepEqual(codes, ['MG228']);
  });
}
