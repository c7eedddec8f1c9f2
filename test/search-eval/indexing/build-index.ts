import type { ModelGroup } from '../../../src/model/model.js';
import { actionOf } from './action-of.js';
import { findFinders } from './finders.js';
import { searchedText, type Part, type SearchedText } from './searched-text.js';
import type { SearchIndex } from '../ranking/search-index.js';
import { stem } from '../ranking/stem.js';
import { titleCode } from '../ranking/title-code.js';
import { compoundsOf, isTelling, wordsOf } from '../ranking/words.js';

/** How much a word counts by the part of the tool that it stands in, and how much the length of the part does. */
export const partWeights: Readonly<Record<Part, PartWeight>> = {
  summary: { weight: 3, length: 0.75 },
  name: { weight: 1.5, length: 0.5 },
  path: { weight: 2.5, length: 0.9 },
  object: { weight: 3, length: 0.6 },
  tag: { weight: 1, length: 0.3 },
  arguments: { weight: 0.5, length: 0.3 },
  values: { weight: 0.15, length: 0.7 },
  replies: { weight: 0.25, length: 0.6 },
  description: { weight: 0.5, length: 0.7 },
};

export interface PartWeight {
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
export const indexOptions: IndexOptions = { weights: partWeights, stem, saturation: 5 };

/** The index of a model's tools (BM25F: Robertson and Zaragoza, 2009), the same bytes for the same tools. */
export function buildIndex(
  groups: readonly ModelGroup[],
  options: IndexOptions = indexOptions,
): SearchIndex {
  const tools = groups.flatMap((group) => group.tools.map((tool) => ({ tool, tag: group.title })));
  const parts = Object.keys(options.weights) as Part[];
  const texts = withoutPhrases(tools.map(({ tool, tag }) => searchedText(tool, tag)));
  const stems = texts.map((text) => stemsByPart(text, parts, options.stem));
  const lengths = parts.map((_, part) => mean(stems.map((each) => each[part]?.length ?? 0)));
  const lines = new Map<string, Line>();
  for (const [number, each] of stems.entries()) {
    for (const [term, weight] of weigh(each, parts, lengths, options)) {
      const line = lines.get(term) ?? { text: '', last: -1, count: 0 };
      const distance = (number - line.last).toString(36);
      const text = line.text + distance + letterOf(weight);
      lines.set(term, { text, last: number, count: line.count + 1 });
    }
  }
  return {
    tools: tools.map(({ tool }) => tool.name),
    terms: [...lines]
      .map(([term, { text }]) => `${term} ${text}`)
      .toSorted(byCodeUnit)
      .join('\n'),
    actions: tools.map(({ tool }) => actionOf(tool)?.[0] ?? '-').join(''),
    extents: extentsOf(stems, lines, tools.length),
    finders: findFinders(tools.map(({ tool }) => tool)),
    titles: texts.map(({ summary }) => titleCode(summary)).join(''),
  };
}

interface Line {
  readonly text: string;
  /** Number of the last tool in it. */
  readonly last: number;
  /** How many tools are in it. */
  readonly count: number;
}

/** Parts that say what an operation is, and no more. */
const naming = 4;

/** For each tool the rarities of the words of its summary, name and path in sum, as a letter. */
function extentsOf(
  stems: readonly (readonly (readonly string[])[])[],
  lines: ReadonlyMap<string, Line>,
  size: number,
): string {
  return stems
    .map((parts) => {
      const terms = [...new Set(parts.slice(0, naming).flat())];
      const sum = terms.reduce((total, term) => {
        const count = lines.get(term)?.count ?? 0;
        return total + Math.log(1 + (size - count + 0.5) / (count + 0.5));
      }, 0);
      return letterOf(sum / 100);
    })
    .join('');
}

function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : 1;
}

function stemsByPart(
  text: SearchedText,
  parts: readonly Part[],
  stemOf: (word: string) => string,
): readonly (readonly string[])[] {
  return parts.map((part) =>
    [...wordsOf(text[part]).filter(isTelling), ...compoundsOf(text[part])].map(stemOf),
  );
}

function weigh(
  stems: readonly (readonly string[])[],
  parts: readonly Part[],
  lengths: readonly number[],
  options: IndexOptions,
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const [index, part] of parts.entries()) {
    const own = stems[index] ?? [];
    const { weight, length } = options.weights[part];
    const relative = own.length / Math.max(1e-9, lengths[index] ?? 0);
    const share = weight / (1 - length + length * relative);
    if (weight === 0) continue;
    for (const term of own) weights.set(term, (weights.get(term) ?? 0) + share);
  }
  return new Map(
    [...weights].map(([term, weight]) => [term, weight / (options.saturation + weight)]),
  );
}

/** A weight from 0 to 1 as a letter from A to Z. */
function letterOf(weight: number): string {
  return String.fromCharCode(65 + Math.min(25, Math.floor(weight * 26)));
}

/** Sentences that stand in more descriptions than this tell nothing about any of them. */
const mostRepeats = 8;

/** Sentences that are kept of a description. */
const mostSentences = 4;

/** Without the sentences that many descriptions share, and without what comes late in long ones. */
function withoutPhrases(texts: readonly SearchedText[]): readonly SearchedText[] {
  const counts = new Map<string, number>();
  const sentences = texts.map(({ description }) => description.split(/\.\s+/));
  for (const sentence of sentences.flat()) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  return texts.map((text, number) => {
    const own = (sentences[number] ?? []).filter(
      (sentence, place) => place === 0 || (counts.get(sentence) ?? 0) <= mostRepeats,
    );
    return { ...text, description: own.slice(0, mostSentences).join('. ') };
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
