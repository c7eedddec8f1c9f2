import type { JsonSchema, Tool } from '../model/model.js';

/** What is searched of a tool, by the part that it stands in. */
export type SearchedText = Readonly<Record<Part, string>>;

export type Part = 'summary' | 'name' | 'path' | 'object' | 'replies' | 'description';

/**
 * The parts of a tool's text. Tags, names of arguments and values of enums are not among them: with them fewer tasks
 * find their tools.
 */
export function searchedText(tool: Tool): SearchedText {
  const { name, title, description, outputSchema, request } = tool;
  return {
    summary: title ?? firstSentence(description),
    name,
    path: request.path.replace(/\{[^}]*\}/g, ' '),
    object: lastNoun(request.path),
    replies: [...new Set(propertyNames(outputSchema, 4))].join(' '),
    description,
  };
}

/** The last segment of a path that is not a parameter: what an operation is about. */
function lastNoun(path: string): string {
  return path.split(/[/?#]/).findLast((segment) => segment !== '' && !segment.includes('{')) ?? '';
}

/** The first sentence of a text, without its full stop. */
function firstSentence(text: string): string {
  return /^.*?(?=\.(?:\s|$)|$)/s.exec(text)?.[0] ?? text;
}

function propertyNames(schema: unknown, levels: number): readonly string[] {
  if (typeof schema !== 'object' || schema === null || levels === 0) return [];
  const { properties, items } = schema as JsonSchema;
  const own = Object.entries((properties ?? {}) as Readonly<Record<string, unknown>>);
  return [
    ...own.flatMap(([name, value]) => [name, ...propertyNames(value, levels - 1)]),
    ...propertyNames(items, levels),
  ];
}
