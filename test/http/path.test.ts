import type { Parameter } from '../../templates/rooms/core/src/runtime/tool.js';
import { describeWire } from './wire.js';

const list = ['blue', 'black', 'brown'];
const rgb = { R: 100, G: 200, B: 150 };
type Style = Omit<Parameter, 'in' | 'name'>;

/** OpenAPI 3.1, section 4.8.12.4, "Style Examples". */
const table: readonly (readonly [Style, value: unknown, segment: string])[] = [
  [{}, 'blue', 'blue'],
  [{}, list, 'blue,black,brown'],
  [{}, rgb, 'R,100,G,200,B,150'],
  [{ explode: true }, 'blue', 'blue'],
  [{ explode: true }, list, 'blue,black,brown'],
  [{ explode: true }, rgb, 'R=100,G=200,B=150'],
  [{ style: 'label' }, 'blue', '.blue'],
  [{ style: 'label' }, list, '.blue,black,brown'],
  [{ style: 'label' }, rgb, '.R,100,G,200,B,150'],
  [{ style: 'label', explode: true }, 'blue', '.blue'],
  [{ style: 'label', explode: true }, list, '.blue.black.brown'],
  [{ style: 'label', explode: true }, rgb, '.R=100.G=200.B=150'],
  [{ style: 'matrix' }, '', ';color'],
  [{ style: 'matrix' }, 'blue', ';color=blue'],
  [{ style: 'matrix' }, list, ';color=blue,black,brown'],
  [{ style: 'matrix' }, rgb, ';color=R,100,G,200,B,150'],
  [{ style: 'matrix', explode: true }, '', ';color'],
  [{ style: 'matrix', explode: true }, 'blue', ';color=blue'],
  [{ style: 'matrix', explode: true }, list, ';color=blue;color=black;color=brown'],
  [{ style: 'matrix', explode: true }, rgb, ';R=100;G=200;B=150'],
];

/** RFC 6570, sections 2.3, 3.2.2, 3.2.5 and 3.2.7. */
const values: readonly (readonly [Style, value: unknown, segment: string])[] = [
  [{}, 0, '0'],
  [{}, false, 'false'],
  [{}, -1.5, '-1.5'],
  [{}, 'null', 'null'],
  [{}, 'a,b', 'a%2Cb'],
  [{}, ['a,b', 'c/d'], 'a%2Cb,c%2Fd'],
  [{}, ['a', null, 'b'], 'a,b'],
  [{}, ['', 'a'], ',a'],
  [{}, { a: null, b: 1 }, 'b,1'],
  [{ explode: true }, { 'a=b': 'c,d' }, 'a%3Db=c%2Cd'],
  [{}, [['a', 1], 2], '%5B%22a%22%2C1%5D,2'],
  [{ style: 'label' }, 'a.b', '.a.b'],
  [{ style: 'matrix' }, 'a;b=c', ';color=a%3Bb%3Dc'],
  [{ style: 'matrix', explode: true }, ['a', ''], ';color=a;color'],
  [{ style: 'matrix', explode: true }, { a: '', b: 1 }, ';a;b=1'],
  [{ style: 'matrix' }, false, ';color=false'],
  [{ contentType: 'application/json' }, { a: [1, 'x'] }, '%7B%22a%22%3A%5B1%2C%22x%22%5D%7D'],
  [{ contentType: 'application/json' }, 'x', '%22x%22'],
  [{ contentType: 'application/json' }, [], '%5B%5D'],
  [{ contentType: 'text/plain' }, 'a b', 'a%20b'],
];

describeWire(
  'a path parameter',
  [...table, ...values].map(([style, value, segment]) => [
    `${JSON.stringify(style)} writes ${JSON.stringify(value)} as ${segment}`,
    {
      request: { path: '/x/{color}', parameters: [{ in: 'path', name: 'color', ...style }] },
      args: { color: value },
    },
    { line: `GET /v1/x/${segment}` },
  ]),
);

