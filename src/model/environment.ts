import type { EnvironmentVariable, SecurityScheme, Server } from './model.js';
import { compare } from './node.js';
import type { SecurityRequirement } from './security/security.js';
import { oauthVariables } from './security/oauth-variables.js';
import { rootVariable, type Servers } from './servers.js';

const alternativesLimit = 5;

/**
 * Every variable that the generated server reads for this API, with a line for people. Sorted by name.
 * Credentials are required for one alternative of each of `requirements`.
 */
export function listEnvironment(
  servers: Servers,
  schemes: Readonly<Record<string, SecurityScheme>>,
  requirements: readonly SecurityRequirement[],
): readonly EnvironmentVariable[] {
  const needed = neededSchemes(requirements, schemes);
  const variables = [
    baseUrlVariable(servers),
    ...Object.values(servers.table()).map(({ url, env }) => ({
      name: env,
      description: 'Base URL for the operations that the API serves elsewhere.',
      secret: false,
      required: false,
      default: url,
    })),
    ...[
      ...(servers.root === undefined ? [] : [servers.root]),
      ...Object.values(servers.table()),
    ].flatMap(urlVariables),
    ...Object.entries(schemes).flatMap(([name, scheme]) =>
      credentialVariables(name, scheme, needed.has(name)),
    ),
  ];
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  return [...byName.values()].toSorted((left, right) => compare(left.name, right.name));
}

function baseUrlVariable({ root, alternatives }: Servers): EnvironmentVariable {
  const others = alternatives.slice(0, alternativesLimit).join(', ');
  return {
    name: rootVariable,
    description: `Base URL of the API${others === '' ? '' : `; the description also names ${others}`}.`,
    secret: false,
    required: root === undefined,
    ...(root !== undefined && { default: root.url }),
  };
}

function urlVariables({ url, variables = {} }: Server): readonly EnvironmentVariable[] {
  return Object.entries(variables).map(([name, variable]) => ({
    name: variable.env,
    description: `"${plainName(name)}" in the URL ${url}.`,
    secret: false,
    required: variable.default === undefined,
    ...(variable.default !== undefined && { default: variable.default }),
    ...(variable.enum !== undefined && { enum: variable.enum }),
  }));
}

/** The schemes that meet every requirement: the only choice of some operation, else the first supported one. */
function neededSchemes(
  requirements: readonly SecurityRequirement[],
  schemes: Readonly<Record<string, SecurityScheme>>,
): ReadonlySet<string> {
  const needed = new Set<string>();
  const isSupported = (name: string) => schemes[name]?.type !== 'unsupported';
  for (const alternatives of requirements.toSorted((left, right) => left.length - right.length)) {
    if (alternatives.some((names) => names.every((name) => needed.has(name)))) continue;
    const choice = alternatives.find((names) => names.every(isSupported)) ?? [];
    for (const name of choice) needed.add(name);
  }
  return needed;
}

function credentialVariables(
  name: string,
  scheme: SecurityScheme,
  required: boolean,
): readonly EnvironmentVariable[] {
  const source = `(security scheme "${plainName(name)}")`;
  switch (scheme.type) {
    case 'apiKey': {
      const place = { header: 'header', query: 'query parameter', cookie: 'cookie' }[scheme.in];
      return [
        credential(
          scheme.env,
          `API key, sent as the ${place} ${plainName(scheme.name)} ${source}.`,
          required,
        ),
      ];
    }
    case 'bearer':
      return [credential(scheme.env, `Bearer token ${source}.`, required)];
    case 'basic':
      return [
        {
          ...credential(scheme.usernameEnv, `User name for HTTP Basic ${source}.`, required),
          secret: false,
        },
        credential(scheme.passwordEnv, `Password for HTTP Basic ${source}.`, required),
      ];
    case 'oauth2':
      return oauthVariables(scheme, source, required);
    case 'mutualTLS':
      return ['API_CLIENT_CERT_FILE', 'API_CLIENT_KEY_FILE'].map((file) => ({
        ...credential(file, `PEM file for TLS with a client certificate ${source}.`, required),
        secret: false,
      }));
    case 'unsupported':
      return [];
  }
}

function credential(name: string, description: string, required: boolean): EnvironmentVariable {
  return { name, description, secret: true, required };
}

/** Names of the description are shown, but only what cannot break out of a line. */
function plainName(name: string): string {
  return name.replace(/[^\w .$[\]-]/g, '').slice(0, 60);
}
