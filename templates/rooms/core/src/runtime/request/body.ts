import type { Arguments } from '../custom.js';
import { ToolError } from '../tool-error.js';
import type { RequestBody, Tool } from '../tool.js';
import { argumentValue, namesOf } from './given.js';
import { writeJson } from './json.js';
import { placesOf, type Place, type Places } from './schema-places.js';
import { queryPairs, scalarText } from './style.js';

/** A body as it is sent. */
export interface EncodedBody {
  readonly contentType: string;
  readonly content: string | Uint8Array;
}

/** The body that the arguments make, or undefined if none is to be sent. OpenAPI 3.1, section 4.8.13. */
export async function buildBody(tool: Tool, args: Arguments): Promise<EncodedBody | undefined> {
  const body = tool.request.body;
  if (body === undefined) return undefined;
  const places = placesOf(tool.inputSchema);
  const value = 'argument' in body ? argumentValue(args, body.argument) : collect(body, args);
  if (value === undefined) return undefined;
  if (isJson(body.contentType)) {
    return { contentType: body.contentType, content: bodyJson(body, value, places) };
  }
  if (body.contentType.startsWith('application/x-www-form-urlencoded')) {
    return { contentType: body.contentType, content: formText(body, value) };
  }
  if (body.contentType.startsWith('multipart/form-data')) return multipart(value);
  return { contentType: body.contentType, content: scalarText(value) };
}

type Flattened = Extract<RequestBody, { readonly properties: unknown }>;

function collect(body: Flattened, args: Arguments): object | undefined {
  const given = body.properties
    .map(namesOf)
    .map(({ name, argument }) => [name, argumentValue(args, argument)] as const)
    .filter(([, value]) => value !== undefined);
  return given.length > 0 || body.required ? Object.fromEntries(given) : undefined;
}

/** RFC 6839, section 3.1: `+json` as well. */
function isJson(contentType: string): boolean {
  return /^[^;]*[/+]json\s*(?:;|$)/i.test(contentType);
}

function bodyJson(body: RequestBody, value: unknown, places: Places): string {
  if ('argument' in body)
    return writeJson(value, places, places.property(places.root, body.argument));
  const arguments_ = new Map(
    body.properties.map(namesOf).map(({ name, argument }) => [name, argument]),
  );
  const place = (name: string): Place => places.property(places.root, arguments_.get(name) ?? name);
  return `{${fields(value)
    .map(([name, item]) => `${JSON.stringify(name)}:${writeJson(item, places, place(name))}`)
    .join(',')}}`;
}

/** OpenAPI 3.1, section 4.8.14.4: every property as a `form` parameter, unless it has an encoding of its own. */
function formText({ encoding = {} }: RequestBody, value: unknown): string {
  return fields(value)
    .flatMap(([name, item]) => {
      const own = Object.hasOwn(encoding, name) ? encoding[name] : undefined;
      return queryPairs({ in: 'query', name, ...own }, item ?? '');
    })
    .join('&');
}

/** OpenAPI 3.1, section 4.8.14.5; RFC 7578. */
async function multipart(value: unknown): Promise<EncodedBody> {
  const form = new FormData();
  for (const [name, item] of fields(value)) {
    for (const part of Array.isArray(item) ? item : [item])
      form.append(name, scalarText(part ?? ''));
  }
  const response = new Response(form);
  const contentType = response.headers.get('content-type') ?? 'multipart/form-data';
  return { contentType, content: new Uint8Array(await response.arrayBuffer()) };
}

function fields(value: unknown): readonly [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ToolError('The body must be an object.');
  }
  return Object.entries(value);
}
