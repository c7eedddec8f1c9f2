import { CORE_SCHEMA, load, Type, YAMLException } from 'js-yaml';
import type { Origin } from '../diagnostics.js';
import { failure, notDescription, tooDeep } from './failure.js';
import { foreignText } from './foreign-format.js';
import { JsonTextError, scanJson, type JsonVisitor } from './json-text.js';
import { limits } from './limits.js';
import { isPlainTree } from './plain-tree.js';
import { placeAt, positionFinder } from './position.js';

export interface ParsedText {
  /** Plain JSON data: a tree, no object occurs twice in it. */
  readonly value: unknown;
  readonly format: 'json' | 'yaml';
}

/** The types of JSON and the merge key: no dates, no binaries. */
const yamlOptions = {
  schema: CORE_SCHEMA.extend({
    implicit: [
      new Type('tag:yaml.org,2002:merge', { kind: 'scalar', resolve: (data) => data === '<<' }),
    ],
  }),
  maxDepth: limits.depth,
};

/** Reads JSON or YAML 1.2; MG104 to MG108 and MG121 name the place of what is wrong. */
export function parseText(text: string, label: string): ParsedText {
  if (!/\S/.test(text)) throw emptyText(label);
  if (!/^\s*[[{]/.test(text)) return parseYaml(text, label);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // YAML has flow mappings too, so only the name tells that JSON was meant.
    if (!label.endsWith('.json')) return parseYaml(text, label);
    checkJson(text, label, everything);
  }
  checkJson(text, label, uniqueKeys(keyDepth));
  return { value, format: 'json' };
}

function parseYaml(text: string, label: string): ParsedText {
  const value = loadYaml(text, label);
  if (value === undefined || value === null) throw emptyText(label);
  const where = (pointer: string): Origin => ({
    file: label,
    pointer,
    ...positionFinder(text, 'yaml')(pointer),
  });
  // Aliases make one object stand in several places, where a later change to one would change all.
  if (isPlainTree(value, where)) return { value, format: 'yaml' };
  const tree: unknown = JSON.parse(JSON.stringify(value));
  return { value: tree, format: 'yaml' };
}

function loadYaml(text: string, label: string): unknown {
  try {
    return load(text, yamlOptions);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line, column } = error.mark;
    const origin = { file: label, line: line + 1, column: column + 1 };
    if (error.reason.startsWith('duplicated mapping key')) throw duplicate('This key', origin);
    if (error.reason.includes('maxDepth')) throw tooDeep(origin);
    const foreign = foreignText(text);
    if (foreign !== undefined) throw notDescription(`This is ${foreign},`, { file: label });
    throw failure(
      'MG105',
      `Not valid YAML: ${error.reason}.`,
      origin,
      'Correct this place; often the cause is a wrong indentation or a missing quote before it.',
    );
  }
}

const everything: JsonVisitor = { member: () => everything };

/** Keys as deep as paths, methods and components stand; below, a full scan would cost as much as parsing. */
const keyDepth = 4;

function uniqueKeys(depth: number): JsonVisitor {
  const keys = new Set<string>();
  return {
    member: (token, start) => {
      if (keys.has(token)) throw new JsonTextError(`The key \`${token}\``, start, 'duplicate');
      keys.add(token);
      return depth === 1 ? undefined : uniqueKeys(depth - 1);
    },
  };
}

function checkJson(text: string, label: string, visitor: JsonVisitor): void {
  try {
    const end = scanJson(text, 0, visitor);
    const after = text.slice(end).search(/\S/);
    if (after >= 0) throw new JsonTextError('There is text after the end.', end + after);
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    const origin = { file: label, ...placeAt(text, error.offset) };
    if (error.reason === 'depth') throw tooDeep(origin);
    if (error.reason === 'duplicate') throw duplicate(error.message, origin);
    throw failure('MG105', `Not valid JSON: ${error.message}`, origin, 'Correct this place.');
  }
}

function emptyText(label: string): Error {
  return failure(
    'MG104',
    'The source is empty.',
    { file: label },
    'Check that it was written completely.',
  );
}

function duplicate(subject: string, origin: Origin): Error {
  return failure(
    'MG106',
    `${subject} stands here for the second time.`,
    origin,
    'Rename or merge the two: only one of the values could be used.',
  );
}
