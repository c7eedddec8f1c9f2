import { argumentProblems } from '../../src/runtime/arguments.js';
import type { Arguments } from '../../src/runtime/custom.js';
import type { InputSchema, JsonSchema, Tool } from '../../src/runtime/tool.js';

/** Text that is valid for a format. */
const formats: Readonly<Record<string, string>> = {
  byte: 'dGVzdA==',
  date: '2024-01-31',
  'date-time': '2024-01-31T12:00:00Z',
  duration: 'P1D',
  email: 'a@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  time: '12:00:00Z',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  uuid: '123e4567-e89b-42d3-a456-426614174000',
};

/** The required arguments of a tool, or undefined if no simple value satisfies the schema. */
export function sampleArguments(tool: Tool): Arguments | undefined {
  const args = sampleObject(tool.inputSchema, tool.inputSchema, 0);
  return argumentProblems(tool.inputSchema, args).length === 0 ? args : undefined;
}

/** An argument that is an empty object or list would leave nothing in a path or a query. */
function sampleObject(schema: JsonSchema, root: InputSchema, depth: number): Arguments {
  const properties = isSchema(schema['properties']) ? schema['properties'] : {};
  const required: readonly string[] = Array.isArray(schema['required']) ? schema['required'] : [];
  const names =
    required.length === 0 && depth === 1 ? Object.keys(properties).slice(0, 1) : required;
  return Object.fromEntries(names.map((name) => [name, sample(properties[name], root, depth + 1)]));
}

function sample(schema: unknown, root: InputSchema, depth: number): unknown {
  if (!isSchema(schema) || depth > 10) return 'sample';
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  if ('default' in schema) return schema['default'];
  if (typeof schema['$ref'] === 'string') {
    const definitions = isSchema(root['$defs']) ? root['$defs'] : {};
    return sample(definitions[schema['$ref'].replace('#/$defs/', '')], root, depth + 1);
  }
  for (const keyword of ['anyOf', 'oneOf', 'allOf']) {
    const branches = schema[keyword];
    if (Array.isArray(branches))
      return sample({ ...schema, [keyword]: undefined, ...branches[0] }, root, depth + 1);
  }
  return sampleTyped([schema['type']].flat()[0], schema, root, depth);
}

function sampleTyped(type: unknown, schema: JsonSchema, root: InputSchema, depth: number): unknown {
  const size = (keyword: string): number =>
    typeof schema[keyword] === 'number' ? schema[keyword] : 0;
  switch (type) {
    case 'object':
      return sampleObject(schema, root, depth);
    case 'array': {
      const length = Math.max(size('minItems'), depth === 1 ? 1 : 0);
      return Array.from({ length }, () => sample(schema['items'], root, depth + 1));
    }
    case 'integer':
    case 'number':
      return Math.max(Math.ceil(size('minimum')), Math.min(1, Math.floor(size('maximum') || 1)));
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return (
        formats[String(schema['format'])] ??
        'sample'.padEnd(size('minLength'), 'x').slice(0, size('maxLength') || undefined)
      );
  }
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
