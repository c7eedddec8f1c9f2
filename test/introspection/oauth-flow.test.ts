import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  Client,
  StreamableHTTPClientTransport,
  UnauthorizedError,
} from '@modelcontextprotocol/client';
import { ApplicationState, freePort } from '../inbound/application.js';
import { resourceClient, startAuthorizationServer } from '../inbound/authorization-server.js';
import { logged } from '../inbound/logged.js';
import { bearer, post } from '../inbound/post.js';
import { buildAlone } from '../runtime/alone.js';
import { startHttp } from '../runtime/process.js';
import { createWorkspace } from '../support/workspace.js';

describe('the OAuth flow of the official client', () => {
  it('lets alice in by an opaque token until that is revoked', async () => {
    await using workspace = await createWorkspace();
    const entry = await buildAlone(workspace.directory, ['introspection']);
    await using authorization = await startAuthorizationServer(['pets:read'], 'opaque');
    const port = await freePort();
    const url = new URL(`http://127.0.0.1:${port}/mcp`);
    await using server = await startHttp(entry, {
      ...{ MCP_AUTH: 'introspection', MCP_RESOURCE_URL: url.href, PORT: String(port) },
      ...{ MCP_REQUIRED_SCOPES: 'pets:read', MCP_INTROSPECTION_CACHE_SECONDS: '0' },
      MCP_INTROSPECTION_ISSUER: authorization.issuer,
      MCP_INTROSPECTION_CLIENT_ID: resourceClient.id,
      MCP_INTROSPECTION_CLIENT_SECRET: resourceClient.secret,
    });
    const state = new ApplicationState();
    const open = () => new StreamableHTTPClientTransport(url, { authProvider: state });
    const client = () =>
      new Client(
        { name: 'test', version: '1' },
        { versionNegotiation: { mode: { pin: '2026-07-28' } } },
      );
    const transport = open();
    await assert.rejects(client().connect(transport), UnauthorizedError);
    assert.ok(state.authorizationUrl !== undefined);
    const { searchParams } = await authorization.browse(state.authorizationUrl);
    await transport.finishAuth(searchParams);
    const admitted = client();
    await admitted.connect(open());
    assert.equal((await admitted.listTools()).tools.length, 10);
    await admitted.callTool({ name: 'login', arguments: {} });
    await admitted.close();

    const token = state.tokens()?.access_token ?? '';
    assert.match(token, /^[\w-]{20,}$/, 'it is no JWT');
    assert.equal((await post(url.href, bearer(token))).status, 200);
    await authorization.revoke(token);
    const { status, challenge } = await post(url.href, bearer(token));
    assert.equal(status, 401);
    assert.match(challenge, /the token is not active/);
    const log = await logged(server, /the token is not active/);
    assert.match(log, /"caller":"introspection:http:[^"|]*\|alice\|[\w-]+"/);
    assert.ok(!log.includes(token) && !log.includes(resourceClient.secret));
  });
});
