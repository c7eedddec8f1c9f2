import { InputError, type Origin } from '../diagnostics.js';
import type { loadCodes } from './codes.js';
import { limits } from './limits.js';

/** An `InputError` of one diagnostic: what is wrong, where, and what to do. */
export function failure(
  code: keyof typeof loadCodes,
  message: string,
  origin: Origin | undefined,
  help: string,
): InputError {
  return new InputError([
    { code, severity: 'error', message, ...(origin === undefined ? {} : { origin }), help },
  ]);
}

/** MG107: the depth limit is reached at this place. */
export function tooDeep(origin: Origin): InputError {
  return failure(
    'MG107',
    `Nested more than ${limits.depth} levels deep.`,
    origin,
    'Replace the nesting by $ref.',
  );
}

/** MG109: what the source is instead of an API description. */
export function notDescription(
  what: string,
  origin: Origin,
  help = 'Give an OpenAPI 3.x or Swagger 2.0 description, or a config that lists endpoints.',
): InputError {
  return failure('MG109', `${what} not an API description.`, origin, help);
}
