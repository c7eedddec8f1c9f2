import { STATUS_CODES } from 'node:http';
import type { CallToolResult } from '@modelcontextprotocol/server';
import { readContent, type Content } from './content.js';
import type { UpstreamResponse } from './custom.js';
import type { Tool } from './tool.js';

const LONGEST_ERROR_BODY = 4_000;

type Redact = (text: string) => string;

/** What the model gets for a response: its content for 2xx, else an `isError` result that says what to do. */
export function toResult(
  tool: Tool,
  response: UpstreamResponse,
  options: { readonly maxChars: number; readonly redact: Redact },
): CallToolResult {
  const { maxChars, redact } = options;
  if (!isSuccess(response)) return textResult(failureText(tool, response, redact), true);
  if (response.body.byteLength === 0) {
    const location = response.headers['location'];
    return textResult(
      `${statusLine(response)}, without content${location ? `; see ${location}` : ''}`,
    );
  }
  return { content: [contentBlock(tool, readContent(response, redact), maxChars)] };
}

/** A result of one text. */
export function textResult(text: string, isError = false): CallToolResult {
  return { content: [{ type: 'text', text }], ...(isError && { isError }) };
}

export function isSuccess(response: UpstreamResponse): boolean {
  return response.status >= 200 && response.status < 300;
}

/** E.g. `GET /pets/{id} answered 404 Not Found: {"code":"no_such_pet"}`, and what the model can do about it. */
export function failureText(tool: Tool, response: UpstreamResponse, redact: Redact): string {
  const { method, path } = tool.request;
  const content = readContent(response, redact);
  const body =
    content.kind === 'text' ? cutText(content.text, LONGEST_ERROR_BODY) : content.mimeType;
  const said = response.body.byteLength === 0 ? '' : `: ${body}`;
  return `${method} ${path} answered ${statusLine(response)}${said}\n${advice(response)}`;
}

type ContentBlock = CallToolResult['content'][number];

function contentBlock(tool: Tool, content: Content, maxChars: number): ContentBlock {
  if (content.kind === 'text') return { type: 'text', text: cutText(content.text, maxChars) };
  const { mimeType, base64: data } = content;
  if (mimeType.startsWith('image/')) return { type: 'image', data, mimeType };
  if (mimeType.startsWith('audio/')) return { type: 'audio', data, mimeType };
  return { type: 'resource', resource: { uri: `result:${tool.name}`, mimeType, blob: data } };
}

/** The beginning of a text that is too long, and the statement that it is one. */
function cutText(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  // Half of a surrogate pair is no character.
  const kept = text.slice(0, maxChars).replace(/[\ud800-\udbff]$/, '');
  return `${kept}\n[cut: the first ${kept.length} of ${text.length} characters; ask for less, e.g. with a filter or a smaller page]`;
}

function statusLine({ status }: UpstreamResponse): string {
  return [status, STATUS_CODES[status]].filter((part) => part !== undefined).join(' ');
}

function advice({ status, headers }: UpstreamResponse): string {
  if (status >= 300 && status < 400) {
    return `The API redirects to ${headers['location'] ?? 'nowhere'}, which was not followed.`;
  }
  switch (status) {
    case 401:
      return "The API does not accept this server's credentials. Its operator must check them; do not retry.";
    case 403:
      return "This server's credentials do not allow this. Do not retry.";
    case 404:
    case 410:
      return 'Check the identifiers in the arguments; there is nothing under them.';
    case 409:
    case 412:
      return 'The state of the data is in conflict with this call. Read it again first.';
    case 429: {
      const wait = headers['retry-after'];
      return `Too many calls. ${wait ? `Retry after: ${wait}.` : 'Wait before the next one.'}`;
    }
    default:
      return status >= 500
        ? 'The API failed. The call may have had an effect; retry only if that does no harm.'
        : 'Correct the arguments by what the API says.';
  }
}
