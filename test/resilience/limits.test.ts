import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { describe, it } from 'node:test';
import { createGzip } from 'node:zlib';
import { replyJson, startUpstream } from '../support/upstream.js';
import { eventually } from './raw-server.js';
import { createRig } from './rig.js';

const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

/** Does something, again and again, and returns what came of it each time. */
async function repeat<T>(times: number, work: () => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  while (results.length < times) results.push(await work());
  return results;
}

describe('the circuit breaker', () => {
  const env = { API_MAX_RETRIES: '0', API_BREAKER_FAILURES: '3', API_BREAKER_RESET_MS: '400' };

  it('holds calls back after failures in a row, and lets one try later on', async () => {
    let works = false;
    await using upstream = await startUpstream((_, response) => {
      replyJson(response, {}, works ? 200 : 500);
    });
    const rig = createRig(upstream.url, { env });
    await repeat(3, () => rig.call('GET', 'x'));
    const { text, isError } = await rig.call('POST', 'x');
    assert.equal(isError, true);
    assert.match(
      text,
      /failed 3 times in a row and is left alone for a while\. Nothing was sent\. Try again in 1 s\./,
    );
    assert.equal(upstream.requests.length, 3);

    await new Promise((resolve) => setTimeout(resolve, 410));
    assert.match((await rig.call('GET', 'x')).text, /500 Internal/, 'one try is let through');
    assert.match((await rig.call('GET', 'x')).text, /left alone/, 'and closes it again');
    assert.equal(upstream.requests.length, 4);

    works = true;
    await new Promise((resolve) => setTimeout(resolve, 410));
    const answers = await Promise.all(range(3).map(() => rig.call('GET', 'x')));
    assert.deepEqual(
      answers.map(({ isError }) => isError),
      [false, true, true],
      'the others are refused while one tries',
    );
    for (const { isError } of await repeat(4, () => rig.call('GET', 'x'))) {
      assert.equal(isError, false);
    }
  });

  it('does not mind what the API refuses, nor calls that are cancelled', async () => {
    await using upstream = await startUpstream(({ url }, response) => {
      if (url !== '/wait') replyJson(response, {}, Number(url.slice(1)));
    });
    const rig = createRig(upstream.url, { env });
    for (const status of ['400', '404', '422', '429', '404', '401']) {
      assert.match((await rig.call('GET', status)).text, new RegExp(`answered ${status}`));
    }
    const cancel = () => rig.call('GET', 'wait', { signal: AbortSignal.timeout(10) });
    for (const { text } of await repeat(4, cancel)) assert.match(text, /cancelled/);
    assert.equal((await rig.call('GET', '200')).isError, false);
  });

  it('counts connections that fail, and starts anew with a success', async () => {
    let count = 0;
    await using upstream = await startUpstream((_, response) => {
      count += 1;
      if (count % 3 === 0) response.end('fine');
      else response.destroy();
    });
    const rig = createRig(upstream.url, { env });
    const answers = await repeat(9, () => rig.call('GET', 'x'));
    assert.deepEqual(
      answers.map(({ isError }) => isError),
      range(9).map((index) => index % 3 !== 2),
    );
  });

  it('is off with API_BREAKER_FAILURES=0', async () => {
    await using upstream = await startUpstream((_, response) => {
      replyJson(response, {}, 500);
    });
    const off = { API_MAX_RETRIES: '0', API_BREAKER_FAILURES: '0' };
    const rig = createRig(upstream.url, { env: off });
    await repeat(30, () => rig.call('GET', 'x'));
    assert.equal(upstream.requests.length, 30);
  });
});

