import type { Evaluation } from './evaluate.js';
import { valuesOf, type JsonText } from './json-text.js';
import type { Meter } from './meter.js';
import type { Node, NodeOf } from './node.js';

/** What an expression takes items from; undefined is what `null` stands for. */
type List = readonly JsonText[] | undefined;

/** The elements of an array. */
export function elementsOf(json: JsonText, meter: Meter): List {
  return json.startsWith('[') ? partsOf(json, meter) : undefined;
}

/** The values of an object. */
export function memberValuesOf(json: JsonText, meter: Meter): List {
  return json.startsWith('{') ? partsOf(json, meter) : undefined;
}

function partsOf(json: JsonText, meter: Meter): List {
  const values = valuesOf(json);
  meter.read(json.length, values.length);
  return values;
}

/** What an expression is of each item, without nulls. */
export function project(list: List, by: Node, { visit, meter }: Evaluation): JsonText {
  const picked = list?.map((item) => visit(by, item)).filter((each) => each !== 'null');
  return picked === undefined ? 'null' : meter.join('[', picked, ']');
}

/** The items, and those of the arrays among them. */
export function flatten(list: List, meter: Meter): JsonText {
  const flat = list?.flatMap((item) => elementsOf(item, meter) ?? item);
  return flat === undefined ? 'null' : meter.join('[', flat, ']');
}

export function slice(
  list: List,
  { start, stop, step }: Pick<NodeOf<'Slice'>, 'start' | 'stop' | 'step'>,
  meter: Meter,
): JsonText {
  if (list === undefined) return 'null';
  const by = step ?? 1;
  const [first, last] = by > 0 ? [0, list.length] : [list.length - 1, -1];
  const place = (index: number): number => {
    const counted = index < 0 ? index + list.length : index;
    return Math.min(Math.max(counted, Math.min(first, last)), Math.max(first, last));
  };
  const end = stop === null ? last : place(stop);
  const picked: JsonText[] = [];
  for (let at = start === null ? first : place(start); by > 0 ? at < end : at > end; at += by) {
    picked.push(list[at] ?? 'null');
  }
  return meter.join('[', picked, ']');
}
