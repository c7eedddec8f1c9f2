import { appendFileSync, existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { get } from './document.js';

/** A file of results, one JSON line each, that an interrupted sweep goes on with. */
export interface Ledger<Entry> {
  /** What is known already, by id. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly add: (entry: Entry) => void;
}

/** Opens the ledger of results that have this digest; older ones are thrown away, and all with `fresh`. */
export async function openLedger<Entry extends { readonly id: string }>(
  file: string,
  digest: string,
  fresh: boolean,
): Promise<Ledger<Entry>> {
  const lines = !fresh && existsSync(file) ? (await readFile(file, 'utf8')).split('\n') : [];
  const isCurrent = (entry: unknown): entry is Entry => get(entry, 'digest') === digest;
  const entries = new Map(
    lines
      .map(parse)
      .filter(isCurrent)
      .map((entry) => [entry.id, entry]),
  );
  if (entries.size === 0) await rm(file, { force: true });
  return {
    entries,
    add: (entry) => {
      entries.set(entry.id, entry);
      appendFileSync(file, `${JSON.stringify({ digest, ...entry })}\n`);
    },
  };
}

/** An interrupted run may have left half a line. */
function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
