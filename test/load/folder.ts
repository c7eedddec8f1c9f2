import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { InputError, type Diagnostic, type Finding } from '../../src/diagnostics.js';
import { loadSource, type Source, type SourceRequest } from '../../src/load/load-source.js';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A folder with these files, removed after the tests; objects are written as JSON, `->path` as a link. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array | object>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mcp-gen-load-')));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (typeof content === 'string' && content.startsWith('->'))
      symlinkSync(content.slice(2), path);
    else if (typeof content === 'string' || content instanceof Uint8Array)
      writeFileSync(path, content);
    else writeFileSync(path, JSON.stringify(content, null, 2));
  }
  return folder;
}

export interface Loaded {
  readonly source: Source;
  readonly findings: readonly Finding[];
}

/** Loads a source of the folder, with everything that was reported. */
export async function load(
  cwd: string,
  source: string,
  options: Partial<SourceRequest> = {},
): Promise<Loaded> {
  const findings: Finding[] = [];
  const loaded = await loadSource(
    { source, cwd, allowRemoteRefs: [], sourceHeaders: {}, ...options },
    (finding) => findings.push(finding),
  );
  return { source: loaded, findings };
}

/** The diagnostics of the `InputError` that a promise must reject with. */
export async function diagnosticsOf(promise: Promise<unknown>): Promise<readonly Diagnostic[]> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  throw new Error('It was accepted.');
}

/** `code file:line:column` of each diagnostic. */
export function places(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, origin }) => {
    const place = [origin?.file, origin?.line, origin?.column].filter((part) => part !== undefined);
    return [code, place.join(':')].join(' ').trim();
  });
}
