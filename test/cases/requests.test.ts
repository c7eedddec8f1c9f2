import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExpectedRequest } from '../../templates/rooms/core/test/support/case.js';
import { caseOf, casesOf } from './support.js';

const text = { type: 'string' };
const list = { type: 'array', items: { type: 'integer' } };

test('of every kind of optional parameter one is given', async () => {
  const query = (name: string, parameter: object) => ({ name, in: 'query', ...parameter });
  const made = await caseOf('/x', {
    parameters: [
      query('plain', { schema: text }),
      query('plainToo', { schema: text }),
      query('list', { schema: list }),
      query('pipes', { schema: list, style: 'pipeDelimited', explode: false }),
      query('deep', { schema: { type: 'object', properties: { a: text } }, style: 'deepObject' }),
      query('reserved', { schema: text, allowReserved: true }),
      { name: 'X-Trace', in: 'header', schema: text },
      { name: 'session', in: 'cookie', schema: { type: 'integer' } },
    ],
  });
  assert.deepEqual(made?.request, {
    method: 'POST',
    url: '/x?plain=text%20%26%20more&list=1&list=1&pipes=1%7C1&deep%5Ba%5D=text%20%26%20more&reserved=text%20%26%20more',
    headers: { 'x-trace': 'text & more', cookie: 'session=1' },
  });
});

test('of optional arguments with an example some are given', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `p${index}`);
  const made = await caseOf('/x', {
    parameters: names.map((name) => ({ name, in: 'query', schema: text, example: name })),
  });
  assert.deepEqual(Object.keys(made?.arguments ?? {}), names.slice(0, 8));
});

const bodies: readonly (readonly [
  type: string,
  schema: object,
  expected: Partial<ExpectedRequest>,
])[] = [
  [
    'application/json',
    { type: 'object', properties: { id: { type: 'integer', format: 'int64' } } },
    { headers: { 'content-type': 'application/json' }, body: '{"id":9007199254740993}' },
  ],
  [
    'application/x-www-form-urlencoded',
    { type: 'object', required: ['a', 'b'], properties: { a: text, b: list } },
    {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a=text%20%26%20more&b=1&b=1',
    },
  ],
  ['text/plain', text, { headers: { 'content-type': 'text/plain' }, body: 'text & more' }],
  [
    'application/octet-stream',
    { type: 'string', format: 'binary' },
    { headers: { 'content-type': 'application/octet-stream' }, body: 'sample' },
  ],
];

for (const [type, schema, expected] of bodies) {
  test(`a body of ${type} is shown as it is sent`, async () => {
    const requestBody = { required: true, content: { [type]: { schema } } };
    const made = await caseOf('/x', { requestBody });
    assert.deepEqual(made?.request, { method: 'POST', url: '/x', ...expected });
  });
}

test('a multipart body is shown in lines', async () => {
  const schema = {
    type: 'object',
    required: ['file'],
    properties: { file: { ...text, format: 'binary' } },
  };
  const requestBody = { required: true, content: { 'multipart/form-data': { schema } } };
  const { headers = {}, body = [] } = (await caseOf('/x', { requestBody }))?.request ?? {};
  const boundary = headers['content-type']?.split('boundary=')[1];
  assert.ok(Array.isArray(body));
  assert.equal(body[0], `--${boundary}`);
  assert.ok(body.includes('sample'));
  assert.ok(body.every((line: string) => !line.includes('\r')));
});

test('an optional body is given', async () => {
  const media = { schema: { type: 'object', properties: { a: text, b: text } } };
  const made = await caseOf('/x', { requestBody: { content: { 'application/json': media } } });
  assert.deepEqual(made?.arguments, { a: 'text & more' });
});

test('Accept stands in it if the description lists replies', async () => {
  const responses = { 200: { description: '', content: { 'text/csv': {} } } };
  const made = await caseOf('/x', { responses });
  assert.deepEqual(made?.request.headers, { accept: 'text/csv' });
});

test('a request that an example would spoil is made of samples', async () => {
  const parameters = [{ name: 'id', in: 'path', required: true, schema: text, example: '..' }];
  const made = await caseOf('/x/{id}', { parameters });
  assert.equal(made?.request.url, '/x/text%20%26%20more');
});

test('a tool for which no arguments can be made is reported at its operation', async () => {
  const schema = { type: 'string', minLength: 1e6 };
  const parameters = [{ name: 'id', in: 'path', required: true, schema }];
  const { cases, findings } = await casesOf({
    paths: { '/x/{id}': { get: { operationId: 'getX', parameters } } },
  });
  assert.deepEqual(cases, {});
  assert.deepEqual(
    findings.map(({ code, severity, pointer }) => ({ code, severity, pointer })),
    [{ code: 'MG240', severity: 'info', pointer: '/paths/~1x~1{id}/get' }],
  );
});

test('the same document makes the same cases', async () => {
  const schema = {
    type: 'object',
    properties: { a: { ...text, format: 'uuid' }, b: { ...text, format: 'date-time' } },
  };
  const document = {
    paths: { '/x': { post: { requestBody: { content: { 'multipart/form-data': { schema } } } } } },
  };
  assert.deepEqual(await casesOf(document), await casesOf(structuredClone(document)));
});

const hostile = [
  `'; process.exit(); '`,
  '`${1}`',
  '*/ /*',
  '\u2028\u2029',
  '\r\nX-Evil: 1',
  '__proto__',
  '\u0000',
];

test('hostile examples stay what they are: values', async () => {
  for (const example of hostile) {
    const requestBody = {
      content: {
        'application/json': { schema: { type: 'array', items: text }, example: [example] },
      },
    };
    const parameters = [{ name: 'q', in: 'query', schema: text, example }];
    const made = await caseOf('/x', { parameters, requestBody });
    assert.deepEqual(made?.arguments, { q: example, body: [example] });
    assert.equal(made.request.body, JSON.stringify([example]));
  }
});

test('a hostile schema makes no case, and no harm', async () => {
  const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', '\ud800'];
  const properties = Object.fromEntries(names.map((name) => [name, text]));
  const schema = { type: 'object', required: names, properties };
  const { findings } = await casesOf({
    paths: {
      '/x': {
        post: { requestBody: { required: true, content: { 'application/json': { schema } } } },
      },
    },
  });
  assert.ok(findings.length <= 1);
  assert.equal(Object.keys(Object.prototype).length, 0);
});
