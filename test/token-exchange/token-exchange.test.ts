import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { logged } from '../inbound/logged.js';
import {
  active,
  startIntrospector,
  variables as introspecting,
} from '../introspection/introspector.js';
import { buildAlone } from '../runtime/alone.js';
import {
  connectHttp,
  connectStdio,
  kinds,
  startHttp,
  type AnyClient,
  type HttpServer,
} from '../runtime/process.js';
import { replyJson, startUpstream, type Upstream } from '../support/upstream.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';
import {
  client,
  exchanging,
  resource,
  startExchanger,
  subjectOf,
  variables,
  type Exchanger,
} from './exchanger.js';

/** Shows what custom code finds of its caller. */
const custom = `import { inspect } from 'node:util';
import type { Custom } from '../runtime/custom.js';

export const custom = {
  tools: [
    {
      name: 'look',
      description: 'What is seen of the caller.',
      handler: (_, { mcp, log }) => {
        const { authInfo } = mcp.http ?? {};
        log.info('the caller', { authInfo });
        return JSON.stringify(authInfo) + inspect(authInfo, { depth: 9, showHidden: true });
      },
    },
  ],
} satisfies Custom;
`;

const shared = { PETSTORE_TOKEN: 'shared-by-everyone', PETSTORE_API_KEY: 'key-of-everyone' };

