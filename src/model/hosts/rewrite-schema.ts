import type { InputSchema, JsonSchema } from '../model.js';
import { isObject } from '../node.js';
import { mapSubschemas } from '../schema/subschemas.js';
import type { SchemaForm } from './host.js';
import { lacksItems } from './schema-forms.js';
import { splitTypes } from './type-alternatives.js';

/** Writes schemas without certain forms; what it gives accepts exactly what the schema accepts. */
export interface SchemaRewriter {
  /** Of a tool; forms that have no equal stay. */
  readonly inputSchema: (schema: InputSchema) => InputSchema;
  /** Of a part that several tools share: the same object for the same object. */
  readonly part: (schema: JsonSchema) => JsonSchema;
}

/** Keywords whose schemas are applied to the very value that the schema around them is applied to. */
const inPlace: ReadonlySet<string> = new Set([
  ...['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas'],
]);

/** A rewriter that avoids `forms` as far as it loses nothing. */
export function createSchemaRewriter(forms: ReadonlySet<SchemaForm>): SchemaRewriter {
  const rewritten = new WeakMap<JsonSchema, JsonSchema>();
  const completed = new WeakMap<JsonSchema, JsonSchema>();

  const complete = (schema: JsonSchema): JsonSchema => {
    const open = lacksItems(schema) && schema['unevaluatedItems'] === undefined;
    if (!forms.has('arrays without items') || !open) return schema;
    const known = completed.get(schema) ?? { ...schema, items: {} };
    completed.set(schema, known);
    return known;
  };

  const rewrite = (schema: JsonSchema): JsonSchema => {
    const known = rewritten.get(schema);
    if (known !== undefined) return known;
    const mapped = mapSubschemas(schema, (part, [keyword]) =>
      // `items` would hide items from an `unevaluatedItems` around it.
      rewrite(inPlace.has(keyword) ? part : complete(part)),
    );
    const result = reform(mapped, forms);
    rewritten.set(schema, result);
    return result;
  };

  const root = (schema: InputSchema): InputSchema => {
    const { $defs } = schema;
    const mapped = mapSubschemas(schema, (part) => rewrite(complete(part)));
    const definitions = isObject($defs)
      ? Object.entries($defs).map(([name, part]) => [name, isObject(part) ? rewrite(part) : part])
      : [];
    return {
      ...mapped,
      type: 'object',
      ...(definitions.length > 0 && { $defs: Object.fromEntries(definitions) }),
    };
  };

  return { inputSchema: root, part: (schema) => rewrite(complete(schema)) };
}

function reform(schema: JsonSchema, forms: ReadonlySet<SchemaForm>): JsonSchema {
  const listed = forms.has('const') ? withoutConst(schema) : schema;
  const typed = forms.has('type lists') ? splitTypes(listed) : listed;
  if (!forms.has('exclusive bounds')) return typed;
  const { anyOf } = typed;
  // The alternatives that came of a list of types are schemas of their own.
  return typed !== listed && Array.isArray(anyOf)
    ? {
        ...typed,
        anyOf: anyOf.map((part: unknown) => (isObject(part) ? withinBounds(part) : part)),
      }
    : withinBounds(typed);
}

/** JSON Schema 2020-12, validation, section 6.1.3: `const` is an `enum` of one value. */
function withoutConst(schema: JsonSchema): JsonSchema {
  if (!('const' in schema) || 'enum' in schema) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) =>
      keyword === 'const' ? ['enum', [value]] : [keyword, value],
    ),
  );
}

/** Of integers, what is above 2 is at least 3. */
function withinBounds(schema: JsonSchema): JsonSchema {
  if (schema['type'] !== 'integer') return schema;
  const { exclusiveMinimum: above, exclusiveMaximum: below, ...rest } = schema;
  const low = typeof above === 'number' ? Math.floor(above) + 1 : undefined;
  const high = typeof below === 'number' ? Math.ceil(below) - 1 : undefined;
  if (low === undefined && high === undefined) return schema;
  if (![low ?? 0, high ?? 0].every(Number.isSafeInteger)) return schema;
  const { minimum, maximum } = rest;
  return {
    ...rest,
    ...(low !== undefined && {
      minimum: typeof minimum === 'number' ? Math.max(minimum, low) : low,
    }),
    ...(high !== undefined && {
      maximum: typeof maximum === 'number' ? Math.min(maximum, high) : high,
    }),
  };
}
