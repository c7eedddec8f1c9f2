const LONGEST_NAME = 100;

/**
 * The file name of a Content-Disposition without its folders (RFC 6266, section 4.3), or undefined if there is none
 * that names a file and nothing else.
 */
export function attachmentName(disposition = ''): string | undefined {
  const extended = /;\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition)?.[1];
  const plain = /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition);
  const written = decoded(extended) ?? plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2];
  const name = written?.split(/[/\\]/).at(-1)?.trim() ?? '';
  const isSafe = name.length <= LONGEST_NAME && !/^\.*$|\p{C}/u.test(name);
  return isSafe ? name : undefined;
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text && decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
