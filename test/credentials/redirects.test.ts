import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../templates/rooms/core/src/runtime/config/config.js';
import { readEnvironment } from '../../templates/rooms/core/src/runtime/config/environment.js';
import { createPublicDispatchers } from '../../templates/rooms/core/src/runtime/upstream/dispatcher.js';
import { exchange } from '../../templates/rooms/core/src/runtime/upstream/exchange.js';
import { createSend } from '../../templates/rooms/core/src/runtime/upstream/send.js';
import { startUpstream } from '../support/upstream.js';
import { serve } from './serve.js';

/** From an API, to an origin, and whether the redirect is followed. Nothing is connected to. */
const targets: readonly (readonly [from: string, to: string, followed: boolean])[] = [
  ['https://8.8.8.8', 'https://1.1.1.1', true],
  ['https://8.8.8.8', 'https://[2606:4700::1111]', true],
  ['https://8.8.8.8', 'https://127.0.0.1', false],
  ['https://8.8.8.8', 'https://localhost', false],
  ['https://8.8.8.8', 'https://2130706433', false],
  ['https://8.8.8.8', 'https://[::1]', false],
  ['https://8.8.8.8', 'https://[::ffff:10.0.0.1]', false],
  ['https://8.8.8.8', 'https://10.0.0.1', false],
  ['http://8.8.8.8', 'http://169.254.169.254', false],
  ['http://8.8.8.8', 'https://8.8.8.8', true],
  ['https://8.8.8.8', 'http://8.8.8.8', false],
  ['https://8.8.8.8', 'https://me@1.1.1.1', false],
  ['https://8.8.8.8', 'ftp://1.1.1.1', false],
  ['http://10.0.0.1', 'http://10.0.0.2', true],
  ['http://localhost', 'http://127.0.0.1', true],
];

const definition = {
  ...{ name: 'test', title: 'Test', version: '1', servers: {}, securitySchemes: {} },
  ...{ groups: [], prompts: [] },
};

describe('a redirect', () => {
  for (const [from, to, followed] of targets) {
    it(`from ${from} to ${to} is ${followed ? '' : 'not '}followed`, async () => {
      const sent: string[] = [];
      const send = ({ url }: { readonly url: string }) => {
        sent.push(url);
        const [status, headers] = sent.length > 1 ? [200, {}] : [302, { location: `${to}/y` }];
        return Promise.resolve({ status, headers, body: new Uint8Array() });
      };
      const { status } = await exchange(
        { method: 'GET', url: `${from}/x`, headers: {} },
        { origin: from, secretParameters: () => [], toApi: send, elsewhere: send },
      );
      assert.equal(status, followed ? 200 : 302);
      assert.deepEqual(sent, [`${from}/x`, ...(followed ? [`${new URL(to).origin}/y`] : [])]);
    });
  }

  it('carries no credential in the query twice, to others none, and theirs as they are', async () => {
    await using other = await startUpstream((_, response) => response.end('other'));
    await using api = await startUpstream(({ url }, response) => {
      const location = url.startsWith('/x')
        ? '/near?key=another&a=b'
        : `${other.url}/?key=theirs&key=the-secret`;
      response.writeHead(302, { location }).end();
    });
    const { isError, text } = await serve({
      url: api.url,
      schemes: { key: { type: 'apiKey', in: 'query', name: 'key', env: 'KEY' } },
      request: { security: [['key']] },
      env: { KEY: 'the-secret' },
    }).call();
    assert.equal(isError, false, text);
    const [near, away] = [api, other].map(({ requests }) => requests.map(({ url }) => url));
    assert.deepEqual(near, ['/x?key=the-secret', '/near?a=b&key=the-secret']);
    assert.deepEqual(away, ['/?key=theirs']);
  });

  it('to others keeps what says which part of a file is wanted', async () => {
    await using other = await startUpstream((_, response) => response.end('other'));
    await using api = await startUpstream((_, response) => {
      response.writeHead(302, { location: other.url }).end();
    });
    const parameters = ['Range', 'X-Own'].map((name) => ({ in: 'header', name }) as const);
    const args = { Range: 'bytes=0-9', 'X-Own': 'mine' };
    await serve({ url: api.url, request: { parameters } }).call({ args });
    const { headers } = other.requests[0] ?? assert.fail('the redirect was not followed');
    assert.deepEqual([headers.range, headers['x-own']], ['bytes=0-9', undefined]);
  });

  it('into the public internet connects to no private address, whatever a name has been before', async () => {
    await using other = await startUpstream((_, response) => response.end('private'));
    const report = (problem: string) => assert.fail(problem);
    const environment = readEnvironment({ API_BASE_URL: 'https://api.example.com' }, report);
    const config = readConfig(definition, environment, report);
    const send = createSend(createPublicDispatchers(config), config.upstream);
    const url = other.url.replace('127.0.0.1', 'localhost');
    const { signal } = new AbortController();
    await assert.rejects(send({ method: 'GET', url, headers: {} }, signal), /no public address/);
    assert.equal(other.requests.length, 0);
  });
});
