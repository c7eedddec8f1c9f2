import { flagField, textField, type JsonObject } from './node.js';
import type { Operation } from './operation.js';
import { plainText } from './text.js';
import { splitWords } from './naming/words.js';

export const toolDescriptionLimit = 1024;
export const argumentDescriptionLimit = 512;
const titleLimit = 80;

/** Words that add nothing to a name. */
const fillers = new Set(
  'a all an and any by for from given in is its of on or the this to with'.split(' '),
);

/** What the model reads of an operation: deprecation, summary and description, each thing said once; never ''. */
export function describeOperation(operation: Operation): string {
  const { node, pathItem, method, path } = operation;
  const text = joinTexts(
    textField(node, 'summary') ?? textField(pathItem, 'summary'),
    textField(node, 'description') ?? textField(pathItem, 'description'),
  );
  const described = text === '' ? `${method} ${plainText(path, 200)}` : text;
  return markDeprecated(node, described, toolDescriptionLimit);
}

/** What the model reads of an argument; '' if the source says nothing. */
export function describeParameter(node: JsonObject): string {
  const text = plainText(textField(node, 'description') ?? '', argumentDescriptionLimit);
  return markDeprecated(node, text, argumentDescriptionLimit);
}

/** The summary, if it is short, has a word that the name has not, and is not the whole description. */
export function titleOf(
  operation: Operation,
  name: string,
  description: string,
): string | undefined {
  const summary = textField(operation.node, 'summary') ?? '';
  const title = plainText(summary, titleLimit + 1).replace(/\.$/, '');
  const known = new Set(splitWords(name).map(singular));
  const news = splitWords(title).filter((word) => !fillers.has(word) && !known.has(singular(word)));
  const repeated = title === description.replace(/\.$/, '');
  return title.length <= titleLimit && news.length > 0 && !repeated ? title : undefined;
}

function singular(word: string): string {
  return word.replace(/s$/, '');
}

function joinTexts(summary: string | undefined, description: string | undefined): string {
  const short = plainText(summary ?? '', toolDescriptionLimit).replace(/\s*\.$/, '');
  const long = plainText(description ?? '', toolDescriptionLimit);
  if (short === '' || long.toLowerCase().startsWith(short.toLowerCase())) return long;
  if (long === '' || short.toLowerCase().includes(long.replace(/\.$/, '').toLowerCase()))
    return short;
  return `${short}${/[.!?:]$/.test(short) ? '' : '.'} ${long}`;
}

function markDeprecated(node: JsonObject, text: string, limit: number): string {
  if (flagField(node, 'deprecated') !== true) return plainText(text, limit);
  return plainText(/^deprecated\b/i.test(text) ? text : `Deprecated. ${text}`, limit);
}
