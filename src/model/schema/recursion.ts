import { field, isObject, type JsonObject } from '../node.js';
import type { Located } from '../reference.js';
import { createComponentFinder } from './connected-components.js';
import { sourceSubschemas, type ResolveReference } from './references.js';

/** Which references of a document lead back to where they stand. */
export interface Recursion {
  /** A schema that a reference names contains itself. */
  readonly isRecursive: (schema: Located) => boolean;
  /** The schema object with this `$ref` leads back to itself without stepping into a property or an item. */
  readonly isEndless: (reference: JsonObject) => boolean;
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly inPlace: boolean;
}

/** Analyses a document's references as they are met; schemas for which `isLeftOut` holds do not count. */
export function createRecursion(
  resolve: ResolveReference,
  isLeftOut: (schema: unknown) => boolean,
): Recursion {
  const edges = new Map<string, readonly Edge[]>();
  const schemas = new Map<string, unknown>();
  const edgesOfReference = new Map<JsonObject, Edge[]>();

  const collect = (schema: Located, from: string, inPlace: boolean, found: Edge[]): void => {
    const { value, pointer } = schema;
    const ref = field(value, '$ref');
    const target = typeof ref === 'string' ? resolve(ref, pointer) : undefined;
    if (isObject(value) && target !== undefined) {
      const edge = { from, to: target.pointer, inPlace };
      schemas.set(target.pointer, target.value);
      edgesOfReference.set(value, [...(edgesOfReference.get(value) ?? []), edge]);
      found.push(edge);
    }
    for (const part of sourceSubschemas(schema)) {
      if (isLeftOut(part.value)) continue;
      collect(part, from, inPlace && part.inPlace, found);
    }
  };

  const edgesOf = (pointer: string): readonly Edge[] => {
    const known = edges.get(pointer);
    if (known !== undefined) return known;
    const found: Edge[] = [];
    collect({ value: schemas.get(pointer), pointer }, pointer, true, found);
    edges.set(pointer, found);
    return found;
  };

  const componentOf = createComponentFinder((pointer: string) =>
    edgesOf(pointer).map(({ to }) => to),
  );
  const inPlaceComponentOf = createComponentFinder((pointer: string) =>
    edgesOf(pointer).flatMap(({ to, inPlace }) => (inPlace ? [to] : [])),
  );

  return {
    isRecursive: ({ value, pointer }) => {
      schemas.set(pointer, value);
      return componentOf(pointer).cyclic;
    },
    isEndless: (reference) =>
      (edgesOfReference.get(reference) ?? []).some(({ from, to, inPlace }) => {
        const component = inPlaceComponentOf(from);
        return inPlace && component.cyclic && component === inPlaceComponentOf(to);
      }),
  };
}
