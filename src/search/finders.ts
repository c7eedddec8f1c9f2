import type { Tool } from '../model/model.js';
import { stem } from '../../templates/rooms/core/src/runtime/search/stem.js';
import { wordsOf } from '../../templates/rooms/core/src/runtime/search/words.js';

/** Most tools that are shown as finding what another needs. */
const mostFinders = 2;

/**
 * For each tool whose path needs an identifier that no person knows by heart: the tools that list or search for what
 * it identifies, the simplest first.
 */
export function findFinders(tools: readonly Tool[]): Readonly<Record<string, readonly number[]>> {
  const byNoun = new Map<string, number[]>();
  for (const [number, tool] of tools.entries()) {
    const noun = listedNoun(tool);
    if (noun !== undefined) byNoun.set(noun, [...(byNoun.get(noun) ?? []), number]);
  }
  const found = tools.map((tool, number) => {
    const finders = neededNouns(tool).flatMap((noun) => byNoun.get(noun) ?? []);
    const rank = (other: number): number => difficulty(tools[other]);
    return [...new Set(finders)]
      .filter((other) => other !== number && rank(other) < difficulty(tool))
      .toSorted((left, right) => rank(left) - rank(right) || left - right)
      .slice(0, mostFinders);
  });
  return Object.fromEntries([...found.entries()].filter(([, finders]) => finders.length > 0));
}

/** What a tool lists or searches: the last noun of its path. */
function listedNoun({ request }: Tool): string | undefined {
  if (request.method !== 'GET' || request.path.endsWith('}')) return undefined;
  return nounOf(request.path.split('/').at(-1) ?? '');
}

/** What the identifiers in a tool's path identify. */
function neededNouns({ request }: Tool): readonly string[] {
  const segments = request.path.split('/');
  return segments.flatMap((segment, index) => {
    const name = /^\{(.*)\}$/.exec(segment)?.[1];
    if (name === undefined) return [];
    const words = wordsOf(name);
    if (!['id', 'number', 'uuid', 'guid', 'key'].includes(words.at(-1) ?? '')) return [];
    const noun = words.slice(0, -1).join('_');
    return [nounOf(noun === '' ? (segments[index - 1] ?? '') : noun)];
  });
}

function nounOf(segment: string): string {
  return wordsOf(segment).map(stem).join(' ');
}

/** How much one must know to call a tool: a search asks for words only. */
function difficulty(tool: Tool | undefined): number {
  if (tool === undefined) return Infinity;
  const { path } = tool.request;
  return path.split('{').length - (path.includes('search') ? 0.5 : 0);
}
