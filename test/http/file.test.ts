import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ConfigError } from '../../templates/rooms/core/src/runtime/runtime.js';
import type { InputSchema, RequestTemplate } from '../../templates/rooms/core/src/runtime/tool.js';
import { startUpstream, type Upstream } from '../support/upstream.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';
import { describeWire, makeCall } from './wire.js';

const properties: InputSchema['properties'] = {
  body: { type: ['string', 'object', 'null'], format: 'binary' },
};
const upload = (contentType: string): Partial<RequestTemplate> => ({
  method: 'PUT',
  path: '/x',
  body: { contentType, argument: 'body' },
});
const octets = 'application/octet-stream';
const png = { data: 'iVBORw==', mediaType: 'image/png' };

/** RFC 4648, RFC 2397, and the type of the whole body. */
const sent: readonly (readonly [
  declared: string,
  argument: unknown,
  contentType: string,
  body: string,
])[] = [
  [octets, { data: 'AP/+' }, octets, '\0\xff\xfe'],
  [octets, { data: 'AP_-' }, octets, '\0\xff\xfe'],
  [octets, { data: 'AA==' }, octets, '\0'],
  [octets, { data: 'AA' }, octets, '\0'],
  [octets, { data: '' }, octets, ''],
  ['*/*', { data: 'aGk=', name: 'hi.txt' }, 'text/plain', 'hi'],
  [octets, png, octets, '\x89PNG'],
  ['image/*', png, 'image/png', '\x89PNG'],
  ['*/*', { data: 'AA==' }, octets, '\0'],
  ['image/jpeg', png, 'image/jpeg', '\x89PNG'],
  ['image/png', { data: 'iVBORw==' }, 'image/png', '\x89PNG'],
  ['*/*', 'data:,hi', 'text/plain;charset=US-ASCII', 'hi'],
  ['*/*', 'data:;base64,aGk', 'text/plain;charset=US-ASCII', 'hi'],
  ['*/*', 'DATA:Image/PNG;BASE64,iVBORw%3D%3D', 'Image/PNG', '\x89PNG'],
  ['*/*', 'data:text/csv;charset=utf-8,a%2Cb%0Aé', 'text/csv;charset=utf-8', 'a,b\n\xc3\xa9'],
  ['*/*', 'data:;charset=utf-8,x,y', 'text/plain;charset=utf-8', 'x,y'],
  ['*/*', 'data:image/png;filename=a.png;base64,iVBORw==', 'image/png', '\x89PNG'],
  [octets, 'data:application/octet-stream,%00%FF', octets, '\0\xff'],
];