describe('a server that exchanges tokens', () => {
  let workspace: Workspace;
  let exchanger: Exchanger;
  let api: Upstream;
  let server: HttpServer;
  let entry: string;
  let common: Readonly<Record<string, string>>;
  const shown: string[] = [];
  const seen: string[] = [];
  /** Tokens that the API does not take. */
  const withdrawn = new Set<string>();

  before(async () => {
    workspace = await createWorkspace();
    entry = await buildAlone(workspace.directory, ['introspection', 'token-exchange'], custom);
    exchanger = await startExchanger();
    api = await startUpstream(({ headers }, response) => {
      const { authorization = '' } = headers;
      // An API that tells everyone what it was told.
      if (withdrawn.has(authorization)) replyJson(response, { error: authorization }, 401);
      else replyJson(response, { authorization });
    });
    common = {
      ...{ API_BASE_URL: api.url, API_BASE_URL_FILES: api.url, LOG_LEVEL: 'debug' },
      ...{ MCP_AUDIT_ARGUMENTS: 'names', API_MAX_RETRIES: '0', ...shared },
    };
    server = await startHttp(entry, { ...common, ...variables(exchanger) });
  });
  after(async () => {
    await server[Symbol.asyncDispose]();
    await api[Symbol.asyncDispose]();
    await exchanger[Symbol.asyncDispose]();
    await workspace[Symbol.asyncDispose]();
  });

  const signIn = (sub: string): string => {
    const token = exchanger.tokenOf(sub);
    shown.push(token);
    return token;
  };
  const call = async (
    connected: AnyClient,
    name: string,
    args: Readonly<Record<string, unknown>> = {},
  ) => {
    const { content, isError = false } = await connected.callTool({ name, arguments: args });
    const text = JSON.stringify(content);
    seen.push(text);
    return { text, isError };
  };
  const lastSent = () => api.requests.at(-1)?.headers.authorization;

  for (const kind of kinds) {
    it(`calls the API as the caller, whom it asks for once (${kind})`, async () => {
      const token = signIn(`alice-${kinds.indexOf(kind)}`);
      await using connected = await connectHttp(kind, server.url, token);
      const before = exchanger.asked().length;
      const results = await Promise.all(
        Array.from({ length: 5 }, () => call(connected, 'get_file')),
      );
      assert.ok(
        results.every(({ isError }) => !isError),
        seen.at(-1),
      );
      const forms = exchanger.asked().slice(before);
      assert.deepEqual(
        forms.map((form) => Object.fromEntries(form)),
        [
          {
            grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
            subject_token: token,
            subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
            requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
            audience: 'the-api',
            scope: 'pets:read pets:write',
          },
        ],
      );
      assert.equal(lastSent(), `Bearer ${exchanger.given().at(-1)}`);
      assert.match(seen.at(-1) ?? '', /Bearer \[redacted\]/);
    });
  }

  it('prefers that to what callers share, and leaves other schemes alone', async () => {
    await using alice = await connectHttp('v2 of 2026', server.url, signIn('alice'));
    await call(alice, 'add_pet', { name: 'Rex' });
    assert.match(lastSent() ?? '', /^Bearer token\/for\/alice\//);
    assert.doesNotMatch(api.requests.at(-1)?.url ?? '', /key-of-everyone/);
    await alice.readResource({ uri: 'petstore://api/inventory' });
    assert.equal(lastSent(), undefined);
    assert.match(api.requests.at(-1)?.url ?? '', /key-of-everyone/);
  });

  for (const sessions of ['none', 'memory']) {
    it(`never mixes callers, however many call at once (sessions: ${sessions})`, async () => {
      await using own = await startHttp(entry, {
        ...{ ...common, ...variables(exchanger), MCP_SESSIONS: sessions },
      });
      const names = ['ann', 'bob', 'cid', 'dan'];
      const clients = await Promise.all(
        names.map((name, index) =>
          connectHttp(kinds[index % kinds.length] ?? 'v1 SDK', own.url, signIn(name)),
        ),
      );
      const from = api.requests.length;
      await Promise.all(
        Array.from({ length: 40 }, (_, index) => {
          const at = index % names.length;
          const [connected, name] = [clients[at], names[at]];
          assert.ok(connected !== undefined);
          return call(connected, 'add_pet', { name });
        }),
      );
      const sent = api.requests.slice(from);
      assert.equal(sent.length, 40);
      for (const { body, headers } of sent) {
        const { name } = JSON.parse(body) as { name: string };
        assert.ok(headers.authorization?.startsWith(`Bearer token/for/${name}/`), body);
      }
      await Promise.all(clients.map((connected) => connected[Symbol.asyncDispose]()));
    });
  }

  it('exchanges another token of the same user for itself', async () => {
    const before = exchanger.asked().length;
    for (const token of [signIn('eve'), signIn('eve')]) {
      await using connected = await connectHttp('v2 of 2026', server.url, token);
      await call(connected, 'get_file');
    }
    assert.equal(exchanger.asked().length, before + 2);
  });

  it('asks anew, once a call, when the API refuses the token', async () => {
    await using fay = await connectHttp('v2 of 2026', server.url, signIn('fay'));
    await call(fay, 'get_file');
    const first = lastSent() ?? '';
    withdrawn.add(first);
    const again = await call(fay, 'get_file');
    assert.ok(!again.isError, again.text);
    assert.notEqual(lastSent(), first);
    const before = exchanger.asked().length;
    for (let next = 0; next < 3; next += 1) {
      withdrawn.add(`Bearer token/for/fay/${exchanger.given().length - 1 + next}`);
    }
    const refused = await call(fay, 'get_file');
    assert.ok(refused.isError);
    assert.match(refused.text, /does not accept the token that stands for the caller\. Sign in/);
    assert.doesNotMatch(refused.text, /PETSTORE_TOKEN/);
    assert.equal(exchanger.asked().length, before + 1);
  });

  it('does not hold up a caller for another', async () => {
    await using hal = await connectHttp('v2 of 2026', server.url, signIn('hal'));
    await using ivy = await connectHttp('v2 of 2026', server.url, signIn('ivy'));
    let asked: (reply: () => void) => void = () => undefined;
    const held = new Promise<() => void>((resolve) => (asked = resolve));
    exchanger.answer(({ body }, response) => {
      const reply = (): void => {
        replyJson(response, { access_token: `late/${subjectOf(body)}`, token_type: 'bearer' });
      };
      if (subjectOf(body) === 'hal') asked(reply);
      else reply();
    });
    const waiting = call(hal, 'get_file');
    const release = await held;
    await call(ivy, 'get_file');
    assert.equal(lastSent(), 'Bearer late/ivy');
    release();
    await waiting;
    assert.equal(lastSent(), 'Bearer late/hal');
    exchanger.answer(undefined);
  });

  it('exchanges opaque tokens as well', async () => {
    await using introspector = await startIntrospector();
    introspector.tokens.set('opaque-token-of-joe', active(resource));
    await using opaque = await startHttp(entry, {
      ...{ ...common, ...exchanging(exchanger), ...introspecting(introspector.url, resource) },
    });
    exchanger.answer(({ body }, response) => {
      const token = new URLSearchParams(body).get('subject_token');
      replyJson(response, { access_token: `for-${token}`, token_type: 'bearer' });
    });
    await using joe = await connectHttp('v2 of 2026', opaque.url, 'opaque-token-of-joe');
    const { isError } = await call(joe, 'get_file');
    exchanger.answer(undefined);
    assert.ok(!isError);
    assert.equal(lastSent(), 'Bearer for-opaque-token-of-joe');
  });

  it('shows custom code, logs and results nothing of tokens', async () => {
    await using kim = await connectHttp('v1 SDK', server.url, signIn('kim'));
    await call(kim, 'get_file');
    const { text } = await call(kim, 'look');
    assert.match(text, /jwt:.*kim/);
    const log = await logged(server, /the caller/);
    const parts = shown.flatMap((token) => token.split('.')).filter((part) => part.length > 40);
    const secrets = [...parts, ...exchanger.given(), client.secret, ...Object.values(shared)];
    assert.ok(parts.length > 20 && exchanger.given().length > 10);
    for (const secret of secrets) {
      assert.ok(!log.includes(secret), secret);
      assert.ok(!seen.some((result) => result.includes(secret)), secret);
    }
  });

  it('sends the API no token by which anybody was let in', () => {
    assert.ok(api.requests.length > 50);
    for (const { url, headers, body } of api.requests) {
      const all = url + JSON.stringify(headers) + body;
      assert.ok(shown.every((token) => !all.includes(token)));
      assert.ok(!all.includes(shared.PETSTORE_TOKEN));
    }
  });

  it('uses the environment over stdio, and where nothing is to be exchanged', async () => {
    await using local = await connectStdio('v2 of 2026', entry, {
      ...{ ...common, ...variables(exchanger), MCP_TRANSPORT: 'stdio' },
    });
    await call(local, 'get_file');
    assert.equal(lastSent(), `Bearer ${shared.PETSTORE_TOKEN}`);
    await using plain = await startHttp(entry, {
      ...common,
      MCP_AUTH_TOKEN: 'a-secret-of-the-test',
    });
    await using anyone = await connectHttp('v2 of 2026', plain.url, 'a-secret-of-the-test');
    await call(anyone, 'get_file');
    assert.equal(lastSent(), `Bearer ${shared.PETSTORE_TOKEN}`);
  });
});

describe('what a token was exchanged for', () => {
  it('is replaced before it expires', async () => {
    await using workspace = await createWorkspace();
    const entry = await buildAlone(workspace.directory, ['token-exchange']);
    await using exchanger = await startExchanger(0);
    await using api = await startUpstream((_, response) => {
      replyJson(response, {});
    });
    await using server = await startHttp(entry, {
      ...variables(exchanger),
      API_BASE_URL_FILES: api.url,
    });
    await using connected = await connectHttp('v2 of 2026', server.url, exchanger.tokenOf('ann'));
    for (let count = 0; count < 3; count += 1) await connected.callTool({ name: 'get_file' });
    assert.deepEqual(
      api.requests.map(({ headers }) => headers.authorization),
      exchanger.given().map((token) => `Bearer ${token}`),
    );
    assert.equal(exchanger.given().length, 3);
  });
});
