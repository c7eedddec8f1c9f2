import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { text } from 'node:stream/consumers';
import { argumentProblems } from '../../templates/rooms/core/src/runtime/arguments.js';
import { readEnvironment } from '../../templates/rooms/core/src/runtime/config/environment.js';
import { readHttpConfig } from '../../templates/rooms/core/src/runtime/config/http-config.js';
import { readInboundConfig } from '../../templates/rooms/core/src/runtime/config/inbound-config.js';
import { createFinder } from '../../templates/rooms/core/src/runtime/resource-finder.js';
import type { InputSchema } from '../../templates/rooms/core/src/runtime/tool.js';
import { buildSampleProject } from '../runtime/sample-project.js';
import { startHttp, type HttpServer } from '../runtime/process.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';

/** Of these sizes, work that grows with the square of the input would not end while anyone waits. */
describe('checking large arguments takes time in proportion', () => {
  const many = <T>(make: (index: number) => T): readonly T[] =>
    Array.from({ length: 100_000 }, (_, index) => make(index));
  const list = (items: object, more: object = {}): InputSchema => ({
    type: 'object',
    properties: { list: { type: 'array', items, ...more } },
    additionalProperties: false,
  });

  it('with unknown names', () => {
    const args = Object.fromEntries(many((index) => [`name${index}`, 1]));
    const problems = argumentProblems(list({}), args);
    assert.equal(problems.length, 21);
    assert.equal(problems.at(-1), 'and 99980 more');
  });

  it('with items that match no alternative', () => {
    const either = list({ anyOf: [{ type: 'string' }, { type: 'null' }] });
    assert.equal(argumentProblems(either, { list: many(() => 1) }).length, 21);
  });

  it('with items that must differ', () => {
    const unique = list({}, { uniqueItems: true });
    assert.deepEqual(argumentProblems(unique, { list: many((a) => ({ a, b: [a] })) }), []);
    const equal = [{ a: 1, b: { c: 2, d: 3 } }, 'x', { b: { d: 3, c: 2 }, a: 1 }];
    assert.match(argumentProblems(unique, { list: equal })[0] ?? '', /must not have duplicate/);
    assert.deepEqual(argumentProblems(unique, { list: [1, '1', [1], null, 'null'] }), []);
  });

  it('and quotes little of them', () => {
    const name = 'x'.repeat(1_000_000);
    const [problem = ''] = argumentProblems(list({}), { [name]: name });
    assert.ok(problem.length < 1_000);
  });

  it('with URIs that nearly match', () => {
    const find = createFinder([
      { uri: 'x://api/{a}{b}{c}{d}{e}/y' },
      { uri: 'x://api/{a}-{b}-{c}-{d}/x' },
    ]);
    assert.equal(find(`x://api/${'a-'.repeat(50_000)}`), undefined);
    assert.deepEqual(find('x://api/1-2-3-4-5/x')?.variables, {
      ...{ a: ['1'], b: ['2'], c: ['3'], d: ['4-5'] },
    });
  });
});

describe('the address that HTTP is served at', () => {
  const configOf = (variables: Readonly<Record<string, string>>) => {
    const problems: string[] = [];
    const report = (problem: string): void => void problems.push(problem);
    const environment = readEnvironment(variables, report);
    const config = readHttpConfig(environment, report);
    readInboundConfig(environment, config, report);
    return { config, problems };
  };

  for (const host of ['', '127.0.0.1', 'localhost', '::1']) {
    it(`may be ${JSON.stringify(host)} without a token`, () => {
      assert.deepEqual(configOf({ HOST: host }).problems, []);
    });
  }

  for (const host of [
    ...['::', '0.0.0.0', '0', '127.0.0.2', '::ffff:127.0.0.1', '10.0.0.1', '*'],
    ...['LOCALHOST.', 'localhost.evil.test', '127.0.0.1.evil.test', 'mcp.example.com'],
  ]) {
    it(`may be ${host} only with a token and with allowed hosts`, () => {
      assert.equal(configOf({ HOST: host }).problems.length, 2);
      assert.equal(configOf({ HOST: host, MCP_AUTH_TOKEN: 'x'.repeat(16) }).problems.length, 1);
      const { config, problems } = configOf({
        ...{ HOST: host, MCP_AUTH_TOKEN: 'x'.repeat(16), MCP_ALLOWED_HOSTS: 'a.test' },
      });
      assert.deepEqual(problems, []);
      assert.deepEqual(config.allowedHosts, ['a.test'], 'loopback names are not among them');
    });
  }

  it('has hosts without their ports, and origins without their paths', () => {
    const { config } = configOf({
      ...{ HOST: '::', MCP_ALLOW_UNAUTHENTICATED: '1' },
      MCP_ALLOWED_HOSTS: 'A.test, b.test:8080 https://c.test/ [::1]:3000,*',
      MCP_ALLOWED_ORIGINS: 'https://App.Test:8443/path',
    });
    assert.deepEqual(config.allowedHosts, ['a.test', 'b.test', 'c.test', '[::1]', '*']);
    assert.deepEqual(config.allowedOrigins, ['https://app.test:8443']);
  });
});

