import { ToolError } from '../tool-error.js';
import { decodeBase64 } from './base64.js';
import type { FileContent } from './file.js';
import { isMediaType } from './media-type.js';

/**
 * The file that a `data:` URL holds (RFC 2397); a parameter `name` or `filename` of its media type is the file's name.
 * @throws ToolError if it is no valid one.
 */
export function readDataUrl(url: string): FileContent {
  const comma = url.indexOf(',');
  if (comma === -1) throw new ToolError('A data: URL needs a comma before its data.');
  const [type = '', ...parameters] = url.slice('data:'.length, comma).split(';');
  const isBase64 = parameters.at(-1)?.trim().toLowerCase() === 'base64';
  const named = parameters
    .slice(0, isBase64 ? -1 : undefined)
    .map((parameter) => [/^\s*(?:file)?name=(.*)$/i.exec(parameter)?.[1], parameter] as const);
  const name = named.find(([text]) => text !== undefined)?.[0];
  const rest = named.flatMap(([text, parameter]) => (text === undefined ? [parameter.trim()] : []));
  const mediaType = [type.trim() || 'text/plain', ...rest].join(';');
  if (!isMediaType(mediaType)) throw new ToolError('A data: URL needs a media type, or none.');
  const bytes = percentDecode(url.slice(comma + 1));
  return {
    bytes: isBase64 ? decodeBase64(bytes.toString('latin1')) : bytes,
    mediaType: type.trim() === '' && rest.length === 0 ? 'text/plain;charset=US-ASCII' : mediaType,
    ...(name !== undefined && { name: percentDecode(name).toString() }),
  };
}

/** RFC 3986, section 2.1. What is not encoded stands for itself in UTF-8. */
function percentDecode(text: string): Buffer {
  if (/%(?![\da-f]{2})/i.test(text)) {
    throw new ToolError('In a data: URL, two hexadecimal digits must follow every %.');
  }
  const decoded = Buffer.from(text)
    .toString('latin1')
    .replace(/%(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(decoded, 'latin1');
}
