import type { Environment } from './environment.js';

/** Which calls a client's user is asked to confirm. */
export type ConfirmMode = 'none' | 'destructive' | 'write';

/** How the server uses what the protocol offers beyond answering. */
export interface ProtocolConfig {
  /** Milliseconds for which clients may keep a list. */
  readonly listTtlMs: number;
  readonly confirm: ConfirmMode;
  /** Whether a call that should be confirmed goes ahead where the client cannot ask its user. */
  readonly confirmFallback: 'refuse' | 'allow';
  /** Signs what clients carry from one request to the next; absent: a key of this process. */
  readonly stateKey?: string;
}

/** What HMAC-SHA256 wants at least, in bytes: RFC 2104, section 3. */
const SHORTEST_KEY = 32;

/** What the environment says; every problem with it is told to `report`. */
export function readProtocolConfig(
  environment: Environment,
  report: (problem: string) => void,
): ProtocolConfig {
  const stateKey = environment.text('MCP_STATE_KEY');
  if (stateKey !== undefined && Buffer.byteLength(stateKey) < SHORTEST_KEY) {
    report(`MCP_STATE_KEY is too short; set it to ${SHORTEST_KEY} random characters or more`);
  }
  return {
    listTtlMs: environment.integer('MCP_LIST_TTL_MS', {
      fallback: 300_000,
      min: 0,
      max: 86_400_000,
    }),
    confirm: environment.choice('MCP_CONFIRM', ['none', 'destructive', 'write'], 'none'),
    confirmFallback: environment.choice('MCP_CONFIRM_FALLBACK', ['refuse', 'allow'], 'refuse'),
    ...(stateKey !== undefined && { stateKey }),
  };
}
