import type { UpstreamResponse } from '../custom.js';
import type { Tool } from '../tool.js';
import type { Redact } from './content.js';
import { cutText } from './fit.js';
import { statusLine } from './status-line.js';

/** What a response says without a body: of any method, and of HEAD, which is asked for these. */
const telling = ['location', 'content-location', 'etag', 'last-modified'];
const ofHead = ['content-type', 'content-length', 'accept-ranges', 'allow', 'link', 'expires'];
const LONGEST_VALUE = 300;

/** E.g. `204 No Content, without content; etag: "1"`: for 204, 205, HEAD and other responses that have no body. */
export function emptyStatement(tool: Tool, response: UpstreamResponse, redact: Redact): string {
  const names = tool.request.method === 'HEAD' ? [...ofHead, ...telling] : telling;
  const headers = names.flatMap((name) => {
    const value = response.headers[name];
    return value ? [`; ${name}: ${cutText(redact(value), LONGEST_VALUE)}`] : [];
  });
  return `${statusLine(response)}, without content${headers.join('')}`;
}
