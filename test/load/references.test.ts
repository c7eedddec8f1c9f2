import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnosticsOf, folderOf, load, places } from './folder.js';

const info = { title: 'Pets', version: '1' };
const ok = (schema: object) => ({
  200: { description: 'ok', content: { 'application/json': { schema } } },
});

/** A description of several files; `schemas` are its components. */
function rootOf(schemas: object): object {
  return { openapi: '3.0.3', info, paths: {}, components: { schemas } };
}

test('a description in many files becomes one document of named components', async () => {
  const cwd = folderOf({
    'openapi.yaml': `
openapi: 3.0.3
info: { title: Pets, version: "1" }
paths:
  /pets: { $ref: paths/pets.yaml }
  /pets/{id}: { $ref: 'paths/all.yaml#/~1pets~1%7Bid%7D' }
components:
  schemas:
    Error: { $ref: schemas/error.json }
`,
    'paths/pets.yaml': `
get:
  parameters: [{ $ref: ../parameters.yaml#/limit }]
  responses:
    default: { $ref: '../responses.yaml#/default' }
    "200":
      description: ok
      content:
        application/json:
          schema: { type: array, items: { $ref: '../schemas/a pet.yaml' } }
          example: { $ref: nothing.yaml }
`,
    'paths/all.yaml': `
/pets/{id}:
  get:
    parameters:
      - { name: id, in: path, schema: { $ref: '../schemas/a%20pet.yaml#/properties/id' } }
`,
    'parameters.yaml':
      'limit: { name: limit, in: query, schema: { $ref: "#/Limit" } }\nLimit: { type: integer }\n',
    'responses.yaml':
      'default: { description: no, content: { text/plain: { schema: { $ref: "openapi.yaml#/components/schemas/Error" } } } }\n',
    'schemas/a pet.yaml': `
properties:
  id: { type: string }
  default: { $ref: owner.json }
  related: { type: array, items: { $ref: '#', description: related } }
`,
    'schemas/owner.json': { properties: { pets: { items: { $ref: './a pet.yaml#' } } } },
    'schemas/error.json': { type: 'string' },
  });
  const { source, findings } = await load(cwd, 'openapi.yaml');
  const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  assert.deepEqual(findings, []);
  assert.deepEqual(source.document, {
    openapi: '3.0.3',
    info,
    paths: {
      '/pets': {
        get: {
          parameters: [{ $ref: '#/components/parameters/limit' }],
          responses: {
            default: { $ref: '#/components/responses/default' },
            200: {
              description: 'ok',
              content: {
                'application/json': {
                  schema: { type: 'array', items: schema('a_pet') },
                  example: { $ref: 'nothing.yaml' },
                },
              },
            },
          },
        },
      },
      '/pets/{id}': {
        get: { parameters: [{ name: 'id', in: 'path', schema: schema('id') }] },
      },
    },
    components: {
      parameters: { limit: { name: 'limit', in: 'query', schema: schema('Limit') } },
      responses: {
        default: { description: 'no', content: { 'text/plain': { schema: schema('Error') } } },
      },
      schemas: {
        Error: { type: 'string' },
        Limit: { type: 'integer' },
        id: { type: 'string' },
        owner: { properties: { pets: { items: schema('a_pet') } } },
        a_pet: {
          properties: {
            id: { type: 'string' },
            default: schema('owner'),
            related: { type: 'array', items: { ...schema('a_pet'), description: 'related' } },
          },
        },
      },
    },
  });
  assert.deepEqual(source.locate('/paths/~1pets/get/parameters/0'), {
    file: 'paths/pets.yaml',
    pointer: '/get/parameters/0',
    line: 3,
    column: 16,
  });
  assert.deepEqual(source.locate('/components/schemas/owner/properties/pets/x'), {
    file: 'schemas/owner.json',
    pointer: '/properties/pets/x',
    line: 3,
    column: 5,
  });
});

test('maps and whole sections may stand in files of their own', async () => {
  const cwd = folderOf({
    'openapi.json': {
      openapi: '3.1.0',
      info,
      paths: { $ref: 'paths.json' },
      components: { schemas: { $ref: 'schemas.json' } },
    },
    'paths.json': { '/a': { get: { responses: ok({ $ref: 'schemas.json#/A' }) } } },
    'schemas.json': { A: { properties: { b: { $ref: '#/B' } } }, B: { $ref: 'b.json' } },
    'b.json': { type: 'integer' },
  });
  const { source } = await load(cwd, 'openapi.json');
  assert.deepEqual(source.document['paths'], {
    '/a': { get: { responses: ok({ $ref: '#/components/schemas/A' }) } },
  });
  assert.deepEqual(source.document['components'], {
    schemas: {
      A: { properties: { b: { $ref: '#/components/schemas/B' } } },
      B: { type: 'integer' },
    },
  });
});

test('references in data, dangling ones and circles are left for the model', async () => {
  const schemas = {
    Data: {
      properties: { example: { $ref: 'real.json' }, $ref: { type: 'string' } },
      example: { $ref: 'x.json' },
      default: { $ref: 'x.json' },
      enum: [{ $ref: 'x.json' }],
      'x-note': { $ref: 'x.json' },
    },
    Dangling: { $ref: 'real.json#/nothing' },
    A: { $ref: 'circle.json#/B' },
    B: { $ref: '#/components/schemas/C' },
    C: { $ref: '#/components/schemas/B' },
  };
  const cwd = folderOf({
    'openapi.json': rootOf(schemas),
    'real.json': { type: 'boolean' },
    'circle.json': { B: { $ref: 'openapi.json#/components/schemas/A' } },
  });
  const { source } = await load(cwd, 'openapi.json');
  const properties = { ...schemas.Data.properties, example: { $ref: '#/components/schemas/real' } };
  assert.deepEqual(source.document['components'], {
    schemas: {
      ...schemas,
      A: { $ref: '#/components/schemas/A' },
      Data: { ...schemas.Data, properties },
      real: { type: 'boolean' },
    },
  });
});

