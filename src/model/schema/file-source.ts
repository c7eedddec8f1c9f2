import { mediaKind } from '../media-type.js';
import { field, isObject, textField, type JsonObject } from '../node.js';
import type { Draft } from './constraints.js';
import type { JsonType } from './type.js';

/**
 * Whether a schema of the document stands for bytes: `format: binary` (OpenAPI 3.0, section 4.7.24), `type: file`
 * (Swagger 2.0), or the `contentMediaType` of bytes that no `contentEncoding` makes text (3.1, section 4.8.14.3).
 */
export function isFileSource(source: JsonObject, types: readonly JsonType[] | undefined): boolean {
  if (Object.hasOwn(source, 'const')) return false;
  if (textField(source, 'type')?.trim().toLowerCase() === 'file') return true;
  const holdsText = types === undefined || types.includes('string');
  if (isFileFormat(field(source, 'format'))) {
    const isVague = types?.includes('object') === true && !isObject(field(source, 'properties'));
    return holdsText || isVague;
  }
  const mediaType = textField(source, 'contentMediaType');
  if (!holdsText || isEncoded(source) || mediaType === undefined) return false;
  return mediaKind(mediaType) === 'binary';
}

/** Whether `contentEncoding` makes text of bytes. RFC 2045, section 6.2: three of its values leave them as they are. */
export function isEncoded(schema: JsonObject): boolean {
  const encoding = textField(schema, 'contentEncoding');
  return encoding !== undefined && !/^(?:7bit|8bit|binary)$/i.test(encoding.trim());
}

/** Outside of a file the format of one says nothing, and a file is recognised by it. */
export function withoutFileFormat(draft: Draft): Draft {
  if (!isFileFormat(draft['format'])) return draft;
  return Object.fromEntries(Object.entries(draft).filter(([keyword]) => keyword !== 'format'));
}

/** Whether a `format` is that of a file. */
export function isFileFormat(format: unknown): boolean {
  return typeof format === 'string' && /^(binary|file)$/i.test(format.trim());
}
