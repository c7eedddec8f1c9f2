import type { HttpMethod } from '../tool.js';
import { ToolError } from '../tool-error.js';

/** What is known of a request that got no whole reply. */
export interface FailureFacts {
  /** A sentence without its full stop. */
  readonly what: string;
  readonly method: HttpMethod;
  /** Whether the API may have got the request. */
  readonly sent: boolean;
  /** Whether another try may go better. */
  readonly transient: boolean;
  /** What to do about it, if not what anyone would think. */
  readonly advice?: string;
}

/** A request that got no whole reply. It says what happened, what may have come of it, and what to do. */
export class RequestFailure extends ToolError {
  constructor(
    readonly facts: FailureFacts,
    tries = 1,
  ) {
    super(describe(facts, tries));
  }
}

function describe({ what, method, sent, transient, advice }: FailureFacts, tries: number): string {
  const changes = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
  const parts = [
    tries === 1 ? `${what}.` : `${what} (${tries} tries).`,
    sent &&
      changes &&
      'The request may have been carried out all the same: check before repeating it.',
    !sent && 'Nothing was sent.',
    advice ?? (transient && 'Try again later.'),
  ];
  return parts.filter((part) => typeof part === 'string').join(' ');
}

/** Errors of a connection that was never made. */
const neverConnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)$/;

/**
 * Errors of a TLS handshake, and of requests that are wrong in themselves: the next try ends no better. Other errors of
 * TLS may come later, when the request is on its way.
 */
const refused =
  /^(ERR_SSL_(WRONG_VERSION|PACKET_LENGTH|\w*PROTOCOL|\w*HANDSHAKE)\w*|ERR_TLS_\w+|UNABLE_TO_\w+|\w*CERT\w*|HOSTNAME_MISMATCH|UND_ERR_INVALID_ARG)$/;

/** Errors of a connection that broke. */
const broken = /^(ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|UND_ERR_SOCKET)$/;

/** What an error of the HTTP client means. */
export function connectionFailure(error: unknown, method: HttpMethod): RequestFailure {
  const code = codeOf(error);
  const reason = reasonOf(error);
  const sent = !neverConnected.test(code) && !refused.test(code);
  return new RequestFailure({
    what: sent
      ? `The API did not give a whole reply: ${reason}`
      : `The API could not be reached: ${reason}`,
    method,
    sent,
    transient: neverConnected.test(code) || broken.test(code),
  });
}

/** What an error says, on one line. Of those of OpenSSL, the code says all there is to say. */
function reasonOf(error: unknown): string {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (message === '' || code.startsWith('ERR_SSL_')) return code;
  const said = message.includes(code) ? message : `${code} ${message}`;
  return said.replace(/\s+/g, ' ').slice(0, 300);
}

/** The code of an error, into which undici and Node put the useful word; '' if there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}
