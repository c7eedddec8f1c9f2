import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  Client,
  StreamableHTTPClientTransport,
  UnauthorizedError,
} from '@modelcontextprotocol/client';
import { startHttp } from '../runtime/process.js';
import { buildSampleProject } from '../runtime/sample-project.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';
import { ApplicationState, freePort } from './application.js';
import { logged } from './logged.js';
import { startAuthorizationServer, type AuthorizationServer } from './authorization-server.js';

describe('the OAuth flow of the official client', () => {
  let workspace: Workspace;
  let authorization: AuthorizationServer;

  before(async () => {
    workspace = await createWorkspace();
    await buildSampleProject(workspace.directory);
    authorization = await startAuthorizationServer(['pets:read', 'pets:write']);
  });
  after(async () => {
    await authorization[Symbol.asyncDispose]();
    await workspace[Symbol.asyncDispose]();
  });

  for (const mode of ['legacy', { pin: '2026-07-28' }] as const) {
    it(`lets alice in, and again when more is asked (${JSON.stringify(mode)})`, async () => {
      const port = await freePort();
      const url = new URL(`http://127.0.0.1:${port}/mcp`);
      const start = (scopes: string) =>
        startHttp(join(workspace.directory, 'dist/index.js'), {
          ...{ MCP_AUTH: 'jwt', MCP_JWT_ISSUER: authorization.issuer, MCP_RESOURCE_URL: url.href },
          ...{ MCP_REQUIRED_SCOPES: scopes, PORT: String(port), LOG_LEVEL: 'debug' },
        });
      const state = new ApplicationState();
      const logs: string[] = [];
      const codes: string[] = [];

      /** As an application: connects; sends the user off if it must; then connects again. */
      const connect = async (scope: string): Promise<void> => {
        const open = () => new StreamableHTTPClientTransport(url, { authProvider: state });
        const client = () =>
          new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
        const transport = open();
        await assert.rejects(client().connect(transport), UnauthorizedError);
        const wanted = state.authorizationUrl?.searchParams;
        assert.equal(wanted?.get('resource'), url.href);
        assert.deepEqual(wanted.get('scope')?.split(' ').sort(), scope.split(' '));
        assert.ok(state.authorizationUrl !== undefined);
        const { searchParams } = await authorization.browse(state.authorizationUrl);
        codes.push(searchParams.get('code') ?? '');
        await transport.finishAuth(searchParams);

        const admitted = client();
        await admitted.connect(open());
        assert.equal((await admitted.listTools()).tools.length, 10);
        await admitted.close();
      };

      {
        await using server = await start('pets:read');
        await connect('pets:read');
        logs.push(await logged(server, /no bearer token/));
      }
      const first = state.tokens()?.access_token ?? '';
      state.forgetRegistration();
      {
        await using server = await start('pets:read,pets:write');
        await connect('pets:read pets:write');
        logs.push(await logged(server, /the token lacks a scope/));
      }
      const second = state.tokens()?.access_token ?? '';
      assert.notEqual(second, first);
      for (const secret of [first, second, ...codes]) {
        assert.ok(secret.length > 20);
        assert.ok(logs.every((log) => !log.includes(secret)));
      }
    });
  }
});
