import type { Arguments, UpstreamRequest } from '../custom.js';
import type { Tool } from '../tool.js';
import { buildBody } from './body.js';
import { givenParameters } from './given.js';
import { buildHeaders } from './headers.js';
import { buildUrl } from './url.js';

/**
 * The request that validated arguments make, without credentials.
 * @throws ToolError if an argument cannot be sent.
 */
export async function buildRequest(
  tool: Tool,
  args: Arguments,
  options: { readonly base: string; readonly userAgent: string },
): Promise<UpstreamRequest> {
  const given = givenParameters(tool.request, args);
  const body = await buildBody(tool, args);
  return {
    method: tool.request.method,
    url: buildUrl(tool.request, given, options.base),
    headers: {
      accept: tool.request.accept ?? '*/*',
      'user-agent': options.userAgent,
      ...buildHeaders(given),
      ...(body && { 'content-type': body.contentType }),
    },
    ...(body && { body: body.content }),
  };
}
