import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ModelGroup } from '../../src/model/model.js';
import { installPackages } from '../corpus/inputs.js';
import { labelOf } from './baselines.js';
import { cacheDirectory } from './descriptions.js';
import { buildIndex, indexOptions, type IndexOptions } from '../../src/search/build-index.js';
import type { Part } from '../../src/search/searched-text.js';
import type { Ranking } from './measures.js';
import {
  queryWeights,
  type QueryWeights,
} from '../../templates/rooms/core/src/runtime/search/query-weights.js';
import { createSearch } from '../../templates/rooms/core/src/runtime/search/search.js';
import type { SearchIndex } from '../../templates/rooms/core/src/runtime/search/search-index.js';

/** What differs from our ranking. */
export interface Variant {
  readonly index?: Partial<IndexOptions>;
  readonly weights?: Partial<QueryWeights>;
  readonly change?: (index: SearchIndex) => SearchIndex;
}

/** Our ranking, or a variant of it. */
export function ourRanking(groups: readonly ModelGroup[], variant: Variant = {}): Ranking {
  const options = { ...indexOptions, ...variant.index };
  const built = buildIndex(groups, options);
  const index = variant.change?.(built) ?? built;
  const search = createSearch(index, options.stem, { ...queryWeights, ...variant.weights });
  const tools = groups.flatMap((group) => group.tools);
  return (task) => search(task).map(({ tool }) => labelOf(tools, tool));
}

/** Our ranking with one idea switched off, or changed, by the name of the idea. */
export async function variants(): Promise<Readonly<Record<string, Variant>>> {
  return {
    'no stemming': { index: { stem: (word) => word } },
    "Porter's stemmer": { index: { stem: await loadPorter() } },
    'no thesaurus': { change: (index) => ({ ...index, senses: [], sayings: [] }) },
    'single words of the thesaurus': {
      change: (index) => ({ ...index, sayings: index.sayings.flatMap(withoutPhrases) }),
    },
    'no sayings within sayings': { weights: { within: 0 } },
    'long sayings count as words': { weights: { phrase: 0 } },
    'stop words mean nothing': { weights: { stopWord: 0 } },
    'quoted words count in full': { weights: { quoted: 1 } },
    'no actions': { weights: { otherAction: 1, otherRead: 1 } },
    'no finders': { change: (index) => ({ ...index, finders: {} }) },
    'no diversity': { weights: { alike: 1 } },
    'no titles': { weights: { title: 1 } },
    'no extent': { weights: { extent: 0 } },
    'no last noun': without('object'),
    'no name': without('name'),
    'no path': without('path', 'object'),
    'no summary': without('summary'),
    'no replies': without('replies'),
    'no description': without('description'),
  };
}

/** A line of sayings without those of several words. */
function withoutPhrases(line: string): readonly string[] {
  const [first = '', ...rest] = line.split(' ');
  const single = rest
    .join(' ')
    .split(',')
    .find((saying) => !saying.includes(' '));
  return single === undefined ? [] : [`${first} ${single}`];
}

function without(...parts: readonly Part[]): Variant {
  const weights = { ...indexOptions.weights };
  for (const part of parts) weights[part] = { weight: 0, length: 0 };
  return { index: { weights } };
}

async function loadPorter(): Promise<(word: string) => string> {
  await installPackages(join(cacheDirectory, 'porter'), ['stemmer@2.0.1']);
  const { resolve } = createRequire(join(cacheDirectory, 'porter/package.json'));
  const loaded: unknown = await import(pathToFileURL(resolve('stemmer')).href);
  return (loaded as { readonly stemmer: (word: string) => string }).stemmer;
}
