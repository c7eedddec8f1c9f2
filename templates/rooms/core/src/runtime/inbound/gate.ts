import type { Fittings } from '../room.js';
import type { Runtime } from '../runtime.js';
import { anonymousCaller, type Caller } from './caller.js';
import { createSecretsGate } from './secrets-gate.js';

/** Finds out who makes a request. */
export type Gate = (request: Request) => Promise<Caller | Refused>;

/** A request that is not let in. */
export interface Refused {
  /** Says why, and what would let it in. */
  readonly response: Response;
  /** Why, for the record. */
  readonly detail: string;
  /** Whether it has shown something that is no good: a failed login. */
  readonly isFailedLogin?: true;
}

/** The gate that MCP_AUTH asks for. It reads the headers of a request and nothing else. */
export async function createGate(
  { config, definition, log, secrets }: Runtime,
  { verifyToken, exchangeToken }: Pick<Fittings, 'verifyToken' | 'exchangeToken'> = {},
): Promise<Gate> {
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
      const verify = createJwtVerifier(inbound, { config });
      return createBearerGate(inbound, verify, { realm, log, exchangeToken });
    }
    case 'introspection': {
      if (verifyToken === undefined) throw new Error('There is no room introspection');
      const { createBearerGate } = await import('./bearer-gate.js');
      return createBearerGate(inbound, verifyToken, { realm, log, exchangeToken });
    }
  }
}
