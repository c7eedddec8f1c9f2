import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as zlib from 'node:zlib';
import { startUpstream, type Upstream } from '../support/upstream.js';
import { createRig } from './rig.js';

const plain = JSON.stringify({ text: 'ö'.repeat(5_000) });
const hasZstd = 'createZstdDecompress' in zlib;

interface Reply {
  readonly encoding: string;
  readonly body: Uint8Array | string;
  readonly status?: number;
}

const gzip = zlib.gzipSync(plain);
const brotli = zlib.brotliCompressSync(plain);

const replies: Readonly<Record<string, Reply>> = {
  gzip: { encoding: 'gzip', body: gzip },
  'x-gzip': { encoding: 'X-GZip', body: gzip },
  br: { encoding: 'br', body: brotli },
  twice: { encoding: 'gzip, br', body: zlib.brotliCompressSync(gzip) },
  identity: { encoding: 'identity', body: plain },
  error: { encoding: 'gzip', body: zlib.gzipSync('{"code":"wrong"}'), status: 422 },
  empty: { encoding: 'gzip', body: '' },
  'cut-gzip': { encoding: 'gzip', body: gzip.subarray(0, -20) },
  'cut-br': { encoding: 'br', body: brotli.subarray(0, -3) },
  'wrong-gzip': { encoding: 'gzip', body: plain },
  'wrong-br': { encoding: 'br', body: 'this was never brotli'.repeat(9) },
  unknown: { encoding: 'compress', body: plain },
  many: { encoding: Array.from({ length: 9 }, () => 'gzip').join(), body: plain },
  prototype: { encoding: 'constructor', body: plain },
};

async function startEncoded(): Promise<Upstream> {
  return startUpstream(({ url, method }, response) => {
    const { encoding, body, status = 200 } = replies[url.slice(1)] ?? assert.fail(url);
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-encoding': encoding,
    });
    response.end(method === 'HEAD' ? undefined : body);
  });
}

describe('an encoded reply', () => {
  it('is announced only as far as it can be decoded', async () => {
    await using upstream = await startEncoded();
    await createRig(upstream.url).call('GET', 'gzip');
    const announced = upstream.requests[0]?.headers['accept-encoding'];
    assert.equal(announced, hasZstd ? 'gzip, br, zstd' : 'gzip, br');
  });

  const cases: readonly (readonly [string, boolean, string | RegExp])[] = [
    ...['gzip', 'x-gzip', 'br', 'twice', 'identity'].map((name) => [name, false, plain] as const),
    ['error', true, /422 Unprocessable.*\{"code":"wrong"\}/],
    ['empty', false, /^200 OK/],
    ['cut-gzip', true, /reply is broken: it is not what its encoding, gzip, makes/],
    ['cut-br', true, /reply is broken/],
    ['wrong-gzip', true, /reply is broken/],
    ['wrong-br', true, /reply is broken/],
    ['unknown', true, /is encoded as compress, which this server cannot decode/],
    ['many', true, /is encoded as gzip, gzip/],
    ['prototype', true, /is encoded as constructor/],
  ];
  for (const [name, fails, expected] of cases) {
    it(`(${name}) is ${fails ? 'an error' : 'decoded'}`, async () => {
      await using upstream = await startEncoded();
      const rig = createRig(upstream.url);
      const { text, isError } = await rig.call('GET', name);
      assert.equal(isError, fails, text);
      if (typeof expected === 'string') assert.equal(text, expected);
      else assert.match(text, expected);
      assert.equal((await rig.call('GET', 'gzip')).text, plain, 'the next call works');
    });
  }

  it('to HEAD has none', async () => {
    await using upstream = await startEncoded();
    const { isError, text } = await createRig(upstream.url).call('HEAD', 'gzip');
    assert.equal(isError, false, text);
  });

  it('of zstd is decoded where Node can', { skip: !hasZstd }, async () => {
    const compress = (zlib as unknown as { zstdCompressSync: typeof zlib.gzipSync })
      .zstdCompressSync;
    await using upstream = await startUpstream((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'zstd' });
      response.end(compress(plain));
    });
    assert.equal((await createRig(upstream.url).call('GET', 'x')).text, plain);
  });
});
