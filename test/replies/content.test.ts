import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startReplies, textOf, type Reply, type ReplyServer } from './reply.js';

const bytes = (latin1: string): Uint8Array => Buffer.from(latin1, 'latin1');
const as = (type: string, body: string | Uint8Array): Reply => ({
  headers: { 'content-type': type },
  body,
});
const untyped = (body: string | Uint8Array): Reply => ({ body });

const png = bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR');
const jpeg = bytes('\xff\xd8\xff\xe0\0\x10JFIF\0');
const page =
  '<!DOCTYPE html><html><head><title>Down</title></head><body><p>Back soon</p></body></html>';

/** Content-Type, body, and the text that comes of it. */
const texts: readonly (readonly [string, Reply, string])[] = [
  ['JSON is compact', as('application/json', '{ "a" : [ 1 , 2 ] }\n'), '{"a":[1,2]}'],
  [
    'numbers keep their digits',
    as('application/json', ' [ 12345678901234567890, 1.10, 1E5, -0 ] '),
    '[12345678901234567890,1.10,1E5,-0]',
  ],
  [
    'strings keep their spaces',
    as('application/json', '{"a b": "c  \\" d\\\\" }'),
    '{"a b":"c  \\" d\\\\"}',
  ],
  ['JSON with a charset', as('application/json; charset=utf-8', '[ "é" ]'), '["é"]'],
  [
    'JSON in UTF-16',
    as('application/json; charset=utf-16le', Buffer.from('[ "é" ]', 'utf16le')),
    '["é"]',
  ],
  ['JSON with a byte order mark', as('application/json', '\ufeff[ 1 ]'), '[1]'],
  ['a JSON scalar', as('application/json', ' "a" '), '"a"'],
  ['+json', as('application/vnd.api+json', '{ }'), '{}'],
  ['text/json', as('text/json', '{ }'), '{}'],
  ['JSON behind a guard', as('application/json', ')]}\'\n{ "a": 1 }'), '{"a":1}'],
  ['JSON said to be HTML', as('text/html', '{ "a": 1 }'), '{"a":1}'],
  ['JSON said to be plain text', as('text/plain', '[ 1 ]'), '[1]'],
  ['JSON said to be bytes', as('application/octet-stream', '{ "a": 1 }'), '{"a":1}'],
  ['JSON without a type', untyped('{ "a": 1 }'), '{"a":1}'],
  ['JSON of a type that makes no sense', as('json', '{ "a": 1 }'), '{"a":1}'],
  ['broken JSON is as it is', as('application/json', '{ "a": '), '{ "a": '],
  ['HTML said to be JSON is its text', as('application/json', page), 'Down\nBack soon'],
  ['HTML is its text', as('text/html; charset=utf-8', page), 'Down\nBack soon'],
  ['XHTML is its text', as('application/xhtml+xml', page), 'Down\nBack soon'],
  ['HTML without a type is its text', untyped(page), 'Down\nBack soon'],
  [
    'scripts, styles and drawings are no text',
    as(
      'text/html',
      '<style>a{}</style><script>b()</script><svg><text>c</text></svg><p>d &amp; <a href="x">e</a>\n f<br>g',
    ),
    'd & e f\ng',
  ],
  ['plain text', as('text/plain', ' a\n b '), ' a\n b '],
  ['plain text in Latin-1', as('text/plain; charset="iso-8859-1"', bytes('\xe9')), 'é'],
  ['text of an unknown charset', as('text/plain; charset=nonsense', 'é'), 'é'],
  ['text that is no UTF-8', as('text/csv', bytes('caf\xe9;1')), 'café;1'],
  ['text without a type', untyped('plain, é'), 'plain, é'],
  ['Markdown', as('text/markdown', '# a\n'), '# a\n'],
  ['CSV', as('text/csv', 'a,b\n1,2\n'), 'a,b\n1,2\n'],
  ['XML', as('application/xml', '<a> </a>'), '<a> </a>'],
  ['+xml', as('application/atom+xml', '<feed/>'), '<feed/>'],
  ['YAML', as('application/yaml', 'a: 1\n'), 'a: 1\n'],
  ['an SVG image is text', as('image/svg+xml', '<svg/>'), '<svg/>'],
  ['a script', as('application/javascript', 'a()'), 'a()'],
  ['text of a type that is not known', as('application/x-bibtex', '@book{a}'), '@book{a}'],
  ['text said to be an image', as('image/png', 'no such image'), 'no such image'],
  ['JSON said to be an image', as('image/png', '{ "error": 1 }'), '{"error":1}'],
  [
    'NDJSON',
    as('application/x-ndjson', '{ "a": 1 }\r\n\n{ "b": 12345678901234567890 }\n'),
    '{"a":1}\n{"b":12345678901234567890}',
  ],
  ['JSON lines with a line that is none', as('application/jsonl', '[ 1 ]\nx y\n'), '[1]\nx y'],
  [
    'a JSON text sequence',
    as('application/json-seq', '\x1e{ "a":\n1 }\n\x1e[ 2 ]\n'),
    '{"a":1}\n[2]',
  ],
  [
    'an event stream is the data of its events',
    as(
      'text/event-stream',
      ': hi\nid: 1\nevent: x\ndata: { "a": 1 }\n\ndata:b\r\ndata:  c\r\n\r\nevent: none\n\ndata\n\ndata: [DONE]',
    ),
    '{"a":1}\n"b\\n c"\n\n[DONE]',
  ],
  ['no content', { status: 204 }, '204 No Content, without content'],
  ['reset content', { status: 205 }, '205 Reset Content, without content'],
  ['an empty body', as('application/json', ''), '200 OK, without content'],
  [
    'where something was made',
    { status: 201, headers: { location: '/pets/1', etag: '"7"' } },
    '201 Created, without content; location: /pets/1; etag: "7"',
  ],
];

