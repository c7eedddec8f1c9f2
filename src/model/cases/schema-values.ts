import type { JsonSchema } from '../model.js';
import type { Sampler } from './sampler.js';
import { skeleton } from './skeleton.js';
import { createAccepts, type Accepts } from './validator.js';

/** What can be given for a schema. */
export interface SchemaValues {
  readonly accepts: Accepts;
  /** Made from the schema, valid or not; always the same. */
  readonly sample: () => unknown;
  /** The sample if it is valid, else undefined. */
  readonly validSample: () => unknown;
}

/** Finds the values of a schema; `definitions` are what its references lead to. */
export type ValuesOf = (schema: JsonSchema, definitions: object | undefined) => SchemaValues;

/** Arguments of different tools often have the same schema: its values are found once. */
export function createValuesOf(sampler: Sampler): ValuesOf {
  const known = new Map<string, SchemaValues>();
  /** Of schemas without definitions: a component is one object, and printing it is what takes the time. */
  const knownObjects = new WeakMap<JsonSchema, SchemaValues>();

  const find = (text: string): SchemaValues => {
    const schema = JSON.parse(text) as JsonSchema;
    const accepts = createAccepts(schema);
    const sample = once(() => {
      const options = { quiet: true, maxSampleDepth: 50 };
      return copyOf(sampler.sample(skeleton(schema, schema['$defs']), options));
    });
    return { accepts, sample, validSample: once(() => [sample()].find(accepts)) };
  };

  const sameText = (schema: JsonSchema): SchemaValues => {
    const text = JSON.stringify(schema);
    const values = known.get(text) ?? find(text);
    known.set(text, values);
    return values;
  };

  return (schema, $defs) => {
    if ($defs !== undefined) return sameText({ ...schema, $defs });
    const values = knownObjects.get(schema) ?? sameText(schema);
    knownObjects.set(schema, values);
    return values;
  };
}

function once(find: () => unknown): () => unknown {
  let found: { readonly value: unknown } | undefined;
  return () => (found ??= { value: find() }).value;
}

/** The library lets parts of samples be the schema's own, and makes undefined of what it cannot sample. */
function copyOf(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
