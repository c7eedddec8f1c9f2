import type { Arguments } from './custom.js';
import { declaredTypes } from './request/schema-places.js';
import type { InputSchema, JsonSchema } from './tool.js';
import type { UriVariables } from './uri-template.js';

/** The arguments that a URI's variables stand for, in the types of the input schema. */
export function resourceArguments(schema: InputSchema, variables: UriVariables): Arguments {
  const names = new Map(
    Object.keys(schema.properties ?? {}).map((name) => [name.replaceAll('-', '_'), name]),
  );
  return Object.fromEntries(
    Object.entries(variables).map(([variable, items]) => {
      const name = names.get(variable) ?? variable;
      return [name, typed(items, schema.properties?.[name] ?? {})];
    }),
  );
}

/** Text that is not of the type stays text: validation says what is wrong with it. */
function typed(items: readonly string[], schema: JsonSchema): unknown {
  const alternatives = [schema, ...[schema['anyOf']].flat().filter(isSchema)];
  const list = alternatives.find(({ type }) => [type].flat().includes('array'));
  if (list === undefined) return scalar(items.join(','), schema);
  const item = list['items'];
  return items.map((text) => scalar(text, isSchema(item) ? item : {}));
}

function scalar(text: string, schema: JsonSchema): unknown {
  const types = declaredTypes(schema);
  if (types.includes('string')) return text;
  const numeric = types.includes('integer') || types.includes('number');
  if (numeric && /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) return Number(text);
  if (types.includes('boolean') && /^(?:true|false)$/.test(text)) return text === 'true';
  return text;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
