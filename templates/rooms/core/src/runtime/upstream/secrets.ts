import type { Config } from '../config/config.js';
import type { Environment } from '../config/environment.js';
import { proxySecrets } from '../config/proxy-config.js';
import { isSecretHeader } from '../config/extra-headers.js';
import { percentEncode } from '../request/percent-encoding.js';
import type { OAuth2Scheme, SecurityScheme, ServerDefinition } from '../tool.js';

/** Shorter values are as likely to be a word of a reply as to be a secret. */
const SHORTEST_SECRET = 4;

/** Secrets that are learned while running, such as access tokens: only the newest are likely to be seen again. */
const MOST_LEARNED = 32;

type Redact = (text: string) => string;

/** What must never be shown. */
export interface Secrets {
  /** Adds a secret that came up at run time. */
  readonly learn: (secret: string) => void;
  /** Replaces each secret, plain, percent-encoded or in JSON, in a text. */
  readonly redact: Redact;
}

export function createSecrets(known: readonly string[]): Secrets {
  let learned: readonly string[] = [];
  let redact = createRedactor(known);
  return {
    learn: (secret) => {
      if (learned.includes(secret)) return;
      learned = [...learned, secret].slice(-MOST_LEARNED);
      redact = createRedactor([...known, ...learned]);
    },
    redact: (text) => redact(text),
  };
}

/** Values of the environment that must never be shown. */
export function secretValues(
  { securitySchemes }: Pick<ServerDefinition, 'securitySchemes'>,
  { headers, upstream }: Pick<Config, 'headers' | 'upstream'>,
  environment: Environment,
): readonly string[] {
  return [
    ...Object.values(securitySchemes).flatMap((scheme) => schemeSecrets(scheme, environment)),
    ...headers.flatMap(({ name, value }) => (isSecretHeader(name) ? headerSecrets(value) : [])),
    ...proxySecrets(upstream.proxy),
    ...['MCP_AUTH_TOKEN', 'MCP_STATE_KEY', 'API_CLIENT_KEY_PASSPHRASE'].map(
      (name) => environment.text(name) ?? '',
    ),
  ];
}

function schemeSecrets(scheme: SecurityScheme, environment: Environment): readonly string[] {
  switch (scheme.type) {
    case 'apiKey':
    case 'bearer':
      return [environment.text(scheme.env) ?? ''];
    case 'basic': {
      const username = environment.text(scheme.usernameEnv) ?? '';
      const password = environment.text(scheme.passwordEnv) ?? '';
      if (username + password === '') return [];
      // With no password, the user name is the key.
      return [basicToken(username, password), password === '' ? username : password];
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

/** The secrets that the value of a header holds: itself, what follows a scheme, and the values of cookies. */
export function headerSecrets(value: string): readonly string[] {
  const afterScheme = /^\S+\s+(.+)$/.exec(value)?.[1] ?? '';
  const cookies = Array.from(
    value.matchAll(/(?:^|;\s*)[^=;\s]+=([^;]+)/g),
    ([, cookie = '']) => cookie,
  );
  return [value, afterScheme, ...cookies];
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

/** A function that replaces each of the secrets, plain, encoded for a URL or a form, or in JSON, in a text. */
export function createRedactor(secrets: readonly string[]): Redact {
  const forms = secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .flatMap((secret) => {
      const json = JSON.stringify(secret).slice(1, -1);
      // PHP and others escape the slash too.
      return [secret, percentEncode(secret), formEncode(secret), json, json.replaceAll('/', '\\/')];
    });
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((rest, form) => rest.replaceAll(form, '[redacted]'), text);
}
