import { failure } from './failure.js';

const help = 'Save it as UTF-8, for example: iconv -f UTF-16 -t UTF-8 in.json > out.json';

/** Text of a file with LF line ends and without a byte order mark; MG103 for anything but UTF-8. */
export function decodeText(bytes: Uint8Array, label: string): string {
  const other = otherFormat(bytes);
  if (other !== undefined) {
    throw failure('MG103', `This is ${other}, not UTF-8 text.`, { file: label }, help);
  }
  return decode(bytes, label).replaceAll('\r\n', '\n');
}

function decode(bytes: Uint8Array, label: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw failure('MG103', 'The text holds bytes that are not UTF-8.', { file: label }, help);
  }
}

function otherFormat(bytes: Uint8Array): string | undefined {
  const [first = 0x20, second = 0x20] = bytes;
  if (first === 0x1f && second === 0x8b) return 'gzip-compressed data';
  if (first === 0x50 && second === 0x4b) return 'a zip archive';
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'UTF-16';
  // ASCII text in UTF-16 or UTF-32 without a mark has a zero among its first two bytes.
  if (first === 0 || second === 0) return 'UTF-16 or binary data';
  return undefined;
}
