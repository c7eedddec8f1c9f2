import type { Report } from '../../diagnostics.js';
import { mediaKind } from '../media-type.js';
import type { FieldEncoding, JsonSchema } from '../model.js';
import { arrayField, field, isObject, objectField, textField, type JsonObject } from '../node.js';
import { readStyle } from './parameters.js';
import { pointerTo } from '../reference.js';
import { subschemas } from '../schema/subschemas.js';
import { typesOf, type JsonType } from '../schema/type.js';

/**
 * How the fields of a form whose values have these schemas are written, where not as usual; undefined if all are.
 * OpenAPI 3.1, section 4.8.15: a content type counts only where no style is given.
 */
export function readFieldEncodings(
  media: JsonObject,
  pointer: string,
  properties: JsonObject,
  report: Report,
): Readonly<Record<string, FieldEncoding>> | undefined {
  const encodings = entriesOf(media, pointer).flatMap(({ name, node, place }) => {
    const style = hasStyle(node) ? readPlainStyle(name, node, place, report) : undefined;
    const encoding = style && explicit(style, objectField(properties, name) ?? {});
    const written = encoding ?? readContentType(node);
    return Object.keys(written).length === 0 ? [] : [[name, written] as const];
  });
  return encodings.length === 0 ? undefined : Object.fromEntries(encodings);
}

function readContentType(node: JsonObject): FieldEncoding {
  const contentType = textField(node, 'contentType');
  return contentType !== undefined && mediaKind(contentType) === 'json' ? { contentType } : {};
}

/** What the source says of how a part of a multipart body is written. */
export interface PartEncoding {
  /** The media types that the part may have. */
  readonly contentTypes: readonly string[];
  /** Undefined: none is given. */
  readonly style: FieldEncoding | undefined;
  /** Headers that always have the same value. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The encodings of a multipart body by the names of its parts. */
export function readPartEncodings(
  media: JsonObject,
  pointer: string,
  report: Report,
): ReadonlyMap<string, PartEncoding> {
  return new Map(
    entriesOf(media, pointer).map(({ name, node, place }) => {
      const headers = readHeaders(name, node, place, report);
      const style = hasStyle(node) ? readPlainStyle(name, node, place, report) : undefined;
      const contentTypes = (textField(node, 'contentType') ?? '')
        .split(',')
        .map((type) => type.trim())
        .filter((type) => type.includes('/'));
      return [name, { contentTypes, style, headers }];
    }),
  );
}

/** What is recorded of a part's encoding: what the value itself, by its schema, does not make of it. */
export function partEncoding(
  { contentTypes, style, headers }: PartEncoding,
  schema: JsonSchema,
): FieldEncoding | undefined {
  const encoding = writtenAs(contentTypes, style, schema);
  return Object.keys(headers).length === 0 ? encoding : { ...encoding, headers };
}

function writtenAs(
  contentTypes: PartEncoding['contentTypes'],
  style: PartEncoding['style'],
  schema: JsonSchema,
): FieldEncoding | undefined {
  // No style can write a file.
  const written = style && !holdsFile(schema) ? explicit(style, schema) : undefined;
  if (written !== undefined && Object.keys(written).length > 0) return written;
  const contentType = contentTypes.join(', ');
  const isUsual = contentType === '' || usualType(schema) === contentType.toLowerCase();
  return isUsual ? undefined : { contentType };
}

function readPlainStyle(
  name: string,
  node: JsonObject,
  pointer: string,
  report: Report,
): FieldEncoding {
  return readStyle({ in: 'query', name, node, pointer }, report);
}

/** An object without a style is JSON: that it has the default one must be said, also where any type may stand. */
function explicit(style: FieldEncoding, schema: JsonSchema): FieldEncoding {
  const mayBeObject = typesOf(schema['type'])?.includes('object') !== false;
  return Object.keys(style).length === 0 && mayBeObject ? { explode: true } : style;
}

function holdsFile(schema: JsonSchema): boolean {
  return schema['format'] === 'binary' || subschemas(schema).some(holdsFile);
}

/** OpenAPI 3.1, section 4.8.15.1: the media type of a part that has no encoding; of an array, that of its items. */
function usualType(schema: JsonSchema): string | undefined {
  if (schema['format'] === 'binary') return 'application/octet-stream';
  const types = typesOf(schema['type'])?.filter((type) => type !== 'null') ?? [];
  const [type] = types;
  if (type === undefined || types.some((other) => kindOf(other) !== kindOf(type))) return undefined;
  const { items } = schema;
  if (type === 'array') return isObject(items) ? usualType(items) : undefined;
  return kindOf(type);
}

function kindOf(type: JsonType): string {
  return type === 'object' ? 'application/json' : type === 'array' ? type : 'text/plain';
}

/** The headers whose schemas allow one value. OpenAPI 3.1, section 4.8.15: `Content-Type` is ignored here. */
function readHeaders(
  name: string,
  node: JsonObject,
  pointer: string,
  report: Report,
): Readonly<Record<string, string>> {
  const declared = Object.entries(objectField(node, 'headers') ?? {}).filter(
    ([header]) => !/^content-(?:type|disposition)$/i.test(header),
  );
  const fixed = declared.flatMap(([header, described]) => {
    const value = isObject(described) ? onlyValue(objectField(described, 'schema') ?? {}) : '';
    return isHeader(header, value) ? [[header, value] as const] : [];
  });
  const sent = Object.fromEntries(fixed);
  const missing = declared
    .map(([header]) => header)
    .filter((header) => !Object.hasOwn(sent, header));
  if (missing.length > 0) {
    report({
      code: 'MG233',
      severity: 'info',
      message: `The part ${JSON.stringify(name)} is sent without its headers ${missing.join(', ')}.`,
      pointer: pointerTo(pointer, 'headers'),
    });
  }
  return sent;
}

/** The constant, the only choice or the default of a schema as text; '' if there is none. */
function onlyValue(schema: JsonObject): string {
  const choices = arrayField(schema, 'enum');
  const value =
    field(schema, 'const') ?? field(schema, 'default') ?? (choices.length === 1 ? choices[0] : '');
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}

/** Whether a line of a part's head can be made of both: RFC 2045, section 3, and RFC 5322, section 2.2. */
function isHeader(name: string, value: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[!-~](?:[ -~]*[!-~])?$/.test(value);
}

function hasStyle(node: JsonObject): boolean {
  return ['style', 'explode', 'allowReserved'].some((key) => Object.hasOwn(node, key));
}

function entriesOf(
  media: JsonObject,
  pointer: string,
): readonly { readonly name: string; readonly node: JsonObject; readonly place: string }[] {
  return Object.entries(objectField(media, 'encoding') ?? {}).flatMap(([name, node]) =>
    isObject(node) ? [{ name, node, place: pointerTo(pointer, 'encoding', name) }] : [],
  );
}
