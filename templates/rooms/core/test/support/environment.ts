import { definition as generated } from '../../src/server.js';
import type { SecurityScheme } from '../../src/runtime/security-scheme.js';
import type { ServerDefinition } from '../../src/runtime/tool.js';

/** The definition as its type says, not as narrow as what this project has. */
export const definition: ServerDefinition = generated;

/** Variables with which every operation goes to `url` and every scheme has a credential. */
export function testEnvironment(url: string): Record<string, string> {
  const schemes = Object.values(definition.securitySchemes).flatMap(secrets);
  return { ...serverEnvironment(url), ...Object.fromEntries(schemes) };
}

/** As `testEnvironment`, without any credential. A request that fails is not sent again, however many do. */
export function serverEnvironment(url: string): Record<string, string> {
  const servers = Object.values(definition.servers).map(({ env }) => [env, url] as const);
  return {
    API_BASE_URL: url,
    MCP_SURFACE: 'all',
    ...Object.fromEntries(servers),
    API_MAX_RETRIES: '0',
    API_BREAKER_FAILURES: '0',
  };
}

function secrets(scheme: SecurityScheme): readonly (readonly [string, string])[] {
  switch (scheme.type) {
    case 'apiKey':
    case 'bearer':
      return [[scheme.env, 'test-secret']];
    case 'basic':
      return [
        [scheme.usernameEnv, 'test-user'],
        [scheme.passwordEnv, 'test-secret'],
      ];
    case 'oauth2':
      return [[scheme.accessTokenEnv, 'test-secret']];
    case 'mutualTLS':
    case 'unsupported':
      return [];
  }
}