const hostile: readonly (readonly [value: string, segment: string])[] = [
  ['a/../b', 'a%2F..%2Fb'],
  ['%2e%2e', '%252e%252e'],
  ['..%2f', '..%252f'],
  ['..\\..', '..%5C..'],
  ['//evil.test', '%2F%2Fevil.test'],
  ['?admin=1', '%3Fadmin%3D1'],
  ['#top', '%23top'],
  ['a\0b', 'a%00b'],
  ['a\r\nb', 'a%0D%0Ab'],
  ['@evil.test', '%40evil.test'],
  ['http://evil.test/', 'http%3A%2F%2Fevil.test%2F'],
  ["'();*!", '%27%28%29%3B%2A%21'],
  ['é…😀', '%C3%A9%E2%80%A6%F0%9F%98%80'],
  ['...', '...'],
  [' ', '%20'],
];
const id: Parameter = { in: 'path', name: 'id' };

describeWire(
  'a hostile path argument',
  hostile.map(([value, segment]) => [
    `${JSON.stringify(value)} stays in its segment`,
    { request: { path: '/x/{id}', parameters: [id] }, args: { id: value } },
    { line: `GET /v1/x/${segment}` },
  ]),
);

const refused: readonly (readonly [path: string, Style, value: unknown])[] = [
  ['/x/{id}', {}, ''],
  ['/x/{id}', {}, '.'],
  ['/x/{id}', {}, '..'],
  ['/x/{id}', {}, '\ud800'],
  ['/x/{id}', {}, null],
  ['/x/{id}', {}, []],
  ['/x/{id}', {}, {}],
  ['/x/{id}', {}, ['']],
  ['/x/{id}', { contentType: 'text/plain' }, '..'],
  ['/x/{id}', { style: 'label' }, ''],
  ['/x/{id}', { style: 'label' }, '.'],
  ['/x/{id}', { style: 'label' }, []],
  ['/x/{id}', { style: 'label' }, ['']],
  ['/x/{id}', { style: 'label', explode: true }, ['', '']],
  ['/x/{id}', { style: 'matrix' }, []],
  ['/x/{id}', { style: 'matrix', explode: true }, {}],
  ['/x/.{id}', { style: 'label' }, ''],
  ['/x/%2e{id}', {}, '.'],
  ['/../{id}', {}, 'a'],
  ['/%2e%2e/{id}', {}, 'a'],
  ['/\\..\\..\\{id}', {}, 'a'],
  ['/.{id}/admin', {}, '.'],
  ['/a/..\\..\\..\\{id}', {}, 'a'],
];

describeWire('a path', [
  ...refused.map(
    ([path, style, value]) =>
      [
        `${path} refuses ${JSON.stringify(style)} ${JSON.stringify(value)}`,
        { request: { path, parameters: [{ ...id, ...style }] }, args: { id: value } },
        /path|surrogate/,
      ] as const,
  ),
  [
    'needs its arguments',
    { request: { path: '/x/{id}', parameters: [id] }, args: {} },
    /The path needs \{id\}/,
  ],
  [
    'takes nothing that is inherited',
    { request: { path: '/x/{toString}', parameters: [{ ...id, name: 'toString' }] }, args: {} },
    /The path needs \{toString\}/,
  ],
  [
    'takes several arguments in a segment',
    {
      request: {
        path: '/{a}-{b}.{format}',
        parameters: [
          { in: 'path', name: 'a' },
          { in: 'path', name: 'b' },
          { in: 'path', name: 'format', argument: 'kind' },
        ],
      },
      args: { a: 1, b: 'x y', kind: 'json' },
    },
    { line: 'GET /v1/1-x%20y.json' },
  ],
  [
    'carries 64-bit integers digit for digit',
    {
      request: { path: '/{id}/{list}', parameters: [id, { in: 'path', name: 'list' }] },
      properties: {
        id: { type: ['integer', 'string'], format: 'int64' },
        list: { type: 'array', items: { type: ['integer', 'string'], format: 'int64' } },
      },
      args: { id: '9223372036854775807', list: ['-9223372036854775808', 1] },
    },
    { line: 'GET /v1/9223372036854775807/-9223372036854775808,1' },
  ],
]);
