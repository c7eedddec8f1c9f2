import type { CallToolResult } from '@modelcontextprotocol/server';
import type { Arguments, UpstreamResponse } from '../custom.js';
import type { SecurityScheme } from '../security-scheme.js';
import type { Tool } from '../tool.js';
import { attachmentName } from './attachment-name.js';
import { readContent, type BytesContent, type Redact } from './content.js';
import { emptyStatement } from './empty.js';
import { failureText } from './failure.js';
import { fitText } from './fit.js';
import { waysToLess } from './narrowing.js';
import { nextPage } from './next-page.js';
import { noEffect, shapeContent, type Shaped, type Shaping } from './shaping.js';
import { isSuccess } from './status-line.js';
import { structure } from './structured.js';
import { fitTable } from './table.js';

export interface ResultContext {
  /** Of the call, which those for the next page differ from. */
  readonly args: Arguments;
  /** Longest text of a result in UTF-16 code units, unless the tool has its own. */
  readonly maxChars: number;
  readonly redact: Redact;
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  readonly hasCallerTokens?: boolean;
  /** What was asked for of the reply. */
  readonly shaping?: Shaping | undefined;
}

/**
 * What the model gets for a response: the content of a 2xx, or what was asked for of it, as long as allowed, with a
 * second text if something is missing or there is a next page; else an `isError` result that says what to do. With an
 * output schema, its `structuredContent` passes it.
 */
export async function toResult(
  tool: Tool,
  response: UpstreamResponse,
  context: ResultContext,
): Promise<CallToolResult> {
  const maxChars = tool.maxResultChars ?? context.maxChars;
  const { args, redact, shaping } = context;
  if (!isSuccess(response)) {
    const text = await failureText(tool, response, { ...context, maxChars });
    return withRemarks(textResult(text, true), [noEffect(shaping, 'the reply is an error')]);
  }
  if (response.body.byteLength === 0) {
    const empty = textResult(emptyStatement(tool, response, redact));
    return withStructure(tool, withRemarks(empty, [noEffect(shaping, 'the reply is empty')]));
  }
  const content = await readContent(response, { redact, keepHtml: asksForHtml(tool) });
  const truncated = response.truncated === true;
  if (truncated && (content.kind === 'bytes' || content.kind === 'part')) {
    const what = content.kind === 'part' ? 'JSON' : content.mimeType;
    return textResult(tooLarge(tool, response, what), true);
  }
  if (content.kind === 'bytes') {
    const name = attachmentName(redact(response.headers['content-disposition'] ?? ''));
    const result: CallToolResult = { content: [bytesBlock(tool, content, name)] };
    const remark = noEffect(shaping, `the reply is no JSON but ${content.mimeType}`);
    return withStructure(tool, withRemarks(result, [remark]));
  }
  const { remark, ...shaped }: Shaped =
    shaping === undefined ? { content, remark: '' } : shapeContent(content, shaping);
  const next = redact(nextPage(tool, response, args) ?? '');
  const fit = { tool, maxChars: maxChars - next.length - remark.length, truncated };
  const fitted = (shaped.table && fitTable(shaped.table, fit)) ?? fitText(shaped.content, fit);
  // The next page is none of the ways to what is missing of this one.
  const remarks = [remark, fitted.statement ?? next];
  return withStructure(tool, withRemarks(textResult(fitted.text), remarks));
}

/** A result of one text. */
export function textResult(text: string, isError = false): CallToolResult {
  return { content: [{ type: 'text', text }], ...(isError && { isError }) };
}

/** Whether HTML is what an operation is about; of any other, a page of HTML counts for its text. */
export function asksForHtml({ request }: Tool): boolean {
  return /\btext\/html\b/i.test(request.accept ?? '');
}

/** Adds what a client with an output schema insists on. */
export function withStructure(tool: Tool, result: CallToolResult): CallToolResult {
  const { outputSchema } = tool;
  if (outputSchema === undefined || result.isError || result.structuredContent) return result;
  const [first] = result.content;
  const text = first?.type === 'text' ? first.text : '';
  return { ...result, structuredContent: structure(text, outputSchema) };
}

/** Clients parse a text that is JSON: what is said of it is a block of its own. */
function withRemarks(result: CallToolResult, remarks: readonly string[]): CallToolResult {
  const text = remarks.filter((remark) => remark !== '').join('\n');
  return text === '' ? result : { ...result, content: [...result.content, { type: 'text', text }] };
}

/** Why a response that was not read to its end cannot be shown, and what to do about it. */
export function tooLarge(tool: Tool, { body }: UpstreamResponse, what: string): string {
  return `The API's answer is ${what} of more than ${body.byteLength} bytes, which is more than this server reads (MCP_MAX_UPSTREAM_BYTES); ${waysToLess(tool)}.`;
}

type ContentBlock = CallToolResult['content'][number];

function bytesBlock(tool: Tool, content: BytesContent, name: string | undefined): ContentBlock {
  const { mimeType, base64: data } = content;
  if (mimeType.startsWith('image/')) return { type: 'image', data, mimeType };
  if (mimeType.startsWith('audio/')) return { type: 'audio', data, mimeType };
  const uri = `result:${tool.name}${name === undefined ? '' : `/${encodeURIComponent(name)}`}`;
  return { type: 'resource', resource: { uri, mimeType, blob: data } };
}
