import type { Parameter } from '../../templates/rooms/core/src/runtime/tool.js';
import { describeWire } from './wire.js';

type Style = Omit<Parameter, 'in' | 'name'>;
type Row = readonly [Style, value: unknown, sent: string | undefined];

const list = ['blue', 'black', 'brown'];
const rgb = { R: 100, G: 200, B: 150 };
const json = { contentType: 'application/json' };

/** OpenAPI 3.1, section 4.8.12.4, "Style Examples"; nothing is percent-encoded (section 4.8.12.2.1). */
const headers: readonly Row[] = [
  [{}, 'blue', 'blue'],
  [{}, list, 'blue,black,brown'],
  [{}, rgb, 'R,100,G,200,B,150'],
  [{ explode: true }, 'blue', 'blue'],
  [{ explode: true }, list, 'blue,black,brown'],
  [{ explode: true }, rgb, 'R=100,G=200,B=150'],
  [{}, '', ''],
  [{}, 0, '0'],
  [{}, false, 'false'],
  [{}, null, undefined],
  [{}, [], undefined],
  [{}, {}, undefined],
  [{}, ['a', null], 'a'],
  [{}, 'a b%20"c"/;=', 'a b%20"c"/;='],
  [{}, 'W/"x"', 'W/"x"'],
  [{}, 'é', 'é'],
  [json, { a: [1] }, '{"a":[1]}'],
  [json, 'é☃', '"\\u00e9\\u2603"'],
  [json, [], '[]'],
  [{ contentType: 'text/plain' }, 'a, b', 'a, b'],
];

describeWire('a header parameter', [
  ...headers.map(
    ([style, value, sent]) =>
      [
        `${JSON.stringify(style)} writes ${JSON.stringify(value)} as ${sent ?? 'nothing'}`,
        {
          request: { parameters: [{ in: 'header', name: 'X-Color', argument: 'color', ...style }] },
          args: { color: value },
        },
        { headers: { 'x-color': sent } },
      ] as const,
  ),
  ...['a\r\nX-Evil: 1', 'a\nb', 'a\0b', 'snow ☃'].map(
    (value) =>
      [
        `cannot carry ${JSON.stringify(value)}`,
        { request: { parameters: [{ in: 'header', name: 'X-A' }] }, args: { 'X-A': value } },
        /x-a cannot carry/,
      ] as const,
  ),
  ...['Host', 'content-length', 'Transfer-Encoding', 'Connection', 'X\r\nY', 'a b', ''].map(
    (name) =>
      [
        `cannot be ${JSON.stringify(name)}`,
        { request: { parameters: [{ in: 'header', name, argument: 'a' }] }, args: { a: '1' } },
        /cannot be set by an argument/,
      ] as const,
  ),
  [
    'carries 64-bit integers digit for digit, in JSON as well',
    {
      request: {
        parameters: [
          { in: 'header', name: 'X-Ids', argument: 'ids' },
          { in: 'header', name: 'X-Json', argument: 'ids', ...json },
        ],
      },
      properties: {
        ids: { type: 'array', items: { type: ['integer', 'string'], format: 'int64' } },
      },
      args: { ids: ['9007199254740993', 1] },
    },
    { headers: { 'x-ids': '9007199254740993,1', 'x-json': '[9007199254740993,1]' } },
  ],
  [
    'stands beside what every request has',
    { request: { accept: 'application/json', parameters: [] }, args: {} },
    { headers: { accept: 'application/json', 'user-agent': 'test/1', 'content-type': undefined } },
  ],
  ['is not needed to accept anything', { request: {}, args: {} }, { headers: { accept: '*/*' } }],
]);

/** OpenAPI 3.1, section 4.8.12.2.1 and appendix D: pairs are separated as cookies are (RFC 6265, section 4.2.1). */
const cookies: readonly Row[] = [
  [{}, 'blue', 'color=blue'],
  [{}, '', 'color='],
  [{}, 0, 'color=0'],
  [{}, false, 'color=false'],
  [{}, null, undefined],
  [{}, [], undefined],
  [{}, list, 'color=blue; color=black; color=brown'],
  [{}, rgb, 'R=100; G=200; B=150'],
  [{ explode: false }, list, 'color=blue,black,brown'],
  [{ explode: false }, rgb, 'color=R,100,G,200,B,150'],
  [{}, 'x;y=1', 'color=x%3By%3D1'],
  [{}, 'a\r\nb', 'color=a%0D%0Ab'],
  [json, { a: 1 }, 'color=%7B%22a%22%3A1%7D'],
  [{ contentType: 'text/plain' }, 'a=b/c%', 'color=a=b/c%'],
];

describeWire('a cookie parameter', [
  ...cookies.map(
    ([style, value, sent]) =>
      [
        `${JSON.stringify(style)} writes ${JSON.stringify(value)} as ${sent ?? 'nothing'}`,
        {
          request: { parameters: [{ in: 'cookie', name: 'color', ...style }] },
          args: { color: value },
        },
        { headers: { cookie: sent } },
      ] as const,
  ),
  [
    'stands beside others in one header',
    {
      request: {
        parameters: [
          { in: 'cookie', name: 'session' },
          { in: 'cookie', name: 'mode' },
        ],
      },
      args: { session: 'x', mode: 1 },
    },
    { headers: { cookie: 'session=x; mode=1' } },
  ],
  [
    'stands behind those of a header of that name',
    {
      request: {
        parameters: [
          { in: 'header', name: 'Cookie' },
          { in: 'cookie', name: 'mode' },
        ],
      },
      args: { Cookie: 'session=x', mode: 1 },
    },
    { headers: { cookie: 'session=x; mode=1' } },
  ],
  ...['a; admin=1', 'a\r\nb'].map(
    (value) =>
      [
        `cannot carry ${JSON.stringify(value)} as it is`,
        {
          request: { parameters: [{ in: 'cookie', name: 'c', contentType: 'text/plain' }] },
          args: { c: value },
        },
        /cookie.*cannot/,
      ] as const,
  ),
  [
    'carries 64-bit integers digit for digit',
    {
      request: { parameters: [{ in: 'cookie', name: 'c', ...json }] },
      properties: {
        c: { type: 'array', items: { type: ['integer', 'string'], format: 'int64' } },
      },
      args: { c: ['9007199254740993'] },
    },
    { headers: { cookie: 'c=%5B9007199254740993%5D' } },
  ],
]);
