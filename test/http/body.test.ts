import type { RequestBody } from '../../templates/rooms/core/src/runtime/tool.js';
import { describeWire, type Expected, type WireCall } from './wire.js';

const int64 = { type: ['integer', 'string'], format: 'int64' };
const properties = {
  id: int64,
  label: { type: ['string', 'object', 'null'] },
  body: { $ref: '#/$defs/Node' },
  body_field: { type: 'array', items: { anyOf: [{ type: 'null' }, int64] } },
  unsigned: { ...int64, format: 'uint64' },
  digits_or_text: { anyOf: [int64, { type: 'string', maxLength: 9 }] },
  digits_or_word: { anyOf: [int64, { type: 'string', enum: ['all'] }] },
  by_pattern: { patternProperties: { '^n': int64 }, additionalProperties: { type: 'string' } },
};
const definitions = {
  Node: {
    properties: { id: int64, label: { type: 'string' }, next: { $ref: '#/$defs/Node' }, gone: {} },
    additionalProperties: int64,
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
    'unsigned',
    'digits_or_text',
    'digits_or_word',
    'by_pattern',
  ],
} as const satisfies RequestBody;
const required = { ...flat, required: true } as const;
const whole = (contentType: string): RequestBody => ({ contentType, argument: 'body' });

const written: readonly (readonly [RequestBody, WireCall['args'], body: string])[] = [
  [required, {}, '{}'],
  [flat, { label: null }, '{"label":null}'],
  [flat, { label: '' }, '{"label":""}'],
  [flat, { label: 'a\u2028"\ud800' }, '{"label":"a\u2028\\"\\ud800"}'],
  [flat, { id: 0 }, '{"id":0}'],
  [flat, { id: '9007199254740993', label: '123' }, '{"id":9007199254740993,"label":"123"}'],
  [flat, { id: '-007' }, '{"id":-7}'],
  [flat, { id: '000' }, '{"id":0}'],
  [flat, { unsigned: '18446744073709551615' }, '{"unsigned":18446744073709551615}'],
  [flat, { digits_or_text: '5' }, '{"digits_or_text":"5"}'],
  [flat, { digits_or_text: 5 }, '{"digits_or_text":5}'],
  [flat, { digits_or_word: '9007199254740993' }, '{"digits_or_word":9007199254740993}'],
  [flat, { digits_or_word: 'all' }, '{"digits_or_word":"all"}'],
  [flat, { by_pattern: { n1: '1', m1: '1' } }, '{"by_pattern":{"n1":1,"m1":"1"}}'],
  [
    flat,
    { id: 5, body_field: ['12345678901234567890', null] },
    '{"id":5,"body":[12345678901234567890,null]}',
  ],
  [flat, { body_field: [], id: 1 }, '{"id":1,"body":[]}'],
  [flat, { proto: { a: 1 } }, '{"__proto__":{"a":1}}'],
  [whole(json), { body: {} }, '{}'],
  [whole(json), { body: [] }, '[]'],
  [whole(json), { body: null }, 'null'],
  [whole(json), { body: false }, 'false'],
  [whole(json), { body: 'text' }, '"text"'],
  [whole(json), { body: [1.5, true, 'x'] }, '[1.5,true,"x"]'],
  [
    whole('application/vnd.a+json; v=1'),
    { body: { next: { id: '1', label: '1' }, more: '2' } },
    '{"next":{"id":1,"label":"1"},"more":2}',
  ],
  [
    whole('application/merge-patch+json'),
    { body: { gone: null, next: { gone: null } } },
    '{"gone":null,"next":{"gone":null}}',
  ],
  [
    whole('application/json-patch+json'),
    { body: [{ op: 'replace', path: '/a', value: null }] },
    '[{"op":"replace","path":"/a","value":null}]',
  ],
  [whole('Application/JSON;charset=UTF-8'), { body: { a: 'é' } }, '{"a":"é"}'],
  [whole('text/plain'), { body: 'as it is' }, 'as it is'],
  [whole('text/plain'), { body: '' }, ''],
  [whole('text/plain'), { body: 5 }, '5'],
  [whole('text/csv'), { body: 'a,b\r\n1,"2"\n' }, 'a,b\r\n1,"2"\n'],
  [whole('application/xml'), { body: '<a b="c">é</a>' }, '<a b="c">é</a>'],
  [whole('application/x-ndjson'), { body: '{"a":1}\n{"a":2}\n' }, '{"a":1}\n{"a":2}\n'],
  [whole('application/octet-stream'), { body: 'text of no file' }, 'text of no file'],
];

