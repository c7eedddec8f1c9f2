import { createHash } from 'node:crypto';
import { essenceOf } from '../media-type.js';
import type { EncodedBody } from './body.js';

/** A part of a multipart body. */
export interface Part {
  readonly name: string;
  /** Makes the part a file. */
  readonly fileName?: string;
  /** Absent: text. */
  readonly contentType?: string;
  /** Further headers of the part. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly content: string | Uint8Array;
}

/**
 * A multipart body of any subtype (RFC 2046, section 5.1), its parts named as in form data (RFC 7578). Equal parts make
 * equal bytes: the boundary is a hash of them.
 */
export function writeMultipart(parts: readonly Part[], contentType: string): EncodedBody {
  const written = parts.map((part) =>
    Buffer.concat([Buffer.from(`${headersOf(part)}\r\n\r\n`), Buffer.from(part.content)]),
  );
  const boundary = unusedBoundary(written);
  const lines = written.flatMap((part) => [
    Buffer.from(`--${boundary}\r\n`),
    part,
    Buffer.from('\r\n'),
  ]);
  const type = essenceOf(contentType);
  return {
    contentType: `${type}; ${type === 'multipart/related' ? rootType(parts) : ''}boundary=${boundary}`,
    content: Buffer.concat([...lines, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

function headersOf({ name, fileName, contentType, headers = {} }: Part): string {
  const file = fileName === undefined ? '' : `; filename="${escaped(fileName)}"`;
  return [
    `Content-Disposition: form-data; name="${escaped(name)}"${file}`,
    ...(contentType === undefined ? [] : [`Content-Type: ${contentType}`]),
    ...Object.entries(headers).map(([header, value]) => `${header}: ${value}`),
  ].join('\r\n');
}

/** As browsers do (HTML, "multipart/form-data encoding algorithm"), and every other control character as well. */
function escaped(text: string): string {
  return text.replace(/["\x00-\x1f\x7f]/g, (character) => {
    const hex = character.charCodeAt(0).toString(16).toUpperCase();
    return `%${hex.padStart(2, '0')}`;
  });
}

function unusedBoundary(parts: readonly Buffer[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  let boundary = hash.copy().digest('hex').slice(0, 32);
  while (parts.some((part) => part.includes(boundary))) {
    boundary = hash.update(boundary).copy().digest('hex').slice(0, 32);
  }
  return boundary;
}

/** RFC 2387, section 3.1: the type of the first part. */
function rootType([root]: readonly Part[]): string {
  return `type="${essenceOf(root?.contentType ?? 'text/plain')}"; `;
}
