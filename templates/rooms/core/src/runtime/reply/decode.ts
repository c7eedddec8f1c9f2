const byteOrderMarks: readonly (readonly [string, string])[] = [
  ['\u00ef\u00bb\u00bf', 'utf-8'],
  ['\u00ff\u00fe', 'utf-16le'],
  ['\u00fe\u00ff', 'utf-16be'],
];

/**
 * Bytes as text: by their byte order mark, else by `charset` if it is known, else as UTF-8, and as Windows-1252
 * where they are no UTF-8. Of a body that was `cut`, half a character at the end is left out.
 */
export function decodeText(bytes: Uint8Array, charset: string | undefined, cut: boolean): string {
  const start = latin1(bytes.subarray(0, 3));
  const marked = byteOrderMarks.find(([mark]) => start.startsWith(mark))?.[1];
  const decoder = decoderOf(marked ?? charset);
  if (decoder !== undefined) return decoder.decode(bytes, { stream: cut });
  return decodeUtf8(bytes, cut) ?? new TextDecoder('windows-1252').decode(bytes);
}

/** Bytes as text if they are UTF-8. */
export function decodeUtf8(bytes: Uint8Array, cut: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    return undefined;
  }
}

/** Each byte as the character with its number. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function decoderOf(charset = ''): InstanceType<typeof TextDecoder> | undefined {
  if (charset === '') return undefined;
  try {
    return new TextDecoder(charset);
  } catch {
    return undefined;
  }
}
