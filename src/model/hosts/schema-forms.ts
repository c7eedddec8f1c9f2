import type { JsonSchema } from '../model.js';
import { arrayField, objectField } from '../node.js';
import { subschemas } from '../schema/subschemas.js';
import type { SchemaForm } from './host.js';

type Features = ReadonlySet<string>;

const features = new WeakMap<JsonSchema, Features>();

const rootCombinators = ['oneOf', 'anyOf', 'allOf', 'not', 'enum'] as const;
const plainRoot: Features = new Set(['type', 'properties', 'required']);

/** The forms and the keywords that an input schema has; the keywords are those below its root. */
export function schemaFeatures(root: JsonSchema): Features {
  const forms: SchemaForm[] = [];
  if (rootCombinators.some((keyword) => keyword in root)) forms.push('root combinators');
  if (Object.keys(root).some((keyword) => !plainRoot.has(keyword)))
    forms.push('other root keywords');
  const definitions = Object.values(objectField(root, '$defs') ?? {}) as readonly JsonSchema[];
  const below = [...subschemas(root), ...definitions].map(featuresOf);
  return new Set([...forms, ...below.flatMap((part) => [...part])]);
}

/** Whether a schema is of arrays whose items, or the last of them, have no schema. */
export function lacksItems({ type, prefixItems, items }: JsonSchema): boolean {
  return items === undefined && (prefixItems !== undefined || [type].flat().includes('array'));
}

/** Of a schema and what is below it. Shared parts are read once. */
function featuresOf(schema: JsonSchema): Features {
  const known = features.get(schema);
  if (known !== undefined) return known;
  const own = [...Object.keys(schema), ...formsOf(schema)];
  const below = subschemas(schema).map(featuresOf);
  const found = new Set([...own, ...below.flatMap((part) => [...part])]);
  features.set(schema, found);
  return found;
}

function formsOf(schema: JsonSchema): readonly SchemaForm[] {
  const tests: readonly (readonly [SchemaForm, boolean])[] = [
    ['exclusive bounds', 'exclusiveMinimum' in schema || 'exclusiveMaximum' in schema],
    ['type lists', Array.isArray(schema['type'])],
    ['arrays without items', lacksItems(schema)],
    ['enums beyond texts and numbers', arrayField(schema, 'enum').some(isOther)],
    ['references', '$ref' in schema],
  ];
  return tests.filter(([, holds]) => holds).map(([form]) => form);
}

function isOther(value: unknown): boolean {
  return typeof value !== 'string' && typeof value !== 'number';
}
