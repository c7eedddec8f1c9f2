import { readBearerConfig, type IntrospectionConfig } from './bearer-config.js';
import { isMessageHeader } from './extra-headers.js';
import type { Environment } from './environment.js';
import { isLoopback, type HttpConfig } from './http-config.js';
import { readJwtConfig, type JwtConfig } from './jwt-config.js';
import {
  digestOf,
  readNamedSecrets,
  readSecretsFile,
  secretProblem,
  type NamedSecret,
  type SecretForm,
  type SecretsFile,
} from './named-secrets.js';

/** Who may call this server over HTTP, and how a client shows that it may. */
export type InboundConfig = OpenConfig | SecretsConfig | JwtConfig | IntrospectionConfig;

/** Anyone who reaches the port. */
export interface OpenConfig {
  readonly kind: 'none';
}

/** Whoever has one of the secrets: as bearer token, as API key, or as the password of the user of that name. */
export interface SecretsConfig {
  readonly kind: 'token' | 'api-key' | 'basic';
  /** The header that carries the secret, in lower case. */
  readonly header: string;
  /** Of the environment. */
  readonly secrets: readonly NamedSecret[];
  /** As it was when the server started; it is read again when it changes. */
  readonly file?: SecretsFile;
}

type Kind = InboundConfig['kind'];
type Report = (problem: string) => void;

const kinds: readonly Kind[] = ['none', 'token', 'api-key', 'basic', 'jwt', 'introspection'];

/** MCP_AUTH_TOKENS_FILE, as problems name it. */
export const secretsFileVariable = 'MCP_AUTH_TOKENS_FILE';

/** The variables that mean something to some kinds only. Set in vain, one may stand for a lock that is not there. */
const variables: readonly (readonly [name: string, kinds: readonly Kind[]])[] = [
  ['MCP_AUTH_TOKEN', ['token', 'api-key', 'basic']],
  ['MCP_AUTH_TOKENS', ['token', 'api-key', 'basic']],
  [secretsFileVariable, ['token', 'api-key', 'basic']],
  ['MCP_API_KEY_HEADER', ['api-key']],
  ['MCP_JWT_ISSUER', ['jwt']],
  ['MCP_JWT_JWKS_URL', ['jwt']],
  ['MCP_JWT_AUDIENCE', ['jwt']],
  ['MCP_JWT_ALGORITHMS', ['jwt']],
  ['MCP_INTROSPECTION_ISSUER', ['introspection']],
  ['MCP_INTROSPECTION_URL', ['introspection']],
  ['MCP_INTROSPECTION_AUDIENCE', ['introspection']],
  ['MCP_INTROSPECTION_CLIENT_ID', ['introspection']],
  ['MCP_INTROSPECTION_CLIENT_SECRET', ['introspection']],
  ['MCP_RESOURCE_URL', ['jwt', 'introspection']],
  ['MCP_REQUIRED_SCOPES', ['jwt', 'introspection']],
];

/** The header that carries the credentials of this server's clients, in lower case; undefined if they have none. */
export function credentialHeader(inbound: InboundConfig): string | undefined {
  switch (inbound.kind) {
    case 'none':
      return undefined;
    case 'token':
    case 'api-key':
    case 'basic':
      return inbound.header;
    case 'jwt':
    case 'introspection':
      return 'authorization';
  }
}

/** Without authentication only a loopback address is served, unless the operator has said otherwise. */
export function readInboundConfig(
  environment: Environment,
  http: HttpConfig,
  report: Report,
): InboundConfig {
  const kind = environment.choice('MCP_AUTH', kinds, defaultKind(environment));
  for (const [name, users] of variables) {
    if (environment.text(name) !== undefined && !users.includes(kind)) {
      report(
        `${name} is set, which means nothing with MCP_AUTH=${kind}; unset it, or ${fix(users)}`,
      );
    }
  }
  switch (kind) {
    case 'none':
      checkOpen(environment, http, report);
      return { kind };
    case 'token':
    case 'api-key':
    case 'basic':
      return readSecrets(kind, environment, report);
    case 'jwt':
      return readJwtConfig(environment, report);
    case 'introspection':
      return { kind, ...readBearerConfig(kind, environment, report) };
  }
}

function defaultKind(environment: Environment): Kind {
  const names = ['MCP_AUTH_TOKEN', 'MCP_AUTH_TOKENS', secretsFileVariable];
  return names.some((name) => environment.text(name) !== undefined) ? 'token' : 'none';
}

function fix(users: readonly Kind[]): string {
  return `set MCP_AUTH to ${users.join(' or ')}`;
}

function checkOpen(environment: Environment, { host }: HttpConfig, report: Report): void {
  const isWanted = environment.flag('MCP_ALLOW_UNAUTHENTICATED');
  if (isWanted || isLoopback(host)) return;
  const flaw =
    environment.text('MCP_AUTH') === undefined ? 'MCP_AUTH_TOKEN is not set' : 'MCP_AUTH is none';
  report(
    `${flaw}; with HOST=${host} set MCP_AUTH_TOKEN to a long random value, or MCP_AUTH to jwt, ` +
      'or set MCP_ALLOW_UNAUTHENTICATED=1 if anyone who reaches the port may use the API',
  );
}

function readSecrets(
  kind: SecretsConfig['kind'],
  environment: Environment,
  report: Report,
): SecretsConfig {
  const form = kind === 'basic' ? 'password' : 'word';
  const list = environment.text('MCP_AUTH_TOKENS') ?? '';
  const path = environment.text(secretsFileVariable);
  const file = path === undefined ? undefined : readSecretsFile(secretsFileVariable, path, form);
  file?.problems.forEach(report);
  const single = environment.text('MCP_AUTH_TOKEN');
  if (list === '' && path === undefined && single === undefined) {
    report(
      `MCP_AUTH_TOKENS is not set; with MCP_AUTH=${kind} list name=secret, or name a file of them in ${secretsFileVariable}`,
    );
  }
  return {
    kind,
    header: kind === 'api-key' ? readKeyHeader(environment, report) : 'authorization',
    secrets: [
      ...(single === undefined ? [] : readSingle(single, kind, form, report)),
      ...readNamedSecrets('MCP_AUTH_TOKENS', list, form, report),
    ],
    ...(file && { file }),
  };
}

/** MCP_AUTH_TOKEN, verbatim. */
function readSingle(
  plain: string,
  kind: SecretsConfig['kind'],
  form: SecretForm,
  report: Report,
): readonly NamedSecret[] {
  const problem =
    kind === 'basic'
      ? 'has no name of a user; with MCP_AUTH=basic set MCP_AUTH_TOKENS to name=secret instead'
      : secretProblem(plain, form);
  if (problem !== undefined) report(`MCP_AUTH_TOKEN ${problem}`);
  return [{ name: 'default', digest: digestOf(plain), plain }];
}

function readKeyHeader(environment: Environment, report: Report): string {
  const name = (environment.text('MCP_API_KEY_HEADER') ?? 'X-API-Key').toLowerCase();
  const isUsable =
    /^[\w.-]+$/.test(name) &&
    !isMessageHeader(name) &&
    !/^(?:accept|authorization|cookie|origin|last-event-id|mcp-.*)$/.test(name);
  if (!isUsable) {
    report(
      `MCP_API_KEY_HEADER is ${JSON.stringify(name)}, which means something else; use X-API-Key`,
    );
  }
  return name;
}
