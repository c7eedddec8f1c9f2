import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type {
  InputSchema,
  JsonSchema,
  RequestBody,
} from '../../templates/rooms/core/src/runtime/tool.js';
import { startUpstream, type RecordedRequest, type Upstream } from '../support/upstream.js';
import { makeCall, type WireCall } from './wire.js';

const file: JsonSchema = { type: ['string', 'object', 'null'], format: 'binary' };
const int64 = { type: ['integer', 'string'], format: 'int64' };
const properties: InputSchema['properties'] = {
  file,
  files: { type: 'array', items: file },
  node: { type: 'object', properties: { id: int64 } },
  id: int64,
  fileOrText: { anyOf: [file, { type: 'string' }] },
  fileOrObject: { anyOf: [{ type: 'object', properties: { id: int64 } }, file] },
};
const names = [...Object.keys(properties), 'a', 'b', 'a"\r\n\\é'];
const png = { data: 'iVBORw==', name: 'a.png', mediaType: 'image/png' };
const bytes = '\x89PNG';

type Encodings = NonNullable<RequestBody['encoding']>;
type Part = readonly [disposition: string, contentType: string | undefined, content: string];
interface Row {
  readonly args: WireCall['args'];
  readonly encoding?: Encodings;
  /** In Latin-1, so that every byte is one character. */
  readonly parts: readonly Part[];
}

const field = (name: string): string => `form-data; name="${name}"`;
const latin1 = (text: string): string => Buffer.from(text).toString('latin1');

