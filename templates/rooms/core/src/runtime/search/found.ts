import type { SearchIndex } from './search-index.js';
import { codeLength } from './title-code.js';

/** A tool that fits, by its number, and how well: above 0, more is better. */
export interface Found {
  readonly tool: number;
  readonly score: number;
}

/** The better first, of equals the one that comes first. */
export function byScore(left: Found, right: Found): number {
  return right.score - left.score || left.tool - right.tool;
}

/** How many of the best bring along what finds their identifiers. */
const leaders = 3;

/** With the tools that find what the best ones need, right after those. */
export function withFinders(
  found: readonly Found[],
  index: SearchIndex,
  share: number,
): readonly Found[] {
  const scores = new Map(found.map(({ tool, score }) => [tool, score]));
  for (const { tool, score } of found.slice(0, leaders)) {
    for (const finder of index.finders[tool] ?? []) {
      scores.set(finder, Math.max(scores.get(finder) ?? 0, score * share));
    }
  }
  return [...scores].map(([tool, score]) => ({ tool, score })).toSorted(byScore);
}

/** Of tools that read alike, each further one goes further down. */
export function diversify(
  found: readonly Found[],
  index: SearchIndex,
  share: number,
): readonly Found[] {
  const seen = new Map<string, number>();
  return found
    .map(({ tool, score }) => {
      const code = titleCodeAt(index, tool);
      const before = seen.get(code) ?? 0;
      seen.set(code, before + 1);
      return { tool, score: score * share ** before };
    })
    .toSorted(byScore);
}

/** The code of a tool's title. */
export function titleCodeAt({ titles }: SearchIndex, tool: number): string {
  return titles.slice(tool * codeLength, (tool + 1) * codeLength);
}
