import type { Parameter } from '../../templates/rooms/core/src/runtime/tool.js';
import { describeWire } from './wire.js';

const list = ['blue', 'black', 'brown'];
const rgb = { R: 100, G: 200, B: 150 };
type Style = Omit<Parameter, 'in' | 'name'>;
type Row = readonly [Style, value: unknown, query: string];

/** OpenAPI 3.1, section 4.8.12.4, "Style Examples"; 3.0 has the same for what is exploded. */
const table: readonly Row[] = [
  [{ explode: false }, '', '?color='],
  [{ explode: false }, 'blue', '?color=blue'],
  [{ explode: false }, list, '?color=blue,black,brown'],
  [{ explode: false }, rgb, '?color=R,100,G,200,B,150'],
  [{}, '', '?color='],
  [{}, 'blue', '?color=blue'],
  [{}, list, '?color=blue&color=black&color=brown'],
  [{}, rgb, '?R=100&G=200&B=150'],
  [{ style: 'spaceDelimited' }, list, '?color=blue%20black%20brown'],
  [{ style: 'spaceDelimited' }, rgb, '?color=R%20100%20G%20200%20B%20150'],
  [{ style: 'spaceDelimited', explode: true }, list, '?color=blue&color=black&color=brown'],
  [{ style: 'pipeDelimited' }, list, '?color=blue%7Cblack%7Cbrown'],
  [{ style: 'pipeDelimited' }, rgb, '?color=R%7C100%7CG%7C200%7CB%7C150'],
  [{ style: 'pipeDelimited', explode: true }, list, '?color=blue&color=black&color=brown'],
  [{ style: 'deepObject' }, rgb, '?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150'],
];

/** RFC 6570, sections 2.3 and 3.2.8. */
const values: readonly Row[] = [
  [{}, 0, '?color=0'],
  [{}, false, '?color=false'],
  [{}, 1e21, '?color=1e%2B21'],
  [{}, 'a b&c=d+e', '?color=a%20b%26c%3Dd%2Be'],
  [{}, 'é😀~', '?color=%C3%A9%F0%9F%98%80~'],
  [{}, '%41', '?color=%2541'],
  [{}, '#', '?color=%23'],
  [{}, null, ''],
  [{}, [], ''],
  [{}, {}, ''],
  [{}, [null], ''],
  [{}, ['a', null, ''], '?color=a&color='],
  [{}, [0, false], '?color=0&color=false'],
  [{}, { a: null, b: '', 'c d': 1 }, '?b=&c%20d=1'],
  [{}, { a: [1], b: { c: 2 } }, '?a=%5B1%5D&b=%7B%22c%22%3A2%7D'],
  [{}, [{ a: 1 }], '?color=%7B%22a%22%3A1%7D'],
  [{ explode: false }, [], ''],
  [{ explode: false }, {}, ''],
  [{ explode: false }, ['a,b', 'c'], '?color=a%2Cb,c'],
  [{ explode: false }, [''], '?color='],
  [{ style: 'spaceDelimited' }, 'a', '?color=a'],
  [{ style: 'pipeDelimited' }, ['a|b', 'c&d'], '?color=a%7Cb%7Cc%26d'],
  [{ style: 'pipeDelimited' }, [], ''],
];

/** Which OpenAPI leaves open: as qs, Rack and PHP read it. */
const deep: readonly Row[] = [
  [{ style: 'deepObject' }, { a: 1, b: { c: 2 } }, '?color%5Ba%5D=1&color%5Bb%5D%5Bc%5D=2'],
  [{ style: 'deepObject' }, { a: [1, 2] }, '?color%5Ba%5D%5B%5D=1&color%5Ba%5D%5B%5D=2'],
  [
    { style: 'deepObject' },
    { a: [{ b: 1, c: 2 }, { b: 3 }] },
    '?color%5Ba%5D%5B0%5D%5Bb%5D=1&color%5Ba%5D%5B0%5D%5Bc%5D=2&color%5Ba%5D%5B1%5D%5Bb%5D=3',
  ],
  [{ style: 'deepObject' }, { gte: 0, 'x y': '' }, '?color%5Bgte%5D=0&color%5Bx%20y%5D='],
  [{ style: 'deepObject' }, { a: null, b: false }, '?color%5Bb%5D=false'],
  [{ style: 'deepObject' }, { a: {}, b: [] }, ''],
  [{ style: 'deepObject' }, [1, 2], '?color%5B%5D=1&color%5B%5D=2'],
  [{ style: 'deepObject' }, 'blue', '?color=blue'],
  [{ style: 'deepObject', explode: true }, { a: 'b]=c' }, '?color%5Ba%5D=b%5D%3Dc'],
];