/** OpenAPI 3.1, section 4.8.15.2; RFC 7578, section 4; HTML, "multipart/form-data encoding algorithm". */
const rows: readonly Row[] = [
  { args: { a: 'x' }, parts: [[field('a'), undefined, 'x']] },
  { args: { a: '' }, parts: [[field('a'), undefined, '']] },
  {
    args: { a: 0, b: false },
    parts: [
      [field('a'), undefined, '0'],
      [field('b'), undefined, 'false'],
    ],
  },
  { args: { a: null }, parts: [[field('a'), undefined, '']] },
  { args: { a: 'é\n☃\r\n' }, parts: [[field('a'), undefined, latin1('é\n☃\r\n')]] },
  { args: { a: '--\r\n--x--' }, parts: [[field('a'), undefined, '--\r\n--x--']] },
  {
    args: { a: ['x', 1] },
    parts: [
      [field('a'), undefined, 'x'],
      [field('a'), undefined, '1'],
    ],
  },
  { args: { a: [], b: 1 }, parts: [[field('b'), undefined, '1']] },
  { args: { a: { b: [null] } }, parts: [[field('a'), 'application/json', '{"b":[null]}']] },
  {
    args: { a: [{ b: 1 }, { b: 2 }] },
    parts: [
      [field('a'), 'application/json', '{"b":1}'],
      [field('a'), 'application/json', '{"b":2}'],
    ],
  },
  {
    args: { 'a"\r\n\\é': 1 },
    parts: [[latin1('form-data; name="a%22%0D%0A\\é"'), undefined, '1']],
  },
  {
    args: { node: { id: '9007199254740993' }, id: '9223372036854775807' },
    parts: [
      [field('node'), 'application/json', '{"id":9007199254740993}'],
      [field('id'), undefined, '9223372036854775807'],
    ],
  },
  {
    args: { a: ['x', 1] },
    encoding: { a: { contentType: 'application/json' } },
    parts: [
      [field('a'), 'application/json', '"x"'],
      [field('a'), 'application/json', '1'],
    ],
  },
  {
    args: { a: ' {"b": 1}', b: '[x]' },
    encoding: { a: { contentType: 'application/json' }, b: { contentType: 'application/json' } },
    parts: [
      [field('a'), 'application/json', ' {"b": 1}'],
      [field('b'), 'application/json', '"[x]"'],
    ],
  },
  {
    args: { a: { b: 1 } },
    encoding: { a: { contentType: 'application/vnd.a+json; v=1' } },
    parts: [[field('a'), 'application/vnd.a+json; v=1', '{"b":1}']],
  },
  {
    args: { a: '<a/>' },
    encoding: { a: { contentType: 'application/xml; charset=utf-8' } },
    parts: [[field('a'), 'application/xml; charset=utf-8', '<a/>']],
  },
  {
    args: { a: 'x' },
    encoding: { a: { contentType: 'text/plain\r\nX-Evil: 1' } },
    parts: [[field('a'), undefined, 'x']],
  },
  {
    args: { a: [1, 2], b: [3, 4] },
    encoding: { a: { explode: false }, b: { style: 'pipeDelimited' } },
    parts: [
      [field('a'), undefined, '1,2'],
      [field('b'), undefined, '3|4'],
    ],
  },
  {
    args: { a: { b: 'x y', c: ['ä'] } },
    encoding: { a: { style: 'deepObject' } },
    parts: [
      [field('a[b]'), undefined, 'x y'],
      [field('a[c][]'), undefined, latin1('ä')],
    ],
  },
  { args: { file: png }, parts: [[`${field('file')}; filename="a.png"`, 'image/png', bytes]] },
  {
    args: { file: { data: 'iVBORw' } },
    parts: [[`${field('file')}; filename="file"`, 'application/octet-stream', bytes]],
  },
  {
    args: { file: { data: '-_-_', name: 'x.CSV' } },
    parts: [[`${field('file')}; filename="x.CSV"`, 'text/csv', '\xfb\xff\xbf']],
  },
  {
    args: { file: { data: '', name: 'a"b\r\nX: y\0.txt' } },
    parts: [[`${field('file')}; filename="a%22b%0D%0AX: y%00.txt"`, 'text/plain', '']],
  },
  {
    args: { file: { data: '', name: '../ö.bin' } },
    parts: [
      [latin1('form-data; name="file"; filename="../ö.bin"'), 'application/octet-stream', ''],
    ],
  },
  {
    args: { file: 'data:text/plain;name=n%20m.txt;base64,aGk=' },
    parts: [[`${field('file')}; filename="n m.txt"`, 'text/plain', 'hi']],
  },
  {
    args: { files: [png, 'data:,%00%ff'] },
    parts: [
      [`${field('files')}; filename="a.png"`, 'image/png', bytes],
      [`${field('files')}; filename="files"`, 'text/plain;charset=US-ASCII', '\0\xff'],
    ],
  },
  { args: { file: null }, parts: [[field('file'), undefined, '']] },
  ...['id of a file', 'https://files.test/a', 'a.png'].map((text) => ({
    args: { fileOrText: text },
    parts: [[field('fileOrText'), undefined, text]] as const,
  })),
  {
    args: { fileOrText: png },
    parts: [[`${field('fileOrText')}; filename="a.png"`, 'image/png', bytes]],
  },
  {
    args: { fileOrText: 'DATA:image/png;base64,iVBORw==' },
    parts: [[`${field('fileOrText')}; filename="fileOrText"`, 'image/png', bytes]],
  },
  {
    args: { fileOrObject: { id: '7' } },
    parts: [[field('fileOrObject'), 'application/json', '{"id":7}']],
  },
  {
    args: { fileOrObject: png },
    parts: [[`${field('fileOrObject')}; filename="a.png"`, 'image/png', bytes]],
  },
  {
    args: { file: png },
    encoding: { file: { contentType: 'image/jpeg, image/png' } },
    parts: [[`${field('file')}; filename="a.png"`, 'image/png', bytes]],
  },
  {
    args: { file: { ...png, mediaType: 'image/webp' } },
    encoding: { file: { contentType: 'image/jpeg, image/png' } },
    parts: [[`${field('file')}; filename="a.png"`, 'image/jpeg', bytes]],
  },
  {
    args: { file: png },
    encoding: { file: { contentType: 'image/*' } },
    parts: [[`${field('file')}; filename="a.png"`, 'image/png', bytes]],
  },
  {
    args: { file: { data: '' } },
    encoding: { file: { contentType: 'application/pdf' } },
    parts: [[`${field('file')}; filename="file"`, 'application/pdf', '']],
  },
];

