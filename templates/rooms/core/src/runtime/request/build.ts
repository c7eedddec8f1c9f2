import type { FileConfig } from '../config/file-config.js';
import type { Arguments, UpstreamRequest } from '../custom.js';
import type { Tool } from '../tool.js';
import { buildBody } from './body.js';
import { createReadFile } from './file.js';
import { givenParameters } from './given.js';
import { buildHeaders } from './headers.js';
import { placesOf } from './schema-places.js';
import { buildUrl } from './url.js';

export interface BuildOptions {
  /** The URL of the API as the URL standard writes it, but without a trailing slash. */
  readonly base: string;
  readonly userAgent: string;
  /** What a file argument may name. Absent: only files that are given whole, as data. */
  readonly files?: FileConfig;
  /** Ends the fetching of files. */
  readonly signal?: () => AbortSignal;
}

/**
 * The request that validated arguments make, without credentials; always the same for the same arguments, unless they
 * name files that lie elsewhere.
 * @throws ToolError if an argument cannot be sent.
 */
export async function buildRequest(
  tool: Tool,
  args: Arguments,
  options: BuildOptions,
): Promise<UpstreamRequest> {
  const { request } = tool;
  const places = placesOf(tool.inputSchema);
  const given = givenParameters(request, args, places);
  const url = buildUrl(request, given, options.base);
  const headers = buildHeaders(given);
  const readFile = createReadFile(options.files, options.signal);
  const body = request.body && (await buildBody(request.body, args, places, readFile));
  return {
    method: request.method,
    url,
    headers: {
      accept: request.accept ?? '*/*',
      'user-agent': options.userAgent,
      ...headers,
      ...(body && { 'content-type': body.contentType }),
    },
    ...(body && { body: body.content }),
  };
}
