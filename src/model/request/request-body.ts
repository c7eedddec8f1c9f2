import type { Report } from '../../diagnostics.js';
import { isBase64Text } from './base64-text.js';
import { bodyKind, contentTypeOf } from './body-kind.js';
import { chooseMedia } from './body-media.js';
import { argumentDescriptionLimit } from '../description.js';
import { readFieldEncodings } from './field-encoding.js';
import { filePlace } from './file-place.js';
import { essence, type MediaKind, type MediaType } from '../media-type.js';
import type { JsonSchema, RequestBody } from '../model.js';
import { createParts, hasFilePart } from './multipart.js';
import { flagField, isObject, objectField, textField, type JsonObject } from '../node.js';
import type { Operation } from '../operation.js';
import { pointerTo, type Resolver } from '../reference.js';
import type { FlattenedProperty, SchemaTranslator } from '../schema/translator.js';
import { plainText } from '../text.js';
import { xmlOutline } from './xml-outline.js';

/** What a call gives as the body, before its arguments are named. */
export interface BodyInput {
  readonly contentType: string;
  /** The media type object of the document. */
  readonly media: JsonObject;
  readonly required: boolean;
  readonly encoding: RequestBody['encoding'];
  /** The properties that are arguments of their own; undefined: the body is one argument of `schema`. */
  readonly properties: readonly FlattenedProperty[] | undefined;
  readonly schema: JsonSchema;
}

/** What bodies are read with. */
export interface BodyReading {
  readonly resolve: Resolver;
  readonly translator: SchemaTranslator;
  readonly report: Report;
  /** The media type that `x-mcp` or the config asks for. */
  readonly contentType: string | undefined;
}

/** The request body of an operation (OpenAPI 3.1, section 4.8.13), if it can have one. */
export function readRequestBody(operation: Operation, reading: BodyReading): BodyInput | undefined {
  const { resolve, translator, report } = reading;
  if (!isObject(operation.node['requestBody'])) return undefined;
  const body = resolve(operation.node['requestBody'], pointerTo(operation.pointer, 'requestBody'));
  if (body === undefined) return undefined;
  const { value: node, pointer } = body;
  if (operation.method === 'TRACE') {
    const message = 'TRACE requests have no body (RFC 9110, section 9.3.8): it is left out.';
    report({ code: 'MG217', severity: 'warning', message, pointer });
    return undefined;
  }
  const schemaOf = ({ key, node: { schema } }: MediaType): JsonSchema =>
    schema === undefined
      ? {}
      : translator.translate(schema, pointerTo(pointer, 'content', key, 'schema'));
  const choice = {
    asked: reading.contentType,
    holdsFile: (media: MediaType) => hasFilePart(schemaOf(media), translator.isFile),
  };
  const media = chooseMedia(node, pointer, choice, report);
  const required = flagField(node, 'required') === true;
  const translated = schemaOf(media);
  const described = describeBody(translated, node);
  const kind = bodyKind(media.name, translated, {
    isFile: translator.isFile(translated),
    isBase64: [translated, described].some(isBase64Text),
  });
  const contentType = contentTypeOf(media.name, kind);
  const whole =
    typeof described['description'] === 'string'
      ? described
      : { ...described, description: `The request body (${contentType}).` };
  const place = pointerTo(pointer, 'content', media.key);
  const content = readContent({ media, kind, place, required, translated, whole }, reading);
  if (content.properties?.length === 0 && !required) return undefined;
  return { contentType, required, media: media.node, ...content };
}

interface Content {
  readonly media: MediaType;
  readonly kind: MediaKind;
  readonly place: string;
  readonly required: boolean;
  readonly translated: JsonSchema;
  /** `translated` with the description of the body. */
  readonly whole: JsonSchema;
}

type BodyContent = Pick<BodyInput, 'encoding' | 'properties' | 'schema'>;

function readContent(content: Content, reading: BodyReading): BodyContent {
  const { media, kind, place, whole } = content;
  switch (kind) {
    case 'json':
      return { encoding: undefined, properties: flatten(content, reading), schema: whole };
    case 'form': {
      const fields = objectField(content.translated, 'properties') ?? {};
      const encoding = readFieldEncodings(media.node, place, fields, reading.report);
      return { encoding, properties: flatten(content, reading), schema: whole };
    }
    case 'multipart':
      return readParts(content, reading);
    case 'text':
      return { encoding: undefined, properties: undefined, schema: readText(content, reading) };
    case 'binary':
      return { encoding: undefined, properties: undefined, schema: filePlace(whole) };
  }
}

function flatten(
  { media, place, required }: Content,
  { translator }: BodyReading,
): readonly FlattenedProperty[] | undefined {
  const pointer = pointerTo(place, 'schema');
  return translator.flatten(media.node['schema'], pointer, { required })?.properties;
}

function readParts(content: Content, reading: BodyReading): BodyContent {
  const { media, place, whole } = content;
  const { translator, report } = reading;
  const parts = createParts({ value: media.node, pointer: place }, translator.isFile, report);
  const properties = flatten(content, reading)?.map((property) => ({
    ...property,
    schema: parts.partOf(property.name, property.schema),
  }));
  const schema = properties === undefined ? parts.bodyOf(whole) : whole;
  return { encoding: parts.encoding(), properties, schema };
}

/** Text is given as one string, whatever structure the source sees in it; of XML it says how it begins. */
function readText({ media, place, whole }: Content, { resolve }: BodyReading): JsonSchema {
  const { description = '' } = whole;
  const text = whole['type'] === 'string' ? asItIs(whole) : { type: 'string', description };
  const schema = media.node['schema'];
  if (!/[/+]xml$/.test(essence(media.name)) || !isObject(schema)) return text;
  const located = resolve(schema, pointerTo(place, 'schema'));
  const outline = located === undefined ? '' : xmlOutline(located);
  const remark = outline === '' ? 'XML text.' : `XML text: ${outline}`;
  const room = argumentDescriptionLimit - remark.length - 1;
  return { ...text, description: `${plainText(String(description), room)} ${remark}` };
}

/** Text of which nothing but its format says that it is base64 is none: validated as such, none could be sent. */
function asItIs(schema: JsonSchema): JsonSchema {
  const { format, ...rest } = schema;
  return format === 'byte' && !isBase64Text(schema) ? rest : schema;
}

/** What the body says of itself comes before what its schema says. */
function describeBody(schema: JsonSchema, body: JsonObject): JsonSchema {
  const description = plainText(textField(body, 'description') ?? '', 400);
  return description === '' ? schema : { ...schema, description };
}
