import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, request as forward } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readConfig } from '../../templates/rooms/core/src/runtime/config/config.js';
import { readEnvironment } from '../../templates/rooms/core/src/runtime/config/environment.js';
import { makeKeyPair } from '../support/openssl.js';
import { startUpstream, type Upstream } from '../support/upstream.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';
import { createRig } from './rig.js';

/** A proxy that forwards and tunnels, and records what it was asked for and by whom. */
interface Proxy extends AsyncDisposable {
  readonly port: number;
  readonly asked: { readonly line: string; readonly by: string | undefined }[];
}

async function startProxy(): Promise<Proxy> {
  const asked: Proxy['asked'] = [];
  const server = createServer((incoming, response) => {
    const { method, url = '', headers } = incoming;
    asked.push({ line: `${method} ${url}`, by: headers['proxy-authorization'] });
    const outgoing = forward(url, { method, headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(response);
    });
    incoming.pipe(outgoing);
  });
  server.on('connect', ({ url = '', headers }, socket) => {
    asked.push({ line: `CONNECT ${url}`, by: headers['proxy-authorization'] });
    const { hostname, port } = new URL(`http://${url}`);
    const target = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    target.on('error', () => socket.destroy());
    socket.on('error', () => target.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('a proxy', () => {
  let workspace: Workspace;
  let api: Upstream;
  let secure: ReturnType<typeof createSecureServer>;
  let secureUrl: string;
  let ca: string;

  before(async () => {
    workspace = await createWorkspace();
    ca = join(workspace.directory, 'cert.pem');
    const pair = await makeKeyPair(['DNS:localhost']);
    await writeFile(ca, pair.cert);
    secure = createSecureServer(pair, (_, response) => response.end('securely'));
    secure.listen(0, '127.0.0.1');
    await once(secure, 'listening');
    secureUrl = `https://localhost:${(secure.address() as AddressInfo).port}`;
    api = await startUpstream((_, response) => response.end('plainly'));
  });
  after(async () => {
    secure.closeAllConnections();
    secure.close();
    await api[Symbol.asyncDispose]();
    await workspace[Symbol.asyncDispose]();
  });

  it('forwards what goes to http', async () => {
    await using proxy = await startProxy();
    const env = { HTTP_PROXY: `http://127.0.0.1:${proxy.port}` };
    assert.equal((await createRig(api.url, { env }).call('GET', 'x')).text, 'plainly');
    assert.deepEqual(proxy.asked, [{ line: `GET ${api.url}/x`, by: undefined }]);
  });

  it('makes a tunnel to https, and gets the password of its URL', async () => {
    await using proxy = await startProxy();
    const HTTPS_PROXY = `http://me:pass%20word@127.0.0.1:${proxy.port}`;
    const rig = createRig(secureUrl, { env: { HTTPS_PROXY, API_CA_FILE: ca } });
    assert.equal((await rig.call('GET', 'x')).text, 'securely');
    const by = `Basic ${Buffer.from('me:pass word').toString('base64')}`;
    assert.deepEqual(proxy.asked, [{ line: `CONNECT ${new URL(secureUrl).host}`, by }]);
  });

  it('is left out for the hosts of NO_PROXY, and where only the other scheme has one', async () => {
    await using proxy = await startProxy();
    const url = `http://127.0.0.1:${proxy.port}`;
    const exceptions = [
      { HTTP_PROXY: url, NO_PROXY: 'example.com, 127.0.0.1' },
      { HTTP_PROXY: url, no_proxy: '*' },
      { HTTPS_PROXY: url },
    ];
    for (const env of exceptions) {
      assert.equal((await createRig(api.url, { env }).call('GET', 'x')).text, 'plainly');
    }
    assert.deepEqual(proxy.asked, []);
    const env = { http_proxy: url, NO_PROXY: 'example.com' };
    await createRig(api.url, { env }).call('GET', 'x');
    assert.equal(proxy.asked.length, 1);
  });

  it('that is not there is an error that shows no password', async () => {
    for (const [url, env] of [
      [api.url, { HTTP_PROXY: 'http://me:pass-word@127.0.0.1:1' }],
      [secureUrl, { HTTPS_PROXY: 'http://me:pass-word@127.0.0.1:1' }],
    ] as const) {
      const { text, isError } = await createRig(url, { env }).call('POST', 'x');
      assert.equal(isError, true);
      assert.match(text, /could not be reached: connect ECONNREFUSED/);
      assert.doesNotMatch(text, /pass-word/);
    }
  });

  it('that refuses a tunnel is an error', async () => {
    const refusing = createServer();
    refusing.on('connect', (_, socket) => {
      // The client may be gone before it has read all.
      socket.on('error', () => undefined).end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    refusing.listen(0, '127.0.0.1');
    await once(refusing, 'listening');
    const { port } = refusing.address() as AddressInfo;
    const env = { HTTPS_PROXY: `http://127.0.0.1:${port}` };
    const { text, isError } = await createRig(secureUrl, { env }).call('GET', 'x');
    refusing.close();
    assert.equal(isError, true);
    assert.match(text, /403/);
  });

  it('must have a URL, which no report of a wrong one shows', () => {
    const problems: string[] = [];
    const report = (problem: string) => problems.push(problem);
    const definition = {
      ...{ name: 'x', title: 'x', version: '1', servers: {}, securitySchemes: {} },
      ...{ groups: [], prompts: [] },
    };
    const variables = { API_BASE_URL: api.url, HTTP_PROXY: 'socks5://me:pass-word@host' };
    readConfig(definition, readEnvironment(variables, report), report);
    assert.deepEqual(problems, [
      'HTTP_PROXY is not an http(s) URL; set it to the URL of a proxy, or unset it',
    ]);
  });
});