describe('a hostile HTTP client', () => {
  let workspace: Workspace;
  let server: HttpServer;

  before(async () => {
    workspace = await createWorkspace();
    await buildSampleProject(workspace.directory);
    server = await startHttp(join(workspace.directory, 'dist/index.js'), {
      MCP_AUTH_TOKEN: 'inbound-token-of-the-test',
      PETSTORE_API_KEY: 'upstream-secret',
      API_BASE_URL: 'http://127.0.0.1:9',
      LOG_LEVEL: 'debug',
    });
  });
  after(async () => {
    await server[Symbol.asyncDispose]();
    await workspace[Symbol.asyncDispose]();
  });

  /** What the server answers to these very bytes. */
  async function raw(head: readonly string[]): Promise<string> {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    return text(socket);
  }

  const allowed = [
    'Host: localhost',
    'Authorization: Bearer inbound-token-of-the-test',
    'Connection: close',
  ];
  const post = async (body: string): Promise<string> => {
    const headers = {
      accept: 'application/json, text/event-stream',
      authorization: 'Bearer inbound-token-of-the-test',
      'content-type': 'application/json',
    };
    const response = await fetch(server.url, { method: 'POST', headers, body });
    return `${response.status} ${await response.text()}`;
  };

  const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
    [
      'no host',
      ['GET /mcp HTTP/1.0', 'Authorization: Bearer inbound-token-of-the-test'],
      /^HTTP\/1.1 40[03]/,
    ],
    ['two hosts', ['GET /mcp HTTP/1.1', 'Host: evil.test', ...allowed], /^HTTP\/1.1 40[03]/],
    [
      'a host with a user',
      ['GET /mcp HTTP/1.1', 'Host: localhost@evil.test', 'Connection: close'],
      /^HTTP\/1.1 40[03]/,
    ],
    [
      'a name that ends like one',
      ['GET /mcp HTTP/1.1', 'Host: evil.localhost', 'Connection: close'],
      /^HTTP\/1.1 403/,
    ],
    ['an absolute target', ['GET http://evil.test/mcp HTTP/1.1', ...allowed], /^HTTP\/1.1 40\d/],
    ['an upper-case path', ['GET /MCP HTTP/1.1', ...allowed], /^HTTP\/1.1 404/],
    [
      'a path around',
      ['GET /health/../mcp HTTP/1.1', 'Host: localhost', 'Connection: close'],
      /^HTTP\/1.1 40[14]/,
    ],
    ['DELETE', ['DELETE /mcp HTTP/1.1', ...allowed], /^HTTP\/1.1 405/],
    [
      'a token twice',
      [
        'GET /mcp HTTP/1.1',
        'Host: localhost',
        'Connection: close',
        'Authorization: Bearer x, Bearer inbound-token-of-the-test',
      ],
      /^HTTP\/1.1 401/,
    ],
    [
      'two lengths',
      ['POST /mcp HTTP/1.1', ...allowed, 'Content-Length: 2', 'Content-Length: 3'],
      /^HTTP\/1.1 400/,
    ],
    [
      'a length and chunks',
      ['POST /mcp HTTP/1.1', ...allowed, 'Content-Length: 2', 'Transfer-Encoding: chunked'],
      /^HTTP\/1.1 400/,
    ],
  ];
  for (const [name, head, expected] of refused) {
    it(`is refused with ${name}`, async () => {
      const answer = await raw(head);
      assert.match(answer, expected);
      assert.doesNotMatch(answer, /secret|inbound-token|\/dist\/|at .*\.js/);
    });
  }

  const call = (args: string, id = 1): string =>
    `{"jsonrpc":"2.0","id":${id},"method":"tools/call","params":{"name":"get_pet_by_id","arguments":${args}}}`;
  const bodies: readonly (readonly [string, string])[] = [
    [
      'arguments nested 500,000 deep',
      call(`{"petId":${'['.repeat(500_000)}${']'.repeat(500_000)}}`),
    ],
    ['__proto__', call('{"__proto__":{"petId":1},"constructor":{"prototype":{"polluted":true}}}')],
    ['arguments that are no object', call('[]')],
    ['a batch', `[${call('{"petId":1}')},${call('{"petId":1}', 2)}]`],
    ['an unknown tool', call('{}').replace('get_pet_by_id', '../../constructor')],
    ['an inherited tool', call('{}').replace('get_pet_by_id', 'toString')],
    [
      'a resource of another scheme',
      '{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"file:///etc/passwd"}}',
    ],
    [
      'a cursor of its own',
      '{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"cursor":"LTE="}}',
    ],
    ['an API that is not there', call('{"petId":1}')],
  ];
  for (const [name, body] of bodies) {
    it(`learns nothing by ${name}, and the server lives`, async () => {
      const answer = await post(body);
      assert.match(answer, /^[24]\d\d /);
      assert.doesNotMatch(answer, /upstream-secret|inbound-token|\/dist\/|\bat .*\.js|root:/);
      assert.match(await post('{"jsonrpc":"2.0","id":1,"method":"ping"}'), /"result":\{\}/);
    });
  }

  it('finds no secret in the log', () => {
    assert.doesNotMatch(server.log(), /upstream-secret|inbound-token/);
  });
});
