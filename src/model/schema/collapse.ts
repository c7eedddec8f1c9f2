import type { JsonSchema } from '../model.js';
import { pointerTo } from '../reference.js';
import type { Outline } from './outline.js';
import { definitionName, jsonBytes } from './size.js';
import type { Definitions } from './translator.js';

export interface Collapsed {
  readonly schemas: readonly JsonSchema[];
  readonly definitions: Readonly<Record<string, JsonSchema>>;
  /** JSON pointers of the parts that became open; sorted. */
  readonly collapsed: readonly string[];
  /** Bytes of all of it, when every schema started as a stub. */
  readonly bytes: number;
}

/** A place in the tree of schemas: a stub until it is opened. */
interface Part {
  readonly schema: JsonSchema;
  readonly pointer: string;
  /** How many optional properties lie between it and the root. */
  readonly level: number;
  parts?: readonly Part[];
}

export interface CollapseRoot {
  readonly schema: JsonSchema;
  readonly pointer: string;
  readonly required: boolean;
}

/**
 * Opens schemas from the root downwards while `budget` bytes last, what is required before what is optional and
 * the shallow before the deep, so that what stays closed is the deepest and least needed. The work is bounded by
 * the budget, not by the size of the schemas.
 */
export function collapse(
  roots: readonly CollapseRoot[],
  outline: Outline,
  definitions: Definitions,
  budget: number,
): Collapsed {
  const levels: Part[][] = [[], []];
  const opened = new Map<string, Part>();
  let bytes = 0;

  const enqueue = (schema: JsonSchema, pointer: string, level: number): Part => {
    const part: Part = { schema, pointer, level };
    if (outline.stub(schema) === schema) part.parts = [];
    else (levels[level] ??= []).push(part);
    return part;
  };

  const open = (part: Part): void => {
    part.parts = outline
      .partsOf(part.schema)
      .map(({ schema, path, required }) =>
        enqueue(schema, pointerTo(part.pointer, ...path), part.level + (required ? 0 : 1)),
      );
  };

  /** The definitions that must be written when a reference to the first of them is. */
  const unopened = (schema: JsonSchema): ReadonlyMap<string, JsonSchema> => {
    const chain = new Map<string, JsonSchema>();
    let name = definitionName(schema);
    while (name !== undefined && !opened.has(name) && !chain.has(name)) {
      const definition = definitions.get(name);
      if (definition === undefined) break;
      chain.set(name, definition);
      name = definitionName(definition);
    }
    return chain;
  };

  const tryOpen = (part: Part): void => {
    const { schema, level } = part;
    const needed = unopened(schema);
    let cost = jsonBytes(outline.shell(schema)) - jsonBytes(outline.stub(schema));
    for (const [name, definition] of needed) {
      cost += jsonBytes(outline.shell(definition)) + jsonBytes(name) + '"$defs":{},:,'.length;
    }
    if (bytes + cost > budget) return;
    bytes += cost;
    open(part);
    for (const [name, definition] of needed) {
      const root: Part = { schema: definition, pointer: pointerTo('/$defs', name), level };
      opened.set(name, root);
      open(root);
    }
  };

  const parts = roots.map(({ schema, pointer, required }) => {
    bytes += jsonBytes(outline.stub(schema));
    return enqueue(schema, pointer, required ? 0 : 1);
  });
  for (const level of levels) {
    for (const part of level) tryOpen(part);
  }

  const collapsed: string[] = [];
  const render = ({ schema, pointer, parts: below }: Part): JsonSchema => {
    if (below !== undefined) {
      return outline.stub(schema) === schema ? schema : outline.assemble(schema, below.map(render));
    }
    collapsed.push(pointer);
    return outline.stub(schema);
  };
  const schemas = parts.map(render);
  const names = [...opened.keys()].sort();
  const rendered = names.flatMap((name) => {
    const root = opened.get(name);
    return root === undefined ? [] : [[name, render(root)] as const];
  });
  return { schemas, definitions: Object.fromEntries(rendered), collapsed: collapsed.sort(), bytes };
}
