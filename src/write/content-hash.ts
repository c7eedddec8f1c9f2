import { createHash } from 'node:crypto';

/** The text with LF line ends, as every comparison sees it. */
export function withLf(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** `sha256:<hex>` over the text with LF line ends, so that a CRLF checkout has the hash of what was written. */
export function contentHash(text: string): string {
  return `sha256:${createHash('sha256').update(withLf(text)).digest('hex')}`;
}
