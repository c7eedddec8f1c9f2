import type { SecretsConfig } from '../config/inbound-config.js';
import { refusalCodes, refuse } from '../refusal.js';
import type { Runtime } from '../runtime.js';
import { readCredential } from './credential.js';
import type { Gate } from './gate.js';
import { bearerChallenge, schemeChallenge } from './challenge.js';
import { createSecretTable } from './secret-table.js';

/** Lets in whoever has one of the secrets; the caller is called after its kind and name, such as `token:ci`. */
export function createSecretsGate(
  config: SecretsConfig,
  { realm, ...parts }: Pick<Runtime, 'log' | 'secrets'> & { readonly realm: string },
): Gate {
  const find = createSecretTable(config, parts);
  return (request) => {
    const credential = readCredential(config, (name) => request.headers.get(name));
    const name = credential && find(credential);
    if (name !== undefined) return Promise.resolve({ id: `${config.kind}:${name}`, name });
    const isKnown = credential !== undefined;
    const detail = `${isKnown ? 'wrong' : 'no'} ${whatIsMissing(config)}`;
    const response = refuse(401, `Unauthorized: ${detail}`, {
      code: refusalCodes.unauthorized,
      headers: { 'WWW-Authenticate': challengeOf(config, realm, isKnown) },
    });
    return Promise.resolve({ response, detail, ...(isKnown && { isFailedLogin: true }) });
  };
}

function whatIsMissing({ kind, header }: SecretsConfig): string {
  switch (kind) {
    case 'token':
      return 'bearer token';
    case 'api-key':
      return `key in ${header}`;
    case 'basic':
      return 'user name and password';
  }
}

function challengeOf({ kind, header }: SecretsConfig, realm: string, isWrong: boolean): string {
  switch (kind) {
    case 'token':
      return bearerChallenge({ realm, ...(isWrong && { error: 'invalid_token' }) });
    case 'api-key':
      // No scheme of this name is registered, but a 401 without a challenge is none (RFC 9110, section 15.5.2).
      return schemeChallenge('ApiKey', { realm, header });
    case 'basic':
      return schemeChallenge('Basic', { realm, charset: 'UTF-8' });
  }
}