/** Content-Type, body, and the block that comes of it. */
const blocks: readonly (readonly [string, Reply, object])[] = [
  ['a PNG image', as('image/png', png), image('image/png', png)],
  ['an image without a type', untyped(jpeg), image('image/jpeg', jpeg)],
  ['an image said to be bytes', as('application/octet-stream', png), image('image/png', png)],
  ['an image said to be plain text', as('text/plain; charset=UTF-8', png), image('image/png', png)],
  ['an image said to be of another type', as('image/png', jpeg), image('image/jpeg', jpeg)],
  [
    'an image of a type without a signature',
    as('image/avif', bytes('\0\0\0')),
    image('image/avif', bytes('\0\0\0')),
  ],
  ['a GIF', untyped(bytes('GIF89a\x01\0')), image('image/gif', bytes('GIF89a\x01\0'))],
  [
    'a WebP',
    untyped(bytes('RIFF\x01\0\0\0WEBPVP8 ')),
    image('image/webp', bytes('RIFF\x01\0\0\0WEBPVP8 ')),
  ],
  [
    'audio',
    as('audio/mpeg', bytes('\xff\xfb\x90\0')),
    { type: 'audio', mimeType: 'audio/mpeg', data: '//uQAA==' },
  ],
  ['a PDF', untyped(bytes('%PDF-1.7\n\xe2\0')), blob('application/pdf', bytes('%PDF-1.7\n\xe2\0'))],
  [
    'a ZIP',
    as('application/octet-stream', bytes('PK\x03\x04\0')),
    blob('application/zip', bytes('PK\x03\x04\0')),
  ],
  ['gzip', untyped(bytes('\x1f\x8b\x08\0')), blob('application/gzip', bytes('\x1f\x8b\x08\0'))],
  [
    'a type of its own over a signature that others share',
    as('application/vnd.ms-excel', bytes('PK\x03\x04\0')),
    blob('application/vnd.ms-excel', bytes('PK\x03\x04\0')),
  ],
  [
    'a program is only bytes',
    untyped(bytes('MZ\x90\0\x03')),
    blob('application/octet-stream', bytes('MZ\x90\0\x03')),
  ],
  [
    'bytes said to be plain text',
    as('text/plain', bytes('\0\x01')),
    blob('application/octet-stream', bytes('\0\x01')),
  ],
  [
    'an attachment by its name',
    { headers: { 'content-disposition': 'attachment; filename="a b.bin"' }, body: bytes('\0') },
    blob('application/octet-stream', bytes('\0'), '/a%20b.bin'),
  ],
  [
    'an attachment by its name in UTF-8',
    {
      headers: { 'content-disposition': "attachment; filename=x; filename*=UTF-8''%e2%82%ac.bin" },
      body: bytes('\0'),
    },
    blob('application/octet-stream', bytes('\0'), '/%E2%82%AC.bin'),
  ],
  [
    'an attachment without the folders of its name',
    {
      headers: { 'content-disposition': 'attachment; filename="../../etc/passwd"' },
      body: bytes('\0'),
    },
    blob('application/octet-stream', bytes('\0'), '/passwd'),
  ],
  [
    'an attachment whose name is none',
    { headers: { 'content-disposition': 'attachment; filename=".."' }, body: bytes('\0') },
    blob('application/octet-stream', bytes('\0')),
  ],
];

function image(mimeType: string, body: Uint8Array): object {
  return { type: 'image', mimeType, data: Buffer.from(body).toString('base64') };
}

