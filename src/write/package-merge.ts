import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';

export type Json = z.core.util.JSONType;
export type JsonObject = Readonly<Record<string, Json>>;

export interface PackageMerge {
  readonly merged: JsonObject;
  /** Where both sides changed the same value: the user's was kept. */
  readonly conflicts: readonly MergeConflict[];
}

/** Undefined stands for a key that is not there. */
export interface MergeConflict {
  readonly key: string;
  readonly kept: Json | undefined;
  readonly generated: Json | undefined;
}

/** What a package is called and says of itself: the user's without a word. */
const identity: ReadonlySet<string> = new Set(['name', 'version', 'description', 'private']);

/**
 * Merges a package.json key by key: `base` is what was generated last, `generated` what is now, `kept` what the user has.
 * What only one side changed is taken from it; where both changed the user wins. Keys stay in the user's order, new
 * ones follow, dependencies are sorted as npm does.
 */
export function mergePackage(
  base: JsonObject,
  generated: JsonObject,
  kept: JsonObject,
): PackageMerge {
  const conflicts: MergeConflict[] = [];
  const merged = mergeObjects({ base, generated, kept }, '', conflicts);
  return { merged, conflicts };
}

interface Sides<T> {
  readonly base: T;
  readonly generated: T;
  readonly kept: T;
}

function mergeObjects(
  { base, generated, kept }: Sides<JsonObject>,
  place: string,
  conflicts: MergeConflict[],
): JsonObject {
  const keys = new Set([...Object.keys(kept), ...Object.keys(generated)]);
  const entries: [string, Json][] = [];
  for (const key of keys) {
    const sides = { base: own(base, key), generated: own(generated, key), kept: own(kept, key) };
    const value = mergeValue(sides, place === '' ? key : `${place}.${key}`, conflicts);
    if (value !== undefined) entries.push([key, value]);
  }
  const grown = entries.some(([key]) => !Object.hasOwn(kept, key));
  if (grown && place.endsWith('ependencies')) entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

function mergeValue(
  sides: Sides<Json | undefined>,
  place: string,
  conflicts: MergeConflict[],
): Json | undefined {
  const { base, generated, kept } = sides;
  if (isDeepStrictEqual(generated, kept) || isDeepStrictEqual(base, generated)) return kept;
  if (isDeepStrictEqual(base, kept)) return generated;
  if (isJsonObject(generated) && isJsonObject(kept)) {
    return mergeObjects(
      { base: isJsonObject(base) ? base : {}, generated, kept },
      place,
      conflicts,
    );
  }
  if (!identity.has(place)) conflicts.push({ key: place, kept, generated });
  return kept;
}

function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Whether a JSON value is an object and no array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
