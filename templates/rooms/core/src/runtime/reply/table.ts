import { keysOf, membersOf, plainText, valuesOf, type JsonText } from '../jmespath/json-text.js';
import { cutsStatement, type Fit, type Fitted } from './fit.js';

/**
 * A list of objects as lines of cells between tabs, the names first: of the forms that can be read in one way only,
 * the one with the fewest tokens. A cell is a value in JSON, of which a string has no quotes where it can be nothing
 * else; an empty one stands for a member that is not there.
 */
export interface Table {
  /** Where the list is in the reply. RFC 6901. */
  readonly pointer: string;
  /** What the reply holds besides, and the line with the names. */
  readonly head: readonly string[];
  readonly rows: readonly string[];
}

const MOST_COLUMNS = 200;

/** The table of an array of objects, or of the only one that an object holds; undefined if it is not shorter than the JSON. */
export function tableOf(json: JsonText): Table | undefined {
  const table = json.startsWith('[') ? tableOfArray(json) : tableInObject(json);
  if (table === undefined) return undefined;
  const length = [...table.head, ...table.rows].reduce((sum, line) => sum + line.length + 1, 0);
  return length < json.length ? table : undefined;
}

/** As many whole lines as there is room for, with the same statement as a shortened list; undefined if none fits. */
export function fitTable(
  { pointer, head, rows }: Table,
  { tool, maxChars }: Fit,
): Fitted | undefined {
  const text = [...head, ...rows].join('\n');
  if (text.length <= maxChars) return { text };
  const total = rows.length;
  const statementOf = (kept: number): string =>
    cutsStatement([{ pointer, of: 'entries', kept, total }], tool);
  const room = maxChars - statementOf(total).length;
  let length = head.join('\n').length;
  let kept = 0;
  for (const row of rows) {
    length += row.length + 1;
    if (length > room) break;
    kept += 1;
  }
  if (kept === 0) return undefined;
  return { text: [...head, ...rows.slice(0, kept)].join('\n'), statement: statementOf(kept) };
}

function tableInObject(json: JsonText): Table | undefined {
  const keys = keysOf(json);
  const values = valuesOf(json);
  const lists = values.flatMap((value, index) => (value.startsWith('[{') ? [index] : []));
  const [index] = lists;
  if (index === undefined || lists.length > 1) return undefined;
  const [key = '', list = ''] = [keys[index], values[index]];
  const table = tableOfArray(list);
  if (table === undefined) return undefined;
  const others = keys.flatMap((name, at) => (at === index ? [] : [`${name}:${values[at] ?? ''}`]));
  const name = plainText(key);
  return {
    pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    head: [...(others.length > 0 ? [`{${others.join(',')}}`] : []), `${cell(key)}:`, ...table.head],
    rows: table.rows,
  };
}

function tableOfArray(list: JsonText): Table | undefined {
  const items = valuesOf(list);
  if (items.length === 0 || !items.every((item) => item.startsWith('{'))) return undefined;
  const columns = new Map<string, JsonText>();
  const objects = items.map((item) => {
    for (const key of keysOf(item)) columns.set(plainText(key), key);
    return membersOf(item);
  });
  if (columns.size === 0 || columns.size > MOST_COLUMNS) return undefined;
  // It would have more separators than the JSON has characters.
  if (columns.size * items.length > list.length) return undefined;
  const names = [...columns.keys()];
  return {
    pointer: '',
    head: [Array.from(columns.values(), cell).join('\t')],
    rows: objects.map((members) => names.map((name) => cell(members.get(name) ?? '')).join('\t')),
  };
}

/** What is between the quotes, unless it is empty, escaped, or could be taken for other JSON, a break or an edge. */
function cell(json: JsonText): string {
  if (!json.startsWith('"')) return json;
  const text = json.slice(1, -1);
  const isOther =
    text === '' ||
    /[\\\p{C}\p{Zl}\p{Zp}]|^[\s{["]|\s$|^(?:null|true|false)$/u.test(text) ||
    /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text);
  return isOther ? json : text;
}
