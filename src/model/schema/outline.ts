import type { JsonSchema } from '../model.js';
import { arrayField, field, isObject } from '../node.js';
import { plainText } from '../text.js';
import { definitionName, definitionNames, jsonBytes } from './size.js';
import { mapSubschemas } from './subschemas.js';
import type { Definitions } from './translator.js';
import { typesOf } from './type.js';

/** Said in the description of a part that accepts more than the API does. */
export const simplified = 'Simplified: its structure is left out.';

const conditionBytes = 300;

/** Keywords that could refuse valid values when a schema below them accepts more. */
const conditions: ReadonlySet<string> = new Set([
  'not',
  'if',
  'then',
  'else',
  'contains',
  'minContains',
  'maxContains',
  'propertyNames',
  'dependentSchemas',
  'unevaluatedItems',
  'unevaluatedProperties',
]);

/** The forms that a schema can have within a budget; every one accepts whatever the schema accepts. */
export interface Outline {
  /** The type and a short description, or the schema itself if that is no longer. */
  readonly stub: (schema: JsonSchema) => JsonSchema;
  /** The schema itself over stubs of what is directly below it. */
  readonly shell: (schema: JsonSchema) => JsonSchema;
  /** The schema itself over `parts`, in the order of `partsOf`. */
  readonly assemble: (schema: JsonSchema, parts: readonly JsonSchema[]) => JsonSchema;
  readonly partsOf: (schema: JsonSchema) => readonly OutlinePart[];
}

export interface OutlinePart {
  readonly schema: JsonSchema;
  readonly path: readonly string[];
  readonly required: boolean;
}

/** Outlines in which descriptions have at most `limit` characters. */
export function createOutline(definitions: Definitions, limit: number): Outline {
  const stubs = new WeakMap<JsonSchema, JsonSchema>();
  const shells = new WeakMap<JsonSchema, JsonSchema>();

  const stub = (schema: JsonSchema): JsonSchema => {
    const known = stubs.get(schema);
    if (known !== undefined) return known;
    const open = openSchema(schema, definitions, limit);
    const whole = definitionNames(schema).size === 0 && jsonBytes(schema) <= jsonBytes(open);
    const result = whole ? schema : open;
    stubs.set(schema, result);
    return result;
  };

  const shell = (schema: JsonSchema): JsonSchema => {
    const known = shells.get(schema);
    if (known !== undefined) return known;
    const result = mapParts(trim(schema, limit), stub);
    shells.set(schema, result);
    return result;
  };

  return {
    stub,
    shell,
    assemble: (schema, parts) => {
      let index = 0;
      const trimmed = trim(schema, limit);
      const result = mapParts(trimmed, (part) => parts[index++] ?? part);
      return result === trimmed ? result : withOverlap(result);
    },
    partsOf: (schema) => {
      const parts: OutlinePart[] = [];
      const required = arrayField(schema, 'required');
      mapParts(trim(schema, limit), (part, path) => {
        const [keyword, name] = path;
        const optional =
          keyword === 'additionalProperties' ||
          keyword === 'patternProperties' ||
          (keyword === 'properties' && !required.includes(name));
        parts.push({ schema: part, path: path.filter(isText), required: !optional });
        return part;
      });
      return parts;
    },
  };
}

function openSchema(schema: JsonSchema, definitions: Definitions, limit: number): JsonSchema {
  const name = definitionName(schema);
  const target = name === undefined ? undefined : definitions.get(name);
  const type = schema['type'] ?? target?.['type'];
  const text = field(schema, 'description') ?? field(target, 'description');
  const described = typeof text === 'string' ? plainText(text, limit) : '';
  return {
    ...(type !== undefined && { type }),
    // What a file is recognised by.
    ...(schema['format'] === 'binary' && { format: 'binary' }),
    ...(limit > 0 && { description: `${described} ${simplified}`.trim() }),
    ...(typesOf(type)?.includes('array') === true && { items: openItems(schema) }),
  };
}

function openItems({ items }: JsonSchema): JsonSchema {
  const { type, format } = isObject(items) ? items : {};
  return format === 'binary' ? { type, format } : {};
}

/** Cuts the description and leaves out conditions that are long or that simpler parts would falsify. */
function trim(schema: JsonSchema, limit: number): JsonSchema {
  const { description } = schema;
  const long = typeof description === 'string' && description.length > limit;
  const rest = Object.fromEntries(
    Object.entries(schema).filter(([keyword]) => conditions.has(keyword)),
  );
  const drops =
    'unevaluatedItems' in rest ||
    'unevaluatedProperties' in rest ||
    jsonBytes(rest) > conditionBytes ||
    definitionNames(rest).size > 0;
  if (!long && !drops) return schema;
  const kept = Object.entries(schema).filter(
    ([keyword]) =>
      !(drops && conditions.has(keyword)) && !(long && limit === 0 && keyword === 'description'),
  );
  return {
    ...Object.fromEntries(kept),
    ...(long && limit > 0 && { description: plainText(description, limit) }),
  };
}

function mapParts(
  schema: JsonSchema,
  change: (part: JsonSchema, path: readonly [string, string?]) => JsonSchema,
): JsonSchema {
  return mapSubschemas(schema, (part, path) =>
    conditions.has(path[0]) ? part : change(part, path),
  );
}

/** Simplified alternatives may overlap. */
function withOverlap(schema: JsonSchema): JsonSchema {
  if (!('oneOf' in schema)) return schema;
  const { oneOf, ...rest } = schema;
  return 'anyOf' in rest ? rest : { ...rest, anyOf: oneOf };
}

function isText(value: string | undefined): value is string {
  return value !== undefined;
}
