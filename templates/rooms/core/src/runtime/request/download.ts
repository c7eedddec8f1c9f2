import { isIP } from 'node:net';
import { Agent, request, type Dispatcher } from 'undici';
import { ToolError } from '../tool-error.js';
import { downloadName } from './download-name.js';
import type { FileContent } from './file.js';
import { isMediaType } from './media-type.js';
import { lookupWith, notPublic, publicInternet, type Network } from './network.js';

const MOST_REDIRECTS = 3;
const TIMEOUT_MS = 30_000;

export interface DownloadOptions {
  /** Hosts, with a port where it is not 443, that the URL and whatever it redirects to must be on. */
  readonly hosts: readonly string[];
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
  /** Absent: the public internet, whatever a name resolves to. */
  readonly network?: Network;
}

/**
 * Fetches a file by `https:`, without credentials, in 30 seconds.
 * @throws ToolError if its host is not listed, its address not allowed, or it cannot be had whole.
 */
export async function download(start: URL, options: DownloadOptions): Promise<FileContent> {
  const { hosts, maxBytes, network = publicInternet } = options;
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  const agent = new Agent({
    connect: { lookup: lookupWith(network), ...(network.ca !== undefined && { ca: network.ca }) },
  });
  try {
    let url = start;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      checkUrl(url, hosts, network);
      const response = await request(url, {
        dispatcher: agent,
        headers: { accept: '*/*', 'accept-encoding': 'identity' },
        signal,
      });
      const target = redirectTarget(response, url);
      if (target === undefined) return await readFile(response, start, maxBytes);
      await response.body.dump();
      url = target;
    }
    throw new ToolError(`The file on ${start.host} was redirected too often.`);
  } catch (error) {
    if (error instanceof ToolError) throw error;
    if (options.signal?.aborted) throw new ToolError('The call was cancelled.');
    throw new ToolError(`The file on ${start.host} could not be fetched: ${reason(error)}.`);
  } finally {
    await agent.destroy();
  }
}

/** Names are checked where they are resolved; an address in the URL is never looked up. */
function checkUrl(url: URL, hosts: readonly string[], { allows }: Network): void {
  const address = url.hostname.replace(/^\[|\]$/g, '');
  if (url.protocol !== 'https:' || !hosts.includes(url.host)) {
    throw new ToolError(`Files cannot be fetched from ${url.protocol}//${url.host}.`);
  }
  if (url.username + url.password !== '') {
    throw new ToolError('The URL of a file must not hold a user name or a password.');
  }
  if (isIP(address) !== 0 && !allows(address)) throw notPublic(url.hostname);
}

function redirectTarget(
  { statusCode, headers }: Dispatcher.ResponseData,
  url: URL,
): URL | undefined {
  const location = [headers['location']].flat()[0];
  if (![301, 302, 303, 307, 308].includes(statusCode) || location === undefined) return undefined;
  if (!URL.canParse(location, url.href)) throw new ToolError('The file was redirected to no URL.');
  return new URL(location, url);
}

async function readFile(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  url: URL,
  maxBytes: number,
): Promise<FileContent> {
  if (statusCode !== 200) {
    throw new ToolError(`The file on ${url.host} could not be fetched: status ${statusCode}.`);
  }
  const encoding = String(headers['content-encoding'] ?? 'identity').toLowerCase();
  if (encoding !== 'identity') {
    throw new ToolError(`The file on ${url.host} comes compressed, unasked: it is not used.`);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new ToolError(`A file may have at most ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  const mediaType = String(headers['content-type'] ?? '').trim();
  const name = downloadName(String(headers['content-disposition'] ?? ''), url);
  return {
    bytes: Buffer.concat(chunks),
    ...(name !== undefined && { name }),
    ...(isMediaType(mediaType) && { mediaType }),
  };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
