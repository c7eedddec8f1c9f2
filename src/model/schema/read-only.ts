import { arrayField, field, isObject, objectField, type JsonObject } from '../node.js';
import type { ResolveReference } from './references.js';

const maximumHops = 16;

/**
 * OpenAPI 3.0, section 4.7.24.1 (`readOnly`): properties that only responses have. Where replies are read, those with
 * `writeOnly`, which only requests have.
 */
export interface ReadOnly {
  readonly isReadOnly: (schema: unknown) => boolean;
  /** Names of the read-only properties of an object schema, its `$ref` and its `allOf` members. */
  readonly namesIn: (schema: JsonObject) => ReadonlySet<string>;
}

export function createReadOnly(
  resolve: ResolveReference,
  flag: 'readOnly' | 'writeOnly',
): ReadOnly {
  const names = new WeakMap<JsonObject, ReadonlySet<string>>();

  const conjuncts = (schema: JsonObject): readonly unknown[] => {
    const ref = field(schema, '$ref');
    const target = typeof ref === 'string' ? resolve(ref, '') : undefined;
    return [...(target === undefined ? [] : [target.value]), ...arrayField(schema, 'allOf')];
  };

  const isReadOnly = (schema: unknown, hops: number): boolean => {
    if (!isObject(schema)) return false;
    if (field(schema, flag) === true) return true;
    return hops < maximumHops && conjuncts(schema).some((part) => isReadOnly(part, hops + 1));
  };

  const namesIn = (schema: JsonObject, hops: number): ReadonlySet<string> => {
    const known = names.get(schema);
    if (known !== undefined) return known;
    const own = Object.entries(objectField(schema, 'properties') ?? {});
    const found = new Set(own.flatMap(([name, part]) => (isReadOnly(part, 0) ? [name] : [])));
    if (hops < maximumHops) {
      for (const part of conjuncts(schema)) {
        if (isObject(part)) for (const name of namesIn(part, hops + 1)) found.add(name);
      }
    }
    names.set(schema, found);
    return found;
  };

  return {
    isReadOnly: (schema) => isReadOnly(schema, 0),
    namesIn: (schema) => namesIn(schema, 0),
  };
}
