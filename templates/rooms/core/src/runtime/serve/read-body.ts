import { isJsonContentType, readRequestBody } from '@modelcontextprotocol/server';
import { isNestedDeeper } from './nesting.js';
import { refuse, refusalCodes } from '../refusal.js';

/** Levels of arrays and objects in a request: far more than arguments have, far fewer than a stack holds. */
const DEEPEST = 128;

/** The JSON that a request carries. */
export interface Body {
  readonly parsed: unknown;
}

/**
 * Reads and parses a body of at most `maxBytes`, or says with 400, 413 or 415 why not. A body that says its length is
 * refused by it, unread; one that does not is counted while it is read.
 */
export async function readBody(request: Request, maxBytes: number): Promise<Body | Response> {
  const { headers } = request;
  if (!isJsonContentType(headers.get('content-type'))) {
    return refuse(415, 'Content-Type must be application/json');
  }
  if (headers.has('content-encoding')) return refuse(415, 'The body must not be encoded');
  const text = await readText(request, maxBytes).catch(() => null);
  if (text === null) return refuse(400, 'The body has not arrived');
  if (text === undefined) return refuse(413, `The body must not exceed ${maxBytes} bytes`);
  return parseBody(text);
}

/** Parses what a request carries, or says with 400 why it cannot. */
export function parseBody(text: string): Body | Response {
  if (isNestedDeeper(text, DEEPEST)) {
    return refuse(400, `The body is nested deeper than ${DEEPEST} levels`);
  }
  try {
    return { parsed: JSON.parse(text) as unknown };
  } catch {
    return refuse(400, 'Parse error: the body is not JSON', { code: refusalCodes.noJson });
  }
}

async function readText(request: Request, maxBytes: number): Promise<string | undefined> {
  const length = request.headers.get('content-length');
  if (length !== null) return Number(length) > maxBytes ? undefined : request.text();
  const body = await readRequestBody(request, maxBytes);
  return body.tooLarge ? undefined : body.text;
}
