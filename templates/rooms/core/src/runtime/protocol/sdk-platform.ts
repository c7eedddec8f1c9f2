import type {
  JsonSchemaType,
  JsonSchemaValidator,
  jsonSchemaValidator,
} from '@modelcontextprotocol/server';
import { firstOf, pointerOf } from '../validation/problem.js';
import { validate } from '../validation/validate.js';

/**
 * What the SDK takes from the platform it runs on. scripts/build.mjs puts this in place of the SDK's own, which loads
 * Ajv at every start for the few forms that are ever validated.
 */
export { default as process } from 'node:process';

/** Holds what users fill in against the form that they were asked to. */
export class DefaultJsonSchemaValidator implements jsonSchemaValidator {
  getValidator<T>(schema: JsonSchemaType): JsonSchemaValidator<T> {
    return (input) => {
      const problems = firstOf(validate(schema, input)).map(
        ({ spot, describe }) => `${pointerOf(spot) || 'the content'}: ${describe()}`,
      );
      return problems.length === 0
        ? { valid: true, data: input as T, errorMessage: undefined }
        : { valid: false, data: undefined, errorMessage: problems.join('; ') };
    };
  }
}
