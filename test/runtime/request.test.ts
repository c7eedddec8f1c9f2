import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildRequest } from '../../templates/rooms/core/src/runtime/request/build.js';
import { ToolError } from '../../templates/rooms/core/src/runtime/tool-error.js';
import type { InputSchema, RequestTemplate } from '../../templates/rooms/core/src/runtime/tool.js';
import { tool } from './tool.js';

const build = (
  request: Partial<RequestTemplate>,
  args: Readonly<Record<string, unknown>>,
  schema?: InputSchema,
) => buildRequest(tool(request, schema), args, { base: 'https://api.test', userAgent: 'test/1' });

describe('the headers of a request', () => {
  it('are the template’s and the arguments’', async () => {
    const { headers } = await build(
      {
        accept: 'application/json',
        parameters: [
          { in: 'header', name: 'X-Tags' },
          { in: 'cookie', name: 'session' },
          { in: 'cookie', name: 'mode' },
          { in: 'header', name: 'X-Absent' },
        ],
      },
      { 'X-Tags': ['a', 'b'], session: 'x;y', mode: 1 },
    );
    assert.deepEqual(headers, {
      accept: 'application/json',
      cookie: 'session=x%3By; mode=1',
      'user-agent': 'test/1',
      'x-tags': 'a,b',
    });
  });

  for (const value of ['a\r\nX-Evil: 1', 'a\nb', 'a\0b', 'snow ☃']) {
    it(`cannot carry ${JSON.stringify(value)}`, async () => {
      const parameters = [{ in: 'header', name: 'X-A' }] as const;
      await assert.rejects(build({ parameters }, { 'X-A': value }), ToolError);
    });
  }

  for (const name of [
    'Host',
    'content-length',
    'Transfer-Encoding',
    'Connection',
    'X\r\nY',
    'a b',
    '',
  ]) {
    it(`cannot be ${JSON.stringify(name)}`, async () => {
      const parameters = [{ in: 'header', name, argument: 'a' }] as const;
      await assert.rejects(build({ parameters }, { a: '1' }), ToolError);
    });
  }
});

describe('the body of a request', () => {
  const id64 = { type: ['integer', 'string'], format: 'int64' };
  const schema: InputSchema = {
    type: 'object',
    properties: {
      id: id64,
      label: { type: 'string' },
      body: { $ref: '#/$defs/Node' },
      body_field: { type: 'array', items: { anyOf: [{ type: 'null' }, id64] } },
    },
    $defs: {
      Node: {
        type: 'object',
        properties: { id: id64, label: { type: 'string' }, next: { $ref: '#/$defs/Node' } },
        additionalProperties: id64,
      },
    },
  };
  const json = 'application/json';
  const flat = {
    contentType: json,
    properties: [
      'id',
      'label',
      { name: 'body', argument: 'body_field' },
      { name: '__proto__', argument: 'proto' },
    ],
  } as const;
  const whole = { contentType: 'application/vnd.a+json; v=1', argument: 'body' } as const;
  const form = 'application/x-www-form-urlencoded';

  const bodies: readonly (readonly [
    RequestTemplate['body'],
    Readonly<Record<string, unknown>>,
    string | undefined,
  ])[] = [
    [flat, {}, undefined],
    [{ ...flat, required: true }, {}, '{}'],
    [flat, { label: null }, '{"label":null}'],
    [flat, { id: '9007199254740993', label: '123' }, '{"id":9007199254740993,"label":"123"}'],
    [flat, { id: '-007' }, '{"id":-7}'],
    [
      flat,
      { id: 5, body_field: ['12345678901234567890', null] },
      '{"id":5,"body":[12345678901234567890,null]}',
    ],
    [flat, { proto: { a: 1 } }, '{"__proto__":{"a":1}}'],
    [whole, {}, undefined],
    [
      whole,
      { body: { next: { id: '1', label: '1' }, more: '2' } },
      '{"next":{"id":1,"label":"1"},"more":2}',
    ],
    [whole, { body: [1.5, true, 'x'] }, '[1.5,true,"x"]'],
    [
      {
        ...flat,
        contentType: form,
        encoding: { label: { style: 'deepObject' }, body: { explode: false } },
      },
      { label: { a: ['b'] }, body_field: [1, 2], proto: { c: 1 } },
      'label%5Ba%5D%5B%5D=b&body=1,2&c=1',
    ],
    [
      { ...flat, contentType: form },
      { label: 'a b&c', body_field: [1, 2] },
      'label=a%20b%26c&body=1&body=2',
    ],
    [{ ...whole, contentType: 'text/plain' }, { body: 'as it is' }, 'as it is'],
  ];
  for (const [body, args, expected] of bodies) {
    it(`of ${JSON.stringify(args)} is ${expected ?? 'none'}`, async () => {
      const request = await build({ method: 'POST', ...(body && { body }) }, args, schema);
      assert.equal(request.body, expected);
      assert.equal(request.headers['content-type'], expected && body?.contentType);
    });
  }

  it('is multipart with a boundary of its own', async () => {
    const body = { contentType: 'multipart/form-data', argument: 'body' } as const;
    const request = await build({ method: 'POST', body }, { body: { a: 'x', b: [1, 2] } });
    const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(
      request.headers['content-type'] ?? '',
    )?.[1];
    assert.ok(boundary);
    const parts = Buffer.from(request.body ?? '')
      .toString()
      .split(`--${boundary}`)
      .slice(1, -1);
    assert.deepEqual(
      parts.map((part) => /name="(.)"\r\n\r\n(.*)\r\n$/.exec(part)?.slice(1)),
      [
        ['a', 'x'],
        ['b', '1'],
        ['b', '2'],
      ],
    );
  });
});
