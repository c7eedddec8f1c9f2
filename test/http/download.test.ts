import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import {
  download,
  type DownloadOptions,
} from '../../templates/rooms/core/src/runtime/request/download.js';
import type { Network } from '../../templates/rooms/core/src/runtime/request/network.js';
import { isPublicAddress } from '../../templates/rooms/core/src/runtime/request/public-address.js';
import { ToolError } from '../../templates/rooms/core/src/runtime/tool-error.js';
import { startUpstream } from '../support/upstream.js';
import { makeKeyPair, type KeyPair } from '../support/openssl.js';
import { makeCall } from './wire.js';

const publicAddresses = ['1.1.1.1', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111'];
const otherAddresses = [
  ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.0.9', '169.254.169.254'],
  ...['172.16.0.1', '172.31.255.255', '192.0.0.8', '192.168.1.1', '198.18.0.1', '203.0.113.7'],
  ...['224.0.0.1', '240.0.0.1', '255.255.255.255'],
  ...['::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::7f00:1', '64:ff9b::7f00:1'],
  ...['fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12::1', 'ff02::1', '2001:db8::1', '2002:7f00:1::'],
  ...['2001::1', 'localhost', ''],
];

describe('an address', () => {
  for (const address of publicAddresses) {
    it(`${address} is public`, () => {
      assert.equal(isPublicAddress(address), true);
    });
  }
  for (const address of otherAddresses) {
    it(`${JSON.stringify(address)} is not public`, () => {
      assert.equal(isPublicAddress(address), false);
    });
  }
});

describe('a file by https', () => {
  let server: Server;
  let pair: KeyPair;
  let port: number;
  let seen: (readonly [url: string, authorization: string | undefined])[] = [];

  before(async () => {
    pair = await makeKeyPair(['DNS:files.test', 'DNS:other.test', 'IP:127.0.0.1']);
    server = createServer(pair, (request, response) => {
      const { url = '', headers } = request;
      seen.push([`${headers.host ?? ''}${url}`, headers.authorization]);
      const there = `https://other.test:${port}`;
      const redirects: Readonly<Record<string, string>> = {
        '/moved': '/report.csv',
        '/away': `${there}/report.csv`,
        '/far': 'https://far.test/x',
        '/plain': `http://files.test:${port}/x`,
        '/private': `https://127.0.0.1:${port}/x`,
        '/nowhere': 'https://',
        '/loop': '/loop',
      };
      const location = redirects[url];
      if (location !== undefined) response.writeHead(302, { location }).end('moved');
      else if (url === '/missing') response.writeHead(404).end();
      else if (url === '/large') response.end('x'.repeat(2_000));
      else if (url === '/gzip') response.writeHead(200, { 'content-encoding': 'gzip' }).end('x');
      else if (url === '/hang-up') response.writeHead(200, { 'content-length': '9' }).destroy();
      else if (url === '/silent') return;
      else if (url === '/named') {
        const disposition = 'attachment; filename="../x/y.txt"';
        response.writeHead(200, { 'content-disposition': disposition }).end('hi');
      } else if (url === '/extended') {
        const disposition = `attachment; filename="a"; filename*=UTF-8''%C3%B6.txt`;
        response.writeHead(200, { 'content-disposition': disposition }).end('hi');
      } else response.writeHead(200, { 'content-type': 'text/csv; a=b' }).end('a,b');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
  });
  after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** The names are this machine's, and connecting to it is allowed. */
  const local: Network = {
    resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    allows: (address) => address === '127.0.0.1',
  };
  const trusting = (): Network => ({ ...local, ca: pair.cert });
  const fetchFile = (path: string, options: Partial<DownloadOptions> = {}) => {
    seen = [];
    const hosts = [`files.test:${port}`, `other.test:${port}`];
    const url = path.startsWith('/') ? `https://files.test:${port}${path}` : path;
    return download(new URL(url), {
      hosts,
      maxBytes: 1_000,
      network: trusting(),
      ...options,
    });
  };
  const refusal = (message: RegExp) => (error: unknown) =>
    error instanceof ToolError && message.test(error.message);

  const files: readonly (readonly [path: string, name: string | undefined, text: string])[] = [
    ['/a/report%20%C3%B6.csv?x=1', 'report ö.csv', 'a,b'],
    ['/', undefined, 'a,b'],
    ['/moved', 'moved', 'a,b'],
    ['/away', 'away', 'a,b'],
    ['/named', 'y.txt', 'hi'],
    ['/extended', 'ö.txt', 'hi'],
  ];
  for (const [path, name, text] of files) {
    it(`${path} is ${name ?? 'nameless'}`, async () => {
      const file = await fetchFile(path);
      assert.equal(file.name, name);
      assert.equal(file.mediaType, text === 'hi' ? undefined : 'text/csv; a=b');
      assert.equal(Buffer.from(file.bytes).toString(), text);
    });
  }

  it('is asked for at every host that redirects, without credentials', async () => {
    await fetchFile('/away');
    assert.deepEqual(seen, [
      [`files.test:${port}/away`, undefined],
      [`other.test:${port}/report.csv`, undefined],
    ]);
  });

  const refused: readonly (readonly [path: string, message: RegExp])[] = [
    ['/far', /cannot be fetched from https:\/\/far\.test\./],
    ['/plain', /cannot be fetched from http:\/\/files\.test/],
    ['/private', /cannot be fetched from https:\/\/127\.0\.0\.1/],
    ['/nowhere', /redirected to no URL/],
    ['/loop', /redirected too often/],
    ['/missing', /status 404/],
    ['/large', /at most 1000 bytes/],
    ['/gzip', /comes compressed/],
    ['/hang-up', /could not be fetched/],
    ['https://far.test/', /cannot be fetched from https:\/\/far\.test/],
  ];
  for (const [path, message] of refused) {
    it(`${path} is refused`, async () => {
      await assert.rejects(fetchFile(path), refusal(message));
    });
  }

  it('is asked for four times at most', async () => {
    await assert.rejects(fetchFile('/loop'));
    assert.equal(seen.length, 4);
  });

  it('needs a port that is listed', async () => {
    await assert.rejects(
      fetchFile('/x', { hosts: ['files.test'] }),
      refusal(/cannot be fetched from/),
    );
  });

  it('needs a certificate that is trusted', async () => {
    await assert.rejects(fetchFile('/x', { network: local }), refusal(/could not be fetched/));
  });

  it('does not take a user name or a password along', async () => {
    const url = `https://user:password@files.test:${port}/x`;
    await assert.rejects(fetchFile(url), refusal(/must not hold a user name/));
  });

  it('ends when the call does', async () => {
    const controller = new AbortController();
    const pending = fetchFile('/silent', { signal: controller.signal });
    setTimeout(() => {
      controller.abort();
    }, 20);
    await assert.rejects(pending, refusal(/cancelled/));
  });

  const real = (): Network => ({ ...trusting(), allows: isPublicAddress });
  const disguises: readonly (readonly [string, Network['resolve']])[] = [
    ['a name', local.resolve],
    ['an IPv6 one', () => Promise.resolve([{ address: '::1', family: 6 }])],
    ['a mapped one', () => Promise.resolve([{ address: '::ffff:127.0.0.1', family: 6 }])],
    ['a name without addresses', () => Promise.resolve([])],
  ];
  for (const [title, resolve] of disguises) {
    it(`never comes from a private address behind ${title}`, async () => {
      await assert.rejects(
        fetchFile('/x', { network: { ...real(), resolve } }),
        refusal(/files\.test: it has no public address/),
      );
      assert.deepEqual(seen, []);
    });
  }

  for (const host of ['127.0.0.1', '[::1]', '0x7f.1', '2130706433', '[::ffff:7f00:1]']) {
    it(`never comes from ${host}`, async () => {
      const url = new URL(`https://${host}:${port}/x`);
      await assert.rejects(
        fetchFile(url.href, { hosts: [url.host], network: real() }),
        refusal(/it has no public address/),
      );
      assert.deepEqual(seen, []);
    });
  }

  it('is connected to where a name was checked, if some of its addresses are private', async () => {
    const resolve = () =>
      Promise.resolve([
        { address: '10.0.0.1', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]);
    const file = await fetchFile('/x', { network: { ...trusting(), resolve } });
    assert.equal(Buffer.from(file.bytes).toString(), 'a,b');
  });

  it('is refused by a whole server at a private address, however listed', async () => {
    await using upstream = await startUpstream((_, response) => response.end());
    seen = [];
    const result = await makeCall(upstream, {
      request: {
        method: 'PUT',
        body: { contentType: 'application/octet-stream', argument: 'body' },
      },
      properties: { body: { type: ['string', 'object'], format: 'binary' } },
      args: { body: `https://localhost:${port}/x` },
      env: { MCP_FILE_HOSTS: `localhost:${port}` },
    });
    assert.match(typeof result === 'string' ? result : '', /localhost: it has no public address/);
    assert.deepEqual(seen, []);
  });
});