describe('the cap on requests at a time', () => {
  it('lets so many through, queues so many, and refuses the rest', async () => {
    const waiting: ServerResponse[] = [];
    await using upstream = await startUpstream((_, response) => void waiting.push(response));
    const env = { API_MAX_CONCURRENCY: '2', API_MAX_QUEUE: '3' };
    const rig = createRig(upstream.url, { env });
    const calls = range(6).map(() => rig.call('GET', 'x'));
    const refused = await Promise.race(calls);
    assert.equal(refused.isError, true);
    assert.match(refused.text, /busy: 2 requests to the API are under way and 3 wait\. Nothing/);
    for (const done of range(5)) {
      const expected = Math.min(5, done + 2);
      await eventually(() => upstream.requests.length === expected, `${expected} were sent`);
      waiting[done]?.end('done');
    }
    const answers = await Promise.all(calls);
    assert.equal(answers.filter(({ text }) => text === 'done').length, 5);
  });

  it('passes on the turn of what is cancelled in line', async () => {
    const waiting: ServerResponse[] = [];
    await using upstream = await startUpstream((_, response) => void waiting.push(response));
    const rig = createRig(upstream.url, { env: { API_MAX_CONCURRENCY: '1' } });
    const first = rig.call('GET', 'first');
    const controller = new AbortController();
    const second = rig.call('GET', 'second', { signal: controller.signal });
    const third = rig.call('GET', 'third');
    await eventually(() => waiting.length === 1, 'the first was sent');
    controller.abort();
    assert.match((await second).text, /cancelled/);
    waiting[0]?.end('done');
    assert.equal((await first).text, 'done');
    await eventually(() => waiting.length === 2, 'the third was sent');
    waiting[1]?.end('done');
    assert.equal((await third).text, 'done');
    assert.deepEqual(
      upstream.requests.map(({ url }) => url),
      ['/first', '/third'],
    );
  });
});

describe('time', () => {
  const slow = () =>
    startUpstream((_, response) => {
      setTimeout(() => response.end('late'), 300);
    });

  it('suffices for an API that is slower than usual, if API_TIMEOUT_MS says so', async () => {
    await using upstream = await slow();
    const env = { API_TIMEOUT_MS: '5000' };
    assert.equal((await createRig(upstream.url, { env }).call('POST', 'x')).text, 'late');
  });

  it('ends each try, and what may have been carried out is told', async () => {
    await using upstream = await slow();
    const env = { API_TIMEOUT_MS: '300' };
    const rig = createRig(upstream.url, { env });
    assert.match(
      (await rig.call('GET', 'x')).text,
      /^The API did not answer within 300 ms \(3 tries\)\. Try again later\.$/,
    );
    assert.match(
      (await rig.call('POST', 'x')).text,
      /^The API did not answer within 300 ms\. The request may have been carried out .*: check/,
    );
    assert.equal(upstream.requests.length, 4);
  });

  it('ends all tries together', async () => {
    await using upstream = await slow();
    const env = { API_TIMEOUT_MS: '60', API_TOTAL_TIMEOUT_MS: '100', API_MAX_RETRIES: '10' };
    const { text } = await createRig(upstream.url, { env }).call('GET', 'x');
    assert.match(text, /did not answer within (60|100) ms/);
    assert.ok(upstream.requests.length <= 2);
  });

  it('is not held up by custom code that never ends', async () => {
    await using upstream = await slow();
    const rig = createRig(upstream.url, {
      env: { API_TOTAL_TIMEOUT_MS: '50', API_MAX_CONCURRENCY: '1' },
      custom: { hooks: { beforeRequest: () => new Promise<never>(() => undefined) } },
    });
    for (const { text } of await repeat(2, () => rig.call('GET', 'x'))) {
      assert.match(text, /did not answer within 50 ms in all/);
    }
  });

  it('of a stream of events or lines is the total, and what came of it is the reply', async () => {
    await using upstream = await startUpstream(({ url }, response) => {
      const type = url === '/events' ? 'text/event-stream' : 'application/x-ndjson';
      response.writeHead(200, { 'content-type': type }).flushHeaders();
      if (url !== '/none') response.write(url === '/events' ? 'data: one\n\n' : '{"a":1}\n');
    });
    const env = { API_TIMEOUT_MS: '2000', API_TOTAL_TIMEOUT_MS: '3000', API_MAX_RETRIES: '0' };
    const rig = createRig(upstream.url, { env });
    for (const [path, expected] of [
      ['events', /one/],
      ['lines', /\{"a":1\}/],
    ] as const) {
      const { text, isError } = await rig.call('GET', path);
      assert.equal(isError, false, text);
      assert.match(text, expected);
    }
    assert.match((await rig.call('GET', 'none')).text, /did not answer within 3000 ms in all/);
  });

  it('of a compressed stream leaves what has come of it', async () => {
    await using upstream = await startUpstream((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' });
      const encoder = createGzip();
      encoder.pipe(response);
      encoder.write('data: one\n\n');
      encoder.flush();
    });
    const env = { API_TIMEOUT_MS: '2000', API_TOTAL_TIMEOUT_MS: '3000', API_MAX_RETRIES: '0' };
    const { text, isError } = await createRig(upstream.url, { env }).call('GET', 'x');
    assert.equal(isError, false, text);
    assert.match(text, /one/);
  });
});
