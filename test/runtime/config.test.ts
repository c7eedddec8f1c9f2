import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConfigError, createRuntime } from '../../templates/rooms/core/src/runtime/runtime.js';
import type { Server, ServerDefinition } from '../../templates/rooms/core/src/runtime/tool.js';

type Variables = Readonly<Record<string, string>>;

const root: Server = {
  url: 'https://{region}.api.test/{stage}/',
  env: 'API_BASE_URL',
  variables: {
    region: { env: 'REGION', default: 'eu', enum: ['eu', 'us'] },
    stage: { env: 'STAGE' },
  },
};

function configOf(env: Variables, server?: Server) {
  const definition: ServerDefinition = {
    ...{ name: 'test', title: 'Test', version: '1', servers: {}, securitySchemes: {} },
    ...{ groups: [], prompts: [] },
    ...(server && { server }),
  };
  return createRuntime(definition, {}, env).config;
}

describe('the URL of the API', () => {
  const urls: readonly (readonly [Variables, Server | undefined, string])[] = [
    [{ STAGE: 'v1' }, root, 'https://eu.api.test/v1'],
    [{ STAGE: 'v1', REGION: 'us' }, root, 'https://us.api.test/v1'],
    [{ STAGE: 'v1', REGION: ' ' }, root, 'https://eu.api.test/v1'],
    [{ API_BASE_URL: 'http://localhost:8080/' }, root, 'http://localhost:8080'],
    [{ API_BASE_URL: 'https://api.test/a//' }, undefined, 'https://api.test/a'],
  ];
  for (const [env, server, url] of urls) {
    it(`with ${JSON.stringify(env)} is ${url}`, () => {
      assert.deepEqual(configOf(env, server).targets.root, { url, origin: new URL(url).origin });
    });
  }
});

describe('a problem of the environment', () => {
  const http = { API_BASE_URL: 'http://localhost', MCP_TRANSPORT: 'http' };
  const problems: readonly (readonly [Variables, Server | undefined, readonly RegExp[]])[] = [
    [{}, undefined, [/^API_BASE_URL is not set/]],
    [{}, root, [/^STAGE is not set/]],
    [{ STAGE: 'v1', REGION: 'mars' }, root, [/^REGION is "mars"; set it to one of eu, us/]],
    [{ API_BASE_URL: 'https://u:p@api.test' }, undefined, [/^API_BASE_URL must be/]],
    [{ API_BASE_URL: 'file:///x' }, undefined, [/^API_BASE_URL must be/]],
    [{ ...http, HOST: '::' }, undefined, [/^MCP_ALLOWED_HOSTS/, /^MCP_AUTH_TOKEN/]],
    [{ ...http, HOST: '10.0.0.1', MCP_ALLOWED_HOSTS: 'a' }, undefined, [/^MCP_AUTH_TOKEN/]],
    [{ ...http, PORT: '65536' }, undefined, [/^PORT is "65536"/]],
    [{ ...http, MCP_PATH: 'mcp' }, undefined, [/^MCP_PATH is "mcp"; set it to a path/]],
    [{ ...http, MCP_PATH: '/ready' }, undefined, [/^MCP_PATH is "\/ready"/]],
    [{ ...http, MCP_PATH: '/mcp/:id' }, undefined, [/^MCP_PATH is "\/mcp\/:id"/]],
    [{ ...http, MCP_SESSIONS: 'on' }, undefined, [/^MCP_SESSIONS is "on"; set it to one of none/]],
    [
      { ...http, MCP_MAX_REQUESTS: '0', MCP_MAX_SESSIONS: '-1', MCP_RECEIVE_TIMEOUT_MS: '1' },
      undefined,
      [/^MCP_MAX_SESSIONS/, /^MCP_MAX_REQUESTS/, /^MCP_RECEIVE_TIMEOUT_MS/],
    ],
    [
      { API_BASE_URL: 'http://localhost', MCP_SHUTDOWN_DEADLINE_MS: '1s' },
      undefined,
      [/^MCP_SHUTDOWN_DEADLINE_MS is "1s"/],
    ],
    [
      { ...http, API_ALLOWED_ORIGINS: 'https://a.test b' },
      undefined,
      [/^API_ALLOWED_ORIGINS lists "b"/],
    ],
    [
      { ...http, API_ALLOWED_ORIGINS: 'https://u:p@a.test', MCP_FILE_HOSTS: 'u:p@b' },
      undefined,
      [/^API_ALLOWED_ORIGINS lists "a.test"/, /^MCP_FILE_HOSTS lists "b"/],
    ],
    [
      {
        ...http,
        MCP_FILE_HOSTS: 'a.test b.test:8443 sub.c.test d.test bad/',
        HTTPS_PROXY: 'http://p',
        NO_PROXY: 'a.test,b.test:443 *.c.test',
      },
      undefined,
      [
        /^MCP_FILE_HOSTS lists "bad\/"/,
        /^MCP_FILE_HOSTS lists "b.test:8443".*add it to NO_PROXY/,
        /^MCP_FILE_HOSTS lists "d.test"/,
      ],
    ],
    [
      { ...http, MCP_TRANSPORT: 'tcp' },
      undefined,
      [/^MCP_TRANSPORT is "tcp"; set it to one of stdio, http/],
    ],
  ];
  for (const [env, server, expected] of problems) {
    it(`with ${JSON.stringify(env)} names the variable`, () => {
      assert.throws(
        () => configOf(env, server),
        (error) => {
          assert.ok(error instanceof ConfigError);
          assert.equal(error.problems.length, expected.length, error.message);
          for (const [index, pattern] of expected.entries()) {
            assert.match(error.problems[index] ?? '', pattern);
          }
          return true;
        },
      );
    });
  }

  it('is none for an open bind that is asked for in so many words', () => {
    const env = {
      ...http,
      HOST: '0.0.0.0',
      MCP_ALLOWED_HOSTS: 'mcp.test:3000',
      MCP_ALLOW_UNAUTHENTICATED: '1',
    };
    assert.deepEqual(configOf(env).http.allowedHosts, ['mcp.test']);
  });
});
