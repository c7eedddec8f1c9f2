import { latin1 } from './decode.js';

/** Signatures of bytes (WHATWG MIME Sniffing, section 6), as latin1. None is of anything that a program would run. */
const signatures: readonly (readonly [string, RegExp])[] = [
  ['image/png', /^\u0089PNG\r\n\u001a\n/],
  ['image/jpeg', /^\u00ff\u00d8\u00ff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF.{4}WEBP/s],
  ['audio/wav', /^RIFF.{4}WAVE/s],
  ['audio/mpeg', /^ID3[\u0002-\u0004]/],
  ['audio/ogg', /^OggS\0/],
  ['audio/flac', /^fLaC\0/],
  ['video/mp4', /^.{4}ftyp(?:isom|iso2|mp4|avc1)/s],
  ['application/pdf', /^%PDF-/],
  ['application/zip', /^PK\u0003\u0004/],
  ['application/gzip', /^\u001f\u008b\u0008/],
];

const LONGEST_SIGNATURE = 16;
/** How much of a body is looked at for bytes that are in no text. */
const SAMPLE_BYTES = 4_096;

/** The media type that the first bytes tell, if they do. */
export function signedType(body: Uint8Array): string | undefined {
  const start = latin1(body.subarray(0, LONGEST_SIGNATURE));
  return signatures.find(([, pattern]) => pattern.test(start))?.[0];
}

/** Whether there are bytes that are in no text in an encoding of ASCII: WHATWG MIME Sniffing, section 3. */
export function hasBinaryBytes(body: Uint8Array): boolean {
  return body
    .subarray(0, SAMPLE_BYTES)
    .some(
      (byte) => byte <= 0x08 || byte === 0x0b || (byte >= 0x0e && byte <= 0x1f && byte !== 0x1b),
    );
}

/** Whether a text is an HTML document, and not only something in angle brackets. */
export function isHtmlDocument(text: string): boolean {
  return /^\s*(?:<!--[^]{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(
    text.slice(0, 1_000),
  );
}
