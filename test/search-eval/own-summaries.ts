import type { ModelGroup } from '../../src/model/model.js';
import { pickSome, seededRandom } from '../corpus/random.js';
import { buildIndex } from '../../src/search/build-index.js';
import { searchedText } from '../../src/search/searched-text.js';
import type { SearchIndex } from '../../templates/rooms/core/src/runtime/search/search-index.js';
import { createSearch } from '../../templates/rooms/core/src/runtime/search/search.js';

/** How operations are found by their own summaries, and what that costs. */
export interface OwnSummaries {
  readonly tools: number;
  /** Share of the sample found among the first five. */
  readonly found: number;
  /** The same, where a tool of the very same summary will do. */
  readonly foundAlike: number;
  /** Characters of the index as JSON. */
  readonly size: number;
  /** Milliseconds to parse and open the index. */
  readonly load: number;
  /** Milliseconds of a search: the median and the 99th percentile. */
  readonly median: number;
  readonly slow: number;
}

const sampleSize = 500;

/** Searches for 500 tools by their own summaries, the same ones every time. */
export function searchOwnSummaries(groups: readonly ModelGroup[]): OwnSummaries {
  const tools = groups.flatMap((group) => group.tools);
  const summaries = tools.map((tool) => searchedText(tool).summary);
  const json = JSON.stringify(buildIndex(groups));
  const start = performance.now();
  const search = createSearch(JSON.parse(json) as SearchIndex);
  const load = performance.now() - start;
  const sample = pickSome([...tools.keys()], sampleSize, seededRandom('own summaries'));
  const tries = sample.map((tool) => {
    const before = performance.now();
    const first = search(summaries[tool] ?? '').slice(0, 5);
    const time = performance.now() - before;
    const found = first.some((other) => other.tool === tool);
    const alike = first.some((other) => summaries[other.tool] === summaries[tool]);
    return { time, found, alike };
  });
  const times = tries.map(({ time }) => time).toSorted((left, right) => left - right);
  return {
    tools: tools.length,
    found: tries.filter(({ found }) => found).length / tries.length,
    foundAlike: tries.filter(({ alike }) => alike).length / tries.length,
    size: json.length,
    load,
    median: times[Math.floor(times.length / 2)] ?? 0,
    slow: times[Math.floor(times.length * 0.99)] ?? 0,
  };
}
