import type { UpstreamResponse } from '../custom.js';
import type { Tool } from '../tool.js';
import { adviceFor, type AdviceContext } from './advice.js';
import { argumentFinder } from './argument-finder.js';
import { complaintsOf } from './complaints.js';
import { readContent, type Content } from './content.js';
import { cutText, fitText } from './fit.js';
import { statusLine } from './status-line.js';

/** Longest text about a failure, in UTF-16 code units. */
const LONGEST_FAILURE = 8_000;
const LONGEST_MESSAGE = 200;
/** An error that says more is not searched for arguments. */
const LONGEST_SEARCHED = 1_000_000;

export interface FailureContext extends AdviceContext {
  readonly maxChars: number;
}

/** E.g. `GET /pets/{id} answered 404 Not Found: {"code":"no_such_pet"}`, and what the model can do about it. */
export async function failureText(
  tool: Tool,
  response: UpstreamResponse,
  context: FailureContext,
): Promise<string> {
  const longest = Math.min(LONGEST_FAILURE, context.maxChars);
  const { method, path } = tool.request;
  const answered = cutText(`${method} ${path} answered ${statusLine(response)}`, longest / 4);
  const content = await readContent(response, { redact: context.redact, keepHtml: false });
  const advice = [...complaintLines(tool, response, content), adviceFor(tool, response, context)];
  const end = cutText(`\n${advice.join('\n')}`, longest / 2);
  const room = longest - answered.length - end.length - 3;
  const body = response.body.byteLength === 0 ? '' : bodyText(tool, response, content, room);
  return `${answered}${body === '' ? '' : `: ${body}`}${end}`;
}

function bodyText(tool: Tool, response: UpstreamResponse, content: Content, room: number): string {
  if (content.kind === 'bytes') return `${content.mimeType} of ${response.body.byteLength} bytes`;
  const truncated = response.truncated === true;
  const { text, statement } = fitText(content, { tool, maxChars: room, truncated });
  return statement === undefined ? text : `${text}\n${statement}`;
}

/** One line for each argument that the API complains of, by the names that the model knows. */
function complaintLines(
  tool: Tool,
  { status }: UpstreamResponse,
  content: Content,
): readonly string[] {
  const isAboutArguments = status >= 400 && status < 500 && ![401, 403, 429].includes(status);
  if (!isAboutArguments || content.kind !== 'json' || content.text.length > LONGEST_SEARCHED) {
    return [];
  }
  const find = argumentFinder(tool);
  const lines = complaintsOf(JSON.parse(content.text)).flatMap(({ place, message }) => {
    const argument = find(place);
    if (argument === undefined) return [];
    const written = typeof place === 'string' ? place : place.join('.');
    const called = written === argument ? '' : ` (${oneLine(written)})`;
    const said = message === undefined ? '' : `: ${oneLine(message)}`;
    return [`The API complains of the argument \`${argument}\`${called}${said}`];
  });
  return [...new Set(lines)];
}

function oneLine(text: string): string {
  return cutText(text.replace(/[\p{C}\s]+/gu, ' ').trim(), LONGEST_MESSAGE);
}
