import type { Config } from '../config/config.js';
import type { Environment } from '../config/environment.js';
import type { NamedSecret } from '../config/named-secrets.js';
import { proxySecrets } from '../config/proxy-config.js';
import { isSecretHeader } from '../config/extra-headers.js';
import type { OAuth2Scheme, SecurityScheme } from '../security-scheme.js';
import type { ServerDefinition } from '../tool.js';
import { createRedactor, type Redact } from './redactor.js';

/** Secrets that are learned while running, such as access tokens: only the newest are likely to be seen again. */
const MOST_LEARNED = 32;

/** What must never be shown. */
export interface Secrets {
  /** Adds a secret that came up at run time. */
  readonly learn: (secret: string) => void;
  /** Takes these secrets in place of those that came this way before, as a file holds them. */
  readonly renew: (secrets: readonly string[]) => void;
  /** Replaces each secret in a text, however it is escaped there. */
  readonly redact: Redact;
}

export function createSecrets(known: readonly string[]): Secrets {
  let learned: readonly string[] = [];
  let renewed: readonly string[] = [];
  let redact = createRedactor(known);
  const update = (): void => {
    redact = createRedactor([...known, ...renewed, ...learned]);
  };
  return {
    learn: (secret) => {
      if (learned.includes(secret)) return;
      learned = [...learned, secret].slice(-MOST_LEARNED);
      update();
    },
    renew: (secrets) => {
      renewed = secrets;
      update();
    },
    redact: (text) => redact(text),
  };
}

/** Values of the environment that must never be shown. */
export function secretValues(
  { securitySchemes }: Pick<ServerDefinition, 'securitySchemes'>,
  { headers, inbound, upstream }: Pick<Config, 'headers' | 'inbound' | 'upstream'>,
  environment: Environment,
): readonly string[] {
  const schemes = Object.values(securitySchemes);
  const isSecret = (header: string): boolean =>
    isSecretHeader(header) || schemes.some((scheme) => isKeyHeader(scheme, header));
  return [
    ...schemes.flatMap((scheme) => schemeSecrets(scheme, environment)),
    ...headers.flatMap(({ name, value }) => (isSecret(name) ? headerSecrets(value) : [])),
    ...proxySecrets(upstream.proxy),
    ...('secrets' in inbound ? namedSecretForms(inbound.secrets) : []),
    ...['MCP_AUTH_TOKEN', 'MCP_STATE_KEY', 'API_CLIENT_KEY_PASSPHRASE'].map(
      (name) => environment.text(name) ?? '',
    ),
  ];
}

function isKeyHeader(scheme: SecurityScheme, header: string): boolean {
  return scheme.type === 'apiKey' && scheme.in === 'header' && scheme.name.toLowerCase() === header;
}

function schemeSecrets(scheme: SecurityScheme, environment: Environment): readonly string[] {
  switch (scheme.type) {
    case 'apiKey':
    case 'bearer':
      return headerSecrets(environment.text(scheme.env) ?? '');
    case 'basic': {
      const username = environment.text(scheme.usernameEnv) ?? '';
      const password = environment.text(scheme.passwordEnv) ?? '';
      if (username + password === '') return [];
      // With no password, the user name is the key.
      return [basicToken(username, password), password || username];
    }
    case 'oauth2':
      return [environment.text(scheme.accessTokenEnv) ?? '', ...clientSecrets(scheme, environment)];
    case 'mutualTLS':
    case 'unsupported':
      return [];
  }
}

function clientSecrets({ client }: OAuth2Scheme, environment: Environment): readonly string[] {
  if (client === undefined) return [];
  const secret = environment.text(client.secretEnv) ?? '';
  const given = client.grants.map((grant) => {
    switch (grant.type) {
      case 'refresh_token':
        return environment.text(grant.refreshTokenEnv) ?? '';
      case 'password':
        return environment.text(grant.passwordEnv) ?? '';
      case 'client_credentials':
        return '';
    }
  });
  if (secret === '') return given;
  return [secret, clientToken(environment.text(client.idEnv) ?? '', secret), ...given];
}

/**
 * The secrets that the value of a header holds: itself, what follows a scheme, the password of basic authentication,
 * and the values of cookies.
 */
export function headerSecrets(value: string): readonly string[] {
  const [, scheme = '', afterScheme = ''] = /^(\S+)\s+(.+)$/.exec(value) ?? [];
  const userPass = /^basic$/i.test(scheme) ? Buffer.from(afterScheme, 'base64').toString() : '';
  const [, username = '', password = ''] = /^([^:]*):(.*)$/s.exec(userPass) ?? [];
  const cookies = Array.from(
    value.matchAll(/(?:^|;\s*)[^=;\s]+=([^;]+)/g),
    ([, cookie = '']) => cookie,
  );
  return [value, afterScheme, password || username, ...cookies];
}

/** The secrets themselves, and with their names as basic authentication has them. */
export function namedSecretForms(secrets: readonly NamedSecret[]): readonly string[] {
  return secrets.flatMap(({ name, plain }) =>
    plain === undefined ? [] : [plain, basicToken(name, plain)],
  );
}

/** RFC 7617, section 2. */
export function basicToken(username: string, password: string): string {
  return Buffer.from(`${username}:${password}`).toString('base64');
}

/** As `basicToken`, of a client at a token endpoint. RFC 6749, section 2.3.1. */
export function clientToken(id: string, secret: string): string {
  return basicToken(formEncode(id), formEncode(secret));
}

function formEncode(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}
