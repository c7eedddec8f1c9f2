import { nearest } from '../nearest.js';
import { ToolError } from '../tool-error.js';
import type { Reach } from './reach.js';

/** A tag of the description of the API, and how many tools of a caller have it. */
export interface TagSize {
  readonly title: string;
  readonly size: number;
}

/** The tags of what a caller may use, those of most tools first. */
export function sizeTags(reach: Reach): readonly TagSize[] {
  const sizes = new Map<string, number>();
  for (const { tag } of reach.values()) {
    if (tag === undefined) continue;
    const title = wholeTag(tag);
    sizes.set(title, (sizes.get(title) ?? 0) + 1);
  }
  return [...sizes]
    .map(([title, size]) => ({ title, size }))
    .toSorted((left, right) => right.size - left.size);
}

/**
 * Whether a tool's tag is the one that a model names, in any case.
 * @throws ToolError that names the nearest tags if there is none.
 */
export function matchTag(named: string, reach: Reach): (tag: string | undefined) => boolean {
  const wanted = named.toLowerCase();
  const isWanted = (tag: string | undefined): boolean =>
    tag !== undefined && [tag, wholeTag(tag)].some((title) => title.toLowerCase() === wanted);
  if ([...reach.values()].some(({ tag }) => isWanted(tag))) return isWanted;
  const titles = sizeTags(reach).map(({ title }) => title);
  const meant = nearest(named, titles);
  const help =
    meant === undefined
      ? `the largest are ${titles.slice(0, 20).join(', ')}`
      : `did you mean ${meant}?`;
  throw new ToolError(`There is no tag ${JSON.stringify(named.slice(0, 100))}; ${help}`);
}

/** Tags of very many tools are split: `repos / branches` is of `repos`. */
function wholeTag(tag: string): string {
  return tag.split(' / ')[0] ?? tag;
}
