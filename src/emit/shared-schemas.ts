import type { Component, JsonSchema, ModelGroup, ServerModel, Tool } from '../model/model.js';
import { identifier, isCode } from './code.js';

/** Which components become constants, and where those stand. */
export interface SharedSchemas {
  /** Written to `src/schemas/`, because several groups use them. */
  readonly global: ReadonlySet<Component>;
  /** Those of one group alone, each after the ones it refers to. */
  readonly local: (group: ModelGroup) => readonly Component[];
  /** A copy in which constants stand for the components inside the value. */
  readonly refer: (value: unknown) => Reference;
}

/** A value that refers to constants, and the components that it refers to. */
export interface Reference {
  readonly value: unknown;
  readonly components: ReadonlySet<Component>;
}

/** What the group files, or a file system, have taken. */
const takenNames = /^(tools|con|prn|aux|nul|com\d|lpt\d)$/;

/** The name of the component's constant: no camelCase name ends in the underscore that tells taken ones apart. */
export function constantName({ name }: Component): string {
  return takenNames.test(name) ? `${name}_` : name;
}

/** A shorter schema reads better where it stands. */
const shortSchema = 80;

/** Shares what occurs at least twice and is longer than 80 characters. */
export function shareSchemas(model: ServerModel): SharedSchemas {
  const uses = countUses(model);
  const shared = new Map<unknown, Component>();
  for (const [component, count] of uses) {
    if (count > 1 && JSON.stringify(component.schema).length > shortSchema) {
      shared.set(component.schema, component);
    }
  }
  const needs = new Map(
    model.groups.map((group) => [group.file, componentsOf(group.tools, shared)] as const),
  );
  const global = usedBySeveral([...needs.values()]);
  return {
    global,
    local: (group) => (needs.get(group.file) ?? []).filter((component) => !global.has(component)),
    refer: (value) => refer(value, shared),
  };
}

/** How often each component would be written if every component were written once. */
function countUses(model: ServerModel): ReadonlyMap<Component, number> {
  const all = new Map<unknown, Component>(
    model.components.map((component) => [component.schema, component]),
  );
  const uses = new Map<Component, number>();
  const count = (component: Component): void => {
    const before = uses.get(component) ?? 0;
    uses.set(component, before + 1);
    if (before === 0) visitComponents(component.schema, all, count);
  };
  for (const group of model.groups) {
    for (const tool of group.tools) visitTool(tool, all, count);
  }
  return uses;
}

/** The components that the tools refer to, directly or through others, each after the ones it refers to. */
function componentsOf(
  tools: readonly Tool[],
  shared: ReadonlyMap<unknown, Component>,
): readonly Component[] {
  const found = new Set<Component>();
  const visit = (component: Component): void => {
    if (found.has(component)) return;
    visitComponents(component.schema, shared, visit);
    found.add(component);
  };
  for (const tool of tools) visitTool(tool, shared, visit);
  return [...found];
}

function usedBySeveral(needs: readonly (readonly Component[])[]): ReadonlySet<Component> {
  const once = new Set<Component>();
  const several = new Set<Component>();
  for (const component of needs.flat()) (once.has(component) ? several : once).add(component);
  return several;
}

function visitTool(
  { inputSchema, outputSchema = { type: 'object' } }: Tool,
  known: ReadonlyMap<unknown, Component>,
  visit: (component: Component) => void,
): void {
  for (const schema of [inputSchema, outputSchema]) visitComponents(schema, known, visit);
}

/** Calls `visit` for the outermost components inside the schema, as often as they occur. */
function visitComponents(
  schema: JsonSchema,
  known: ReadonlyMap<unknown, Component>,
  visit: (component: Component) => void,
): void {
  const enter = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const component = known.get(value);
    if (component === undefined) Object.values(value).forEach(enter);
    else visit(component);
  };
  Object.values(schema).forEach(enter);
}

function refer(root: unknown, shared: ReadonlyMap<unknown, Component>): Reference {
  const components = new Set<Component>();
  const copies = new Map<object, unknown>();
  const copy = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || isCode(value)) return value;
    const known = copies.get(value) ?? copyOf(value);
    copies.set(value, known);
    return known;
  };
  const copyOf = (value: object): unknown => {
    const component = value === root ? undefined : shared.get(value);
    if (component !== undefined) {
      components.add(component);
      return identifier(constantName(component));
    }
    if (Array.isArray(value)) return value.map(copy);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]));
  };
  return { value: copy(root), components };
}