/** OpenAPI 3.1, section 4.8.12.2.1, `allowReserved`. */
const reserved: readonly Row[] = [
  [{ allowReserved: true }, ':/?@!$()*,;', '?color=:/?@!$()*,;'],
  [{ allowReserved: true }, '[]#&=+', '?color=%5B%5D%23%26%3D%2B'],
  [{ allowReserved: true }, 'a b%2fé%2F', '?color=a%20b%2f%C3%A9%2F'],
  [{ allowReserved: true }, '100%, %zz%4', '?color=100%25,%20%25zz%254'],
  [{ allowReserved: true }, '%%41%é%252F', '?color=%25%41%25%C3%A9%252F'],
  [{ allowReserved: true }, ['a/b', 'c:d'], '?color=a/b&color=c:d'],
  [{ allowReserved: true, explode: false }, ['a/b', 'c,d'], '?color=a/b,c%2Cd'],
  [{ allowReserved: true, explode: false }, ['c,d'], '?color=c%2Cd'],
  [{ allowReserved: true, style: 'deepObject' }, { 'a/b': 'c/d' }, '?color%5Ba%2Fb%5D=c/d'],
  [{}, ':/?@!$()*,;', '?color=%3A%2F%3F%40%21%24%28%29%2A%2C%3B'],
];

/** OpenAPI 3.1, section 4.8.12.2, `allowEmptyValue`. */
const empty: readonly Row[] = [
  [{ allowEmptyValue: true }, '', '?color='],
  [{ allowEmptyValue: true }, [], '?color='],
  [{ allowEmptyValue: true }, null, '?color='],
  [{ allowEmptyValue: true }, 'blue', '?color=blue'],
  [{ allowEmptyValue: true, style: 'deepObject' }, {}, '?color='],
];

const content: readonly Row[] = [
  [{ contentType: 'application/json' }, { a: [1] }, '?color=%7B%22a%22%3A%5B1%5D%7D'],
  [{ contentType: 'application/json' }, 'blue', '?color=%22blue%22'],
  [{ contentType: 'application/json' }, [], '?color=%5B%5D'],
  [{ contentType: 'application/json' }, {}, '?color=%7B%7D'],
  [{ contentType: 'application/json' }, { a: null }, '?color=%7B%22a%22%3Anull%7D'],
  [{ contentType: 'application/json' }, false, '?color=false'],
  [{ contentType: 'application/json' }, null, '?color=null'],
  [{ contentType: 'text/plain' }, null, ''],
  [{ contentType: 'application/vnd.a+json; v=1' }, [1, 'a'], '?color=%5B1%2C%22a%22%5D'],
  [{ contentType: 'text/plain' }, 'a=b', '?color=a%3Db'],
];

describeWire(
  'a query parameter',
  [...table, ...values, ...deep, ...reserved, ...empty, ...content].map(([style, value, query]) => [
    `${JSON.stringify(style)} writes ${JSON.stringify(value)} as ${query || 'nothing'}`,
    {
      request: { path: '/x', parameters: [{ in: 'query', name: 'color', ...style }] },
      args: { color: value },
    },
    { line: `GET /v1/x${query}` },
  ]),
);

const named = (name: string, style: Style = {}): Parameter => ({
  ...style,
  in: 'query',
  name,
  argument: 'a',
});
const names: readonly (readonly [Parameter, value: unknown, query: string])[] = [
  [named('ids[]'), [1, 2], '?ids%5B%5D=1&ids%5B%5D=2'],
  [named('filter.name'), 'x', '?filter.name=x'],
  [named('$filter'), "Name eq 'x'", '?%24filter=Name%20eq%20%27x%27'],
  [named('filter[name]'), 'x', '?filter%5Bname%5D=x'],
  [named('filter[name]', { allowReserved: true }), 'x', '?filter%5Bname%5D=x'],
  [named('a&b=c'), 'x', '?a%26b%3Dc=x'],
  [named('x:y'), 'x', '?x%3Ay=x'],
  [named('größe'), 1, '?gr%C3%B6%C3%9Fe=1'],
  [named('page', { style: 'deepObject' }), { size: 5 }, '?page%5Bsize%5D=5'],
];

