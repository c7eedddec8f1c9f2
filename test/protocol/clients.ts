import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as Client2025 } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as Stdio2025 } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as Http2025 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import type { AnyClient, Kind, Variables } from '../runtime/process.js';

/** Where a server is reached: a program for stdio, or a URL. */
export type Target = { readonly entry: string; readonly env: Variables } | { readonly url: string };

type Action = 'accept' | 'decline' | 'cancel';

/** A client of a kind; with `answer` its user can be asked, and answers so. `asked` gets the questions. */
export async function connect(
  kind: Kind,
  target: Target,
  answer?: Action,
  asked: string[] = [],
): Promise<AnyClient> {
  const info = { name: 'test', version: '1' };
  const capabilities = answer === undefined ? {} : { elicitation: {} };
  const reply = ({ params }: { readonly params: { readonly message: string } }) => {
    asked.push(params.message);
    return { action: answer ?? 'cancel', ...(answer === 'accept' && { content: {} }) };
  };
  if (kind === 'v1 SDK') {
    const client = new Client2025(info, { capabilities });
    if (answer !== undefined) client.setRequestHandler(ElicitRequestSchema, reply);
    await client.connect(
      'url' in target ? new Http2025(new URL(target.url)) : new Stdio2025(program(target)),
    );
    return closing(client);
  }
  const mode = kind === 'v2 of 2025' ? 'legacy' : ({ pin: '2026-07-28' } as const);
  const client = new Client(info, { capabilities, versionNegotiation: { mode } });
  if (answer !== undefined) client.setRequestHandler('elicitation/create', reply);
  await client.connect(
    'url' in target
      ? new StreamableHTTPClientTransport(new URL(target.url))
      : new StdioClientTransport(program(target)),
  );
  return closing(client);
}

function program({ entry, env }: { readonly entry: string; readonly env: Variables }) {
  return { command: process.execPath, args: [entry], env: { ...env }, stderr: 'ignore' as const };
}

function closing<T extends Client | Client2025>(client: T): T & AsyncDisposable {
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.close() });
}

/** The texts of a tool's result. */
export function textOf(result: Awaited<ReturnType<AnyClient['callTool']>>): string {
  const content = result.content as readonly { readonly text?: string }[];
  return content.map(({ text = '' }) => text).join('\n');
}
