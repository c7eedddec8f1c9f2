import {
  CLIENT_CAPABILITIES_META_KEY,
  LOG_LEVEL_META_KEY,
  type ClientCapabilities,
  type ServerContext,
} from '@modelcontextprotocol/server';
import type { Severity } from './client-log.js';

/** What a request of the 2026-07-28 era says of its client; the SDK has checked it. */
export interface Envelope {
  readonly client?: ClientCapabilities;
  /** The least severe messages that the client wants to hear during the request. */
  readonly logLevel?: Severity;
}

/** Reads the keys that the SDK's type of `_meta` leaves out. */
export function envelopeOf({ mcpReq }: ServerContext): Envelope {
  const envelope = (mcpReq.envelope ?? {}) as Readonly<Record<string, unknown>>;
  const client = envelope[CLIENT_CAPABILITIES_META_KEY] as ClientCapabilities | undefined;
  const logLevel = envelope[LOG_LEVEL_META_KEY] as Severity | undefined;
  return { ...(client && { client }), ...(logLevel && { logLevel }) };
}
