import type { Runtime } from '../runtime.js';
import { anonymousCaller, type Caller } from './caller.js';
import { createSecretsGate } from './secrets-gate.js';

/** Finds out who makes a request; a Response says why the request is refused, and what would let it in. */
export type Gate = (request: Request) => Promise<Caller | Response>;

/** The gate that MCP_AUTH asks for. It reads the headers of a request and nothing else. */
export async function createGate({ config, definition, log, secrets }: Runtime): Promise<Gate> {
  const { inbound } = config;
  const realm = definition.name;
  switch (inbound.kind) {
    case 'none':
      return () => Promise.resolve(anonymousCaller);
    case 'token':
    case 'api-key':
    case 'basic':
      return createSecretsGate(inbound, { realm, log, secrets });
    case 'jwt': {
      const [{ createBearerGate }, { createJwtVerifier }] = await Promise.all([
        import('./bearer-gate.js'),
        import('./jwt.js'),
      ]);
      return createBearerGate(inbound, createJwtVerifier(inbound, { config }), { realm, log });
    }
  }
}
