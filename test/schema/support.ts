import assert from 'node:assert/strict';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Finding } from '../../src/diagnostics.js';
import type { JsonSchema } from '../../src/model/model.js';
import {
  createSchemaTranslator,
  type SchemaTranslator,
} from '../../src/model/schema/translator.js';
import { lookup } from '../../src/model/reference.js';

export interface Translation {
  readonly schema: JsonSchema;
  readonly codes: readonly string[];
  readonly translator: SchemaTranslator;
}

/** Translates `schema` as the component `Root` of a document with `components` beside it. */
export function translate(
  schema: unknown,
  components: Readonly<Record<string, unknown>> = {},
  openapi = '3.0.3',
): Translation {
  const findings: Finding[] = [];
  const document = { openapi, components: { schemas: { ...components, Root: schema } } };
  const translator = createSchemaTranslator(document, (finding) => findings.push(finding));
  const translation = translator.translate(schema, '/components/schemas/Root');
  return { schema: translation, codes: findings.map(({ code }) => code), translator };
}

/** Compiles a schema as the runtime of a project does. */
export function compile(
  schema: JsonSchema,
  definitions: Iterable<readonly [string, unknown]> = [],
): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true, logger: false });
  addFormats.default(ajv);
  return ajv.compile({ ...schema, $defs: Object.fromEntries(definitions) });
}

export function assertAccepts(schema: JsonSchema, values: readonly unknown[]): void {
  const validate = compile(schema);
  for (const value of values) {
    assert.ok(validate(value), `${JSON.stringify(value)} against ${JSON.stringify(schema)}`);
  }
}

export function assertRefuses(schema: JsonSchema, values: readonly unknown[]): void {
  const validate = compile(schema);
  for (const value of values) {
    assert.ok(!validate(value), `${JSON.stringify(value)} against ${JSON.stringify(schema)}`);
  }
}

/** What stands at a JSON pointer of a schema. */
export function at(schema: unknown, pointer: string): unknown {
  return lookup(schema, `#${pointer}`)?.value;
}
