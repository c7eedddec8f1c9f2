import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Arguments } from '../../templates/rooms/core/src/runtime/custom.js';
import { buildTool } from '../model/build.js';
import { startUpstream, type RecordedRequest, type Upstream } from '../support/upstream.js';
import { describeWire, makeCall, type Expected, type WireCall } from './wire.js';

const text = { type: 'string' };
const binary = { type: 'string', format: 'binary' };
const byte = { type: 'string', format: 'byte' };
const int64 = { type: 'integer', format: 'int64' };
const png = { data: 'iVBORw==', name: 'a.png', mediaType: 'image/png' };
const bytes = Buffer.from('\x89PNG', 'latin1');
const form = 'application/x-www-form-urlencoded';

type Row = readonly [title: string, operation: object, args: Arguments, expected: Expected];

/** An operation with a required body of these media types. */
function taking(content: object, more: object = {}): object {
  return { requestBody: { required: true, content, ...more } };
}

function object(properties: object, more: object = {}): object {
  return { type: 'object', properties, ...more };
}

const is = (type: string, body?: string | Uint8Array): Expected => ({
  headers: { 'content-type': type },
  ...(body !== undefined && { body }),
});

/** OpenAPI 3.1, sections 4.8.13, 4.8.14 and 4.8.24.4; 3.0, section 4.7.24.2. */
const wholes: readonly Row[] = [
  [
    'a file in a range has its own type',
    taking({ 'image/*': { schema: binary } }),
    { body: png },
    is('image/png', bytes),
  ],
  [
    'so has a file of any type',
    taking({ '*/*': { schema: binary } }),
    { body: png },
    is('image/png', bytes),
  ],
  [
    'bytes that may be anything have a type in any case',
    taking({ 'application/*': { schema: byte } }),
    { body: { data: 'iVBORw==' } },
    is('application/octet-stream', bytes),
  ],
  [
    'text of any type is no JSON',
    taking({ '*/*': { schema: text } }),
    { body: 'x' },
    is('text/plain', 'x'),
  ],
  [
    'objects of any type are JSON',
    taking({ '*/*': { schema: object({ a: text }) } }),
    { a: 'x' },
    is('application/json', '{"a":"x"}'),
  ],
  [
    'format: byte beside bytes means the bytes',
    taking({ 'application/octet-stream': { schema: byte } }),
    { body: png },
    is('application/octet-stream', bytes),
  ],
  [
    'format: byte that says base64 means that',
    taking({ 'image/jpeg': { schema: { ...byte, description: 'Base64 encoded JPEG.' } } }),
    { body: 'iVBORw==' },
    is('image/jpeg', 'iVBORw=='),
  ],
  [
    'contentEncoding means base64',
    taking({ 'image/*': { schema: { ...text, contentEncoding: 'base64' } } }),
    { body: 'iVBORw==' },
    is('application/octet-stream', 'iVBORw=='),
  ],
  [
    'format: byte of text means text',
    taking({ 'text/plain': { schema: byte } }),
    { body: 'cpu value=1' },
    is('text/plain', 'cpu value=1'),
  ],
  [
    'a JWE is text',
    taking({ 'application/jose+jwe': { schema: object({ a: text }) } }),
    { body: 'a.b.c' },
    is('application/jose+jwe', 'a.b.c'),
  ],
  [
    'JSON holds digits where they are described',
    taking({
      'application/json': {
        schema: object({
          a: { type: 'integer', format: 'uint64' },
          b: { type: 'object', patternProperties: { '^n': int64 } },
          c: { oneOf: [int64, text] },
        }),
      },
    }),
    { a: '18446744073709551615', b: { n: '9007199254740993' }, c: '7' },
    is('application/json', '{"a":18446744073709551615,"b":{"n":9007199254740993},"c":"7"}'),
  ],
];

/** OpenAPI 3.1, section 4.8.15. */
const fields: readonly Row[] = [
  [
    'a style of an object of any type is used',
    taking({ [form]: { schema: object({ a: {} }), encoding: { a: { style: 'form' } } } }),
    { a: { x: 1, y: 2 } },
    is(form, 'x=1&y=2'),
  ],
  [
    'a form that is text is sent as it is',
    taking({ [form]: { schema: text } }),
    { body: 'a=1&b=%26' },
    is(form, 'a=1&b=%26'),
  ],
  [
    'a form without a file is no multipart body',
    taking({ [form]: { schema: object({ a: text }) } }),
    { a: 'x' },
    is(form, 'a=x'),
  ],
  [
    'a parameter of JSON may be null',
    {
      parameters: [
        {
          in: 'query',
          name: 'q',
          content: { 'application/json': { schema: { type: ['object', 'null'] } } },
        },
      ],
    },
    { q: null },
    { line: 'POST /v1/x?q=null' },
  ],
];

