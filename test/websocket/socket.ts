import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { WebSocket as Socket } from '../../templates/node_modules/@types/ws/index.js';
import { eventually } from '../serving/send.js';

const require = createRequire(new URL('../../templates/package.json', import.meta.url));

type Constructor = new (
  url: string,
  protocols?: readonly string[],
  options?: {
    readonly headers?: Readonly<Record<string, string>>;
    readonly autoPong?: boolean;
  },
) => Socket;

/** The client of the package that the server is made with. */
export const WebSocket = require('ws') as Constructor;

interface OpenOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether it answers pings. */
  readonly autoPong?: boolean;
}

/** A WebSocket that was opened by hand. */
export interface Connection {
  readonly socket: Socket;
  /** What has come so far. */
  readonly messages: readonly Message[];
  readonly send: (message: object) => void;
  /** The answer to a request with an id. */
  readonly answer: (id: number | null) => Promise<Message>;
  /** The code with which it was closed. */
  readonly closed: Promise<number>;
}

export interface Message {
  readonly id?: number | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export async function openSocket(
  url: string,
  { headers = {}, autoPong = true }: OpenOptions = {},
): Promise<Connection> {
  const target = new URL('/ws', url);
  target.protocol = 'ws:';
  const socket = new WebSocket(target.href, ['mcp'], { headers, autoPong });
  const messages: Message[] = [];
  socket.on('message', (data) => {
    messages.push(JSON.parse((data as Buffer).toString()) as Message);
  });
  const closed = new Promise<number>((resolve) => {
    socket.once('close', resolve);
  });
  await once(socket, 'open');
  socket.on('error', () => undefined);
  assert.equal(socket.protocol, 'mcp');
  return {
    ...{ socket, messages, closed },
    send: (message) => {
      socket.send(JSON.stringify({ jsonrpc: '2.0', ...message }));
    },
    answer: async (id) => {
      const find = () => messages.find((message) => message.id === id && !('method' in message));
      await eventually(() => find() !== undefined, `${String(id)} was answered`);
      return find() ?? assert.fail();
    },
  };
}

/** What asks for a WebSocket. */
export const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-version': '13',
  'sec-websocket-protocol': 'mcp',
} as const;
