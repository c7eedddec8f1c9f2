import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { diagnosticsOf, folderOf, load, places } from './folder.js';

const closing: (() => void)[] = [];
after(() => {
  for (const close of closing) close();
});

interface Host {
  readonly origin: string;
  readonly host: string;
  readonly requests: { readonly url: string; readonly headers: IncomingHttpHeaders }[];
}

/** A loopback server with these bodies (objects as JSON) by path; `->url` redirects, a number is a status. */
async function serve(routes: Readonly<Record<string, string | number | object>>): Promise<Host> {
  const requests: Host['requests'] = [];
  const listener: RequestListener = ({ url = '', headers }, response) => {
    requests.push({ url, headers });
    const route = routes[url] ?? 404;
    if (typeof route === 'number') response.writeHead(route).end();
    else if (typeof route !== 'string') response.end(JSON.stringify(route));
    else if (route.startsWith('->')) response.writeHead(302, { location: route.slice(2) }).end();
    else response.end(route);
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, requests };
}

const document = { openapi: '3.1.0', info: { title: 'A', version: '1' }, paths: {} };
const referring = (ref: string) => ({ ...document, components: { schemas: { A: { $ref: ref } } } });
const cwd = folderOf({ 'secret.json': { type: 'string' } });

test('a URL is read through redirects, with its headers for its own origin only', async () => {
  const other = await serve({ '/final/api.json?v=2': referring('a.json'), '/final/a.json': {} });
  const start = await serve({
    '/start': '->/next',
    '/next': `->${other.origin}/final/api.json?v=2`,
  });
  const { source } = await load(cwd, `${start.origin}/start`, {
    sourceHeaders: { authorization: 'Bearer s3cret' },
  });
  assert.equal(source.kind, 'url');
  assert.equal(source.label, `${start.origin}/start`);
  assert.equal(source.url, `${other.origin}/final/api.json`);
  assert.deepEqual(source.document['components'], { schemas: { A: {} } });
  assert.deepEqual(
    start.requests.map(({ headers }) => headers.authorization),
    ['Bearer s3cret', 'Bearer s3cret'],
  );
  assert.deepEqual(
    other.requests.map(({ headers }) => headers.authorization),
    [undefined, undefined],
  );
});

test('a $ref of a URL stays on its origin, whatever redirects say', async () => {
  const other = await serve({ '/a.json': {} });
  const routes = {
    '/other': referring(`${other.origin}/a.json`),
    '/redirected': referring('away'),
    '/away': `->${other.origin}/a.json`,
    '/file': referring('file:///etc/passwd'),
    '/to-file': referring('local'),
    '/local': '->file:///etc/passwd',
    '/circle': '->/circle',
    '/missing': 404,
    '/denied': 401,
    '/html': '<html><title>Log in</title></html>',
  };
  const host = await serve(routes);
  const codes = async (path: string) =>
    (await diagnosticsOf(load(cwd, host.origin + path))).map(({ code }) => code);
  assert.deepEqual(await codes('/other'), ['MG116']);
  assert.deepEqual(await codes('/redirected'), ['MG113']);
  assert.deepEqual(await codes('/file'), ['MG116']);
  assert.deepEqual(await codes('/to-file'), ['MG113']);
  assert.deepEqual(await codes('/circle'), ['MG113']);
  assert.deepEqual(await codes('/missing'), ['MG112']);
  assert.deepEqual(await codes('/denied'), ['MG112']);
  assert.deepEqual(await codes('/html'), ['MG109']);
  assert.deepEqual(other.requests, []);
  for (const path of ['/other', '/redirected']) {
    const { source } = await load(cwd, host.origin + path, { allowRemoteRefs: [other.host] });
    assert.deepEqual(source.document['components'], { schemas: { A: {} } });
  }
});

test('a file may refer to an allowed host, which gets no source headers', async () => {
  const host = await serve({ '/a.json': { type: 'string' } });
  const folder = folderOf({ 'api.json': referring(`${host.origin}/a.json`) });
  assert.deepEqual(places(await diagnosticsOf(load(folder, 'api.json'))), ['MG116 api.json:11:9']);
  const { source } = await load(folder, 'api.json', {
    allowRemoteRefs: [host.host],
    sourceHeaders: { authorization: 's3cret' },
  });
  assert.deepEqual(source.document['components'], { schemas: { A: { type: 'string' } } });
  assert.equal(host.requests[0]?.headers.authorization, undefined);
});

test('a secret in the URL is refused and not repeated', async () => {
  for (const url of ['http://me:hunter2@localhost/x', 'http://localhost/x?api_key=hunter2']) {
    const diagnostics = await diagnosticsOf(load(cwd, url));
    assert.deepEqual(places(diagnostics)[0]?.slice(0, 5), 'MG114');
    assert.doesNotMatch(JSON.stringify(diagnostics), /hunter2/);
  }
});

test('nobody listening', async () => {
  const diagnostics = await diagnosticsOf(load(cwd, 'http://127.0.0.1:1/x'));
  assert.deepEqual(places(diagnostics), ['MG112 http://127.0.0.1:1/x']);
});