const others: readonly (readonly [string, WireCall, Expected])[] = [
  [
    'is optional',
    { request: { method: 'POST', body: flat }, properties, definitions, args: {} },
    { body: '', headers: { 'content-type': undefined, 'content-length': '0' } },
  ],
  [
    'is optional as one argument',
    { request: { method: 'PUT', body: whole(json) }, properties, definitions, args: {} },
    { body: '', headers: { 'content-type': undefined } },
  ],
  [
    'goes with a GET',
    { request: { path: '/x', body: flat }, properties, definitions, args: { id: 1 } },
    { line: 'GET /v1/x', body: '{"id":1}', headers: { 'content-length': '8' } },
  ],
  [
    'is not there in a HEAD without one',
    { request: { method: 'HEAD', path: '/x', body: flat }, properties, definitions, args: {} },
    { line: 'HEAD /v1/x', body: '', headers: { 'transfer-encoding': undefined } },
  ],
  ...(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'] as const).map(
    (method) =>
      [
        `goes with a ${method}`,
        { request: { method, path: '/x', body: flat }, properties, definitions, args: { id: 1 } },
        { line: `${method} /v1/x`, body: '{"id":1}', headers: { 'content-type': json } },
      ] as const,
  ),
  [
    'of text is UTF-8 and says so',
    {
      request: { method: 'POST', body: whole('text/plain; charset=iso-8859-1; format=flowed') },
      args: { body: 'é' },
    },
    { body: 'é', headers: { 'content-type': 'text/plain; charset=utf-8; format=flowed' } },
  ],
  [
    'of a form is an object',
    {
      request: { method: 'POST', body: whole('application/x-www-form-urlencoded') },
      args: { body: [1] },
    },
    /The body is a form/,
  ],
  [
    'of a form may be the text that it is',
    {
      request: { method: 'POST', body: whole('application/x-www-form-urlencoded') },
      args: { body: 'a=1&b=%26' },
    },
    { body: 'a=1&b=%26', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  ],
  ...[1e400, [{ a: -1e400 }]].map(
    (body, index) =>
      [
        `cannot hold a number that would become null (${index})`,
        { request: { method: 'POST', body: whole(json) }, args: { body } },
        /number is too large/,
      ] as const,
  ),
  [
    'of several parts is an object',
    { request: { method: 'POST', body: whole('multipart/form-data') }, args: { body: 'x' } },
    /The body is a form/,
  ],
];

describeWire('the body', [
  ...written.map(
    ([body, args, expected]) =>
      [
        `of ${body.contentType} ${JSON.stringify(args)} is ${expected}`,
        { request: { method: 'POST', body }, properties, definitions, args },
        { body: expected, headers: { 'content-type': body.contentType } },
      ] as const,
  ),
  ...others,
]);

const form = 'application/x-www-form-urlencoded';
const fields = ['a', 'b', 'ids[]', { name: 'c', argument: 'c_body' }] as const;
type Encodings = NonNullable<RequestBody['encoding']>;

/** OpenAPI 3.1, sections 4.8.15.1 and 4.8.12.3. */
const forms: readonly (readonly [WireCall['args'], Encodings, body: string])[] = [
  [{ a: 'x', b: 1 }, {}, 'a=x&b=1'],
  [{ b: false, a: 0 }, {}, 'a=0&b=false'],
  [{ a: '' }, {}, 'a='],
  [{ a: null }, {}, 'a='],
  [{ a: 'a b&c=d+é' }, {}, 'a=a%20b%26c%3Dd%2B%C3%A9'],
  [{ c_body: '~*' }, {}, 'c=~%2A'],
  [{ a: [1, 2] }, {}, 'a=1&a=2'],
  [{ a: [1, null] }, {}, 'a=1&a='],
  [{ a: [], b: 1 }, {}, 'b=1'],
  [{ 'ids[]': [1, 2] }, {}, 'ids%5B%5D=1&ids%5B%5D=2'],
  [{ a: { b: 'x y' } }, {}, 'a=%7B%22b%22%3A%22x%20y%22%7D'],
  [{ a: {} }, {}, 'a=%7B%7D'],
  [{ a: [{ b: 1 }] }, {}, 'a=%7B%22b%22%3A1%7D'],
  [{ a: { R: 1, G: 2 } }, { a: { style: 'form' } }, 'R=1&G=2'],
  [{ a: { R: 1, G: 2 } }, { a: { explode: false } }, 'a=R,1,G,2'],
  [{ a: [1, 2] }, { a: { explode: false } }, 'a=1,2'],
  [{ a: [1, 2] }, { a: { style: 'spaceDelimited' } }, 'a=1%202'],
  [{ a: [1, 2] }, { a: { style: 'pipeDelimited' } }, 'a=1%7C2'],
  [
    { a: { b: ['c'], d: { e: null } } },
    { a: { style: 'deepObject' } },
    'a%5Bb%5D%5B%5D=c&a%5Bd%5D%5Be%5D=',
  ],
  [
    { a: [{ price: 'p', quantity: 1 }] },
    { a: { style: 'deepObject' } },
    'a%5B0%5D%5Bprice%5D=p&a%5B0%5D%5Bquantity%5D=1',
  ],
  [{ a: 'x/y?z' }, { a: { allowReserved: true } }, 'a=x/y?z'],
  [{ a: 'x' }, { a: { contentType: 'application/json' } }, 'a=%22x%22'],
  [{ a: [1, 'x'] }, { a: { contentType: 'application/json' } }, 'a=%5B1%2C%22x%22%5D'],
  [{ a: null }, { a: { contentType: 'application/json' } }, 'a=null'],
  [{ a: 'x' }, { a: { contentType: 'text/plain' } }, 'a=x'],
];

describeWire('a form', [
  ...forms.map(
    ([args, encoding, expected]) =>
      [
        `of ${JSON.stringify(args)} ${JSON.stringify(encoding)} is ${expected}`,
        {
          request: {
            method: 'POST',
            body: { contentType: form, properties: fields, encoding },
          },
          args,
        },
        { body: expected, headers: { 'content-type': form } },
      ] as const,
  ),
  [
    'is empty where it is required and nothing is given',
    {
      request: {
        method: 'POST',
        body: { contentType: form, properties: fields, required: true },
      },
      args: {},
    },
    { body: '', headers: { 'content-type': form } },
  ],
  [
    'is one argument',
    {
      request: { method: 'POST', body: { contentType: form, argument: 'form' } },
      args: { form: { z: 1, a: ['x', 'y'] } },
    },
    { body: 'z=1&a=x&a=y' },
  ],
  [
    'carries 64-bit integers digit for digit',
    {
      request: {
        method: 'POST',
        body: {
          contentType: form,
          properties: fields,
          encoding: { b: { style: 'deepObject' } },
        },
      },
      properties: {
        a: { type: 'object', properties: { id: int64 } },
        b: { type: 'object', properties: { id: int64 } },
      },
      args: { a: { id: '9007199254740993' }, b: { id: '9007199254740993' } },
    },
    { body: 'a=%7B%22id%22%3A9007199254740993%7D&b%5Bid%5D=9007199254740993' },
  ],
]);
