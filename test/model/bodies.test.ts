import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonSchema } from '../../src/model/model.js';
import { objectField } from '../../src/model/node.js';
import { isFile, multipart, post, property, text, binary } from './body.js';

const encodings: readonly (readonly [string, part: object, encoding: object, recorded?: object])[] =
  [
    ['text of a text', text, { contentType: 'text/plain' }],
    ['JSON of an object', { type: 'object' }, { contentType: 'application/json' }],
    [
      'JSON of objects',
      { type: 'array', items: { type: 'object' } },
      { contentType: 'application/json' },
    ],
    ['bytes of a file', binary, { contentType: 'application/octet-stream' }],
    ['a style of a file', binary, { style: 'form', explode: false }],
    ['the usual style of texts', { type: 'array', items: text }, { style: 'form', explode: true }],
    ['the usual style of an object', { type: 'object' }, { style: 'form' }, { explode: true }],
    ['a range', binary, { contentType: 'image/*' }, { contentType: 'image/*' }],
    [
      'several',
      binary,
      { contentType: 'image/png,image/gif' },
      { contentType: 'image/png, image/gif' },
    ],
    ['no media type', text, { contentType: 'json' }],
    [
      'JSON of a text',
      text,
      { contentType: 'application/json' },
      { contentType: 'application/json' },
    ],
    ['an image', binary, { contentType: 'image/png' }, { contentType: 'image/png' }],
    [
      'images',
      { type: 'array', items: binary },
      { contentType: 'image/png' },
      { contentType: 'image/png' },
    ],
    [
      'text with a charset',
      text,
      { contentType: 'text/plain; charset=utf-8' },
      { contentType: 'text/plain; charset=utf-8' },
    ],
    [
      'a kind of JSON',
      { type: 'object' },
      { contentType: 'application/ld+json' },
      { contentType: 'application/ld+json' },
    ],
    [
      'a style',
      { type: 'object' },
      { style: 'deepObject', contentType: 'text/plain' },
      { style: 'deepObject' },
    ],
    ['a list in one part', { type: 'array', items: text }, { explode: false }, { explode: false }],
  ];
for (const [name, part, encoding, recorded] of encodings) {
  test(`encoding of a part: ${name}`, () => {
    const { tool } = multipart({ part, other: text }, { part: encoding });
    assert.deepEqual(tool.request.body?.encoding, recorded && { part: recorded });
  });
}

test('an object that is encoded as XML is given as text', () => {
  const part = { type: 'object', description: 'The order.', properties: { a: text } };
  const built = multipart({ part }, { part: { contentType: 'application/xml' } });
  assert.deepEqual(property(built, 'part'), {
    type: 'string',
    description: 'The order. Text (application/xml).',
  });
  assert.deepEqual(built.tool.request.body?.encoding, { part: { contentType: 'application/xml' } });
});

test('an object of a form is JSON unless it has a style, be it the usual one', () => {
  const field = { type: 'object', properties: { a: text } };
  const form = (encoding: object) =>
    post({
      'application/x-www-form-urlencoded': {
        schema: { type: 'object', properties: { field } },
        encoding: { field: encoding },
      },
    }).tool.request.body?.encoding;
  assert.equal(form({}), undefined);
  assert.deepEqual(form({ style: 'form' }), { field: { explode: true } });
  assert.deepEqual(form({ style: 'form', explode: false }), { field: { explode: false } });
});

test('headers of a part are reported, Content-Type is not', () => {
  const headers = (name: string) => ({ part: { headers: { [name]: { schema: text } } } });
  const { findings } = multipart({ part: text }, headers('X-Rate'));
  assert.deepEqual(
    findings.map(({ code, severity }) => [code, severity]),
    [['MG233', 'info']],
  );
  assert.deepEqual(multipart({ part: text }, headers('content-type')).codes, []);
});

test('headers of a part that have one value are sent with it', () => {
  const headers = {
    'X-Const': { schema: { const: 1 } },
    'X-Default': { schema: { type: 'string', default: 'a b' } },
    'X-Only': { schema: { enum: ['c'] } },
    'X-Break': { schema: { const: 'a\r\nX-Evil: 1' } },
    'X Name': { schema: { const: 'a' } },
    'X-Any': { schema: text },
  };
  const { tool, findings } = multipart({ part: text }, { part: { headers } });
  assert.deepEqual(tool.request.body?.encoding, {
    part: { headers: { 'X-Const': '1', 'X-Default': 'a b', 'X-Only': 'c' } },
  });
  assert.match(findings[0]?.message ?? '', /without its headers X-Break, X Name, X-Any\.$/);
});

