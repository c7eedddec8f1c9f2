import { connect, type Connection, type Era, type Transport } from './connect.js';
import { testEnvironment } from './environment.js';
import { startUpstream, success, type Answer, type Recorded } from './upstream.js';

/** A server of its own, a client that is connected to it, and the API that it calls. */
export interface Session extends AsyncDisposable {
  readonly client: Connection['client'];
  /** What a call came to, with the requests that the API got. */
  readonly call: (
    tool: string,
    args: Readonly<Record<string, unknown>>,
    answer?: Answer,
  ) => Promise<Called>;
  /** What the API got since the last call or since this was last asked. */
  readonly takeRequests: () => readonly Recorded[];
}

export interface Called {
  readonly isError: boolean;
  /** The content of the result as JSON. */
  readonly text: string;
  readonly requests: readonly Recorded[];
}

/** `environmentOf` makes the environment of the server from the URL of the API. */
export async function openSession(
  transport: Transport = 'stdio',
  era: Era = '2026',
  environmentOf: (url: string) => Record<string, string> = testEnvironment,
): Promise<Session> {
  const upstream = await startUpstream();
  const connection = await connect(transport, era, environmentOf(upstream.url));
  const { client } = connection;
  const takeRequests = () => upstream.requests.splice(0);
  return {
    client,
    takeRequests,
    call: async (tool, args, answer = success) => {
      takeRequests();
      upstream.answer = answer;
      const { isError = false, content } = await client.callTool({ name: tool, arguments: args });
      return { isError, text: JSON.stringify(content), requests: takeRequests() };
    },
    [Symbol.asyncDispose]: async () => {
      await connection[Symbol.asyncDispose]();
      await upstream[Symbol.asyncDispose]();
    },
  };
}
