/** Folders and files of a project that no generation may write, whatever a manifest or a journal says. */
const reservedSegments: ReadonlySet<string> = new Set(['.git', '.mcp-gen', 'node_modules']);

/** Names that Windows gives to devices, with any extension. */
const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

/** Control characters, and what Windows refuses; `:` opens drives and alternate streams, `\` is a separator there. */
const illegalCharacter = /[\u0000-\u001f\u007f<>:"|?*\\]/;

/** Says why a path could leave the project or fail on some file system; undefined means it stays inside everywhere. */
export function pathFlaw(path: string): string | undefined {
  if (path.length > 400) return 'is longer than 400 characters';
  if (illegalCharacter.test(path)) return 'has a character that file systems refuse';
  for (const segment of path.split('/')) {
    if (segment === '') return 'is absolute or has an empty segment';
    if (segment === '.' || segment === '..') return 'has a dot segment';
    if (/[. ]$/.test(segment)) return 'has a segment that ends in a dot or a space';
    if (deviceName.test(segment)) return 'has the name of a device';
    if (reservedSegments.has(foldPath(segment))) return `enters ${segment}`;
  }
  return undefined;
}

/** The form in which two paths are equal if a case-insensitive or normalising file system takes them for one. */
export function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** Guarantees that all paths stay inside a project and that no two claim one place; a breach is a bug of the emitter. */
export function assertProjectPaths(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    const flaw = pathFlaw(path);
    if (flaw !== undefined) throw new Error(`The path ${JSON.stringify(path)} ${flaw}`);
    const folded = foldPath(path);
    if (seen.has(folded)) throw new Error(`The path ${JSON.stringify(path)} is written twice`);
    seen.add(folded);
  }
  for (const path of seen) {
    const blocked = parentPaths(path).find((parent) => seen.has(parent));
    if (blocked !== undefined) throw new Error(`${blocked} would be a file and a folder`);
  }
}

/** The folders above a path inside the project, outermost first: `a/b/c.ts` has `a` and `a/b`. */
export function parentPaths(path: string): readonly string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
