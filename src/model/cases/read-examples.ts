import { field, isObject, objectField, type JsonObject } from '../node.js';
import type { Resolver } from '../reference.js';
import { createSchemaExamples } from './schema-example.js';

const mostExamples = 3;

/** The values that a document shows for what a caller sends; unchecked, the most telling first, a few at most. */
export interface ExampleReader {
  /** Of a parameter (OpenAPI 3.1, section 4.8.12) or its `content`, and of its schema. */
  readonly ofParameter: (node: JsonObject, schema: unknown) => readonly unknown[];
  /** Of a media type object (OpenAPI 3.1, section 4.8.14) and its schema. */
  readonly ofMediaType: (node: JsonObject) => readonly unknown[];
  /** Of the properties of bodies, by name. */
  readonly ofProperties: (bodies: readonly unknown[], name: string) => readonly unknown[];
}

/** `resolve` says nothing of references that lead nowhere: an example is not worth a warning. */
export function createExampleReader(resolve: Resolver): ExampleReader {
  const ofSchema = createSchemaExamples(resolve);

  const ownExamples = (node: JsonObject): readonly unknown[] => {
    const named = Object.values(objectField(node, 'examples') ?? {});
    return [
      field(node, 'example'),
      ...named.slice(0, mostExamples).map((named) => field(resolve(named, '')?.value, 'value')),
    ];
  };

  const ofMediaType = (node: JsonObject): readonly unknown[] =>
    few([...ownExamples(node), ofSchema(node['schema'])]);

  return {
    ofMediaType,
    ofParameter: (node, schema) => {
      const [content] = Object.values(objectField(node, 'content') ?? {});
      const inContent = isObject(content) ? ownExamples(content) : [];
      return few([...ownExamples(node), ...inContent, ofSchema(schema)]);
    },
    ofProperties: (bodies, name) => few(bodies.map((body) => field(body, name))),
  };
}

function few(values: readonly unknown[]): readonly unknown[] {
  return values.filter((value) => value !== undefined).slice(0, mostExamples);
}
