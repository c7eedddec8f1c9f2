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
import type { Lexicon } from '../../templates/rooms/core/src/runtime/search/concepts.js';
import { lexicon } from '../../templates/rooms/core/src/runtime/search/lexicon.js';
import {
  queryWeights,
  type QueryWeights,
} from '../../templates/rooms/core/src/runtime/search/query-weights.js';
import { createSearch } from '../../templates/rooms/core/src/runtime/search/search.js';
import type { SearchIndex } from '../../templates/rooms/core/src/runtime/search/search-index.js';
import { readThesaurus } from '../../templates/rooms/core/src/runtime/search/thesaurus.js';

/** What differs from our ranking. */
export interface Variant {
  readonly index?: Partial<IndexOptions>;
  readonly lexicon?: Partial<Lexicon>;
  readonly weights?: Partial<QueryWeights>;
  readonly change?: (index: SearchIndex) => SearchIndex;
}

/** Our ranking, or a variant of it. */
export function ourRanking(groups: readonly ModelGroup[], variant: Variant = {}): Ranking {
  const built = buildIndex(groups, { ...indexOptions, ...variant.index });
  const index = variant.change?.(built) ?? built;
  const words = { ...lexicon, ...variant.lexicon };
  const search = createSearch(index, words, { ...queryWeights, ...variant.weights });
  const tools = groups.flatMap((group) => group.tools);
  return (task) => search(task).map(({ tool }) => labelOf(tools, tool));
}

/** Our ranking with one idea switched off, or changed, by the name of the idea. */
export async function variants(): Promise<Readonly<Record<string, Variant>>> {
  const same = (word: string): string => word;
  const porter = await loadPorter();
  return {
    'no stemming': {
      index: { stem: same },
      lexicon: { stem: same, thesaurus: readThesaurus(same) },
    },
    "Porter's stemmer": {
      index: { stem: porter },
      lexicon: { stem: porter, thesaurus: readThesaurus(porter) },
    },
    'no thesaurus': { lexicon: { thesaurus: new Map() } },
    'no actions': { weights: { otherAction: 1, otherRead: 1 } },
    'no finders': { change: (index) => ({ ...index, finders: {} }) },
    'no diversity': { weights: { alike: 1 } },
    'no titles': { weights: { title: 1 } },
    'no extent': { weights: { extent: 0 } },
    'best alternative alone': { weights: { norm: 20 } },
    'no last noun': without('object'),
    'no name': without('name'),
    'no path': without('path', 'object'),
    'no summary': without('summary'),
    'no replies': without('replies'),
    'no description': without('description'),
  };
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
