import { isDeterminer, placesOf } from './phrase.js';
import type { QueryWeights } from './query-weights.js';
import type { Saying, Sayings } from './sayings.js';
import { isTelling, type QueryWord } from './words.js';

/** One thing that a query names. */
export interface Concept {
  /** Stems of its own words. */
  readonly own: readonly string[];
  /** What else it may be called: of each meaning the stems. */
  readonly senses: readonly (readonly string[])[];
  /** How much it counts; a single word counts 1. */
  readonly weight: number;
}

/** What a query is read with. */
export interface Reading {
  readonly stem: (word: string) => string;
  readonly sayings: Sayings;
  readonly weights: QueryWeights;
  /** Whether a stem is a term of the index. */
  readonly isKnown: (stem: string) => boolean;
}

/** A saying that stands in a query. */
interface Match {
  readonly places: readonly number[];
  readonly saying: Saying;
}

/** What a query names: its sayings, the longest first, the words that are in none, and pairs written as one word. */
export function conceptsOf(query: readonly QueryWord[], reading: Reading): readonly Concept[] {
  const { stem, weights } = reading;
  const stems = query.map(({ word }) => (isDeterminer(word) ? word : stem(word)));
  const said = new Set<number>();
  const concepts: Concept[] = [];
  for (const { places, saying } of matchesIn(stems, reading.sayings)) {
    const fresh = places.filter((place) => !said.has(place));
    if (fresh.length === 0 && places.length > 1) continue;
    concepts.push({
      own: fresh.filter((place) => isTellingAt(query, place)).map((place) => stems[place] ?? ''),
      senses: saying.senses,
      weight: weightOf(query, places, weights) * (fresh.length === 0 ? weights.within : 1),
    });
    for (const place of places) said.add(place);
  }
  const others = [...query.keys()].filter((place) => !said.has(place) && isTellingAt(query, place));
  return [
    ...concepts,
    ...others.map((place) => ({
      own: [stems[place] ?? ''],
      senses: [],
      weight: query[place]?.isQuoted === true ? weights.quoted : 1,
    })),
    ...joined(query)
      .map(stem)
      .filter(reading.isKnown)
      .map((own) => ({ own: [own], senses: [], weight: 1 })),
  ];
}

/** Sayings of many words before those of few, those whose words stand close together before others. */
function matchesIn(stems: readonly string[], sayings: Sayings): readonly Match[] {
  const matches = stems.flatMap((first, start) =>
    sayings(first).flatMap((saying) => {
      const places = placesOf(saying.words, stems, start);
      return places === undefined ? [] : [{ places, saying }];
    }),
  );
  return matches.toSorted(
    (left, right) =>
      right.places.length - left.places.length || widthOf(left.places) - widthOf(right.places),
  );
}

function widthOf(places: readonly number[]): number {
  return (places.at(-1) ?? 0) - (places[0] ?? 0);
}

function weightOf(
  query: readonly QueryWord[],
  places: readonly number[],
  weights: QueryWeights,
): number {
  const isQuoted = places.every((place) => query[place]?.isQuoted === true);
  const isWeak = places.length === 1 && !isTellingAt(query, places[0] ?? 0);
  return (
    places.length ** weights.phrase *
    (isQuoted ? weights.quoted : 1) *
    (isWeak ? weights.stopWord : 1)
  );
}

function isTellingAt(query: readonly QueryWord[], place: number): boolean {
  return isTelling(query[place]?.word ?? '');
}

/** Words that stand side by side, as one: people write "cron job" where an identifier says CronJob. */
function joined(query: readonly QueryWord[]): readonly string[] {
  const pairs = query.slice(1).flatMap(({ word }, place) => {
    const before = query[place]?.word ?? '';
    return isTelling(before) && isTelling(word) ? [before + word] : [];
  });
  return [...new Set([...query.flatMap(({ compounds }) => compounds), ...pairs])];
}
