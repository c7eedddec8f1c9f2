import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './run.js';
import { createWorkspace } from './workspace.js';

/** Runs the openssl command in a folder. */
export async function openssl(cwd: string, ...args: readonly string[]): Promise<void> {
  const { code, stderr } = await run('openssl', args, { cwd });
  assert.equal(code, 0, stderr);
}

/** A certificate and its key, as PEM. */
export interface KeyPair {
  readonly cert: string;
  readonly key: string;
}

/** Makes a certificate that signs itself, for names such as `DNS:localhost` and `IP:127.0.0.1`. */
export async function makeKeyPair(names: readonly string[]): Promise<KeyPair> {
  await using workspace = await createWorkspace();
  const { directory } = workspace;
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc', '-days', '2'];
  const subject = ['-subj', '/CN=test', '-addext', `subjectAltName=${names.join(',')}`];
  const files = ['-out', 'cert.pem', '-keyout', 'key.pem'];
  await openssl(directory, 'req', '-x509', ...curve, ...subject, ...files);
  const [cert, key] = await Promise.all(
    ['cert.pem', 'key.pem'].map((file) => readFile(join(directory, file), 'utf8')),
  );
  assert.ok(cert !== undefined && key !== undefined);
  return { cert, key };
}
