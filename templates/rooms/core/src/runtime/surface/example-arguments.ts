import { argumentProblems } from '../arguments.js';
import type { Arguments } from '../custom.js';
import type { InputSchema, JsonSchema } from '../tool.js';

/** Levels of objects that an example shows. */
const DEEPEST = 6;

const formats: Readonly<Record<string, string>> = {
  date: '2026-01-31',
  'date-time': '2026-01-31T12:00:00Z',
  time: '12:00:00Z',
  email: 'user@example.com',
  uri: 'https://example.com',
  uuid: '123e4567-e89b-12d3-a456-426614174000',
};

/** Values for the required arguments; undefined if no valid ones are found. */
export function exampleArguments(schema: InputSchema): Arguments | undefined {
  const example = exampleObject(schema, DEEPEST);
  return argumentProblems(schema, example).length === 0 ? example : undefined;
}

function exampleObject(schema: JsonSchema, depth: number): Arguments {
  const { properties, required = [] } = schema as Partial<InputSchema>;
  return Object.fromEntries(
    required.map((name) => [name, exampleOf(properties?.[name] ?? {}, name, depth - 1)]),
  );
}

/** What the schema shows itself, or else something of its type; a text is `<name>`. */
function exampleOf(schema: JsonSchema, name: string, depth: number): unknown {
  const { examples, enum: values, const: constant, anyOf, oneOf } = schema;
  for (const shown of [examples, values]) {
    if (Array.isArray(shown) && shown.length > 0) return shown[0] as unknown;
  }
  if ('default' in schema) return schema['default'];
  if (constant !== undefined) return constant;
  const [alternative] = [anyOf, oneOf].filter(Array.isArray).flat() as readonly JsonSchema[];
  if (alternative !== undefined) return exampleOf(alternative, name, depth);
  return exampleOfType(schema, name, depth);
}

function exampleOfType(schema: JsonSchema, name: string, depth: number): unknown {
  const { type, items, format, minimum } = schema;
  switch (Array.isArray(type) ? (type[0] as unknown) : type) {
    case 'object':
      return depth > 0 ? exampleObject(schema, depth) : {};
    case 'array':
      return depth > 0 ? [exampleOf((items ?? {}) as JsonSchema, name, depth - 1)] : [];
    case 'integer':
    case 'number':
      return typeof minimum === 'number' ? minimum : 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return formats[String(format)] ?? `<${name}>`;
  }
}
