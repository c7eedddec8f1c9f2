import { request as forward, createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { asArray, asObject, get, type JsonObject } from '../corpus/document.js';
import type { Prism } from './prism.js';

/** A request of the generated server and what Prism says of it. */
export interface Testimony {
  readonly method: string;
  /** Path and query, as on the wire. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  /** Prism's status; what it mocks is of no interest. */
  readonly status: number;
  readonly violations: readonly Violation[];
}

/** One thing that Prism finds wrong. */
export interface Violation {
  /** E.g. `query.limit`; empty for the request as a whole. */
  readonly place: string;
  readonly code: string;
  readonly message: string;
}

/** The code of a request that Prism does not survive. */
export const noAnswer = 'NO_ANSWER';

/** What Prism says where it has nothing to mock; it says so of requests that have passed. */
const withoutReply = [
  'NO_COMPLEX_OBJECT_TEXT',
  'NO_RESPONSE_RESPONSE_DEFINED',
  'NOT_FOUND',
  'SCHEMA_TOO_COMPLEX',
];

/** Stands between a server and Prism, passes every byte on, and answers what the server cannot stumble over. */
export interface Witness extends AsyncDisposable {
  readonly url: string;
  readonly testimonies: Testimony[];
}

/** Asks the Prism that there is at the time: one that dies is replaced. */
export async function startWitness(prism: () => Prism): Promise<Witness> {
  const testimonies: Testimony[] = [];
  const server = createServer((incoming, response) => {
    void buffer(incoming)
      .then((body) => ask(prism(), incoming, body))
      .then((testimony) => {
        testimonies.push(testimony);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    testimonies,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function ask(prism: Prism, incoming: IncomingMessage, body: Buffer): Promise<Testimony> {
  const { method = '', url = '', headers } = incoming;
  const { hostname, port } = new URL(prism.url);
  const heard = { method, url, headers, body };
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      // Prism mocks headers that contradict each other, if the description does.
      const lenient = { agent: false, insecureHTTPParser: true };
      forward({ hostname, port, method, path: url, headers, ...lenient }, resolve)
        .once('error', reject)
        .end(body);
    });
    const text = (await buffer(response)).toString();
    const status = response.statusCode ?? 0;
    return { ...heard, status, violations: violationsOf(response, text) };
  } catch {
    // What it died of comes after the connection is gone.
    await setTimeout(500);
    const message = prism.lastWords();
    return { ...heard, status: 0, violations: [{ place: '', code: noAnswer, message }] };
  }
}

/** Of the header where Prism has a response to give, else of the problem that it answers. */
function violationsOf({ headers }: IncomingMessage, text: string): readonly Violation[] {
  const listed = headers['sl-violations'];
  if (typeof listed === 'string') {
    return asArray(parse(listed) ?? wholeEntries(listed))
      .map((entry) => read(asObject(entry)))
      .filter(({ place, severity }) => place.startsWith('request.') && severity !== 'Warning')
      .map((violation) => ({ ...violation, place: violation.place.replace('request.', '') }));
  }
  if (headers['content-type'] !== 'application/problem+json') return [];
  const problem = asObject(parse(text));
  const entries = asArray(problem['validation']).map((entry) => read(asObject(entry)));
  const code = String(problem['type']).replace(/^.*#/, '');
  if (entries.length > 0 || withoutReply.includes(code)) return entries;
  const message = `${String(problem['title'])}: ${String(problem['detail'])}`;
  return [{ place: '', code, message }];
}

/** Those of a list that is cut off; the request's come first. */
function wholeEntries(listed: string): readonly unknown[] {
  const entries = listed.match(/\{"location":\[[^\]]*\](?:[^"{}]|"(?:[^"\\]|\\.)*")*\}/g) ?? [];
  return entries.map(parse);
}

function read(entry: JsonObject): Violation & { readonly severity: string } {
  return {
    place: asArray(get(entry, 'location')).join('.'),
    code: String(entry['code']),
    message: String(entry['message']),
    severity: String(entry['severity']),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
