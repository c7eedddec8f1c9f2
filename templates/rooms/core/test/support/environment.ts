import { definition as generated } from '../../src/server.js';
import type { SecurityScheme, ServerDefinition } from '../../src/runtime/tool.js';

/** The definition as its type says, not as narrow as what this project has. */
export const definition: ServerDefinition = generated;

/** Variables with which every operation goes to `url` and every scheme has a credential. */
export function testEnvironment(url: string): Record<string, string> {
  const servers = Object.values(definition.servers).map(({ env }) => [env, url] as const);
  const schemes = Object.values(definition.securitySchemes).flatMap(secrets);
  return { API_BASE_URL: url, ...Object.fromEntries([...servers, ...schemes]) };
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
    case 'unsupported':
      return [];
  }
}
