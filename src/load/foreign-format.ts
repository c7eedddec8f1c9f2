import { child, isObject, type JsonObject } from './json.js';

/** Something that is no API description, and what to do when there is a way. */
export interface ForeignFormat {
  readonly what: string;
  readonly help?: string;
}

/** Names the format of a text that is not JSON or YAML, as far as it shows at its beginning. */
export function foreignText(text: string): string | undefined {
  const start = text.slice(0, 4096).trimStart();
  return texts.find(([pattern]) => pattern.test(start))?.[1];
}

const texts: readonly (readonly [RegExp, string])[] = [
  [/^<!doctype html|^<html/i, 'a web page (HTML)'],
  [/^<\?xml|^<[\w:]+[\s>]/, 'XML'],
  [/^#%RAML/, 'RAML'],
  [/^FORMAT: *1A/, 'API Blueprint'],
  [/^syntax *= *"proto/, 'a Protocol Buffers file'],
  [
    /^(?:"""[^]*?"""\s*|#.*\s*)*(?:schema|type|interface|enum|union|input|scalar|directive|extend)\b[^:\n]*[{@=\n]/,
    'a GraphQL schema',
  ],
];

/** Names the format of a document by the fields that are peculiar to it. */
export function foreignFormat(document: JsonObject): ForeignFormat | undefined {
  return documents.find(({ is }) => is(document));
}

const has =
  (...keys: readonly string[]) =>
  (document: JsonObject): boolean =>
    keys.every((key) => Object.hasOwn(document, key));

const documents: readonly (ForeignFormat & { readonly is: (document: JsonObject) => boolean })[] = [
  {
    is: ({ info }) =>
      child(info, '_postman_id') !== undefined ||
      String(child(info, 'schema')).includes('getpostman.com'),
    what: 'a Postman collection',
    help: 'Convert it first, for example: npx postman-to-openapi collection.json -o openapi.yaml',
  },
  {
    is: ({ __schema, data }) => isObject(__schema) || isObject(child(data, '__schema')),
    what: 'a GraphQL introspection result',
  },
  { is: has('asyncapi'), what: 'an AsyncAPI document' },
  { is: has('openrpc'), what: 'an OpenRPC document' },
  { is: has('arazzo'), what: 'an Arazzo document' },
  { is: has('overlay'), what: 'an OpenAPI Overlay' },
  {
    is: has('discoveryVersion'),
    what: 'a Google discovery document',
    help: 'Use the OpenAPI version of it from https://api.apis.guru.',
  },
  { is: ({ log }) => child(log, 'entries') !== undefined, what: 'an HTTP archive (HAR)' },
  { is: has('apiVersion', 'kind'), what: 'a Kubernetes manifest' },
  { is: ({ _type }) => _type === 'export', what: 'an Insomnia export' },
  {
    is: (document) =>
      Object.hasOwn(document, '$schema') &&
      !has('endpoints')(document) &&
      !has('source')(document) &&
      !has('openapi')(document) &&
      !has('swagger')(document),
    what: 'a JSON Schema',
  },
  { is: has('name', 'version', 'dependencies'), what: 'a package.json' },
];
