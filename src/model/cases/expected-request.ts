import { buildRequest } from '../../../templates/rooms/core/src/runtime/request/build.js';
import { ToolError } from '../../../templates/rooms/core/src/runtime/tool-error.js';
import type { ExpectedRequest } from '../../../templates/rooms/core/test/support/case.js';
import type { Tool } from '../model.js';

const base = 'http://api.test/base';

/**
 * The request that arguments make, as the very code of the written server makes it, without what tells only of the
 * server and the connection; undefined if they make none that can be shown as text.
 */
export async function expectedRequest(
  tool: Tool,
  args: Readonly<Record<string, unknown>>,
): Promise<ExpectedRequest | undefined> {
  try {
    const request = await buildRequest(tool, args, { base, userAgent: '' });
    const headers = Object.entries(request.headers).filter(
      ([name, value]) => name !== 'user-agent' && !(name === 'accept' && value === '*/*'),
    );
    const body = request.body === undefined ? undefined : lines(request.body);
    return {
      method: tool.request.method,
      url: request.url.slice(base.length),
      ...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
      ...(body !== undefined && { body }),
    };
  } catch (error) {
    if (error instanceof ToolError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Bytes that are no text are a TypeError of the decoder. */
function lines(content: string | Uint8Array): string | readonly string[] {
  const text =
    typeof content === 'string'
      ? content
      : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  const parts = text.split('\r\n');
  return parts.length === 1 ? text : parts;
}