const int64 = { type: ['integer', 'string'], format: 'int64' };
const largest = '9223372036854775807';
const color = (style: Style = {}): Parameter => ({ in: 'query', name: 'color', ...style });

describeWire('the query', [
  ...names.map(
    ([parameter, value, query]) =>
      [
        `has the name ${parameter.name} as ${query}`,
        { request: { path: '/x', parameters: [parameter] }, args: { a: value } },
        { line: `GET /v1/x${query}` },
      ] as const,
  ),
  [
    'has parameters in their order, and nothing that is not given',
    {
      request: {
        path: '/x',
        parameters: [
          { in: 'query', name: 'b' },
          { in: 'query', name: 'absent' },
          { in: 'query', name: 'constructor' },
          { in: 'query', name: 'a' },
        ],
      },
      args: { a: 1, b: 2 },
    },
    { line: 'GET /v1/x?b=2&a=1' },
  ],
  [
    'does not have defaults, which the model is only shown',
    {
      request: { path: '/x', parameters: [color()] },
      properties: { color: { type: 'string', default: 'blue' } },
      args: {},
    },
    { line: 'GET /v1/x' },
  ],
  [
    'begins with what the path fixes',
    { request: { path: '/x?v=2', parameters: [color()] }, args: { color: 1 } },
    { line: 'GET /v1/x?v=2&color=1' },
  ],
  [
    'keeps what the path fixes whole',
    { request: { path: '/x?a=b?c&d' }, args: {} },
    { line: 'GET /v1/x?a=b?c&d' },
  ],
  [
    'is not begun by an empty one of the path',
    { request: { path: '/x?', parameters: [color()] }, args: { color: 1 } },
    { line: 'GET /v1/x?color=1' },
  ],
  [
    'distinguishes path, query, header and cookie of one name',
    {
      request: {
        path: '/{id}',
        parameters: [
          { in: 'path', name: 'id' },
          { in: 'query', name: 'id', argument: 'id_query' },
          { in: 'header', name: 'id', argument: 'id_header' },
          { in: 'cookie', name: 'id', argument: 'id_cookie' },
        ],
      },
      args: { id: 1, id_query: 2, id_header: 3, id_cookie: 4 },
    },
    { line: 'GET /v1/1?id=2', headers: { id: '3', cookie: 'id=4' } },
  ],
  [
    'refuses a number that JSON cannot hold',
    { request: { path: '/x', parameters: [color()] }, args: { color: [1e400] } },
    /number is too large/,
  ],
  [
    'refuses half of a surrogate pair',
    { request: { path: '/x', parameters: [color()] }, args: { color: 'a\udc00' } },
    /surrogate/,
  ],
  [
    'carries 64-bit integers of arrays digit for digit',
    {
      request: { path: '/x', parameters: [color()] },
      properties: { color: { type: 'array', items: int64 } },
      args: { color: [largest, `-${largest}`, 7] },
    },
    { line: `GET /v1/x?color=${largest}&color=-${largest}&color=7` },
  ],
  [
    'carries 64-bit integers of JSON digit for digit',
    {
      request: { path: '/x', parameters: [color({ contentType: 'application/json' })] },
      properties: { color: { type: 'object', properties: { id: int64, text: {} } } },
      args: { color: { id: largest, text: '1' } },
    },
    { line: `GET /v1/x?color=%7B%22id%22%3A${largest}%2C%22text%22%3A%221%22%7D` },
  ],
  [
    'carries 64-bit integers of structures within arrays digit for digit',
    {
      request: { path: '/x', parameters: [color()] },
      properties: { color: { type: 'array', items: { $ref: '#/$defs/Node' } } },
      definitions: { Node: { type: 'object', properties: { id: int64 } } },
      args: { color: [{ id: largest }] },
    },
    { line: `GET /v1/x?color=%7B%22id%22%3A${largest}%7D` },
  ],
  [
    'carries 64-bit integers of deep objects digit for digit',
    {
      request: { path: '/x', parameters: [color({ style: 'deepObject' })] },
      properties: { color: { type: 'object', properties: { id: int64 } } },
      args: { color: { id: largest } },
    },
    { line: `GET /v1/x?color%5Bid%5D=${largest}` },
  ],
  [
    'never carries an integer that has lost digits',
    {
      request: { path: '/x', parameters: [color()] },
      properties: { color: int64 },
      args: { color: 2 ** 53 },
    },
    /send it as a string/,
  ],
]);
