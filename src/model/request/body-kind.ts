import { concreteType, isAnyType, isBytes, mediaKind, type MediaKind } from '../media-type.js';
import type { JsonSchema } from '../model.js';

/**
 * How a body of a media type is written. The schema decides where the type leaves it open: bytes that may as well be
 * text, and a range that JSON is in.
 */
export function bodyKind(
  name: string,
  schema: JsonSchema,
  { isFile, isBase64 }: { readonly isFile: boolean; readonly isBase64: boolean },
): MediaKind {
  const kind = mediaKind(name);
  if (kind !== 'binary' && !isAnyType(name)) return kind;
  if (isBase64) return 'text';
  if (isFile || schema['format'] === 'byte') return 'binary';
  return schema['type'] === 'string' && !isBytes(name) ? 'text' : kind;
}

/** The media type that is sent; of a file it may be a range, in place of which the file has its own. */
export function contentTypeOf(name: string, kind: MediaKind): string {
  if (kind === 'binary') return name;
  return kind === 'text' && isAnyType(name) ? 'text/plain' : concreteType(name);
}
