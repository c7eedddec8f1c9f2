import type { Environment } from '../config/environment.js';
import { percentEncode } from '../request/percent-encoding.js';
import type { SecurityScheme } from '../tool.js';

/** Shorter values are as likely to be a word of a reply as to be a secret. */
const SHORTEST_SECRET = 4;

/** Values of the environment that must never be shown, in every form in which they are sent. */
export function secretValues(
  schemes: readonly SecurityScheme[],
  environment: Environment,
): readonly string[] {
  const own = environment.text('MCP_AUTH_TOKEN');
  return [
    ...schemes.flatMap((scheme) => schemeSecrets(scheme, environment)),
    ...(own ? [own] : []),
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
      // With no password, the user name is the key.
      return [basicToken(username, password), password === '' ? username : password];
    }
    case 'unsupported':
      return [];
  }
}

/** RFC 7617, section 2. */
export function basicToken(username: string, password: string): string {
  return Buffer.from(`${username}:${password}`).toString('base64');
}

/** A function that replaces each of the secrets, plain, percent-encoded or in JSON, in a text. */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .flatMap((secret) => {
      const json = JSON.stringify(secret).slice(1, -1);
      // PHP and others escape the slash too.
      return [secret, percentEncode(secret), json, json.replaceAll('/', '\\/')];
    });
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((rest, form) => rest.replaceAll(form, '[redacted]'), text);
}
