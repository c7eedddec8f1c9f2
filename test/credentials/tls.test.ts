import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { after, before, describe, it } from 'node:test';
import { openssl } from '../support/openssl.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';
import { serve } from './serve.js';

/** An HTTPS server that says who its client is by certificate. */
interface SecureApi extends AsyncDisposable {
  readonly url: string;
  /** The common names of the clients so far; '' for one without a certificate. */
  readonly clients: string[];
}

describe('TLS to the API', () => {
  let workspace: Workspace;
  let api: SecureApi;
  let other: SecureApi;
  const file = (name: string) => join(workspace.directory, name);

  before(async () => {
    workspace = await createWorkspace();
    await makeCertificates(workspace.directory);
    other = await startSecureApi(file, { mustKnow: false });
    api = await startSecureApi(file, { mustKnow: true, away: `${other.url}/end` });
  });
  after(async () => {
    await api[Symbol.asyncDispose]();
    await other[Symbol.asyncDispose]();
    await workspace[Symbol.asyncDispose]();
  });

  const certificate = () => ({
    API_CLIENT_CERT_FILE: file('client.pem'),
    API_CLIENT_KEY_FILE: file('client-key.pem'),
  });
  const callWith = (env: Readonly<Record<string, string>>, path = '/x', url = api.url) =>
    serve({
      url,
      schemes: { tls: { type: 'mutualTLS' } },
      request: { path, security: [['tls']] },
      env,
    }).call();

  it('shows the certificate of the environment, to a server that its authority vouches for', async () => {
    const { text, isError } = await callWith({ ...certificate(), API_CA_FILE: file('ca.pem') });
    assert.equal(isError, false, text);
    assert.equal(api.clients.at(-1), 'the client');
  });

  it('opens an encrypted key', async () => {
    const { isError, text } = await callWith({
      ...certificate(),
      API_CLIENT_KEY_FILE: file('locked-key.pem'),
      API_CLIENT_KEY_PASSPHRASE: 'open sesame',
      API_CA_FILE: file('ca.pem'),
    });
    assert.equal(isError, false, text);
  });

  it('does not trust an authority that nobody named', async () => {
    const { isError, text } = await callWith(certificate());
    assert.equal(isError, true);
    assert.match(text, /could not be reached.*(?:SELF_SIGNED|UNABLE_TO_VERIFY)/);
  });

  it('does not reach a server that wants a certificate without one', async () => {
    const { isError, text } = await serve({
      url: api.url,
      env: { API_CA_FILE: file('ca.pem') },
    }).call();
    assert.equal(isError, true, text);
  });

  it('does not try a scheme of certificates without one, and names the variables', async () => {
    const seen = api.clients.length;
    const { text } = await callWith({ API_CA_FILE: file('ca.pem') });
    assert.match(text, /set API_CLIENT_CERT_FILE and API_CLIENT_KEY_FILE/);
    assert.equal(api.clients.length, seen);
  });

  it('does not show the certificate elsewhere', async () => {
    const { text, isError } = await callWith(
      { ...certificate(), API_CA_FILE: file('ca.pem') },
      '/away',
    );
    assert.equal(isError, false, text);
    assert.equal(api.clients.at(-1), 'the client');
    assert.deepEqual(other.clients, ['']);
  });

  const problems: Readonly<
    Record<string, readonly [() => Readonly<Record<string, string>>, RegExp]>
  > = {
    'a file that is not there': [
      () => ({ API_CA_FILE: file('none.pem') }),
      /^API_CA_FILE names a file that cannot be read \(ENOENT\)$/,
    ],
    'a certificate without its key': [
      () => ({ API_CLIENT_CERT_FILE: file('client.pem') }),
      /^API_CLIENT_CERT_FILE and API_CLIENT_KEY_FILE go together/,
    ],
    'a key for a certificate': [
      () => ({ ...certificate(), API_CLIENT_CERT_FILE: file('client-key.pem') }),
      /^API_CLIENT_CERT_FILE holds no certificate in PEM$/,
    ],
    'an authority that is none': [
      () => ({ API_CA_FILE: file('client-key.pem') }),
      /^API_CA_FILE holds no certificate in PEM$/,
    ],
    'the key of another certificate': [
      () => ({ ...certificate(), API_CLIENT_KEY_FILE: file('server-key.pem') }),
      /^API_CLIENT_KEY_FILE is not the key of the certificate in API_CLIENT_CERT_FILE$/,
    ],
    'a passphrase that does not fit': [
      () => ({
        ...certificate(),
        API_CLIENT_KEY_FILE: file('locked-key.pem'),
        API_CLIENT_KEY_PASSPHRASE: 'open barley',
      }),
      /^API_CLIENT_KEY_FILE holds no private key in PEM, or one that API_CLIENT_KEY_PASSPHRASE does not open$/,
    ],
  };
  for (const [name, [env, message]] of Object.entries(problems)) {
    it(`does not start with ${name}`, () => {
      assert.throws(() => serve({ url: api.url, env: env() }), { message });
    });
  }
});

/** An authority, and what it signed: a server for 127.0.0.1 and a client, whose key there is locked too. */
async function makeCertificates(cwd: string): Promise<void> {
  const fresh = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc', '-days', '2'];
  const issue = (name: string, subject: string, ...more: readonly string[]) =>
    openssl(
      cwd,
      ...['req', '-x509', ...fresh, '-subj', `/CN=${subject}`, ...more],
      ...['-out', `${name}.pem`, '-keyout', `${name}-key.pem`],
    );
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca-key.pem', '-addext', 'basicConstraints=CA:FALSE'];
  await issue('ca', 'the authority');
  await issue('server', 'the server', ...signed, '-addext', 'subjectAltName=IP:127.0.0.1');
  await issue('client', 'the client', ...signed);
  const locked = ['-aes256', '-passout', 'pass:open sesame', '-out', 'locked-key.pem'];
  await openssl(cwd, 'pkey', '-in', 'client-key.pem', ...locked);
}

/** A server that takes only clients of the authority if it `mustKnow` them, and redirects `/away`. */
async function startSecureApi(
  file: (name: string) => string,
  { mustKnow, away }: { readonly mustKnow: boolean; readonly away?: string },
): Promise<SecureApi> {
  const read = (name: string) => readFileSync(file(name), 'utf8');
  const clients: string[] = [];
  const options = { requestCert: true, rejectUnauthorized: mustKnow, ca: read('ca.pem') };
  const pair = { cert: read('server.pem'), key: read('server-key.pem') };
  const server = createServer({ ...options, ...pair }, (request, response) => {
    assert.ok(request.socket instanceof TLSSocket);
    const { subject } = request.socket.getPeerCertificate();
    clients.push((subject as { readonly CN?: string } | undefined)?.CN ?? '');
    if (request.url === '/away' && away !== undefined) {
      response.writeHead(302, { location: away }).end();
    } else response.end('fine');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    clients,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
