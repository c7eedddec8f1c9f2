import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ModelGroup } from '../../src/model/model.js';
import { installPackages } from '../corpus/inputs.js';
import { cacheDirectory } from './descriptions.js';
import { searchedText } from '../../src/search/searched-text.js';
import type { Ranking } from './measures.js';
import { isTelling, wordsOf } from '../../templates/rooms/core/src/runtime/search/words.js';

/** The part of MiniSearch 7 that is used. */
type MiniSearchClass = new (options: object) => {
  readonly addAll: (documents: readonly object[]) => void;
  readonly search: (query: string) => readonly { readonly id: number }[];
};

/** Tools whose name or description matches any word of the task, those with most matches first. */
export function regularExpressionSearch(groups: readonly ModelGroup[]): Ranking {
  const tools = groups.flatMap((group) => group.tools);
  const texts = tools.map(({ name, description }) => `${name} ${description}`);
  return (task) => {
    const words = [...new Set(wordsOf(task).filter(isTelling))];
    const patterns = words.map((word) => new RegExp(word, 'i'));
    return texts
      .map((text, number) => ({
        number,
        hits: patterns.filter((pattern) => pattern.test(text)).length,
      }))
      .filter(({ hits }) => hits > 0)
      .toSorted((left, right) => right.hits - left.hits || left.number - right.number)
      .map(({ number }) => labelOf(tools, number));
  };
}

/** Plain BM25 (MiniSearch as it comes) with light boosts. */
export async function plainSearch(groups: readonly ModelGroup[]): Promise<Ranking> {
  await installPackages(cacheDirectory, ['minisearch@7.2.0']);
  const load = createRequire(join(cacheDirectory, 'package.json'));
  const MiniSearch = load('minisearch') as MiniSearchClass;
  const fields = ['summary', 'name', 'path', 'tag', 'description'];
  const search = new MiniSearch({ fields, searchOptions: { boost: { summary: 2, name: 2 } } });
  const tools = groups.flatMap((group) => group.tools);
  const tags = groups.flatMap((group) => group.tools.map(() => group.title));
  search.addAll(
    tools.map((tool, id) => {
      const text = searchedText(tool);
      return { id, ...text, tag: tags[id], name: text.name.replaceAll('_', ' ') };
    }),
  );
  return (task) => search.search(task).map(({ id }) => labelOf(tools, id));
}

/** A tool as the labels name it. */
export function labelOf(tools: readonly ModelGroup['tools'][number][], number: number): string {
  const request = tools[number]?.request;
  return request === undefined ? '' : `${request.method} ${request.path}`;
}
