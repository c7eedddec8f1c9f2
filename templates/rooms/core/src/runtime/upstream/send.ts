import { Agent, request as send, type Dispatcher } from 'undici';
import type { UpstreamRequest, UpstreamResponse } from '../custom.js';
import { ToolError } from '../tool-error.js';

export interface SendLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly maxConcurrency: number;
}

/** Sends one request, follows nothing, and reads the response to its end. */
export type Send = (request: UpstreamRequest, signal: AbortSignal) => Promise<UpstreamResponse>;

/**
 * A sender with its own connections.
 * It throws a ToolError on a timeout, on a response over the limit and when the API cannot be reached.
 */
export function createSend(limits: SendLimits): Send {
  const agent = new Agent({ connections: limits.maxConcurrency });
  return async (request, signal) => {
    const timeout = AbortSignal.timeout(limits.timeoutMs);
    try {
      const response = await send(request.url, {
        dispatcher: agent,
        method: request.method,
        headers: request.headers,
        body: request.body ?? null,
        signal: AbortSignal.any([signal, timeout]),
        // The signal is the one limit on time.
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      return {
        status: response.statusCode,
        headers: joined(response.headers),
        body: await readBody(response.body, limits.maxBytes),
      };
    } catch (error) {
      if (error instanceof ToolError) throw error;
      if (signal.aborted) throw new ToolError('The call was cancelled.');
      if (timeout.aborted) {
        throw new ToolError(
          `The API did not answer within ${limits.timeoutMs} ms. It may still carry the request out.`,
        );
      }
      throw new ToolError(`The API could not be reached: ${reason(error)}.`);
    }
  };
}

async function readBody(
  body: Dispatcher.ResponseData['body'],
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      throw new ToolError(
        `The API's response is larger than ${maxBytes} bytes. Ask for less, e.g. with a filter or a smaller page.`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function joined(headers: Dispatcher.ResponseData['headers']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
  );
}

/** undici and Node put the useful word into the code, and for several addresses into the first error. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return [code, error.message].filter((part) => part !== '').join(' ');
}
