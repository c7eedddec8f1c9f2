import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Environment } from './environment.js';

/** What connections to the API use beyond Node's defaults. */
export interface TlsOptions {
  /** PEM certificates of further authorities that are trusted. */
  readonly ca?: string;
  /** Shown to the API's own origins only. */
  readonly client?: ClientCertificate;
}

/** A certificate (chain) and its key, in PEM. */
export interface ClientCertificate {
  readonly cert: string;
  readonly key: string;
  readonly passphrase?: string;
}

type Report = (problem: string) => void;

/** Reads the files that API_CA_FILE, API_CLIENT_CERT_FILE and API_CLIENT_KEY_FILE name; a flaw is told to `report`. */
export function readTls(environment: Environment, report: Report): TlsOptions {
  const ca = readPem('API_CA_FILE', environment, report);
  const cert = readPem('API_CLIENT_CERT_FILE', environment, report);
  const key = readPem('API_CLIENT_KEY_FILE', environment, report);
  const passphrase = environment.text('API_CLIENT_KEY_PASSPHRASE');
  if (ca !== undefined) readCertificate('API_CA_FILE', ca, report);
  if ((cert === undefined) !== (key === undefined)) {
    report('API_CLIENT_CERT_FILE and API_CLIENT_KEY_FILE go together; set both, or neither');
  }
  if (cert === undefined || key === undefined) return { ...(ca !== undefined && { ca }) };
  const client = { cert, key, ...(passphrase !== undefined && { passphrase }) };
  checkPair(client, report);
  return { ...(ca !== undefined && { ca }), client };
}

function readPem(name: string, environment: Environment, report: Report): string | undefined {
  const path = environment.text(name);
  if (path === undefined) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    report(`${name} names a file that cannot be read (${code})`);
    // What is missing is told once.
    return '';
  }
}

function checkPair({ cert, key, passphrase }: ClientCertificate, report: Report): void {
  const certificate = readCertificate('API_CLIENT_CERT_FILE', cert, report);
  if (key === '') return;
  try {
    const privateKey = createPrivateKey({ key, ...(passphrase !== undefined && { passphrase }) });
    if (certificate?.checkPrivateKey(privateKey) === false) {
      report('API_CLIENT_KEY_FILE is not the key of the certificate in API_CLIENT_CERT_FILE');
    }
  } catch {
    report(
      'API_CLIENT_KEY_FILE holds no private key in PEM, or one that API_CLIENT_KEY_PASSPHRASE does not open',
    );
  }
}

function readCertificate(name: string, pem: string, report: Report): X509Certificate | undefined {
  if (pem === '') return undefined;
  try {
    return new X509Certificate(pem);
  } catch {
    report(`${name} holds no certificate in PEM`);
    return undefined;
  }
}
