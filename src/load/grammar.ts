/**
 * Where references may stand: OpenAPI 3.0 to 3.2 and Swagger 2.0 as far as they describe requests
 * and responses. A `$ref` anywhere else (in examples, defaults, enums, extensions) is data.
 */
export type Kind =
  | 'document'
  | 'components'
  | 'pathItem'
  | 'operation'
  | 'parameter'
  | 'requestBody'
  | 'response'
  | 'header'
  | 'mediaType'
  | 'schema'
  | 'securityScheme';

/** What stands at a place: an object of a kind, or a map or list of such. */
export type Shape =
  | { readonly is: 'object'; readonly kind: Kind }
  | { readonly is: 'map' | 'list'; readonly of: Kind };

const one = (kind: Kind): Shape => ({ is: 'object', kind });
const map = (of: Kind): Shape => ({ is: 'map', of });
const list = (of: Kind): Shape => ({ is: 'list', of });

/** What a source as a whole is. */
export const documentShape: Shape = one('document');

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];
const sections = {
  schemas: map('schema'),
  parameters: map('parameter'),
  requestBodies: map('requestBody'),
  responses: map('response'),
  headers: map('header'),
  securitySchemes: map('securityScheme'),
  pathItems: map('pathItem'),
  mediaTypes: map('mediaType'),
};
const carrier = {
  schema: one('schema'),
  content: map('mediaType'),
  items: one('schema'),
};

/** The fields of each kind that may hold or lead to references. */
export const grammar: Readonly<Record<Kind, Readonly<Record<string, Shape>>>> = {
  document: {
    components: one('components'),
    definitions: map('schema'),
    parameters: map('parameter'),
    responses: map('response'),
    securityDefinitions: map('securityScheme'),
    paths: map('pathItem'),
    'x-ms-paths': map('pathItem'),
  },
  components: sections,
  pathItem: {
    parameters: list('parameter'),
    additionalOperations: map('operation'),
    ...Object.fromEntries(methods.map((method) => [method, one('operation')])),
  },
  operation: {
    parameters: list('parameter'),
    requestBody: one('requestBody'),
    responses: map('response'),
  },
  parameter: carrier,
  requestBody: carrier,
  header: carrier,
  response: { ...carrier, headers: map('header') },
  mediaType: { schema: one('schema'), itemSchema: one('schema') },
  schema: {
    ...Object.fromEntries(
      ['properties', 'patternProperties', 'definitions', '$defs', 'dependentSchemas'].map(
        (keyword) => [keyword, map('schema')],
      ),
    ),
    ...Object.fromEntries(
      ['allOf', 'anyOf', 'oneOf', 'prefixItems'].map((keyword) => [keyword, list('schema')]),
    ),
    ...Object.fromEntries(
      [
        'items',
        'additionalItems',
        'additionalProperties',
        'unevaluatedItems',
        'unevaluatedProperties',
        'propertyNames',
        'contains',
        'not',
        'if',
        'then',
        'else',
      ].map((keyword) => [keyword, one('schema')]),
    ),
  },
  securityScheme: {},
};

/** Where a referenced object of a kind is put, as the tokens of a pointer; none: it stays where it is used. */
export function sectionOf(kind: Kind, swagger: boolean): readonly string[] | undefined {
  if (swagger) return swaggerSections[kind];
  const name = Object.entries(sections).find(
    ([, shape]) => shape.is === 'map' && shape.of === kind,
  );
  return name === undefined || kind === 'pathItem' || kind === 'mediaType'
    ? undefined
    : ['components', name[0]];
}

const swaggerSections: Partial<Record<Kind, readonly string[]>> = {
  schema: ['definitions'],
  parameter: ['parameters'],
  response: ['responses'],
};
