import type { Schema } from '@cfworker/json-schema';
import { placesOf } from '../../../templates/rooms/core/src/runtime/request/schema-places.js';
import { unsafeIntegers } from '../../../templates/rooms/core/src/runtime/request/unsafe-integers.js';
import type { JsonSchema } from '../model.js';
import { isObject } from '../node.js';
import { hasFormat } from './format-text.js';
import type { CaseLibraries } from './libraries.js';

/** Whether the server that is written takes a value. It may take some that are refused here. */
export type Accepts = (value: unknown) => boolean;

/**
 * A validator for a schema that nobody else uses: the library marks what it meets. It interprets, since to compile
 * the schemas of all tools would cost more than everything else.
 */
export function createAccepts(
  schema: JsonSchema,
  { dereference, validate }: CaseLibraries['validator'],
): Accepts {
  const isFormed = createFormatCheck(schema);
  let lookup: ReturnType<typeof dereference> | undefined;
  const isValid = (value: unknown): boolean => {
    try {
      const own = schema as Schema;
      lookup ??= dereference(own);
      return validate(value, own, '2020-12', lookup).valid;
    } catch (error) {
      // It writes places as URIs, which no name with half of a surrogate pair can be in.
      if (error instanceof URIError) return false;
      throw error;
    }
  };
  return (value) =>
    value !== undefined &&
    isValid(value) &&
    unsafeIntegers(value, schema).length === 0 &&
    isFormed(value);
}

/** Checks the formats that the library does not know, or knows otherwise than the project's validator. */
function createFormatCheck(schema: JsonSchema): Accepts {
  const { root, item, property } = placesOf(schema);
  const visit = (value: unknown, place: typeof root): boolean => {
    if (!place.every(({ format }) => hasFormat(value, format))) return false;
    if (Array.isArray(value)) {
      return value.every((each, index) => visit(each, item(place, index)));
    }
    if (!isObject(value)) return true;
    return Object.entries(value).every(([key, each]) => visit(each, property(place, key)));
  };
  return (value) => visit(value, root);
}
