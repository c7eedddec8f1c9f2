import { child, isObject, parseFragment, type JsonObject } from './json.js';

/** How OpenAPI writes what Swagger 2.0 has as `collectionFormat`; `multi` is the usual way, tabs cannot be had. */
const encodings: Readonly<Record<string, JsonObject>> = {
  csv: { style: 'form', explode: false },
  ssv: { style: 'spaceDelimited', explode: false },
  pipes: { style: 'pipeDelimited', explode: false },
};

/**
 * Gives the forms of a converted description what swagger2openapi loses of Swagger 2.0: a form with a required field
 * is required, whichever field that is, and lists are written by their `collectionFormat`, commas by default.
 */
export function completeForms(swagger: JsonObject, document: JsonObject): void {
  for (const [path, item] of Object.entries(asObject(swagger['paths']))) {
    for (const [method, operation] of Object.entries(asObject(item))) {
      const converted = child(child(document['paths'], path), method);
      if (!isObject(converted) || !isObject(operation)) continue;
      const fields = [...listOf(item, 'parameters'), ...listOf(operation, 'parameters')]
        .map((parameter) => resolve(swagger, parameter))
        .filter((parameter) => child(parameter, 'in') === 'formData');
      if (fields.length > 0) completeForm(document, converted, fields);
    }
  }
}

/** Swagger2openapi loses the body that a path item has for all its operations where one has no list of its own. */
export function withParameterLists(swagger: JsonObject): JsonObject {
  if (!isObject(swagger['paths'])) return swagger;
  const paths = Object.entries(swagger['paths']).map(([path, item]): [string, unknown] => {
    if (listOf(item, 'parameters').length === 0) return [path, item];
    const members = Object.entries(asObject(item)).map(([key, member]): [string, unknown] => [
      key,
      isObject(member) ? { parameters: [], ...member } : member,
    ]);
    return [path, Object.fromEntries(members)];
  });
  return { ...swagger, paths: Object.fromEntries(paths) };
}

/** Operations may share a body: this one gets its own. */
function completeForm(
  document: JsonObject,
  operation: JsonObject,
  fields: readonly unknown[],
): void {
  const body = asObject(resolve(document, operation['requestBody']));
  const isRequired = fields.some((field) => child(field, 'required') === true);
  const encoding = Object.fromEntries(fields.flatMap(encodingOf));
  const content = Object.entries(asObject(body['content'])).map(
    ([type, media]): [string, unknown] => [
      type,
      Object.keys(encoding).length === 0 ? media : { ...asObject(media), encoding },
    ],
  );
  if (content.length === 0) return;
  operation['requestBody'] = {
    ...body,
    ...(isRequired && { required: true }),
    content: Object.fromEntries(content),
  };
}

function encodingOf(field: unknown): readonly (readonly [string, JsonObject])[] {
  const name = child(field, 'name');
  const format = child(field, 'collectionFormat') ?? 'csv';
  if (child(field, 'type') !== 'array' || typeof name !== 'string') return [];
  const encoding = typeof format === 'string' ? child(encodings, format) : undefined;
  return isObject(encoding) ? [[name, encoding]] : [];
}

function resolve(document: JsonObject, node: unknown): unknown {
  const ref = child(node, '$ref');
  if (typeof ref !== 'string' || !ref.startsWith('#/')) return node;
  return parseFragment(ref.slice(1)).reduce<unknown>(child, document);
}

function listOf(node: unknown, key: string): readonly unknown[] {
  const list = child(node, key);
  return Array.isArray(list) ? list : [];
}

function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
