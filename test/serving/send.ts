import {
  request as open,
  type Agent,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';

/** What a client sends; by default a `ping` of 2025, as it should be. */
export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Without Content-Length. */
  readonly chunked?: boolean;
  readonly agent?: Agent;
}

export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export const jsonHeaders = {
  accept: 'application/json, text/event-stream',
  'content-type': 'application/json',
} as const;

export const ping = message('ping');

/** A request of JSON-RPC. */
export function message(method: string, params?: object): string {
  return JSON.stringify({ jsonrpc: '2.0', id: 1, method, ...(params && { params }) });
}

export const initialize = message('initialize', {
  protocolVersion: '2025-11-25',
  capabilities: {},
  clientInfo: { name: 'test', version: '1' },
});

/** Sends with node:http, which sends any header that it is told to; resolves with the head of the answer. */
export async function openRequest(url: string, sent: Sent = {}): Promise<IncomingMessage> {
  const { method = 'POST', path, headers = {}, body = ping, chunked = false, agent } = sent;
  const hasBody = method !== 'GET' && method !== 'OPTIONS' && method !== 'DELETE';
  const length = hasBody && !chunked ? { 'content-length': String(Buffer.byteLength(body)) } : {};
  const outgoing = open(path === undefined ? url : new URL(path, url), {
    method,
    headers: { ...jsonHeaders, ...length, ...headers },
    // A connection of its own, which no earlier request has left in a bad state.
    agent: agent ?? false,
  });
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve).on('error', reject);
  });
  outgoing.end(hasBody ? body : undefined);
  return response;
}

export async function send(url: string, sent: Sent = {}): Promise<Received> {
  const response = await openRequest(url, sent);
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: await text(response),
  };
}

/** Waits until `holds`, at most ten seconds. */
export async function eventually(
  holds: () => boolean | Promise<boolean>,
  what: string,
): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    if (await holds()) return;
    await setTimeout(20);
  }
  throw new Error(`It never came about that ${what}`);
}