describe('a multipart body', () => {
  let upstream: Upstream;
  before(async () => {
    upstream = await startUpstream((_, response) => response.writeHead(204).end());
  });
  after(() => upstream[Symbol.asyncDispose]());

  async function send(
    args: WireCall['args'],
    {
      encoding = {},
      contentType = 'multipart/form-data',
    }: { encoding?: Encodings; contentType?: string } = {},
  ): Promise<RecordedRequest> {
    const body: RequestBody = { contentType, properties: names, encoding };
    const sent = await makeCall(upstream, { request: { method: 'POST', body }, properties, args });
    return typeof sent === 'string' ? assert.fail(sent) : sent;
  }

  for (const { args, encoding, parts } of rows) {
    it(`of ${JSON.stringify(args)} ${JSON.stringify(encoding ?? {})}`, async () => {
      const sent = await send(args, encoding && { encoding });
      const [, boundary = ''] =
        /^multipart\/form-data; boundary=([\da-f]{32})$/.exec(sent.headers['content-type'] ?? '') ??
        [];
      assert.notEqual(boundary, '');
      const wire = parts.map(([disposition, contentType, content]) => {
        const type = contentType === undefined ? '' : `Content-Type: ${contentType}\r\n`;
        return `--${boundary}\r\nContent-Disposition: ${disposition}\r\n${type}\r\n${content}\r\n`;
      });
      assert.equal(
        Buffer.from(sent.bytes).toString('latin1'),
        `${wire.join('')}--${boundary}--\r\n`,
      );
    });
  }

  it('is read by an independent parser as it was meant', async () => {
    const sent = await send({
      a: 'é\r\nx',
      b: ['1', '2'],
      node: { id: '9007199254740993' },
      file: { ...png, name: 'ö "x".png' },
      files: ['data:text/csv;filename=t.csv,a%2Cb', 'data:;base64,AAECAw=='],
    });
    const response = new Response(sent.bytes, {
      headers: { 'content-type': sent.headers['content-type'] ?? '' },
    });
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- It is what servers should not use; the bytes are ours.
    const form = await response.formData();
    const entries = await Promise.all(
      [...form].map(async ([name, value]) =>
        typeof value === 'string'
          ? [name, value]
          : [
              name,
              value.name,
              value.type,
              Buffer.from(await value.arrayBuffer()).toString('latin1'),
            ],
      ),
    );
    assert.deepEqual(entries, [
      ['file', 'ö "x".png', 'image/png', bytes],
      ['files', 't.csv', 'text/csv', 'a,b'],
      ['files', 'files', 'text/plain;charset=us-ascii', '\0\x01\x02\x03'],
      ['node', '{"id":9007199254740993}'],
      ['a', 'é\r\nx'],
      ['b', '1'],
      ['b', '2'],
    ]);
  });

  it('has parts in the order of the schema, then the others as they are given', async () => {
    const schema = { type: 'object', allOf: [{ properties: { meta: {} } }, { properties }] };
    const sent = await makeCall(upstream, {
      request: { method: 'POST', body: { contentType: 'multipart/form-data', argument: 'body' } },
      properties: { body: schema },
      args: { body: { z: 1, y: 1, id: 1, file: png, meta: 1 } },
    });
    const order = typeof sent === 'string' ? sent : sent.body.match(/(?<= name=")\w+/g);
    assert.deepEqual(order, ['meta', 'file', 'id', 'z', 'y']);
  });

  it('is the same for the same arguments, and another for others', async () => {
    const [one, same, other] = [
      await send({ a: 'x' }),
      await send({ a: 'x' }),
      await send({ a: 'y' }),
    ];
    assert.deepEqual(one.bytes, same.bytes);
    assert.notEqual(one.headers['content-type'], other.headers['content-type']);
  });

  it('has a boundary that its parts do not hold', async () => {
    const boundaryOf = ({ headers }: RecordedRequest): string =>
      headers['content-type']?.split('boundary=')[1] ?? '';
    const first = boundaryOf(await send({ a: 'x' }));
    const sent = await send({ a: first, b: 'x' });
    assert.equal(sent.body.split(`--${boundaryOf(sent)}`).length, 4);
  });

  it('may be of another subtype', async () => {
    const mixed = await send({ a: 'x' }, { contentType: 'multipart/mixed; boundary=declared' });
    assert.match(mixed.headers['content-type'] ?? '', /^multipart\/mixed; boundary=[\da-f]{32}$/);
    const related = await send({ node: { id: 1 }, a: 'x' }, { contentType: 'multipart/related' });
    assert.match(
      related.headers['content-type'] ?? '',
      /^multipart\/related; type="application\/json"; boundary=[\da-f]{32}$/,
    );
    assert.match(
      related.body,
      /name="node"\r\nContent-Type: application\/json\r\n\r\n\{"id":1\}\r\n--/,
    );
  });
});
