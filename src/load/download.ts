import type { Origin } from '../diagnostics.js';
import { InputError } from '../diagnostics.js';
import { failure } from './failure.js';
import { limits } from './limits.js';
import { collectBytes } from './read-bytes.js';
import { publicUrl } from './secret.js';

export interface DownloadRequest {
  readonly url: URL;
  /** Where errors are told. */
  readonly originOf: () => Origin;
  /** Sent to `headerOrigin` alone, also along redirects. */
  readonly headers: Readonly<Record<string, string>>;
  readonly headerOrigin: string | undefined;
  /** Why a redirect must not go there; undefined when it may. */
  readonly refuse: (url: URL) => string | undefined;
}

export interface Download {
  readonly bytes: Uint8Array;
  /** Where the last redirect led to. */
  readonly url: URL;
}

const accept = 'application/json, application/yaml;q=0.9, text/yaml;q=0.9, */*;q=0.5';

/** Fetches a file over http(s), checking every redirect; MG102, MG112 or MG113 when that fails. */
export async function download(request: DownloadRequest): Promise<Download> {
  const signal = AbortSignal.timeout(limits.fetchTimeout);
  let url = request.url;
  for (let redirects = 0; redirects <= limits.redirects; redirects++) {
    const response = await get(url, request, signal);
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      url = redirectTarget(location, url, request);
      continue;
    }
    if (!response.ok) throw badStatus(response, request);
    return { bytes: await readBody(response, request), url };
  }
  throw redirectRefused(request, `it was redirected more than ${limits.redirects} times`);
}

async function get(url: URL, request: DownloadRequest, signal: AbortSignal): Promise<Response> {
  const headers = url.origin === request.headerOrigin ? request.headers : {};
  try {
    return await fetch(url, { headers: { accept, ...headers }, redirect: 'manual', signal });
  } catch (error) {
    throw downloadFailed(request, reasonOf(error));
  }
}

async function readBody(response: Response, request: DownloadRequest): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array();
  const body: AsyncIterable<Uint8Array> = response.body;
  try {
    return await collectBytes(body, publicUrl(request.url));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw downloadFailed(request, reasonOf(error));
  }
}

function redirectTarget(location: string, from: URL, request: DownloadRequest): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
  if (to === undefined || !/^https?:$/.test(to.protocol)) {
    throw redirectRefused(request, 'it was redirected to something other than http(s)');
  }
  if (to.username + to.password !== '') {
    throw redirectRefused(request, 'it was redirected to a URL with a user name or password');
  }
  if (from.protocol === 'https:' && to.protocol === 'http:') {
    throw redirectRefused(request, `it was redirected from https to ${publicUrl(to)}`);
  }
  const reason = request.refuse(to);
  if (reason !== undefined) {
    throw redirectRefused(request, `it was redirected to ${publicUrl(to)}: ${reason}`);
  }
  return to;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'the connection failed';
  if (error.name === 'TimeoutError') return `no answer within ${limits.fetchTimeout / 1000} s`;
  const cause = error.cause instanceof Error ? error.cause : error;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}

function badStatus(response: Response, request: DownloadRequest): Error {
  const denied = response.status === 401 || response.status === 403;
  return failure(
    'MG112',
    `Cannot download ${publicUrl(request.url)}: HTTP ${response.status}.`,
    request.originOf(),
    denied
      ? "Pass a credential: --source-header 'Authorization: Bearer $TOKEN'."
      : 'Check the URL in a browser, or download the file yourself.',
  );
}

function downloadFailed(request: DownloadRequest, reason: string): Error {
  return failure(
    'MG112',
    `Cannot download ${publicUrl(request.url)}: ${reason}.`,
    request.originOf(),
    'Check the URL and the network, or download the file yourself.',
  );
}

function redirectRefused(request: DownloadRequest, reason: string): Error {
  return failure(
    'MG113',
    `Cannot download ${publicUrl(request.url)}: ${reason}.`,
    request.originOf(),
    'Give the final URL as the source, or allow its host with --allow-remote-refs HOST.',
  );
}
