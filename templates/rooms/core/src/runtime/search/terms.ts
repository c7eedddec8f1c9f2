/** The tools that have a term, and how much it counts in each: from 0 to 1. */
export interface Term {
  /** Ascending. */
  readonly tools: Uint32Array;
  readonly weights: Float32Array;
  /** How much the term tells: the fewer tools have it, the more. */
  readonly rarity: number;
}

/** The terms of an index; a term is decoded when it is first asked for. */
export interface Terms {
  readonly has: (stem: string) => boolean;
  readonly find: (stem: string) => Term | undefined;
  /** At most `count` terms that start so. */
  readonly startingWith: (start: string, count: number) => readonly Term[];
}

/** Opens the terms of an index over `size` tools; `written` is sorted, and as `SearchIndex.terms` says. */
export function openTerms(written: readonly string[], size: number): Terms {
  const lines = new Map<string, string>();
  for (const line of written) {
    const space = line.indexOf(' ');
    lines.set(line.slice(0, space), line.slice(space + 1));
  }
  const stems = [...lines.keys()];
  const decoded = new Map<string, Term>();
  const find = (stem: string): Term | undefined => {
    const known = decoded.get(stem);
    if (known !== undefined) return known;
    const line = lines.get(stem);
    if (line === undefined) return undefined;
    const term = decode(line, size);
    decoded.set(stem, term);
    return term;
  };
  return {
    has: (stem) => lines.has(stem),
    find,
    startingWith: (start, count) => {
      const first = firstFrom(stems, start);
      return stems
        .slice(first, first + count)
        .filter((stem) => stem.startsWith(start))
        .flatMap((stem) => find(stem) ?? []);
    },
  };
}

/** The place of the first of `sorted` that does not come before `start`. */
function firstFrom(sorted: readonly string[], start: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function decode(line: string, size: number): Term {
  const entries = line.match(/[0-9a-z]+[A-Z]/g) ?? [];
  const tools = new Uint32Array(entries.length);
  const weights = new Float32Array(entries.length);
  let tool = -1;
  for (const [place, entry] of entries.entries()) {
    tool += Number.parseInt(entry.slice(0, -1), 36);
    tools[place] = tool;
    weights[place] = (entry.charCodeAt(entry.length - 1) - 64.5) / 26;
  }
  const rarity = Math.log(1 + (size - entries.length + 0.5) / (entries.length + 0.5));
  return { tools, weights, rarity };
}
