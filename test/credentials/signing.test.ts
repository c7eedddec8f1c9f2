import assert from 'node:assert/strict';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { describe, it } from 'node:test';
import type { Custom, Hooks } from '../../templates/rooms/core/src/runtime/custom.js';
import type { SecurityScheme } from '../../templates/rooms/core/src/runtime/security-scheme.js';
import type { HttpMethod } from '../../templates/rooms/core/src/runtime/tool.js';
import { startUpstream, type RecordedRequest } from '../support/upstream.js';
import { serve } from './serve.js';

const schemes: Readonly<Record<string, SecurityScheme>> = {
  aws: { type: 'unsupported', scheme: 'AWS Signature Version 4' },
};
const secret = 'signing-secret';
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) =>
  createHmac('sha256', key).update(data).digest();

/** Signs method, path, time and body. */
const signByHmac: NonNullable<Hooks['beforeRequest']> = (request, { env }) => {
  const { pathname, search } = new URL(request.url);
  const time = String(Date.now());
  const text = [request.method, pathname + search, time, sha256(request.body ?? '')].join('\n');
  const signature = hmac(env['SIGNING_SECRET'] ?? '', text).toString('hex');
  return {
    ...request,
    headers: { ...request.headers, 'x-time': time, 'x-signature': signature },
  };
};

function isSigned({ method, url, headers, body }: RecordedRequest): boolean {
  const text = [method, url, String(headers['x-time']), sha256(body)].join('\n');
  const given = Buffer.from(String(headers['x-signature']), 'hex');
  const expected = hmac(secret, text);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** AWS Signature Version 4 of a request, with the credentials that the example of its documentation has. */
const signByAws: NonNullable<Hooks['beforeRequest']> = (request) => {
  const url = new URL(request.url);
  const date = '20150830T123600Z';
  const scope = '20150830/us-east-1/service/aws4_request';
  const query = url.search.slice(1).split('&').sort().join('&');
  const signed = 'host;x-amz-date';
  const canonical = [
    ...[request.method, url.pathname, query, 'host:example.amazonaws.com', `x-amz-date:${date}`],
    ...['', signed, sha256(request.body ?? '')],
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n');
  const key = ['20150830', 'us-east-1', 'service', 'aws4_request'].reduce<string | Buffer>(
    (last, part) => hmac(last, part),
    'AWS4wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  );
  const authorization = `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/${scope}, SignedHeaders=${signed}, Signature=${hmac(key, text).toString('hex')}`;
  return { ...request, headers: { ...request.headers, 'x-amz-date': date, authorization } };
};

describe('the hook that signs requests', () => {
  const requests: Readonly<Record<string, readonly [HttpMethod, unknown, contentType?: string]>> = {
    'without a body': ['GET', undefined],
    'with JSON': ['POST', { name: 'Zoë', ids: [1, 2] }, 'application/json'],
    'with a form': ['PUT', { a: 'b c', d: ['&'] }, 'application/x-www-form-urlencoded'],
  };
  for (const [name, [method, body, contentType]] of Object.entries(requests)) {
    it(`gets the bytes that are sent ${name}`, async () => {
      await using api = await startUpstream((request, response) => {
        response.writeHead(isSigned(request) ? 200 : 403).end('done');
      });
      const { call } = serve({
        url: `${api.url}/v1`,
        schemes,
        request: {
          ...{ method, path: '/x/{id}', security: [['aws']] },
          parameters: [
            { in: 'path', name: 'id' },
            { in: 'query', name: 'q' },
          ],
          ...(contentType !== undefined && { body: { contentType, argument: 'body' } }),
        },
        inputSchema: { type: 'object', properties: { id: {}, q: {}, body: {} } },
        env: { SIGNING_SECRET: secret },
        custom: { hooks: { beforeRequest: signByHmac } },
      });
      const args = { id: 'ä/b', q: 'c d', ...(body !== undefined && { body }) };
      const { isError, text } = await call({ args });
      assert.equal(isError, false, text);
      assert.equal(api.requests.length, 1);
    });
  }

  it('is called for every try and every redirect', async () => {
    await using api = await startUpstream((request, response) => {
      if (!isSigned(request)) response.writeHead(403).end();
      else if (api.requests.length === 1) response.writeHead(503, { 'retry-after': '0' }).end();
      else if (request.url === '/x') response.writeHead(302, { location: '/y' }).end();
      else response.end('done');
    });
    const { call } = serve({
      url: api.url,
      env: { SIGNING_SECRET: secret, API_MAX_RETRIES: '2' },
      custom: { hooks: { beforeRequest: signByHmac } },
    });
    const { isError, text } = await call();
    assert.equal(isError, false, text);
    assert.deepEqual(
      api.requests.map(({ url }) => url),
      ['/x', '/x', '/y'],
    );
  });

  it('can do AWS Signature Version 4', async () => {
    await using api = await startUpstream((_, response) => response.end('done'));
    const custom: Custom = { hooks: { beforeRequest: signByAws } };
    const { call } = serve({
      url: api.url,
      schemes,
      request: { path: '/?Param2=value2&Param1=value1', security: [['aws']] },
      custom,
    });
    assert.equal((await call()).isError, false);
    // The signature of get-vanilla-query-order-key-case in the test suite of AWS.
    assert.match(
      api.requests[0]?.headers.authorization ?? '',
      /Signature=b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500$/,
    );
  });

  it('is not taken for a credential where the environment has one', async () => {
    await using api = await startUpstream((_, response) => response.end('done'));
    await serve({
      url: api.url,
      schemes: { ...schemes, bearer: { type: 'bearer', env: 'TOKEN' } },
      request: { security: [['aws'], ['bearer']] },
      env: { TOKEN: 'the-token' },
      custom: { hooks: { beforeRequest: (request) => request } },
    }).call();
    assert.equal(api.requests[0]?.headers.authorization, 'Bearer the-token');
  });

  it('sees the credentials of the other schemes', async () => {
    await using api = await startUpstream((_, response) => response.end('done'));
    const { call } = serve({
      url: api.url,
      schemes: { ...schemes, key: { type: 'apiKey', in: 'query', name: 'key', env: 'KEY' } },
      request: { security: [['aws', 'key']] },
      env: { KEY: 'k' },
      custom: {
        hooks: {
          beforeRequest: (request) => ({
            ...request,
            headers: { ...request.headers, 'x-signed': sha256(new URL(request.url).search) },
          }),
        },
      },
    });
    await call();
    assert.equal(api.requests[0]?.headers['x-signed'], sha256('?key=k'));
  });

  it('is what an unsupported scheme asks for', async () => {
    await using api = await startUpstream((_, response) => response.end());
    const { text } = await serve({
      url: api.url,
      schemes,
      request: { security: [['aws']] },
    }).call();
    assert.match(
      text,
      /sign requests for AWS Signature Version 4 with the beforeRequest hook in src\/custom\/index\.ts/,
    );
    assert.equal(api.requests.length, 0);
  });
});
