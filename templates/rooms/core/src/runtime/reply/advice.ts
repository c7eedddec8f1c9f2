import type { UpstreamResponse } from '../custom.js';
import type { SecurityScheme } from '../security-scheme.js';
import type { Tool } from '../tool.js';
import { retryAfterMs } from '../upstream/retry-after.js';
import { takesToken } from '../upstream/takes-token.js';
import type { Redact } from './content.js';
import { cutText } from './fit.js';

const LONGEST_VALUE = 300;

export interface AdviceContext {
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  readonly redact: Redact;
  /** Whether bearer tokens stand for the caller, and are not the environment's. */
  readonly hasCallerTokens?: boolean;
}

/** What the model can do about a response that is no success, in a sentence or two. RFC 9110, section 15; RFC 6585. */
export function adviceFor(
  tool: Tool,
  response: UpstreamResponse,
  { schemes, redact, hasCallerTokens = false }: AdviceContext,
): string {
  const { status } = response;
  const header = (name: string): string | undefined => {
    const value = response.headers[name];
    return value ? oneLine(redact(value)) : undefined;
  };
  if (status === 304) return 'Nothing has changed since; leave out the conditional headers.';
  if (status >= 300 && status < 400) {
    return `The API redirects to ${header('location') ?? 'nowhere'}, which was not followed.`;
  }
  if (status === 429 || (status === 403 && isRateLimited(response))) {
    return `Too many calls. ${wait(response) || 'Wait before the next one.'}`;
  }
  switch (status) {
    case 401:
    case 403:
      return `${credentialsAdvice(tool, status, schemes, hasCallerTokens)}${challenge(header('www-authenticate'))}`;
    case 404:
    case 410:
      return 'Check the identifiers in the arguments; there is nothing under them.';
    case 405:
      return `The API does not take ${tool.request.method} here${allowed(header('allow'))}. Do not retry.`;
    case 406:
      return `The API cannot answer with ${tool.request.accept ?? 'what was asked for'}. Do not retry.`;
    case 409:
    case 412:
      return 'The state of the data is in conflict with this call. Read it again first.';
    case 413:
      return 'The request is too large. Send less at a time.';
    case 415: {
      const taken = header('accept-post') ?? header('accept-patch') ?? header('accept');
      const sent = tool.request.body?.contentType ?? 'no body';
      return `The API does not take ${sent} here${allowed(taken)}. Do not retry.`;
    }
    case 408:
    case 425:
      return `The API was not ready for this call. ${wait(response) || 'Try again.'}`;
    case 501:
      return 'The API does not offer this. Do not retry.';
    case 503:
      return `The API is not available. ${wait(response) || 'Wait before the next call.'}`;
    default:
      return `${status >= 500 ? failed(tool) : 'Correct the arguments by what the API says.'} ${wait(response)}`.trim();
  }
}

function credentialsAdvice(
  { request }: Tool,
  status: 401 | 403,
  schemes: AdviceContext['schemes'],
  hasCallerTokens: boolean,
): string {
  const used = new Set((request.security ?? []).flat());
  const wantsToken = Object.entries(schemes).some(
    ([name, each]) => used.has(name) && takesToken(each),
  );
  if (hasCallerTokens && wantsToken) {
    return status === 403
      ? 'The API does not allow the caller this. Whoever runs the API must grant it; do not retry.'
      : 'The API does not accept the token that stands for the caller. Sign in to this server again.';
  }
  const names = [...used].flatMap((name) => variablesOf(schemes[name]));
  const from = names.length > 0 ? ` (from ${[...new Set(names)].join(', ')})` : '';
  if (status === 403) {
    return `This server's credentials${from} do not allow this. Its operator must grant it; do not retry.`;
  }
  return used.size === 0
    ? "The API wants credentials, although its description asks for none here. This server's operator must add them; do not retry."
    : `The API does not accept this server's credentials${from}. Its operator must check them; do not retry.`;
}

/** Names of the environment variables of a scheme that hold something secret, wherever they stand in it. */
function variablesOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const isVariable = /^env$|Env$/.test(key) && !/^(?:tokenUrl|auth|scopes)Env$/.test(key);
    return isVariable && typeof item === 'string' ? [item] : variablesOf(item);
  });
}

/** RFC 6750, section 3. */
function challenge(header = ''): string {
  const said = /error_description="((?:[^"\\]|\\.)*)"/i.exec(header)?.[1];
  const scope = /scope="([^"]*)"/i.exec(header)?.[1];
  return `${said ? ` It says: ${said}.` : ''}${scope ? ` It wants the scope ${scope}.` : ''}`;
}

function allowed(methods: string | undefined): string {
  return methods === undefined ? '' : `, only ${methods}`;
}

function failed({ annotations }: Tool): string {
  return annotations.readOnlyHint
    ? 'The API failed. It may do better later.'
    : 'The API failed. The call may have had an effect; retry only if that does no harm.';
}

/** Some APIs do not tell one who calls too often from one who is not allowed to. */
function isRateLimited({ headers }: UpstreamResponse): boolean {
  return 'retry-after' in headers || headers['x-ratelimit-remaining']?.trim() === '0';
}

/** Of a response that was not waited for, since it is the last one. RFC 9110, section 10.2.3. */
function wait({ headers }: UpstreamResponse): string {
  const ms = retryAfterMs(headers['retry-after'], Date.now());
  if (ms === undefined) return '';
  const seconds = Math.ceil(ms / 1_000);
  return `Retry after ${seconds} second${seconds === 1 ? '' : 's'}: no further try was made.`;
}

function oneLine(value: string): string {
  return cutText(value.replace(/[\p{C}\s]+/gu, ' '), LONGEST_VALUE);
}
