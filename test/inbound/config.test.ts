import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ConfigError } from '../../templates/rooms/core/src/runtime/runtime.js';
import { createWorkspace } from '../support/workspace.js';
import { httpRuntime } from './gate.js';

type Variables = Readonly<Record<string, string>>;

const secret = 'a-secret-of-the-test';
const jwt = {
  MCP_AUTH: 'jwt',
  MCP_JWT_ISSUER: 'https://as.test/tenant',
  MCP_RESOURCE_URL: 'https://mcp.test/mcp',
};

function problemsOf(env: Variables): readonly string[] {
  try {
    httpRuntime(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('what MCP_AUTH is', () => {
  const kinds: readonly (readonly [Variables, string])[] = [
    [{}, 'none'],
    [{ MCP_AUTH: 'none' }, 'none'],
    [{ MCP_AUTH_TOKEN: secret }, 'token'],
    [{ MCP_AUTH_TOKENS: `ci=${secret}` }, 'token'],
    [{ MCP_AUTH: 'api-key', MCP_AUTH_TOKEN: secret }, 'api-key'],
    [{ MCP_AUTH: 'basic', MCP_AUTH_TOKENS: `ci=a password of words` }, 'basic'],
    [
      { MCP_AUTH: 'none', HOST: '::', MCP_ALLOWED_HOSTS: 'a', MCP_ALLOW_UNAUTHENTICATED: '1' },
      'none',
    ],
    [{ ...jwt, HOST: '::', MCP_ALLOWED_HOSTS: 'mcp.test' }, 'jwt'],
    [{ ...jwt, MCP_JWT_ISSUER: 'http://localhost:9/', MCP_JWT_ALGORITHMS: 'ES256 EdDSA' }, 'jwt'],
    [{ MCP_TRANSPORT: 'stdio', MCP_AUTH: 'jwt' }, 'none'],
  ];
  for (const [env, kind] of kinds) {
    it(`with ${JSON.stringify(env)} is ${kind}`, () => {
      assert.equal(httpRuntime(env).config.inbound.kind, kind);
    });
  }
});

describe('a server does not start', () => {
  const long = 'x'.repeat(16);
  const refused: readonly (readonly [Variables, readonly RegExp[]])[] = [
    [
      { MCP_AUTH: 'yes' },
      [/^MCP_AUTH is "yes"; set it to one of none, token, api-key, basic, jwt, introspection$/],
    ],
    [{ HOST: '::', MCP_ALLOWED_HOSTS: 'a' }, [/^MCP_AUTH_TOKEN is not set; with HOST=::/]],
    [{ HOST: '::', MCP_ALLOWED_HOSTS: 'a', MCP_AUTH: 'none' }, [/^MCP_AUTH is none; with HOST/]],
    ...['token', 'api-key', 'basic'].map(
      (MCP_AUTH) => [{ MCP_AUTH }, [/^MCP_AUTH_TOKENS is not set; with MCP_AUTH=/]] as const,
    ),
    [{ MCP_AUTH_TOKEN: 'x'.repeat(15) }, [/^MCP_AUTH_TOKEN holds a secret of fewer than 16/]],
    [{ MCP_AUTH_TOKEN: `${long} ${long}` }, [/^MCP_AUTH_TOKEN holds a secret with spaces/]],
    [{ MCP_AUTH_TOKENS: `${long},b=short` }, [/, item 1, is not name=secret/, /, item 2, holds/]],
    [{ MCP_AUTH_TOKENS: `${long}==,a b=${long}` }, [/, item 1, holds/, /, item 2, is not/]],
    [{ MCP_AUTH_TOKENS: `a=sha256:12` }, [/, item 1, does not hold 64 hexadecimal digits/]],
    [{ MCP_AUTH_TOKENS_FILE: '/nowhere' }, [/^MCP_AUTH_TOKENS_FILE names .* \(ENOENT\)$/]],
    [{ MCP_AUTH_TOKENS_FILE: '/' }, [/^MCP_AUTH_TOKENS_FILE names .* \(EISDIR\)$/]],
    [{ MCP_AUTH: 'basic', MCP_AUTH_TOKEN: long }, [/^MCP_AUTH_TOKEN has no name of a user/]],
    [
      { MCP_AUTH: 'none', MCP_AUTH_TOKEN: long, MCP_JWT_ISSUER: 'https://as.test' },
      [/^MCP_AUTH_TOKEN is set, which means nothing/, /^MCP_JWT_ISSUER .* set MCP_AUTH to jwt$/],
    ],
    [{ MCP_AUTH_TOKEN: long, MCP_REQUIRED_SCOPES: 'a' }, [/^MCP_REQUIRED_SCOPES is set, which/]],
    ...['Authorization', 'cookie', 'Mcp-Session-Id', 'Content-Type', 'a b', 'host'].map(
      (name) =>
        [
          { MCP_AUTH: 'api-key', MCP_AUTH_TOKEN: long, MCP_API_KEY_HEADER: name },
          [/^MCP_API_KEY_HEADER is /],
        ] as const,
    ),
    [
      { ...jwt, MCP_INTROSPECTION_URL: 'https://as.test/introspect' },
      [/^MCP_INTROSPECTION_URL is set, which means nothing .* set MCP_AUTH to introspection$/],
    ],
    [
      {
        ...{ MCP_AUTH: 'introspection', MCP_RESOURCE_URL: 'https://mcp.test' },
        MCP_INTROSPECTION_ISSUER: 'https://as.test',
      },
      [/^MCP_AUTH is introspection, which .* generate it with --with introspection$/],
    ],
    [{ MCP_AUTH: 'jwt' }, [/^MCP_JWT_ISSUER is not set/, /^MCP_RESOURCE_URL is not set/]],
    [{ ...jwt, MCP_JWT_ISSUER: 'http://as.test' }, [/^MCP_JWT_ISSUER must be an https URL/]],
    [{ ...jwt, MCP_JWT_ISSUER: 'https://as.test?a' }, [/^MCP_JWT_ISSUER must have no query/]],
    [
      { ...jwt, MCP_RESOURCE_URL: 'https://u:pass@a.test' },
      [/^MCP_RESOURCE_URL must be(?!.*pass)/],
    ],
    [{ ...jwt, MCP_RESOURCE_URL: 'mcp' }, [/^MCP_RESOURCE_URL must be an https URL/]],
    [{ ...jwt, MCP_JWT_JWKS_URL: 'file:///etc/keys' }, [/^MCP_JWT_JWKS_URL must be an https URL/]],
    [{ ...jwt, MCP_JWT_ALGORITHMS: 'RS256,HS256' }, [/^MCP_JWT_ALGORITHMS lists "HS256"/]],
    [{ ...jwt, MCP_JWT_ALGORITHMS: 'none' }, [/^MCP_JWT_ALGORITHMS lists "none"/]],
    [{ ...jwt, MCP_REQUIRED_SCOPES: 'a,"b"' }, [/^MCP_REQUIRED_SCOPES lists/]],
    [
      { ...jwt, MCP_JWT_CLOCK_TOLERANCE_SECONDS: '-1' },
      [/^MCP_JWT_CLOCK_TOLERANCE_SECONDS is "-1"/],
    ],
  ];
  for (const [env, expected] of refused) {
    it(`with ${JSON.stringify(env)}`, () => {
      const problems = problemsOf(env);
      assert.equal(problems.length, expected.length, problems.join('\n'));
      for (const [index, pattern] of expected.entries())
        assert.match(problems[index] ?? '', pattern);
      assert.doesNotMatch(problems.join('\n'), /x{15}/, 'no secret is shown');
    });
  }

  it('with a broken file of secrets, which is named by line', async () => {
    await using workspace = await createWorkspace();
    const path = join(workspace.directory, 'secrets');
    const lines = ['# comment', '', `a=${secret}`, secret, 'b=short', 'c=sha256:x'];
    await writeFile(path, lines.join('\r\n'));
    const problems = problemsOf({ MCP_AUTH_TOKENS_FILE: path });
    assert.deepEqual(
      problems.map((problem) => /line \d/.exec(problem)?.[0]),
      ['line 4', 'line 5', 'line 6'],
    );
    assert.doesNotMatch(problems.join(), /a-secret|short/);
    await writeFile(path, '# nothing\n');
    assert.match(problemsOf({ MCP_AUTH_TOKENS_FILE: path }).join(), /without a line name=secret$/);
  });
});
