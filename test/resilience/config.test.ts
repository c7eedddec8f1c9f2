import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readEnvironment } from '../../templates/rooms/core/src/runtime/config/environment.js';
import { readUpstreamConfig } from '../../templates/rooms/core/src/runtime/config/upstream-config.js';
import type { Variables } from './rig.js';

function read(variables: Variables) {
  const problems: string[] = [];
  const report = (problem: string) => problems.push(problem);
  return { ...readUpstreamConfig(readEnvironment(variables, report), report), problems };
}

describe('the limits on calls of the API', () => {
  it('have defaults', () => {
    assert.deepEqual(read({}), {
      timeoutMs: 30_000,
      totalTimeoutMs: 55_000,
      maxRetries: 2,
      breakerFailures: 10,
      breakerResetMs: 10_000,
      maxConcurrency: 16,
      maxQueue: 256,
      maxBytes: 10_000_000,
      problems: [],
    });
  });

  it('give a call at least the time of one try, unless told otherwise', () => {
    assert.equal(read({ API_TIMEOUT_MS: '300000' }).totalTimeoutMs, 300_000);
    const both = { API_TIMEOUT_MS: '300000', API_TOTAL_TIMEOUT_MS: '70000' };
    assert.equal(read(both).totalTimeoutMs, 70_000);
  });

  for (const [name, wrong] of [
    ['API_TIMEOUT_MS', '0'],
    ['API_TOTAL_TIMEOUT_MS', '2 minutes'],
    ['API_MAX_RETRIES', '11'],
    ['API_BREAKER_FAILURES', '-1'],
    ['API_BREAKER_RESET_MS', '0'],
    ['API_MAX_CONCURRENCY', '0'],
    ['API_MAX_QUEUE', 'none'],
    ['MCP_MAX_UPSTREAM_BYTES', '1'],
  ] as const) {
    it(`tell of ${name}=${wrong}`, () => {
      const { problems } = read({ [name]: wrong });
      assert.equal(problems.length, 1);
      assert.match(
        problems[0] ?? '',
        new RegExp(`^${name} is "${wrong}"; set it to a whole number`),
      );
    });
  }

  for (const wrong of ['proxy.test', 'socks5://proxy.test', 'http://me:100%@proxy.test']) {
    it(`take no proxy ${wrong}`, () => {
      const { proxy, problems } = read({ HTTPS_PROXY: wrong });
      assert.equal(proxy, undefined);
      assert.equal(problems.length, 1);
    });
  }

  it('take proxies by either spelling, the lower-case one first', () => {
    const { proxy } = read({
      HTTP_PROXY: 'http://upper.test',
      http_proxy: 'http://lower.test',
      HTTPS_PROXY: 'http://secure.test',
      NO_PROXY: 'a,b',
    });
    const expected = { http: 'http://lower.test', https: 'http://secure.test', except: 'a,b' };
    assert.deepEqual(proxy, expected);
    assert.equal(read({ NO_PROXY: '*' }).proxy, undefined);
  });
});