test('what is asked of the bytes of a file is reported', () => {
  const { findings } = multipart({ part: { ...binary, minLength: 1, maxLength: 9 } }, {});
  assert.deepEqual(
    findings.map(({ code, message }) => [code, message]),
    [['MG304', 'The minLength and maxLength of a file is not checked.']],
  );
});

test('a multipart body that is one argument has files and encodings too', () => {
  const schema = {
    type: 'object',
    properties: { file: binary, meta: text },
    anyOf: [{ required: ['file'] }, { properties: { scan: binary } }],
    additionalProperties: binary,
  };
  const encoding = { file: { contentType: 'image/png' }, scan: { contentType: 'image/gif' } };
  const built = post({ 'multipart/form-data': { schema, encoding } });
  assert.deepEqual(built.tool.request.body, {
    contentType: 'multipart/form-data',
    encoding,
    argument: 'body',
  });
  const { properties, anyOf, additionalProperties } = property(built, 'body');
  assert.deepEqual(Object.values(properties ?? {}).map(isFile), [true, false]);
  const [, scanned] = anyOf as readonly JsonSchema[];
  assert.ok(isFile(objectField(scanned?.['properties'], 'scan')));
  assert.ok(isFile(additionalProperties));
});

const xml: readonly (readonly [string, schema: object, outline: string])[] = [
  ['its component', { $ref: '#/components/schemas/Pet' }, '<Pet id="…"><name/><tag/></Pet>'],
  ['its own name', { type: 'object', xml: { name: 'pets' } }, '<pets>…</pets>'],
  [
    'a namespace',
    { xml: { name: 'a', prefix: 'x', namespace: 'urn:b' } },
    '<x:a xmlns:x="urn:b">…</x:a>',
  ],
  [
    'many children',
    {
      xml: { name: 'a' },
      properties: Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`e${index}`, {}])),
    },
    `<a>${Array.from({ length: 12 }, (_, index) => `<e${index}/>`).join('')}…</a>`,
  ],
];
for (const [name, schema, outline] of xml) {
  test(`XML is a text that begins with: ${name}`, () => {
    const Pet = {
      type: 'object',
      properties: {
        id: { type: 'integer', xml: { attribute: true } },
        name: text,
        born: { type: 'string', readOnly: true },
        tags: { type: 'array', xml: { name: 'tag' } },
      },
    };
    const built = post({ 'application/xml': { schema } }, {}, { components: { schemas: { Pet } } });
    assert.deepEqual(property(built, 'body'), {
      type: 'string',
      description: `The request body (application/xml). XML text: ${outline}`,
    });
  });
}

test('nothing hostile gets into the outline of XML', () => {
  const evil = '"><script>';
  const schema = { xml: { name: 'a', namespace: evil }, properties: { [evil]: {}, ok: {} } };
  const description = property(post({ 'text/xml': { schema } }), 'body')['description'];
  assert.equal(description, 'The request body (text/xml). XML text: <a><ok/></a>');
  const nameless = post({ 'text/xml': { schema: { xml: { name: evil } } } });
  assert.match(String(property(nameless, 'body')['description']), /XML text\.$/);
});

const readOnly = { type: 'string', readOnly: true };
const partial = {
  type: 'object',
  required: ['id', 'name'],
  properties: {
    id: readOnly,
    name: text,
    secret: { type: 'string', writeOnly: true },
    own: { type: 'object', required: ['id'], properties: { id: readOnly, a: text } },
  },
};
const types = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'];
for (const type of types) {
  test(`read-only properties are not asked for, write-only ones are: ${type}`, () => {
    const schema = { allOf: [partial, { properties: { etag: readOnly, b: text } }] };
    const { tool } = post({ [type]: { schema } });
    const { properties = {}, required } = tool.inputSchema;
    assert.deepEqual(Object.keys(properties), ['name', 'secret', 'own', 'b']);
    assert.deepEqual(required, ['name']);
    assert.equal(properties['secret']?.['writeOnly'], true);
    assert.deepEqual(properties['own'], { type: 'object', properties: { a: text } });
  });

  test(`an optional body may be left out: ${type}`, () => {
    const { tool } = post({ [type]: { schema: partial } }, { required: false });
    assert.equal(tool.inputSchema.required, undefined);
    assert.ok(tool.request.body && 'argument' in tool.request.body);
    assert.deepEqual(tool.inputSchema.properties?.['body']?.['required'], ['name']);
  });
}
