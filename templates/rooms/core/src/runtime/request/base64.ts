import { ToolError } from '../tool-error.js';

/**
 * The bytes of base64 or base64url, with or without padding (RFC 4648, sections 3.2, 4 and 5).
 * @throws ToolError if a character does not belong to it or digits are missing, which Node would pass over.
 */
export function decodeBase64(text: string): Uint8Array {
  const digits = text
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/={1,2}$/, '');
  const bytes = Buffer.from(digits, 'base64');
  const isPadded = digits.length < text.length;
  const isWhole = !isPadded || text.length % 4 === 0;
  if (!isWhole || bytes.toString('base64').replace(/={1,2}$/, '') !== digits) {
    throw new ToolError('The data of a file must be base64, without line breaks.');
  }
  return bytes;
}
