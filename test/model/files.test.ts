import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { JsonSchema } from '../../src/model/model.js';
import { binary, isFile, multipart, post, property, text } from './body.js';
import { build, buildTool, type Built } from './build.js';

const byte = { type: 'string', format: 'byte' };

const files: readonly (readonly [string, part: object, encoding?: string])[] = [
  ['binary', binary],
  ['Swagger’s type', { type: 'file' }],
  ['Swagger’s format', { type: 'string', format: 'file' }],
  ['a media type of bytes', { contentMediaType: 'application/octet-stream' }],
  ['a string with one', { type: 'string', contentMediaType: 'image/png', maxLength: 10 }],
  ['an empty schema that is encoded as bytes', {}, 'image/png, image/jpeg'],
  ['a string that is encoded as bytes', text, 'application/octet-stream'],
  ['a nullable one', { anyOf: [binary, { type: 'null' }] }],
  ['one by reference', { $ref: '#/components/schemas/File', description: 'Mine.' }],
  ['an allOf of one', { allOf: [binary, { description: 'Mine.' }] }],
  ['an object that has a format alone', { type: 'object', format: 'binary' }],
  ['bytes that call themselves base64', byte, 'image/png'],
  [
    'bytes that are not encoded after all',
    { ...text, contentEncoding: 'binary', contentMediaType: 'image/png' },
  ],
];
const noFiles: readonly (readonly [string, part: object, encoding?: string])[] = [
  ['base64', byte],
  ['base64 of 3.1', { ...text, contentEncoding: 'base64', contentMediaType: 'image/png' }],
  ['base64 that says so twice', { ...byte, description: 'In base64.' }, 'image/png'],
  ['base64 of 3.1 that is encoded as bytes', { ...text, contentEncoding: 'base64' }, 'image/png'],
  ['a media type of text', { ...text, contentMediaType: 'text/html' }],
  ['JSON in text', { contentMediaType: 'application/json' }],
  ['an empty schema', {}],
  ['a list of values', { ...binary, enum: ['a'] }],
  ['an object', { type: 'object', properties: {} }, 'application/octet-stream'],
  ['a number', { type: 'integer', format: 'binary' }],
];
for (const [expected, table] of [
  [true, files],
  [false, noFiles],
] as const) {
  for (const [name, part, contentType] of table) {
    test(`a part is ${expected ? 'a file' : 'none'}: ${name}`, () => {
      const encoding = contentType === undefined ? {} : { encoding: { part: { contentType } } };
      const schema = { type: 'object', properties: { part } };
      const components = { schemas: { File: binary } };
      const built = post({ 'multipart/form-data': { schema, ...encoding } }, {}, { components });
      assert.equal(isFile(property(built, 'part')), expected);
    });
  }
}

test('a file is a text or base64 data with a name and a type, and says so after what the source says', () => {
  const photo = {
    ...binary,
    title: 'Portrait',
    description: 'Of you',
    maxLength: 3,
    pattern: '^x',
  };
  const schema = property(multipart({ photo }, { photo: { contentType: 'image/*' } }), 'photo');
  assert.deepEqual(schema, {
    type: ['string', 'object'],
    format: 'binary',
    title: 'Portrait',
    description: 'Of you. A file (image/*): `data:` URL, or {data: base64, name, mediaType}.',
    properties: {
      data: { type: 'string', contentEncoding: 'base64' },
      name: { type: 'string' },
      mediaType: { type: 'string' },
    },
    required: ['data'],
    additionalProperties: false,
  });
  const validate = new Ajv2020({ strict: false, formats: fullFormats }).compile(schema);
  assert.ok(validate('data:,hello') && validate({ data: 'aGk=', name: 'a.txt' }));
  assert.ok(!validate(7) && !validate({ name: 'a.txt' }) && !validate({ data: '', path: '/x' }));
});

test('arrays of files stay arrays, alternatives may overlap, and null stays', () => {
  const built = multipart({
    list: { type: 'array', items: binary, maxItems: 3 },
    either: { oneOf: [binary, { type: 'string', maxLength: 9 }] },
    nullable: { type: ['string', 'null'], format: 'binary' },
  });
  const { items, ...list } = property(built, 'list');
  assert.deepEqual(list, { type: 'array', maxItems: 3 });
  assert.ok(isFile(items));
  const { anyOf, ...either } = property(built, 'either');
  assert.deepEqual(either, {});
  assert.deepEqual((anyOf as readonly JsonSchema[]).map(isFile), [true, false]);
  assert.deepEqual(property(built, 'nullable')['type'], ['string', 'object', 'null']);
});

