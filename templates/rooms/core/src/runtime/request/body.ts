import type { Arguments } from '../custom.js';
import { essenceOf } from '../media-type.js';
import { ToolError } from '../tool-error.js';
import type { FlattenedBody, RequestBody } from '../tool.js';
import type { ReadFile } from './file.js';
import { formText } from './form.js';
import { argumentValue, namesOf } from './given.js';
import { writeJson } from './json.js';
import { isJson } from './media-type.js';
import { writeMultipart } from './multipart.js';
import { partsOf } from './parts.js';
import { isFilePlace, propertyNames, type Place, type Places } from './schema-places.js';
import { textOf } from './wire-value.js';

/** A body as it is sent. */
export interface EncodedBody {
  readonly contentType: string;
  readonly content: string | Uint8Array;
}

/** A property of an object that is a body, and where its schema is. */
export interface BodyField {
  readonly name: string;
  readonly value: unknown;
  readonly place: Place;
}

/** The body that the arguments make, or undefined if none is to be sent. OpenAPI 3.1, section 4.8.13. */
export async function buildBody(
  body: RequestBody,
  args: Arguments,
  places: Places,
  readFile: ReadFile,
): Promise<EncodedBody | undefined> {
  const { contentType } = body;
  if ('argument' in body) {
    const value = argumentValue(args, body.argument);
    const place = places.property(places.root(), body.argument);
    if (value === undefined) return undefined;
    if (isJson(contentType)) return { contentType, content: writeJson(value, places, place) };
    if (isFilePlace(place)) return value === null ? undefined : fileBody(body, value, readFile);
    if (!hasFields(contentType, value)) return textBody(contentType, value);
    return writeFields(body, fieldsOf(value, places, place), places, readFile);
  }
  const fields = flattenedFields(body, args, places);
  if (fields.length === 0 && body.required !== true) return undefined;
  return isJson(contentType)
    ? { contentType, content: jsonObject(fields, places) }
    : writeFields(body, fields, places, readFile);
}

/** A form may be given as the text that it is. */
function hasFields(contentType: string, value: unknown): boolean {
  const type = essenceOf(contentType);
  const isForm = type === 'application/x-www-form-urlencoded' && typeof value !== 'string';
  return isForm || type.startsWith('multipart/');
}

async function writeFields(
  body: RequestBody,
  fields: readonly BodyField[],
  places: Places,
  readFile: ReadFile,
): Promise<EncodedBody> {
  const { contentType, encoding = {} } = body;
  if (!essenceOf(contentType).startsWith('multipart/')) {
    return { contentType, content: formText(fields, encoding, places) };
  }
  return writeMultipart(await partsOf(fields, encoding, places, readFile), contentType);
}

/** The type is the declared one; for a range, that of the file. */
async function fileBody(
  { contentType }: RequestBody,
  value: unknown,
  readFile: ReadFile,
): Promise<EncodedBody> {
  const { bytes, mediaType } = await readFile(value);
  const isRange = contentType.includes('*');
  const fitting = isRange ? (mediaType ?? 'application/octet-stream') : contentType;
  return { contentType: fitting, content: bytes };
}

/** Text is sent in UTF-8, whatever other character encoding the description names. */
function textBody(contentType: string, value: unknown): EncodedBody {
  const honest = contentType.replace(/(;\s*charset=)("[^"]*"|[^\s;]+)/i, '$1utf-8');
  return { contentType: honest, content: textOf(value) };
}

function flattenedFields(
  body: FlattenedBody,
  args: Arguments,
  places: Places,
): readonly BodyField[] {
  return body.properties.map(namesOf).flatMap(({ name, argument }) => {
    const value = argumentValue(args, argument);
    const place = places.property(places.root(), argument);
    return value === undefined ? [] : [{ name, value, place }];
  });
}

/** In the order of the schema, as some servers want what describes a file before it; what it does not name comes last. */
function fieldsOf(value: unknown, places: Places, place: Place): readonly BodyField[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ToolError('The body is a form: give it as an object of its fields.');
  }
  const given = new Map<string, unknown>(Object.entries(value));
  const names = new Set([...propertyNames(place), ...given.keys()]);
  return [...names]
    .filter((name) => given.has(name))
    .map((name) => ({ name, value: given.get(name), place: places.property(place, name) }));
}

function jsonObject(fields: readonly BodyField[], places: Places): string {
  const members = fields.map(
    ({ name, value, place }) => `${JSON.stringify(name)}:${writeJson(value, places, place)}`,
  );
  return `{${members.join(',')}}`;
}
