import type {
  JSONRPCRequest,
  McpServerFactory,
  MessageExtraInfo,
  Transport,
} from '@modelcontextprotocol/server';
import { toAuthInfo } from '../inbound/caller.js';
import type { Exchange } from './endpoint.js';

/** Answers a call of a tool in JSON. There is no answer if the client goes away first, which aborts the call. */
export type AnswerCall = (message: JSONRPCRequest, exchange: Exchange) => Promise<Response>;

type ConnectedServer = Awaited<ReturnType<McpServerFactory>>;

interface Answerer {
  readonly server: ConnectedServer;
  readonly ask: (message: JSONRPCRequest, extra: MessageExtraInfo) => Promise<Response>;
}

/**
 * A server that has answered a call takes the next one: it keeps nothing of a call, and to make a server takes as long
 * as to answer by it. None has two calls at a time, since those of two clients may have the same id.
 */
export function createAnswerCall(
  factory: McpServerFactory,
  onError: (error: Error) => void,
): AnswerCall {
  // Never more than there were calls at once.
  const idle: Answerer[] = [];
  return async (message, { request, response, caller }) => {
    const authInfo = toAuthInfo(caller);
    const make = async (): Promise<Answerer> =>
      createAnswerer(await factory({ era: 'legacy', authInfo, requestInfo: request }), onError);
    const answerer = idle.pop() ?? (await make());
    let isAnswered = false;
    response.once('close', () => {
      if (!isAnswered) void answerer.server.close();
    });
    const answer = await answerer.ask(message, { request, authInfo });
    isAnswered = true;
    idle.push(answerer);
    return answer;
  };
}

async function createAnswerer(
  server: ConnectedServer,
  onError: (error: Error) => void,
): Promise<Answerer> {
  let answered: (answer: Response) => void = () => undefined;
  const transport: Transport = {
    onerror: onError,
    start: () => Promise.resolve(),
    send: (message) => {
      // Nobody listens for anything else.
      if (!('method' in message)) answered(jsonResponse(message));
      return Promise.resolve();
    },
    close: () => {
      transport.onclose?.();
      return Promise.resolve();
    },
  };
  await server.connect(transport);
  const ask: Answerer['ask'] = (message, extra) =>
    new Promise((resolve) => {
      answered = resolve;
      transport.onmessage?.(message, extra);
    });
  return { server, ask };
}

/** Not `Response.json`, which makes Headers of what node-server can send as it is. */
function jsonResponse(value: unknown): Response {
  return new Response(JSON.stringify(value), { headers: { 'Content-Type': 'application/json' } });
}
