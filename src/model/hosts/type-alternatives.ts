import type { JsonSchema } from '../model.js';
import { arrayField } from '../node.js';
import { isOfType, typesOf, type JsonType } from '../schema/type.js';

/** What a keyword says something about. */
const typesOfKeyword: ReadonlyMap<string, readonly JsonType[]> = new Map(
  Object.entries({
    string: 'minLength maxLength pattern contentEncoding contentMediaType',
    number: 'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf',
    array:
      'items prefixItems contains minContains maxContains minItems maxItems uniqueItems unevaluatedItems',
    object:
      'properties required additionalProperties patternProperties propertyNames minProperties maxProperties dependentRequired dependentSchemas unevaluatedProperties',
  }).flatMap(([type, keywords]) =>
    keywords
      .split(' ')
      .map((keyword): [string, readonly JsonType[]] => [
        keyword,
        type === 'number' ? ['number', 'integer'] : [type as JsonType],
      ]),
  ),
);

const annotations: ReadonlySet<string> = new Set([
  ...['title', 'description', 'default', 'examples'],
  ...['deprecated', 'readOnly', 'writeOnly'],
]);

/** What `alternativesOf` tells apart itself. */
const split: ReadonlySet<string> = new Set(['type', 'enum', 'format']);

/** The widest first: what is sampled and read first is what a value usually is. */
const order = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'] as const;

/**
 * A schema with a list of types as alternatives of one type each; the same schema if it has no such list, or has
 * keywords that cannot be told apart by type.
 */
export function splitTypes(schema: JsonSchema): JsonSchema {
  const { type, format } = schema;
  const keywords = Object.keys(schema).filter((keyword) => !split.has(keyword));
  const known = keywords.every(
    (keyword) => annotations.has(keyword) || typesOfKeyword.has(keyword),
  );
  if (!Array.isArray(type) || !known) return schema;
  const types = typesOf(type) ?? [];
  const alternatives = order.flatMap((each) =>
    types.includes(each) ? alternativesOf(schema, each) : [],
  );
  const noted = pick(schema, (keyword) => annotations.has(keyword));
  // What a file is recognised by.
  const kept = format === 'binary' ? { format, ...noted } : noted;
  const [only, ...others] = alternatives;
  if (only === undefined) return schema;
  return others.length === 0 ? { ...only, ...kept } : { ...kept, anyOf: alternatives };
}

/** The schema as it is for values of one type; none if its values are listed and none is of the type. */
function alternativesOf(schema: JsonSchema, type: JsonType): readonly JsonSchema[] {
  const listed = arrayField(schema, 'enum');
  const values = listed.filter((value) => isOfType(value, [type]));
  if (listed.length > 0 && values.length === 0) return [];
  const { format } = schema;
  const formatted = format === 'binary' || ['string', 'number', 'integer'].includes(type);
  return [
    {
      type,
      ...(values.length > 0 && type !== 'null' && { enum: values }),
      ...(format !== undefined && formatted && { format }),
      ...pick(schema, (keyword) => typesOfKeyword.get(keyword)?.includes(type) === true),
    },
  ];
}

function pick(schema: JsonSchema, keep: (keyword: string) => boolean): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => keep(keyword)));
}