test('hundreds of files that refer to each other in circles', async () => {
  const count = 400;
  const files: Record<string, object> = { 'openapi.json': rootOf({ First: { $ref: '0.json' } }) };
  for (let index = 0; index < count; index++) {
    const next = { $ref: `${(index + 1) % count}.json` };
    files[`${index}.json`] = {
      properties: { next, other: { $ref: `${(index * 7) % count}.json` } },
    };
  }
  const { source } = await load(folderOf(files), 'openapi.json');
  const { schemas } = source.document['components'] as { schemas: Record<string, unknown> };
  assert.equal(Object.keys(schemas).length, count);
  assert.deepEqual(schemas['399'], {
    properties: {
      next: { $ref: '#/components/schemas/First' },
      other: { $ref: '#/components/schemas/393' },
    },
  });
});

test('Swagger 2.0 in several files', async () => {
  const cwd = folderOf({
    'api.json': {
      swagger: '2.0',
      info,
      paths: {
        '/a': {
          post: {
            parameters: [{ in: 'body', name: 'a', schema: { $ref: 'a.json' } }],
            responses: { 200: { description: 'ok', schema: { $ref: 'a.json' } } },
          },
        },
      },
    },
    'a.json': { type: 'object', properties: { a: { type: 'string' } } },
  });
  const { source } = await load(cwd, 'api.json');
  assert.deepEqual(source.document['components'], {
    schemas: { a: { type: 'object', properties: { a: { type: 'string' } } } },
  });
  assert.equal(source.locate('/components/schemas/a/properties/a').file, 'a.json');
  assert.equal(
    source.locate('/paths/~1a/post/requestBody').pointer,
    '/paths/~1a/post/parameters/0',
  );
});

/** What the schema `A` refers to, and what must be said. */
const refused: readonly (readonly [string, string, string])[] = [
  ['a missing file', 'none.json', 'MG101 spec/openapi.json:11:9'],
  ['a file above the folder', '../outside.json', 'MG117 spec/openapi.json:11:9'],
  ['a link that leads out', 'link.json', 'MG117 spec/openapi.json:11:9'],
  ['an absolute path', '/etc/passwd', 'MG117 spec/openapi.json:11:9'],
  ['an encoded way out', '%2e%2e/outside.json', 'MG117 spec/openapi.json:11:9'],
  ['a file URL', 'file:///etc/passwd', 'MG116 spec/openapi.json:11:9'],
  ['a network share', '//server/share/x.json', 'MG116 spec/openapi.json:11:9'],
  ['data', 'data:application/json,{}', 'MG116 spec/openapi.json:11:9'],
  ['another host', 'https://example.com/x.json', 'MG116 spec/openapi.json:11:9'],
  ['a folder', 'sub', 'MG101 spec/openapi.json:11:9'],
  ['a broken file', 'broken.json', 'MG105 spec/broken.json:1:2'],
];

for (const [name, ref, place] of refused) {
  test(`a $ref to ${name} is refused`, async () => {
    const cwd = folderOf({
      'spec/openapi.json': rootOf({ A: { $ref: ref } }),
      'spec/link.json': '->../outside.json',
      'spec/sub/x.json': {},
      'spec/broken.json': '{',
      'outside.json': { type: 'string' },
    });
    assert.deepEqual(places(await diagnosticsOf(load(cwd, 'spec/openapi.json'))), [place]);
  });
}

test('--ref-root widens what a $ref may reach', async () => {
  const cwd = folderOf({
    'spec/openapi.json': rootOf({ A: { $ref: '../shared/a.json' } }),
    'shared/a.json': { type: 'string' },
  });
  const { source } = await load(cwd, 'spec/openapi.json', { refRoot: '.' });
  assert.deepEqual(source.document['components'], { schemas: { A: { type: 'string' } } });
});

test('the digest covers every file, and no line ends', async () => {
  const files = { 'openapi.json': rootOf({ A: { $ref: 'a.yaml' } }), 'a.yaml': 'type: string\n' };
  const digest = async (changed: object) =>
    (await load(folderOf({ ...files, ...changed }), 'openapi.json')).source.digest;
  assert.match(await digest({}), /^sha256:[0-9a-f]{64}$/);
  assert.equal(await digest({}), await digest({ 'a.yaml': 'type: string\r\n' }));
  assert.notEqual(await digest({}), await digest({ 'a.yaml': 'type: integer\n' }));
});

test('a link that leads out is refused with the place that it leads to', async () => {
  const cwd = folderOf({
    'spec/openapi.json': rootOf({ A: { $ref: 'link.json' } }),
    'spec/link.json': '->../outside.json',
    'outside.json': { type: 'string' },
  });
  const [diagnostic] = await diagnosticsOf(load(cwd, 'spec/openapi.json'));
  assert.equal(diagnostic?.message, 'This $ref leads to `outside.json`, outside of `spec`.');
});
