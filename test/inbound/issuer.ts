import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { replyJson, startUpstream, type Upstream } from '../support/upstream.js';

/** A signing key of an authorization server. */
export interface SigningKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

type Algorithm = 'RS256' | 'PS256' | 'ES256' | 'EdDSA';
type Json = Readonly<Record<string, unknown>>;

export function makeKey(alg: Algorithm, kid: string): SigningKey {
  return { kid, alg, ...keyPair(alg) };
}

function keyPair(alg: Algorithm) {
  switch (alg) {
    case 'RS256':
    case 'PS256':
      return generateKeyPairSync('rsa', { modulusLength: 2048 });
    case 'ES256':
      return generateKeyPairSync('ec', { namedCurve: 'P-256' });
    case 'EdDSA':
      return generateKeyPairSync('ed25519');
  }
}

/** An authorization server's metadata and keys; what it serves can be changed while it runs. */
export interface Issuer extends AsyncDisposable {
  readonly url: string;
  readonly requests: Upstream['requests'];
  /** Puts other keys in place of those that are served. */
  readonly rotate: (keys: readonly SigningKey[]) => void;
  /** From now on every answer has this status. */
  readonly fail: (status: number | undefined) => void;
}

export async function startIssuer(keys: readonly SigningKey[]): Promise<Issuer> {
  let served = keys;
  let failing: number | undefined;
  const upstream = await startUpstream((request, response) => {
    if (failing !== undefined) replyJson(response, {}, failing);
    else if (request.url === '/.well-known/openid-configuration') {
      replyJson(response, { issuer: upstream.url, jwks_uri: `${upstream.url}/keys` });
    } else if (request.url === '/keys') replyJson(response, { keys: served.map(publicJwk) });
    else replyJson(response, {}, 404);
  });
  return {
    url: upstream.url,
    requests: upstream.requests,
    rotate: (next) => (served = next),
    fail: (status) => (failing = status),
    [Symbol.asyncDispose]: () => upstream[Symbol.asyncDispose](),
  };
}

export function publicJwk({ kid, alg, publicKey }: SigningKey): Json {
  return { ...publicKey.export({ format: 'jwk' }), kid, alg, use: 'sig' };
}

/** A token (RFC 7515, section 7.1), made without the library that the server checks it with. */
export function makeToken(key: SigningKey, payload: Json, header: Json = {}): string {
  const input = signingInput({ alg: key.alg, kid: key.kid, ...header }, payload);
  return `${input}.${signature(key, input).toString('base64url')}`;
}

/** A token whose signature is an HMAC with a secret that everybody knows, or empty. */
export function forgeToken(header: Json, payload: Json, secret?: string): string {
  const input = signingInput(header, payload);
  const mac =
    secret === undefined ? '' : createHmac('sha256', secret).update(input).digest('base64url');
  return `${input}.${mac}`;
}

function signingInput(header: Json, payload: Json): string {
  return [header, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
}

function signature({ alg, privateKey }: SigningKey, input: string): Buffer {
  const data = Buffer.from(input);
  switch (alg) {
    case 'PS256':
      // 6: RSA_PKCS1_PSS_PADDING.
      return sign('sha256', data, { key: privateKey, padding: 6, saltLength: 32 });
    case 'ES256':
      return sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' });
    case 'EdDSA':
      return sign(null, data, privateKey);
    default:
      return sign('sha256', data, privateKey);
  }
}
