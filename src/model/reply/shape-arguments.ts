import type { Argument } from '../schema/input-schema.js';
import { countLeaves, listIn, type Outline } from './outline.js';
import { outlineText } from './outline-text.js';
import type { Returns } from './returns.js';

/** What a reply can be shaped by: the second of the names is missing if it is no list. */
export type ShapeNames = readonly ['fields'] | readonly ['fields', 'table'];

/** An object with more values than this is worth choosing from. */
const MANY_LEAVES = 20;
const LONGEST_NAMES = 160;
const LONGEST_EXPRESSION = 1_000;

/**
 * Which arguments an operation gets that say what to read of its reply; undefined if it gets none: if it is not asked
 * for, or the reply is no JSON. `asked` for it alone, a small reply has them too.
 */
export function shapeNames(
  { outline, json }: Returns,
  { asked, general }: { readonly asked: boolean | undefined; readonly general: boolean },
): ShapeNames | undefined {
  const wanted = asked ?? (general && outline !== undefined && isLarge(outline));
  if (!wanted || !json) return undefined;
  return outline && listIn(outline) ? ['fields', 'table'] : ['fields'];
}

/** The arguments under the names that they have in the tool. */
export function shapeArguments(
  outline: Outline | undefined,
  names: { readonly fields: string; readonly table?: string },
): readonly Argument[] {
  const held = outline === undefined ? '' : `: ${outlineText(outline, LONGEST_NAMES)}`;
  const fields: Argument = {
    name: names.fields,
    required: false,
    schema: {
      type: 'string',
      maxLength: LONGEST_EXPRESSION,
      description: `JMESPath of what to read of the reply${held}.${exampleOf(outline)}`,
    },
  };
  if (names.table === undefined) return [fields];
  const description = 'Rows as lines of tab-separated cells, where that is shorter.';
  const schema = { type: 'boolean', description };
  return [fields, { name: names.table, required: false, schema }];
}

function isLarge(outline: Outline): boolean {
  return listIn(outline) !== undefined || countLeaves(outline) > MANY_LEAVES;
}

/** A sentence with an expression of the first names that need no quotes; '' if there are none. */
function exampleOf(outline: Outline | undefined): string {
  const list = outline && listIn(outline);
  const object = list?.item ?? (outline?.kind === 'object' ? outline : undefined);
  const names = Array.from(object?.members ?? [])
    .filter(([name, { kind }]) => kind === 'value' && isPlain(name))
    .slice(0, 2)
    .map(([name]) => `${name}: ${name}`);
  const place = list?.name ?? '';
  if (names.length === 0 || (place !== '' && !isPlain(place))) return '';
  return ` E.g. ${place}${list === undefined ? '' : '[].'}{${names.join(', ')}}`;
}

function isPlain(name: string): boolean {
  return /^[A-Za-z_]\w{0,24}$/.test(name);
}
