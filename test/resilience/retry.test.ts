import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Custom } from '../../templates/rooms/core/src/runtime/custom.js';
import { retryAfterMs } from '../../templates/rooms/core/src/runtime/upstream/retry-after.js';
import type { HttpMethod } from '../../templates/rooms/core/src/runtime/tool.js';
import { startUpstream, type Upstream } from '../support/upstream.js';
import { createRig, type Variables } from './rig.js';

/** Fails `failures` times with a status, or by hanging up, then answers. */
async function flaky(
  failures: number,
  failure: number | 'hang up',
  headers: Variables = { 'retry-after': '0' },
): Promise<Upstream> {
  let left = failures;
  return startUpstream((_, response) => {
    left -= 1;
    if (left < 0) response.writeHead(200, { 'content-type': 'text/plain' }).end('done');
    else if (failure === 'hang up') response.destroy();
    else response.writeHead(failure, headers).end();
  });
}

describe('retries', () => {
  const cases: readonly (readonly [HttpMethod, number | 'hang up', number])[] = [
    ['GET', 408, 3],
    ['GET', 429, 3],
    ['GET', 502, 3],
    ['GET', 503, 3],
    ['GET', 504, 3],
    ['GET', 'hang up', 3],
    ['HEAD', 503, 3],
    ['OPTIONS', 503, 3],
    ['PUT', 503, 3],
    ['DELETE', 503, 3],
    ['DELETE', 'hang up', 3],
    ['GET', 400, 1],
    ['GET', 404, 1],
    ['GET', 500, 1],
    ['GET', 501, 1],
    ['POST', 503, 1],
    ['POST', 429, 1],
    ['POST', 'hang up', 1],
    ['PATCH', 503, 1],
  ];
  for (const [method, failure, requests] of cases) {
    it(`sends ${method} ${requests} times where it meets ${failure} twice`, async () => {
      await using upstream = await flaky(2, failure);
      const { isError, text } = await createRig(upstream.url).call(method, 'x');
      assert.equal(upstream.requests.length, requests);
      assert.equal(isError, requests === 1, text);
    });
  }

  it('ends with the last reply when tries run out', async () => {
    await using upstream = await flaky(9, 503);
    const { text, isError } = await createRig(upstream.url).call('GET', 'x');
    assert.equal(isError, true);
    assert.match(text, /503 Service Unavailable/);
    assert.equal(upstream.requests.length, 3);
  });

  it('does not repeat what API_MAX_RETRIES=0 forbids', async () => {
    await using upstream = await flaky(1, 503);
    await createRig(upstream.url, { env: { API_MAX_RETRIES: '0' } }).call('GET', 'x');
    assert.equal(upstream.requests.length, 1);
  });

  for (const [name, wait] of [
    ['seconds', '5'],
    ['a date', new Date(Date.now() + 60_000).toUTCString()],
  ] as const) {
    it(`gives the reply at once when Retry-After, in ${name}, leaves no time`, async () => {
      await using upstream = await flaky(1, 429, { 'retry-after': wait });
      const env = { API_TOTAL_TIMEOUT_MS: '4000' };
      const { text } = await createRig(upstream.url, { env }).call('GET', 'x');
      assert.match(text, /429 Too Many Requests/);
      assert.equal(upstream.requests.length, 1);
    });
  }

  it('waits as long as Retry-After says', async () => {
    const times: number[] = [];
    await using upstream = await startUpstream((_, response) => {
      times.push(performance.now());
      response.writeHead(times.length === 1 ? 503 : 204, { 'retry-after': '1' }).end();
    });
    await createRig(upstream.url).call('GET', 'x');
    const [first = NaN, second = NaN] = times;
    assert.ok(second - first >= 990, `${second - first} ms`);
  });

  it('tries a POST again when nothing can have been sent', async () => {
    const said: string[] = [];
    const progress = (message: string) => said.push(message);
    const { text } = await createRig('http://127.0.0.1:1').call('POST', 'x', { progress });
    assert.equal(said.length, 2);
    assert.match(
      text,
      /could not be reached: connect ECONNREFUSED .*\(3 tries\)\. Nothing was sent\./,
    );
  });

  it('warns of what may have been carried out, even if a later try sent nothing', async () => {
    const upstream = await startUpstream((_, response) => {
      response.destroy();
      void upstream[Symbol.asyncDispose]();
    });
    const { text } = await createRig(upstream.url).call('PUT', 'x');
    assert.equal(upstream.requests.length, 1);
    assert.match(text, /ECONNREFUSED/);
    assert.match(text, /may have been carried out/);
    assert.doesNotMatch(text, /Nothing was sent/);
  });

  it('says of each retry what went wrong and when the next try is', async () => {
    await using upstream = await flaky(1, 503);
    const said: string[] = [];
    const progress = (message: string) => said.push(message);
    await createRig(upstream.url).call('GET', 'x', { progress });
    assert.deepEqual(said, ['The API answered 503; trying again in 0 s (try 2 of 3)']);
  });

  it('signs each try anew', async () => {
    await using upstream = await flaky(2, 503);
    let count = 0;
    const custom: Custom = {
      hooks: {
        beforeRequest: (request) => {
          count += 1;
          return { ...request, headers: { ...request.headers, 'x-signature': `${count}` } };
        },
      },
    };
    await createRig(upstream.url, { custom }).call('GET', 'x');
    assert.deepEqual(
      upstream.requests.map(({ headers }) => headers['x-signature']),
      ['1', '2', '3'],
    );
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 0, 1);
  const cases: readonly (readonly [string | undefined, number | undefined])[] = [
    [undefined, undefined],
    ['', undefined],
    ['0', 0],
    ['120', 120_000],
    ['1.5', undefined],
    ['-1', undefined],
    ['soon', undefined],
    ['2026', 2_026_000],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Thursday, 01-Jan-26 00:00:30 GMT', 30_000],
    ['Thu Jan  1 00:00:30 2026', 30_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['Thu, 99 Jan 2026', undefined],
  ];
  for (const [value, wait] of cases) {
    it(`${JSON.stringify(value)} is ${wait} ms`, () => {
      assert.equal(retryAfterMs(value, now), wait);
    });
  }
});
