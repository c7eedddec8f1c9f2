import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Arguments } from '../../templates/rooms/core/src/runtime/custom.js';
import { createRuntime } from '../../templates/rooms/core/src/runtime/runtime.js';
import { createServices } from '../../templates/rooms/core/src/runtime/services.js';
import type {
  InputSchema,
  JsonSchema,
  RequestTemplate,
} from '../../templates/rooms/core/src/runtime/tool.js';
import { tool } from '../runtime/tool.js';
import { testCall } from '../support/call.js';
import { startUpstream, type RecordedRequest, type Upstream } from '../support/upstream.js';

/** A call of a tool through the whole server. */
export interface WireCall {
  readonly request: Partial<RequestTemplate>;
  /** Of the arguments. Absent: any. */
  readonly properties?: InputSchema['properties'];
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly args: Arguments;
  readonly env?: Readonly<Record<string, string>>;
}

/** What the API sees of a call: everything that is named here, byte for byte; or what the model is told instead. */
export type Expected =
  | {
      /** Method and target. */
      readonly line?: string;
      /** Undefined: not sent. */
      readonly headers?: Readonly<Record<string, string | undefined>>;
      readonly body?: string | Uint8Array;
    }
  | RegExp;

/** The base URL of the API is its origin and this. */
export const BASE_PATH = '/v1';

/** Makes a call and gives what arrived, or the text of the error. */
export async function makeCall(
  upstream: Upstream,
  { request, properties, definitions, args, env }: WireCall,
): Promise<RecordedRequest | string> {
  const inputSchema: InputSchema = {
    type: 'object',
    ...(properties && { properties }),
    ...(definitions && { $defs: definitions }),
  };
  const definition = {
    ...{ name: 'test', title: 'Test', version: '1', servers: {}, securitySchemes: {}, prompts: [] },
    groups: [
      {
        tools: ['test_tool'],
        load: () => Promise.resolve({ tools: [tool(request, inputSchema)] }),
      },
    ],
  };
  const variables = { API_BASE_URL: `${upstream.url}${BASE_PATH}`, LOG_LEVEL: 'silent', ...env };
  const { tools } = createServices(createRuntime(definition, {}, variables));
  const before = upstream.requests.length;
  const { isError, content } = await tools.call('test_tool', args, testCall());
  const sent = upstream.requests.slice(before);
  if (isError !== true) {
    assert.equal(sent.length, 1);
    return sent[0] ?? assert.fail('nothing was sent');
  }
  assert.equal(sent.length, 0, 'what is refused is not sent');
  const [block] = content;
  return block?.type === 'text' ? block.text : '';
}

/** One test a row: each makes its call and compares. */
export function describeWire(
  title: string,
  rows: readonly (readonly [title: string, call: WireCall, expected: Expected])[],
): void {
  describe(title, () => {
    let upstream: Upstream;
    before(async () => {
      upstream = await startUpstream((_, response) => response.writeHead(204).end());
    });
    after(() => upstream[Symbol.asyncDispose]());

    for (const [name, call, expected] of rows) {
      it(name, async () => {
        compare(await makeCall(upstream, call), expected);
      });
    }
  });
}

function compare(sent: RecordedRequest | string, expected: Expected): void {
  if (expected instanceof RegExp) {
    assert.match(typeof sent === 'string' ? sent : `sent: ${sent.url}`, expected);
    return;
  }
  if (typeof sent === 'string') assert.fail(sent);
  const { line, headers = {}, body } = expected;
  if (line !== undefined) assert.equal(`${sent.method} ${sent.url}`, line);
  for (const [name, value] of Object.entries(headers)) {
    assert.equal(sent.headers[name], value, name);
  }
  if (typeof body === 'string') assert.equal(sent.body, body);
  else if (body !== undefined) assert.deepEqual(sent.bytes, Buffer.from(body));
}