const elsewhere: readonly (readonly [string, Built])[] = [
  [
    'a JSON body',
    post({ 'application/json': { schema: { type: 'object', properties: { f: binary } } } }),
  ],
  ['a text', post({ 'text/plain': { schema: binary } })],
  ['an object that is a part', multipart({ meta: { type: 'object', properties: { f: binary } } })],
  [
    'a parameter',
    buildTool('/a', { get: { parameters: [{ in: 'query', name: 'f', schema: binary }] } }),
  ],
];
for (const [name, { tools }] of elsewhere) {
  test(`there are no files in ${name}`, () => {
    const schemas = JSON.stringify(Object.values(tools).map(({ inputSchema }) => inputSchema));
    assert.doesNotMatch(schemas, /binary/);
    assert.match(schemas, /"(f|body)":\{"type":"string"/);
  });
}

test('one component is a file in one body and a string in another', () => {
  const schema = { $ref: '#/components/schemas/Upload' };
  const Upload = { type: 'object', properties: { file: { $ref: '#/components/schemas/File' } } };
  const requestBody = (type: string) => ({ requestBody: { content: { [type]: { schema } } } });
  const { tools } = build({
    components: { schemas: { Upload, File: binary } },
    paths: {
      '/a': { post: requestBody('application/json'), put: requestBody('multipart/form-data') },
    },
  });
  assert.deepEqual(tools['post_a']?.inputSchema.properties, { file: text });
  assert.ok(isFile(tools['put_a']?.inputSchema.properties?.['file']));
});

const whole: readonly (readonly [string, type: string, schema: object, file: boolean])[] = [
  ['bytes of any schema', 'application/octet-stream', {}, true],
  ['bytes that call themselves text', 'application/octet-stream', text, true],
  ['an image', 'image/png', binary, true],
  ['bytes that call themselves base64', 'application/octet-stream', byte, true],
  ['base64 of an image', 'image/jpeg', { ...byte, description: 'Base64 encoded JPEG.' }, false],
  ['base64 of 3.1', 'image/png', { ...text, contentEncoding: 'base64' }, false],
  ['a range of images', 'image/*', text, true],
  ['a PDF', 'application/pdf', {}, true],
  ['an archive', 'application/zip', { type: 'object', properties: { a: {} } }, true],
  ['a type that nobody knows, of bytes', 'application/x-foo', binary, true],
  ['a type that nobody knows, of text', 'application/x-foo', text, false],
  ['text', 'text/csv', binary, false],
  ['SQL', 'application/sql', binary, false],
  ['anything, of bytes', '*/*', binary, true],
  ['anything, of bytes that call themselves base64', 'application/*', byte, true],
  ['anything, of text', '*/*', text, false],
  ['a signature', 'application/jose+jwe', { type: 'object', properties: { a: {} } }, false],
];
for (const [name, type, schema, expected] of whole) {
  test(`a whole body: ${name}`, () => {
    const built = post({ [type]: { schema } }, { description: 'The thing.' });
    const body = property(built, 'body');
    assert.equal(isFile(body), expected);
    assert.match(String(body['description']), expected ? /^The thing\. A file: / : /^The thing\.$/);
  });
}

test('base64 that only the body calls so is a text', () => {
  const body = property(
    post({ 'image/png': { schema: byte } }, { description: 'Base64.' }),
    'body',
  );
  assert.deepEqual(body, { ...byte, description: 'Base64.' });
});

test('text that calls itself base64 is any text', () => {
  const body = property(
    post({ 'text/plain': { schema: byte } }, { description: 'Lines.' }),
    'body',
  );
  assert.deepEqual(body, { ...text, description: 'Lines.' });
});

test('a form with a file is multipart and a warning, unless it is asked for', () => {
  const form = 'application/x-www-form-urlencoded';
  const requestBody = { content: { [form]: { schema: { properties: { f: binary } } } } };
  const { tool, codes } = buildTool('/a', { post: { requestBody } });
  assert.equal(tool.request.body?.contentType, 'multipart/form-data');
  assert.ok(isFile(tool.inputSchema.properties?.['f']));
  assert.deepEqual(codes, ['MG235']);
  const asked = buildTool('/a', { post: { requestBody, 'x-mcp': { contentType: form } } });
  assert.equal(asked.tool.request.body?.contentType, form);
  assert.deepEqual(asked.tool.inputSchema.properties, { f: text });
  assert.deepEqual(asked.codes, []);
});

test('a file stays one, and files a list of them, when the schema must be simplified', () => {
  const many = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [
      `f${index}`,
      index % 2 === 0 ? binary : { type: 'array', items: binary },
    ]),
  );
  const paths = {
    '/a': {
      post: {
        requestBody: {
          required: true,
          content: { 'multipart/form-data': { schema: { type: 'object', properties: many } } },
        },
      },
    },
  };
  const { tools, codes } = build({ paths }, { schemaBudget: 2000 });
  assert.ok(codes.includes('MG230'));
  for (const schema of Object.values(tools['post_a']?.inputSchema.properties ?? {})) {
    assert.ok(isFile(schema['type'] === 'array' ? schema['items'] : schema));
  }
});
