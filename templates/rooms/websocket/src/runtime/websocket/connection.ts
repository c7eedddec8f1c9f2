import type { IncomingMessage } from 'node:http';
import type { JSONRPCMessage, McpServerFactory } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { WebSocket } from 'ws';
import { toAuthInfo, type Caller } from '../inbound/caller.js';
import { refuse } from '../refusal.js';
import { createChannel, readMessage } from '../serve/channel.js';
import { parseBody } from '../serve/read-body.js';
import type { Site } from '../serve/site.js';
import { withOrigins, type Origins } from './origins.js';
import { closeCodes, receiveInTurn, wireOf } from './socket-wire.js';
import { requestOf } from './upgrade.js';

/** A client on a WebSocket. */
export interface Connection {
  /** Ends it as soon as what it has been asked is answered. */
  readonly stop: () => void;
  readonly ended: Promise<void>;
}

/** Who has opened a WebSocket, and by which request. */
interface Visitor {
  readonly incoming: IncomingMessage;
  readonly caller: Caller;
}

/** Each message is admitted as a request over HTTP with the headers of the one that opened the WebSocket would be. */
export function openConnection(
  socket: WebSocket,
  { incoming, caller }: Visitor,
  { door, exchanges, services }: Site,
  factory: McpServerFactory,
): Connection {
  const { log } = services.runtime;
  const wire = wireOf(socket);
  const channel = createChannel(wire, exchanges);
  const origins: Origins = new WeakMap();
  const warn = ({ message }: Error): void => {
    log.warn('protocol error', { reason: message });
  };
  const handle = serveStdio(
    async ({ era }) => withOrigins(await factory({ era, authInfo: toAuthInfo(caller) }), origins),
    { transport: channel.transport, onerror: warn },
  );
  const tell = async (refusal: Response, about?: JSONRPCMessage): Promise<void> => {
    const body = (await refusal.json()) as object;
    const id = about !== undefined && 'method' in about && 'id' in about ? about.id : null;
    // A client that has gone away needs no answer.
    wire.send(JSON.stringify({ ...body, id })).catch(() => undefined);
  };

  const receive = async (text: string): Promise<void> => {
    const request = requestOfMessage(incoming);
    const admitted = await door.admit(request, incoming);
    const body = parseBody(text);
    const message = 'parsed' in body ? readMessage(body.parsed) : undefined;
    if (!('id' in admitted)) {
      await tell(admitted, message);
      if (isFinal(admitted)) socket.close(closeCodes.policyViolation, 'Unauthorized');
    } else if (admitted.id !== caller.id) {
      socket.close(closeCodes.policyViolation, 'The credentials are those of another caller');
    } else if (!('parsed' in body)) {
      await tell(body);
    } else if (message === undefined) {
      await tell(refuse(400, 'This is no JSON-RPC message'));
    } else {
      origins.set(message, { request, authInfo: toAuthInfo(admitted) });
      const refused = channel.take(message);
      if (refused) await tell(refused, message);
    }
  };
  receiveInTurn(socket, receive, warn);
  socket.on('error', warn);
  const ended = new Promise<void>((resolve) => {
    socket.once('close', () => {
      channel.ended();
      resolve();
    });
  });
  return { stop: () => void channel.drain().then(() => handle.close()), ended };
}

/** Whether no later message will fare better than the refused one. */
function isFinal({ status }: Response): boolean {
  return status === 401 || status === 403;
}

/** A request like the one that opened the WebSocket, with an id of its own in the log. */
function requestOfMessage(incoming: IncomingMessage): Request {
  const request = requestOf(incoming);
  request.headers.delete('x-request-id');
  return request;
}