/** A part of multipart/form-data without its boundary, in Latin-1. */
const part = (name: string, content: string, type?: string): string =>
  `Content-Disposition: form-data; name="${name}"\r\n${type === undefined ? '' : `Content-Type: ${type}\r\n`}\r\n${content}\r\n`;
const filePart = (name: string, file: string, content: string, type: string): string =>
  part(`${name}"; filename="${file}`, content, type);

const parts: readonly (readonly [
  title: string,
  media: object,
  args: Arguments,
  sent: readonly string[],
])[] = [
  [
    'are in the order of the schema where they are one argument',
    { schema: object({ meta: text, file: binary }, { additionalProperties: text }) },
    { body: { more: 'z', file: png, meta: 'x' } },
    [part('meta', 'x'), filePart('file', 'a.png', '\x89PNG', 'image/png'), part('more', 'z')],
  ],
  [
    'are texts where a file or a text may be',
    { schema: object({ photo: { anyOf: [text, binary] } }) },
    { photo: 'https://files.test/a.png' },
    [part('photo', 'https://files.test/a.png')],
  ],
  [
    'are files where a file or a text may be',
    { schema: object({ photo: { oneOf: [binary, text] } }) },
    { photo: png },
    [filePart('photo', 'a.png', '\x89PNG', 'image/png')],
  ],
  [
    'are one file or several',
    { schema: object({ photo: { oneOf: [binary, { type: 'array', items: binary }] } }) },
    { photo: [png, 'data:text/csv,x'] },
    [
      filePart('photo', 'a.png', '\x89PNG', 'image/png'),
      filePart('photo', 'photo', 'x', 'text/csv'),
    ],
  ],
  [
    'are JSON that is given as text',
    { schema: object({ a: text }), encoding: { a: { contentType: 'application/json' } } },
    { a: '{"b":1}' },
    [part('a', '{"b":1}', 'application/json')],
  ],
  [
    'are bytes where an image calls itself base64',
    { schema: object({ a: byte }), encoding: { a: { contentType: 'image/png' } } },
    { a: { data: 'YWJj' } },
    [filePart('a', 'a', 'abc', 'image/png')],
  ],
  [
    'are base64 where nothing is said but that',
    { schema: object({ a: byte }) },
    { a: 'YWJj' },
    [part('a', 'YWJj')],
  ],
  [
    'are JSON where they are objects, and no bytes in it',
    { schema: object({ a: object({ file: binary }) }) },
    { a: { file: 'YWJj' } },
    [part('a', '{"file":"YWJj"}', 'application/json')],
  ],
];

function callOf(operation: object, args: Arguments): WireCall {
  const { tool } = buildTool('/x', { post: operation });
  const { properties } = tool.inputSchema;
  return { request: tool.request, ...(properties && { properties }), args };
}

describeWire(
  'what is described',
  [...wholes, ...fields].map(([title, operation, args, expected]) => [
    title,
    callOf(operation, args),
    expected,
  ]),
);

describe('the parts that are described', () => {
  let upstream: Upstream;
  before(async () => {
    upstream = await startUpstream((_, response) => response.writeHead(204).end());
  });
  after(() => upstream[Symbol.asyncDispose]());

  for (const type of ['multipart/form-data', 'application/form-data']) {
    for (const [title, media, args, expected] of parts) {
      it(`${title}: ${type}`, async () => {
        const sent = await makeCall(upstream, callOf(taking({ [type]: media }), args));
        if (typeof sent === 'string') assert.fail(sent);
        assert.deepEqual(partsOf(sent), expected);
      });
    }
  }

  it('may be those of a form that has a file', async () => {
    const media = { schema: object({ meta: text, file: binary }) };
    const call = callOf(taking({ [form]: media }), { meta: 'x', file: 'data:text/csv,x' });
    const sent = await makeCall(upstream, call);
    if (typeof sent === 'string') assert.fail(sent);
    assert.deepEqual(partsOf(sent), [part('meta', 'x'), filePart('file', 'file', 'x', 'text/csv')]);
  });
});

function partsOf({ headers, bytes: body }: RecordedRequest): readonly string[] {
  const [, boundary = ''] =
    /^multipart\/form-data; boundary=([\da-f]{32})$/.exec(headers['content-type'] ?? '') ?? [];
  const [start, ...found] = Buffer.from(body).toString('latin1').split(`--${boundary}`);
  assert.equal(start, '');
  assert.equal(found.pop(), '--\r\n');
  return found.map((each) => each.replace(/^\r\n/, ''));
}
