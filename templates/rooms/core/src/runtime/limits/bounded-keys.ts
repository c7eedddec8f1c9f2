import { createHash } from 'node:crypto';

/** Keys that are counted each by itself within a period. */
const MOST_KEYS = 50_000;
/** What further ones are counted by together. */
const SHARED_KEYS = 1_024;

/**
 * Gives the key that something is counted by: its own, or, when very many have come within the period, one that it
 * shares with others, so that a flood of new keys fills no memory and wipes out no count.
 */
export function createKeys(periodMs: number): (key: string, now: number) => string {
  let own = new Set<string>();
  let end = 0;
  return (key, now) => {
    if (now >= end) {
      own = new Set();
      end = now + periodMs;
    }
    if (own.size < MOST_KEYS) own.add(key);
    return own.has(key) ? `own:${key}` : `shared:${bucketOf(key)}`;
  };
}

function bucketOf(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE() % SHARED_KEYS;
}
