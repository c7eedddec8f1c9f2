import { unsafeIntegers } from '../../../templates/rooms/core/src/runtime/request/unsafe-integers.js';
import { isValid } from '../../../templates/rooms/core/src/runtime/validation/problem.js';
import { validate } from '../../../templates/rooms/core/src/runtime/validation/validate.js';
import type { JsonSchema } from '../model.js';

/** Whether a schema allows a value. */
export type Accepts = (value: unknown) => boolean;

/** Validates as the project's server does, and by its code: what is taken here is taken there. */
export function createAccepts(schema: JsonSchema): Accepts {
  return (value) =>
    value !== undefined &&
    isValid(validate(schema, value)) &&
    unsafeIntegers(value, schema).length === 0;
}
