/** The name that a `Content-Disposition` or else the URL gives a file; undefined if neither does. */
export function downloadName(disposition: string, url: URL): string | undefined {
  const name = dispositionName(disposition) ?? decoded(lastSegment(url.pathname));
  return name === '' ? undefined : name;
}

/** RFC 6266, section 4.3; of a path only the last segment. */
function dispositionName(header: string): string | undefined {
  const extended = /;\s*filename\*=utf-8'[^']*'([^;\s]+)/i.exec(header)?.[1];
  const plain = /;\s*filename=(?:"([^"]*)"|([^;\s]+))/i.exec(header);
  const name = extended === undefined ? (plain?.[1] ?? plain?.[2]) : decoded(extended);
  return name === undefined ? undefined : lastSegment(name);
}

function lastSegment(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
