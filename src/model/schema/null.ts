import type { JsonSchema } from '../model.js';
import { arrayField, isObject } from '../node.js';
import { assertionsOf } from './conjunction.js';
import { typeKeyword, typesOf } from './type.js';
import { withNull } from './values.js';

const inPlaceApplicators: ReadonlySet<string> = new Set([
  '$ref',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'const',
]);

const annotationKeywords = ['title', 'description', 'default', 'deprecated', 'writeOnly'] as const;

/** A schema that accepts null too: OpenAPI 3.0, section 4.7.24.1 (`nullable`). */
export function acceptNull(schema: JsonSchema): JsonSchema {
  const assertions = assertionsOf(schema);
  if (assertions.length === 0 || isNullType(schema)) return schema;
  if (!assertions.some((keyword) => inPlaceApplicators.has(keyword))) return widen(schema);
  const alternatives = schema['anyOf'];
  if (assertions.length === 1 && Array.isArray(alternatives)) {
    const members: readonly unknown[] = alternatives;
    if (members.some((member) => isObject(member) && acceptsNull(member))) return schema;
    return { ...schema, anyOf: [...members, { type: 'null' }] };
  }
  const annotations: Record<string, unknown> = {};
  const rest: Record<string, unknown> = { ...schema };
  for (const keyword of annotationKeywords) {
    if (!(keyword in rest)) continue;
    annotations[keyword] = rest[keyword];
    Reflect.deleteProperty(rest, keyword);
  }
  return { ...annotations, anyOf: [rest, { type: 'null' }] };
}

/** Whether a schema of the document stands for null and nothing else. */
export function isNullType(schema: JsonSchema): boolean {
  const { type, enum: values } = schema;
  if (type !== undefined) return type === 'null';
  return Array.isArray(values) && values.length === 1 && values[0] === null;
}

function widen(schema: JsonSchema): JsonSchema {
  const types = typesOf(schema['type']);
  const values = arrayField(schema, 'enum');
  return {
    ...schema,
    ...(types !== undefined && { type: typeKeyword(withNull(types)) }),
    ...(values.length > 0 && !values.includes(null) && { enum: [...values, null] }),
  };
}

function acceptsNull(schema: JsonSchema): boolean {
  return typesOf(schema['type'])?.includes('null') ?? assertionsOf(schema).length === 0;
}
