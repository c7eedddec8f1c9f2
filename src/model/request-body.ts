import type { Report } from '../diagnostics.js';
import { concreteType, mediaKind, readContent, type MediaType } from './media-type.js';
import { readFieldEncodings } from './field-encoding.js';
import type { JsonSchema, RequestBody } from './model.js';
import { flagField, isObject, objectField, textField } from './node.js';
import type { Operation } from './operation.js';
import { pointerTo, type Resolver } from './reference.js';
import type { FlattenedProperty, SchemaTranslator } from './schema/translator.js';
import { plainText } from './text.js';

/** What a call gives as the body, before its arguments are named. */
export interface BodyInput {
  readonly contentType: string;
  readonly required: boolean;
  readonly encoding: RequestBody['encoding'];
  /** The properties that are arguments of their own; undefined: the body is one argument of `schema`. */
  readonly properties: readonly FlattenedProperty[] | undefined;
  readonly schema: JsonSchema;
}

/** The request body of an operation (OpenAPI 3.1, section 4.8.13), if it can have one. */
export function readRequestBody(
  operation: Operation,
  resolve: Resolver,
  translator: SchemaTranslator,
  report: Report,
): BodyInput | undefined {
  if (!isObject(operation.node['requestBody'])) return undefined;
  const body = resolve(operation.node['requestBody'], pointerTo(operation.pointer, 'requestBody'));
  if (body === undefined) return undefined;
  const { value: node, pointer } = body;
  if (operation.method === 'TRACE') {
    const message = 'TRACE requests have no body (RFC 9110, section 9.3.8): it is left out.';
    report({ code: 'MG217', severity: 'warning', message, pointer });
    return undefined;
  }
  const media = chooseMedia(readContent(objectField(node, 'content') ?? {}), pointer, report);
  const required = flagField(node, 'required') === true;
  const schemaPointer = pointerTo(pointer, 'content', media.key, 'schema');
  const schema = media.node['schema'];
  const kind = mediaKind(media.name);
  const takesProperties = kind === 'json' || kind === 'form' || kind === 'multipart';
  const flattened = takesProperties
    ? translator.flatten(schema, schemaPointer, { required })
    : undefined;
  if (flattened?.properties.length === 0 && !required) return undefined;
  const translated = schema === undefined ? {} : translator.translate(schema, schemaPointer);
  return {
    contentType: concreteType(media.name),
    required,
    encoding:
      kind === 'form'
        ? readFieldEncodings(media.node, pointerTo(pointer, 'content', media.key), report)
        : undefined,
    properties: flattened?.properties,
    schema: describeBody(
      takesProperties ? translated : asText(translated),
      textField(node, 'description'),
      concreteType(media.name),
    ),
  };
}

function chooseMedia(content: readonly MediaType[], pointer: string, report: Report): MediaType {
  const warn = (message: string, place: string): void => {
    report({ code: 'MG216', severity: 'warning', message, pointer: place });
  };
  for (const { key, malformed } of content) {
    if (malformed === undefined) continue;
    warn(`${JSON.stringify(malformed)} is not a media type.`, pointerTo(pointer, 'content', key));
  }
  const [best] = content;
  if (best !== undefined) return best;
  warn('The request body has no content: JSON of any kind is assumed.', pointer);
  return { name: 'application/json', key: 'application/json', node: {} };
}

/** Text and bytes are given as one string, whatever structure the source sees in them. */
function asText(schema: JsonSchema): JsonSchema {
  return schema['type'] === 'string' ? schema : { type: 'string' };
}

function describeBody(
  schema: JsonSchema,
  description: string | undefined,
  contentType: string,
): JsonSchema {
  const text = plainText(description ?? '', 400);
  if (text === '' && typeof schema['description'] === 'string') return schema;
  const fallback = `The request body (${contentType}).`;
  return { ...schema, description: text === '' ? fallback : text };
}
