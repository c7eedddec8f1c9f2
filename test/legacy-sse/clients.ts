import { Client, SSEClientTransport } from '@modelcontextprotocol/client';
import { Client as Client2025 } from '@modelcontextprotocol/sdk/client/index.js';
import { SSEClientTransport as Sse2025 } from '@modelcontextprotocol/sdk/client/sse.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import type { AnyClient } from '../runtime/process.js';

/** The official clients that speak HTTP+SSE. */
export const kinds = ['v1 SDK', 'v2 SDK'] as const;

export interface Wanted {
  readonly token?: string;
  /** What the client's user answers; without it there is nobody to ask. */
  readonly answer?: 'accept' | 'decline';
}

const info = { name: 'test', version: '1' };

export async function connectSse(
  kind: (typeof kinds)[number],
  url: string,
  { token, answer }: Wanted = {},
): Promise<AnyClient> {
  const headers = {
    'accept-language': 'de',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const options = { requestInit: { headers } };
  const capabilities = answer === undefined ? {} : { elicitation: {} };
  const reply = () => ({
    action: answer ?? ('cancel' as const),
    ...(answer === 'accept' && { content: {} }),
  });
  const target = new URL('/sse', url);
  if (kind === 'v1 SDK') {
    const client = new Client2025(info, { capabilities });
    if (answer !== undefined) client.setRequestHandler(ElicitRequestSchema, reply);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is what is tested
    await client.connect(new Sse2025(target, options));
    return Object.assign(client, { [Symbol.asyncDispose]: () => client.close() });
  }
  const client = new Client(info, { capabilities, versionNegotiation: { mode: 'legacy' } });
  if (answer !== undefined) client.setRequestHandler('elicitation/create', reply);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is what is tested
  await client.connect(new SSEClientTransport(target, options));
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.close() });
}
