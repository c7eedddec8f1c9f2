import type { UpstreamResponse } from '../custom.js';
import { compactJson, isJson, redactJson } from './compact-json.js';
import { decodeText, decodeUtf8, latin1 } from './decode.js';
import { eventData } from './event-stream.js';
import { htmlText } from './html-text.js';
import { compactLines } from './json-lines.js';
import { isVague, parseMediaType, readingOf, type MediaType, type Reading } from './media-type.js';
import { hasBinaryBytes, isHtmlDocument, signedType } from './sniff.js';

export type Redact = (text: string) => string;

/** A response's body as text or as bytes, without secrets. */
export type Content = TextContent | BytesContent;

export interface TextContent {
  /** `json` is one compact JSON text, `part` the beginning of one that was cut, `lines` one record a line. */
  readonly kind: 'json' | 'part' | 'lines' | 'text';
  readonly mimeType: string;
  readonly text: string;
}

export interface BytesContent {
  readonly kind: 'bytes';
  readonly mimeType: string;
  readonly base64: string;
}

export interface ReadOptions {
  /** Takes the secrets out before anything is cut: of one cut in two nothing would be recognised. */
  readonly redact: Redact;
  /** HTML is what was asked for, so it stays as it is; else only its text matters. */
  readonly keepHtml: boolean;
}

/**
 * Reads a body by its Content-Type, and by what it is where that says nothing or something else (RFC 9110,
 * section 8.3): what is JSON is JSON, an HTML page in place of JSON is its text, bytes that are text are text.
 */
export async function readContent(
  response: UpstreamResponse,
  options: ReadOptions,
): Promise<Content> {
  const declared = parseMediaType(response.headers['content-type']);
  const reading = readingOf(declared);
  const text = textOf(response, declared, reading);
  if (text === undefined) return bytesContent(response.body, declared, options.redact);
  const cut = response.truncated === true;
  switch (reading) {
    case 'lines':
      return linesContent(compactLines(text, cut), declared, options.redact);
    case 'events':
      return linesContent(eventData(text, cut), declared, options.redact);
    case 'json':
    case 'html':
    case 'text':
    case 'media':
    case 'unknown':
      return (
        jsonContent(text, declared, reading, options.redact) ??
        plainContent(text, declared, { reading, cut, ...options })
      );
  }
}

/** The body as text, or undefined if it is none. */
function textOf(
  { body, truncated }: UpstreamResponse,
  { essence, charset }: MediaType,
  reading: Reading,
): string | undefined {
  const cut = truncated === true;
  const isNamedText = reading !== 'media' && reading !== 'unknown';
  // Servers that do not know what a file is call it plain text: WHATWG MIME Sniffing, section 5.
  const isDefault = essence === 'text/plain' && /^(?:utf-8|iso-8859-1)?$/i.test(charset ?? '');
  if (isNamedText && !isDefault) return decodeText(body, charset, cut);
  if (signedType(body) !== undefined || hasBinaryBytes(body)) return undefined;
  return isNamedText ? decodeText(body, charset, cut) : decodeUtf8(body, cut);
}

function jsonContent(
  text: string,
  declared: MediaType,
  reading: Reading,
  redact: Redact,
): TextContent | undefined {
  // Some APIs keep scripts from reading their JSON with this in front of it.
  const bare = reading === 'json' ? text.replace(/^\)\]\}'[^\n]*\n/, '') : text;
  const compact = reading === 'json' || /^\s*[{[]/.test(bare) ? compactJson(bare) : undefined;
  if (compact === undefined) return undefined;
  const mimeType = reading === 'json' ? declared.essence : 'application/json';
  const safe = redactJson(compact, redact);
  // A secret of digits leaves a gap where a number stood.
  return safe === compact || isJson(safe)
    ? { kind: 'json', mimeType, text: safe }
    : { kind: 'text', mimeType: 'text/plain', text: safe };
}

async function plainContent(
  text: string,
  declared: MediaType,
  {
    reading,
    cut,
    redact,
    keepHtml,
  }: ReadOptions & { readonly reading: Reading; readonly cut: boolean },
): Promise<TextContent> {
  const isHtml =
    reading === 'html' || ((reading === 'json' || isVague(declared)) && isHtmlDocument(text));
  if (isHtml && !keepHtml) {
    // Entities can hide a secret, and so can tags.
    const safe = redact(await htmlText(redact(text)));
    return { kind: 'text', mimeType: 'text/plain', text: safe };
  }
  const isRight = reading === 'html' || reading === 'text';
  const isSpecific = reading === 'unknown' && !isVague(declared);
  const mimeType = isRight || isSpecific ? declared.essence : 'text/plain';
  return {
    kind: cut && isJsonStart(text, reading) ? 'part' : 'text',
    mimeType,
    text: redact(text),
  };
}

function isJsonStart(text: string, reading: Reading): boolean {
  return reading === 'json' || (reading === 'unknown' && /^\s*[{[]/.test(text));
}

function linesContent(text: string, { essence }: MediaType, redact: Redact): TextContent {
  return { kind: 'lines', mimeType: essence, text: redactJson(text, redact) };
}

function bytesContent(body: Uint8Array, declared: MediaType, redact: Redact): BytesContent {
  const signed = signedType(body);
  const { essence } = declared;
  const isWrong = isVague(declared) || essence === 'text/plain';
  const isKnown = signed !== undefined && (isWrong || essence.startsWith('image/'));
  const mimeType = isKnown ? signed : isWrong ? 'application/octet-stream' : essence;
  const plain = latin1(body);
  const safe = redact(plain);
  const bytes = safe === plain ? body : Buffer.from(safe, 'latin1');
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return { kind: 'bytes', mimeType, base64 };
}