function blob(mimeType: string, body: Uint8Array, name = ''): object {
  const uri = `result:test_tool${name}`;
  return {
    type: 'resource',
    resource: { uri, mimeType, blob: Buffer.from(body).toString('base64') },
  };
}

describe('the content of a reply', () => {
  let replies: ReplyServer;
  before(async () => {
    replies = await startReplies();
  });
  after(() => replies[Symbol.asyncDispose]());

  for (const [name, reply, text] of texts) {
    it(name, async () => {
      assert.deepEqual(await replies.call(reply), { content: [{ type: 'text', text }] });
    });
  }

  for (const [name, reply, block] of blocks) {
    it(name, async () => {
      assert.deepEqual(await replies.call(reply), { content: [block] });
    });
  }

  it('is shortened, whatever a string of it is made of', async () => {
    const env = { MCP_MAX_RESULT_CHARS: '1000' };
    const body = `[ "${'\\n'.repeat(4_500_000)}" ]`;
    const { content, isError } = await replies.call(as('application/json', body), { env });
    assert.equal(isError, undefined);
    assert.equal(content.length, 2);
  });

  it('of lines that are no JSON is as it is', async () => {
    const body = `{ "a": 1 }\n${'x\n'.repeat(1_000)}{ "a": 1 }\n`;
    const text = textOf(await replies.call(as('application/x-ndjson', body)));
    assert.equal(text, `{"a":1}\n${'x\n'.repeat(1_000)}{ "a": 1 }`);
  });

  it('HTML stays as it is where it was asked for', async () => {
    const tool = { request: { method: 'GET', path: '/', accept: 'text/html, */*;q=0.1' } } as const;
    assert.equal(textOf(await replies.call(as('text/html', page), { tool })), page);
  });

  it('of HEAD is its headers', async () => {
    const tool = { request: { method: 'HEAD', path: '/' } } as const;
    const headers = {
      'content-type': 'text/csv',
      'content-length': '12',
      etag: '"1"',
      'x-other': 'y',
    };
    assert.equal(
      textOf(await replies.call({ headers }, { tool })),
      '200 OK, without content; content-type: text/csv; content-length: 12; etag: "1"',
    );
  });

  const mimeTypes: readonly (readonly [string, Reply, object])[] = [
    ['JSON', as('application/hal+json', '{ }'), { mimeType: 'application/hal+json', text: '{}' }],
    ['JSON said to be text', as('text/plain', '{ }'), { mimeType: 'application/json', text: '{}' }],
    ['CSV', as('Text/CSV; header=present', 'a'), { mimeType: 'text/csv', text: 'a' }],
    ['reduced HTML', as('text/html', page), { mimeType: 'text/plain', text: 'Down\nBack soon' }],
    ['a type that is none', as('<a>/"; b', 'a'), { mimeType: 'text/plain', text: 'a' }],
    ['no type', untyped('a'), { mimeType: 'text/plain', text: 'a' }],
    [
      'bytes',
      as('application/zip', bytes('PK\x03\x04\0')),
      { mimeType: 'application/zip', blob: 'UEsDBAA=' },
    ],
    [
      'nothing',
      { status: 204 },
      { mimeType: 'text/plain', text: '204 No Content, without content' },
    ],
  ];
  for (const [name, reply, contents] of mimeTypes) {
    it(`as a resource: ${name}`, async () => {
      assert.deepEqual(await replies.read(reply), { uri: 'test://api/x', ...contents });
    });
  }

  it('as a resource is whole, or an error', async () => {
    const body = JSON.stringify(Array.from({ length: 20_000 }, (_, index) => index));
    const env = { MCP_MAX_RESULT_CHARS: '1000' };
    const whole = await replies.read(as('application/json', body), { env });
    assert.deepEqual(whole, { uri: 'test://api/x', mimeType: 'application/json', text: body });
    const small = { ...env, MCP_MAX_UPSTREAM_BYTES: '2000' };
    await assert.rejects(replies.read(as('text/plain', body), { env: small }), { code: -32603 });
  });

  it('as a resource says whose fault a failure is', async () => {
    const n = { type: 'integer' };
    const tool = {
      inputSchema: { type: 'object', properties: { n }, additionalProperties: false },
      request: { method: 'GET', path: '/', parameters: [{ in: 'query', name: 'n' }] },
    } as const;
    const read = (reply: Reply, uri: string) => replies.read(reply, { tool }, uri);
    await assert.rejects(read({}, 'test://api/x?n=a'), {
      code: -32602,
      message: /\/n: must be integer/,
    });
    await assert.rejects(read({ status: 500, body: 'no' }, 'test://api/x?n=1'), {
      code: -32603,
      message: /500 Internal Server Error: no/,
    });
    await assert.rejects(read({ status: 404 }, 'test://api/x'), { code: -32602 });
  });
});
