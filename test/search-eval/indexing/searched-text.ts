import type { JsonSchema, Tool } from '../../../src/model/model.js';

/** What is searched of a tool, by the part that it stands in. */
export type SearchedText = Readonly<Record<Part, string>>;

export type Part =
  | 'summary'
  | 'name'
  | 'path'
  | 'object'
  | 'tag'
  | 'arguments'
  | 'values'
  | 'replies'
  | 'description';

/** The parts of a tool's text; `tag` is the title of its group. */
export function searchedText(tool: Tool, tag: string): SearchedText {
  const { description, inputSchema, outputSchema, request } = tool;
  const summary = tool.title ?? firstSentence(description);
  const properties = Object.entries(inputSchema.properties ?? {});
  return {
    summary,
    name: tool.name,
    path: request.path.replace(/\{[^}]*\}/g, ' '),
    object: lastNoun(request.path),
    tag,
    arguments: properties.map(([name]) => name).join(' '),
    values: properties.flatMap(([, schema]) => stringsOf(schema['enum'])).join(' '),
    replies: [...new Set(propertyNames(outputSchema, 4))].join(' '),
    description,
  };
}

/** The last segment of a path that is not a parameter: what an operation is about. */
function lastNoun(path: string): string {
  return path.split(/[/?#]/).findLast((segment) => segment !== '' && !segment.includes('{')) ?? '';
}

/** The first sentence of a text, without its full stop. */
export function firstSentence(text: string): string {
  return /^.*?(?=\.(?:\s|$)|$)/s.exec(text)?.[0] ?? text;
}

function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
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
