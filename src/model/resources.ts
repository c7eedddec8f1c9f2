import type { Report } from '../diagnostics.js';
import type { ApiResource, JsonSchema, Tool } from './model.js';
import { isObject } from './node.js';
import type { Operation } from './operation.js';
import type { ParameterInput } from './request/parameters.js';

/** An argument of a read: a parameter with its final name and schema. */
export interface ReadArgument {
  readonly input: ParameterInput;
  readonly name: string;
  readonly schema: JsonSchema;
}

/** What a resource is made from. */
export interface Readable {
  readonly operation: Operation;
  readonly tool: Tool;
  readonly arguments: readonly ReadArgument[];
  readonly bodyRequired: boolean;
  readonly mimeType: string | undefined;
}

/**
 * The resource of a safe GET whose required inputs are all in path and query, with the URI
 * `<scheme>://api/<path>{?a,b}`; undefined for every other operation.
 */
export function makeResource(readable: Readable, scheme: string): ApiResource | undefined {
  const { operation, tool } = readable;
  if (operation.method !== 'GET' || !tool.annotations.readOnlyHint || readable.bodyRequired) {
    return undefined;
  }
  const usable = readable.arguments.filter(isVariable);
  const required = readable.arguments.filter(({ input }) => input.required);
  if (!required.every((argument) => usable.includes(argument))) return undefined;
  const variables = usable.map(({ name }) => variableName(name));
  if (!variables.every(isVariableName) || new Set(variables).size < variables.length) {
    return undefined;
  }
  return {
    uri: `${scheme}://api${uriPath(operation, usable)}`,
    name: tool.name,
    ...(tool.title !== undefined && { title: tool.title }),
    description: tool.description,
    ...(readable.mimeType !== undefined && { mimeType: readable.mimeType }),
    tool: tool.name,
  };
}

/** Keeps one of the resources whose URIs differ in nothing but the names of variables: the first by tool name. */
export function withUniqueUris(
  resources: readonly { readonly resource: ApiResource; readonly pointer: string }[],
  report: Report,
): readonly ApiResource[] {
  const byShape = new Map<string, ApiResource>();
  for (const { resource, pointer } of resources) {
    const shape = resource.uri.replace(/\{[?&][^{}]*\}$/, '').replaceAll(/\{[^{}]*\}/g, '{}');
    const first = byShape.get(shape);
    if (first === undefined) {
      byShape.set(shape, resource);
      continue;
    }
    const message = `${resource.name} is no resource: its URI could not be told from that of ${first.name}.`;
    report({ code: 'MG231', severity: 'info', message, pointer });
  }
  return [...byShape.values()];
}

/** Path and query only, as one text or as texts between commas. */
function isVariable({ input, schema }: ReadArgument): boolean {
  if (input.in !== 'path' && input.in !== 'query') return false;
  return input.serialisation.contentType === undefined && isFlat(schema);
}

function isFlat(schema: JsonSchema): boolean {
  const types = [schema['type']].flat();
  const structured = ['$ref', 'properties', 'anyOf', 'oneOf', 'allOf'];
  if (types.includes('object') || structured.some((keyword) => Object.hasOwn(schema, keyword))) {
    return false;
  }
  const items = schema['items'];
  return !isObject(items) || (!Object.hasOwn(items, 'items') && isFlat(items));
}

/** Names in URI templates have no hyphen (RFC 6570, section 2.3). */
function variableName(argument: string): string {
  return argument.replaceAll('-', '_');
}

/** RFC 6570, section 2.3: `.format` would be an operator. */
function isVariableName(name: string): boolean {
  return /^\w+(\.\w+)*$/.test(name);
}

function uriPath({ route }: Operation, usable: readonly ReadArgument[]): string {
  const [path = '', fixedQuery] = route.template.split('?', 2);
  const names = new Map(
    usable.map(({ input, name }) => [`${input.in}:${input.name}`, variableName(name)]),
  );
  const encoded = path
    .split(/(\{[^{}]+\})/)
    .map((part) => {
      const variable = names.get(`path:${part.slice(1, -1)}`);
      return variable === undefined || !part.startsWith('{') ? encodePath(part) : `{${variable}}`;
    })
    .join('');
  const fragment = route.fragment === undefined ? '' : encodeURIComponent(route.fragment);
  const separator = fragment === '' || encoded.endsWith('/') ? '' : '/';
  const fixed = fixedQuery === undefined ? '' : `?${encodePath(fixedQuery)}`;
  const query = usable.filter(({ input }) => input.in === 'query');
  const operator = fixedQuery === undefined ? '?' : '&';
  const expression = query.map(({ name }) => variableName(name)).join(',');
  return `${encoded}${separator}${fragment}${fixed}${expression && `{${operator}${expression}}`}`;
}

/** Percent-encodes what a URI cannot hold, and braces; existing escapes stay. */
function encodePath(text: string): string {
  return text.replace(/[^A-Za-z0-9\-._~!$&'()*+,;=:@/%]/gu, encodeURIComponent);
}