const refused: readonly (readonly [argument: unknown, message: RegExp])[] = [
  [{ data: 'A' }, /base64/],
  [{ data: 'AA=' }, /base64/],
  [{ data: 'AAA==' }, /base64/],
  [{ data: 'AB==' }, /base64/],
  [{ data: 'AA==AA==' }, /base64/],
  [{ data: 'AA AA' }, /base64/],
  [{ data: 'AAAA\n' }, /base64/],
  [{ data: 'é' }, /base64/],
  [{ data: 'data:,x' }, /base64/],
  [{ name: 'x' }, /no data/],
  [{ data: '', mediaType: 'png' }, /mediaType/],
  [{ data: '', mediaType: 'image/png\r\nX-Evil: 1' }, /mediaType/],
  ['data:text/plain', /comma/],
  ['data:text,x', /media type/],
  ['data:text/plain;a\r\nX-Evil:1,x', /media type/],
  ['data:text/plain;base64,%%', /%/],
  ['data:,%zz', /%/],
  ['data:;base64,a', /base64/],
  ['https://files.test/a', /cannot be fetched from files\.test\. Give the file as \{"data"/],
  ['http://127.0.0.1/a', /cannot be fetched by http/],
  ['ftp://files.test/a', /cannot be fetched by ftp/],
  ['/etc/passwd', /cannot be read by path\. Give the file as .* or as a data: URL\.$/],
  ['file:///etc/passwd', /cannot be read by path/],
  ['aGVsbG8=', /cannot be read by path/],
];

describeWire('a file as the whole body', [
  ...sent.map(
    ([declared, body, contentType, content]) =>
      [
        `of ${declared} is ${JSON.stringify(body)}`,
        { request: upload(declared), properties, args: { body } },
        {
          line: 'PUT /v1/x',
          headers: { 'content-type': contentType },
          body: Buffer.from(content, 'latin1'),
        },
      ] as const,
  ),
  ...refused.map(
    ([body, message]) =>
      [
        `cannot be ${JSON.stringify(body)}`,
        { request: upload(octets), properties, args: { body } },
        message,
      ] as const,
  ),
  [
    'is nothing if it is null',
    { request: upload(octets), properties, args: { body: null } },
    { body: '', headers: { 'content-type': undefined } },
  ],
  [
    'has a limit',
    {
      request: upload(octets),
      properties,
      args: { body: `data:,${'x'.repeat(1_001)}` },
      env: { MCP_MAX_FILE_BYTES: '1000' },
    },
    /at most 1000 bytes/,
  ],
]);

describe('a file by path', { skip: process.platform === 'win32' }, () => {
  let upstream: Upstream;
  let workspace: Workspace;
  let root: string;
  before(async () => {
    upstream = await startUpstream((_, response) => response.writeHead(204).end());
    workspace = await createWorkspace();
    root = join(workspace.directory, 'root');
    await mkdir(join(root, 'sub'), { recursive: true });
    await mkdir(join(workspace.directory, 'other'));
    await mkdir(join(workspace.directory, 'root-not'));
    await writeFile(join(root, 'a b.csv'), 'a,b');
    await writeFile(join(root, 'sub/large'), 'x'.repeat(2_000));
    await writeFile(join(workspace.directory, 'secret'), 'secret');
    await writeFile(join(workspace.directory, 'root-not/secret'), 'secret');
    await writeFile(join(workspace.directory, 'other/b.bin'), '\0');
    await symlink(join(root, 'a b.csv'), join(root, 'sub/inside'));
    await symlink(join(workspace.directory, 'secret'), join(root, 'sub/outside'));
    await symlink(workspace.directory, join(root, 'up'));
    await symlink(root, join(workspace.directory, 'link'));
    await promisify(execFile)('mkfifo', [join(root, 'pipe')]);
  });
  after(async () => {
    await upstream[Symbol.asyncDispose]();
    await workspace[Symbol.asyncDispose]();
  });

  async function send(body: string, env: Readonly<Record<string, string>> = {}) {
    const roots = [root, join(workspace.directory, 'other')].join(delimiter);
    const variables = { MCP_FILE_ROOTS: roots, MCP_MAX_FILE_BYTES: '1000', ...env };
    const call = { request: upload('*/*'), properties, args: { body }, env: variables };
    const result = await makeCall(upstream, call);
    return typeof result === 'string'
      ? result
      : [result.headers['content-type'], Buffer.from(result.bytes).toString('latin1')];
  }

  const readable: readonly (readonly [path: string, contentType: string, body: string])[] = [
    ['root/a b.csv', 'text/csv', 'a,b'],
    ['root/sub/../a b.csv', 'text/csv', 'a,b'],
    ['root/sub/inside', octets, 'a,b'],
    ['other/b.bin', octets, '\0'],
  ];
  for (const [path, contentType, body] of readable) {
    it(`${path} is sent`, async () => {
      const absolute = `${workspace.directory}/${path}`;
      assert.deepEqual(await send(absolute), [contentType, body]);
      assert.deepEqual(await send(pathToFileURL(absolute).href), [contentType, body]);
    });
  }

  it('starts at the first folder if it is relative', async () => {
    assert.deepEqual(await send('a b.csv'), ['text/csv', 'a,b']);
    assert.deepEqual(await send('./sub/inside'), [octets, 'a,b']);
  });

  it('may be below a folder that is a link', async () => {
    const link = join(workspace.directory, 'link');
    assert.deepEqual(await send(`${link}/a b.csv`, { MCP_FILE_ROOTS: link }), ['text/csv', 'a,b']);
  });

  const unreadable: readonly (readonly [path: string, message: RegExp])[] = [
    ['secret', /Only files below/],
    ['root-not/secret', /Only files below/],
    ['missing', /Only files below/],
    ['root', /Only files below/],
    ['root/../secret', /Only files below/],
    ['root/sub/outside', /Only files below/],
    ['root/up/secret', /Only files below/],
    ['root/missing', /no readable file/],
    ['root/sub', /no readable file/],
    ['root/pipe', /no readable file/],
    ['root/a b.csv\0', /no readable file/],
    ['root/sub/large', /at most 1000 bytes; this one has 2000/],
  ];
  for (const [path, message] of unreadable) {
    it(`${JSON.stringify(path)} is refused`, async () => {
      assert.match(String(await send(`${workspace.directory}/${path}`)), message);
    });
  }

  it('is refused over HTTP, and without folders', async () => {
    const path = join(root, 'a b.csv');
    const message = /cannot be read by path/;
    assert.match(String(await send(path, { MCP_TRANSPORT: 'http' })), message);
    assert.match(String(await send(path, { MCP_FILE_ROOTS: '' })), message);
  });

  it('tells which folders there are', async () => {
    assert.ok(String(await send('http://x')).includes(`or as a path below ${root}, `));
  });
});

describe('the environment', () => {
  for (const [name, value] of [
    ['MCP_FILE_HOSTS', 'https://files.test'],
    ['MCP_FILE_HOSTS', 'user@files.test'],
    ['MCP_FILE_HOSTS', 'files.test:x'],
    ['MCP_FILE_ROOTS', 'relative'],
    ['MCP_MAX_FILE_BYTES', '-1'],
  ] as const) {
    it(`cannot have ${name}=${value}`, async () => {
      await using upstream = await startUpstream((_, response) => response.end());
      await assert.rejects(
        makeCall(upstream, { request: {}, args: {}, env: { [name]: value } }),
        (error) => error instanceof ConfigError && error.message.startsWith(name),
      );
    });
  }
});
