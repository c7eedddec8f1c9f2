import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { Arguments } from './custom.js';
import { nearest } from './nearest.js';
import { unsafeIntegers } from './request/unsafe-integers.js';
import type { InputSchema } from './tool.js';
import { uniqueItems } from './unique-items.js';

const MOST_PROBLEMS = 20;
/** Of a large argument there can be millions; those beyond are counted, not looked at. */
const MOST_ERRORS = 1_000;
const LONGEST_QUOTE = 300;

const compiled = new WeakMap<InputSchema, ValidateFunction>();

/** What is wrong with arguments, each problem with its place and what was expected; empty if nothing is. */
export function argumentProblems(schema: InputSchema, args: Arguments): readonly string[] {
  const validate = validatorOf(schema);
  const errors = validate(args) ? [] : (validate.errors ?? []);
  const broken = withoutBranches(errors.slice(0, MOST_ERRORS));
  const unsafe = unsafeIntegers(args, schema);
  const problems = [
    ...broken.slice(0, MOST_PROBLEMS).map((error) => describe(error, schema)),
    ...unsafe
      .slice(0, MOST_PROBLEMS)
      .map(
        (place) => `${place}: an integer beyond 2^53 loses digits as a number; send it as a string`,
      ),
  ].slice(0, MOST_PROBLEMS);
  const uncounted = Math.max(0, errors.length - MOST_ERRORS);
  const more = broken.length + unsafe.length + uncounted - problems.length;
  return more > 0 ? [...problems, `and ${more} more`] : problems;
}

/** Each tool has its own instance, so that nothing in one schema can reach another; compiled when first needed. */
function validatorOf(schema: InputSchema): ValidateFunction {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({
    allErrors: true,
    // A schema is run a few times and compiled once, which the optimiser makes twice as slow.
    code: { optimize: false },
    formats: fullFormats,
    logger: false,
    meta: false,
    ownProperties: true,
    strict: false,
    validateSchema: false,
    verbose: true,
  });
  ajv.removeKeyword('uniqueItems').addKeyword(uniqueItems);
  const validate = ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
}

/** What the branches of an alternative say is noise beside the alternative itself. */
function withoutBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const alternatives = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  return errors.filter(
    (error) =>
      !alternatives.some(
        (alternative) =>
          error !== alternative &&
          error.schemaPath.startsWith(`${alternative.schemaPath}/`) &&
          error.instancePath.startsWith(alternative.instancePath),
      ),
  );
}

function describe(error: ErrorObject, root: InputSchema): string {
  const params: Readonly<Record<string, unknown>> = error.params;
  const place = (key: unknown): string =>
    cut(`${error.instancePath}/${escapePointer(String(key))}`);
  const found = `not ${quote(error.data)}`;
  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const name = params['additionalProperty'] ?? params['unevaluatedProperty'];
      return `${place(name)}: unknown; ${known(String(name), error.parentSchema)}`;
    }
    case 'required': {
      const name = params['missingProperty'];
      return `${place(name)}: required but missing`;
    }
    case 'enum':
      return `${at(error)}: must be one of ${quote(params['allowedValues'])}, ${found}`;
    case 'const':
      return `${at(error)}: must be ${quote(params['allowedValue'])}, ${found}`;
    case 'anyOf':
    case 'oneOf':
      return `${at(error)}: must match ${error.keyword === 'anyOf' ? 'one' : 'exactly one'} of ${quote(error.schema)}, ${found}`;
    case 'type':
      return error.instancePath === '' && error.parentSchema === root
        ? 'the arguments must be an object'
        : `${at(error)}: must be ${[params['type']].flat().join(' or ')}, ${found}`;
    default:
      return `${at(error)}: ${error.message ?? `breaks ${error.keyword}`}, ${found}`;
  }
}

function known(name: string, schema: unknown): string {
  const properties = isRecord(schema) && isRecord(schema['properties']) ? schema['properties'] : {};
  const names = Object.keys(properties);
  const near = name.length > LONGEST_QUOTE ? undefined : nearest(name, names);
  if (near !== undefined) return `did you mean ${JSON.stringify(near)}?`;
  return names.length === 0 ? 'none is taken here' : `known here: ${cut(names.join(', '))}`;
}

function at(error: ErrorObject): string {
  return error.instancePath === '' ? 'the arguments' : cut(error.instancePath);
}

/** RFC 6901, section 3. */
function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function quote(value: unknown): string {
  return cut(JSON.stringify(value));
}

function cut(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE)}…`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
