import type { ModelGroup } from '../model/model.js';
import type { SearchIndex } from '../../templates/rooms/core/src/runtime/search/search-index.js';
import { stem } from '../../templates/rooms/core/src/runtime/search/stem.js';
import { titleCode } from '../../templates/rooms/core/src/runtime/search/title-code.js';
import {
  compoundsOf,
  isTelling,
  wordsOf,
} from '../../templates/rooms/core/src/runtime/search/words.js';
import { actionOf } from './action-of.js';
import { findFinders } from './finders.js';
import { sayingsOf } from './sayings-of.js';
import { searchedText, type Part, type SearchedText } from './searched-text.js';
import { tellingSentences } from './telling-sentences.js';

export interface PartWeight {
  /** How much a word counts in the part. */
  readonly weight: number;
  /** 0: a word counts the same in parts of all lengths; 1: in inverse proportion. */
  readonly length: number;
}

/** What the index is made with. */
export interface IndexOptions {
  readonly weights: Readonly<Record<Part, PartWeight>>;
  readonly stem: (word: string) => string;
  /** At this weighted frequency a word counts half of what it can. */
  readonly saturation: number;
}

/** Found by trying, on the tasks that are not held back. */
export const indexOptions: IndexOptions = {
  weights: {
    summary: { weight: 3, length: 0.75 },
    name: { weight: 1.5, length: 0.5 },
    path: { weight: 2.5, length: 0.9 },
    object: { weight: 3, length: 0.6 },
    replies: { weight: 0.25, length: 0.6 },
    description: { weight: 0.5, length: 0.7 },
  },
  stem,
  saturation: 5,
};

const parts: readonly Part[] = ['summary', 'name', 'path', 'object', 'replies', 'description'];

/** Parts that say what an operation is, and no more. */
const naming: readonly Part[] = ['summary', 'name', 'path', 'object'];

/** A word that counts less in a tool, of 1, is left out: it takes more room than it finds. */
const leastWeight = 0.05;

type Stems = Readonly<Record<Part, readonly string[]>>;

/** The index of a model's tools (BM25F: Robertson and Zaragoza, 2009), the same bytes for the same tools. */
export function buildIndex(
  groups: readonly ModelGroup[],
  options: IndexOptions = indexOptions,
): SearchIndex {
  const tools = groups.flatMap((group) => group.tools);
  const descriptions = tellingSentences(tools.map(({ description }) => description));
  const texts = tools.map((tool, number) => ({
    ...searchedText(tool),
    description: descriptions[number] ?? '',
  }));
  const stemOf = remembering(options.stem);
  const stems = texts.map((text) => stemsOf(text, stemOf));
  const lines = new Map<string, Line>();
  for (const [tool, weights] of weigh(stems, options).entries()) {
    for (const [term, weight] of weights) {
      if (weight >= leastWeight) lines.set(term, extend(lines.get(term), tool, weight));
    }
  }
  return {
    terms: [...lines.keys()]
      .toSorted(byCodeUnit)
      .map((term) => `${term} ${lines.get(term)?.text ?? ''}`),
    ...sayingsOf((term) => lines.has(term), stemOf),
    actions: tools.map((tool) => actionOf(tool)?.charAt(0) ?? '-').join(''),
    extents: stems.map((each) => letterOf(extentOf(each, lines, tools.length))).join(''),
    finders: findFinders(tools),
    titles: texts.map(({ summary }) => titleCode(summary)).join(''),
  };
}

/** The same words come again and again. */
function remembering(stemOf: (word: string) => string): (word: string) => string {
  const stems = new Map<string, string>();
  return (word) => {
    const stem = stems.get(word) ?? stemOf(word);
    stems.set(word, stem);
    return stem;
  };
}

function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : 1;
}

/** A line of the index as it grows. */
interface Line {
  readonly text: string;
  /** Number of the last tool in it. */
  readonly last: number;
  /** How many tools are in it. */
  readonly count: number;
}

function extend(line: Line | undefined, tool: number, weight: number): Line {
  const { text, last, count } = line ?? { text: '', last: -1, count: 0 };
  const entry = (tool - last).toString(36) + letterOf(weight);
  return { text: text + entry, last: tool, count: count + 1 };
}

/** The rarities of the words that name a tool in sum, 1 being 100. */
function extentOf(stems: Stems, lines: ReadonlyMap<string, Line>, size: number): number {
  const rarities = [...new Set(naming.flatMap((part) => stems[part]))].map((term) => {
    const count = lines.get(term)?.count ?? 0;
    return Math.log(1 + (size - count + 0.5) / (count + 0.5));
  });
  return rarities.reduce((sum, rarity) => sum + rarity, 0) / 100;
}

function stemsOf(text: SearchedText, stemOf: (word: string) => string): Stems {
  const of = (part: Part): readonly string[] =>
    [...wordsOf(text[part]).filter(isTelling), ...compoundsOf(text[part])].map(stemOf);
  return {
    summary: of('summary'),
    name: of('name'),
    path: of('path'),
    object: of('object'),
    replies: of('replies'),
    description: of('description'),
  };
}

/** For each tool its terms, and how much each counts: from 0 to 1. */
function weigh(
  stems: readonly Stems[],
  { weights, saturation }: IndexOptions,
): readonly ReadonlyMap<string, number>[] {
  const counted = parts.filter((part) => weights[part].weight > 0);
  const lengths = new Map(
    counted.map((part) => [part, mean(stems.map((each) => each[part].length))]),
  );
  return stems.map((each) => {
    const sums = new Map<string, number>();
    for (const part of counted) {
      const { weight, length } = weights[part];
      const relative = each[part].length / Math.max(1e-9, lengths.get(part) ?? 0);
      const share = weight / (1 - length + length * relative);
      for (const term of each[part]) sums.set(term, (sums.get(term) ?? 0) + share);
    }
    return new Map([...sums].map(([term, sum]) => [term, sum / (saturation + sum)]));
  });
}

/** A number from 0 to 1 as a letter from A to Z. */
function letterOf(share: number): string {
  return String.fromCharCode(65 + Math.min(25, Math.floor(share * 26)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
