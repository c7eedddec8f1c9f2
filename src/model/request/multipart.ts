import type { Report } from '../../diagnostics.js';
import { isBase64Text } from './base64-text.js';
import { partEncoding, readPartEncodings, type PartEncoding } from './field-encoding.js';
import { filePlace } from './file-place.js';
import { mediaKind } from '../media-type.js';
import type { FieldEncoding, JsonSchema, RequestBody } from '../model.js';
import { isObject, objectField, textField, type JsonObject } from '../node.js';
import { pointerTo, type Located } from '../reference.js';
import { assertionsOf } from '../schema/conjunction.js';
import { mapSubschemas } from '../schema/subschemas.js';
import { plainText } from '../text.js';

/** The parts of a multipart body (OpenAPI 3.1, section 4.8.14.5; RFC 7578). */
export interface Parts {
  /**
   * The schema of what is given for a part: a file where the source has bytes. Below an object there are none: it is a
   * part of JSON, which holds text only.
   */
  readonly partOf: (name: string, schema: JsonSchema) => JsonSchema;
  /** The schema of a whole body, its parts as `partOf` has them. */
  readonly bodyOf: (schema: JsonSchema) => JsonSchema;
  /** Of the parts met so far, how those are written that are not as their values make them. */
  readonly encoding: () => RequestBody['encoding'];
}

/** What the encodings in `media` make of schemas; `isFile` tells those of bytes. */
export function createParts(
  { value: media, pointer }: Located<JsonObject>,
  isFile: (schema: JsonSchema) => boolean,
  report: Report,
): Parts {
  const declared = readPartEncodings(media, pointer, report);
  const written = new Map<string, FieldEncoding>();

  const shape = (schema: JsonSchema, encoding: PartEncoding | undefined): JsonSchema => {
    const types = encoding?.contentTypes ?? [];
    if (isFile(schema) || saysBytes(schema, types)) {
      reportBounds(schema, pointer, report);
      return filePlace(schema, types);
    }
    if (isMarkup(schema, types)) return asText(schema, types.join(', '));
    const shaped = mapSubschemas(schema, (part, [keyword]) =>
      ['items', 'prefixItems', 'anyOf', 'oneOf'].includes(keyword) ? shape(part, encoding) : part,
    );
    return shaped === schema ? schema : withOverlap(shaped);
  };

  const partOf = (name: string, schema: JsonSchema): JsonSchema => {
    const encoding = declared.get(name);
    const shaped = shape(schema, encoding);
    const sent = encoding && partEncoding(encoding, shaped);
    if (sent !== undefined) written.set(name, sent);
    return shaped;
  };

  const bodyOf = (schema: JsonSchema): JsonSchema =>
    mapSubschemas(schema, (part, [keyword, name]) => {
      if (['allOf', 'anyOf', 'oneOf'].includes(keyword)) return bodyOf(part);
      if (keyword === 'properties') return partOf(name ?? '', part);
      return keyword === 'additionalProperties' ? shape(part, undefined) : part;
    });

  return {
    partOf,
    bodyOf,
    encoding: () => (written.size === 0 ? undefined : Object.fromEntries(written)),
  };
}

/** A part of any type, or of plain text, whose encoding says that it is bytes. */
function saysBytes(schema: JsonSchema, types: readonly string[]): boolean {
  if (types.length === 0 || types.some((type) => mediaKind(type) !== 'binary')) return false;
  const vague = ['type', 'minLength', 'maxLength', 'pattern', 'contentMediaType'];
  const known = assertionsOf(schema).filter((keyword) => !vague.includes(keyword));
  const isVague = known.every((keyword) => keyword === 'format' && schema[keyword] === 'byte');
  return isVague && (schema['type'] ?? 'string') === 'string' && !isBase64Text(schema);
}

/** What is asked of the bytes of a file is not checked here. */
function reportBounds(schema: JsonSchema, pointer: string, report: Report): void {
  const bounds = ['minLength', 'maxLength', 'pattern'].filter((each) => each in schema);
  if (bounds.length === 0) return;
  report({
    code: 'MG304',
    severity: 'info',
    message: `The ${bounds.join(' and ')} of a file is not checked.`,
    pointer: pointerTo(pointer, 'schema'),
  });
}

/** A part with a structure that its encoding says is written as XML, YAML or the like. */
function isMarkup(schema: JsonSchema, types: readonly string[]): boolean {
  const isStructured = schema['type'] === 'object' || isObject(schema['properties']);
  return isStructured && types.length > 0 && types.every((type) => mediaKind(type) === 'text');
}

function asText(schema: JsonSchema, type: string): JsonSchema {
  const described = plainText(textField(schema, 'description') ?? '', 400);
  return { type: 'string', description: `${described} Text (${plainText(type, 80)}).`.trim() };
}

/** A file takes what a text beside it takes. */
function withOverlap(schema: JsonSchema): JsonSchema {
  if (!('oneOf' in schema) || 'anyOf' in schema) return schema;
  const { oneOf, ...rest } = schema;
  return { ...rest, anyOf: oneOf };
}

/** Whether a body of this schema would have a file among its parts. */
export function hasFilePart(schema: JsonSchema, isFile: (schema: JsonSchema) => boolean): boolean {
  const parts = Object.values(objectField(schema, 'properties') ?? {}).filter(isObject);
  return parts.some((part) => {
    const items = objectField(part, 'items');
    return isFile(part) || (items !== undefined && isFile(items));
  });
}
