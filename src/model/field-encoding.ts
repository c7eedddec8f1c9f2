import type { Report } from '../diagnostics.js';
import { mediaKind } from './media-type.js';
import type { FieldEncoding } from './model.js';
import { isObject, objectField, textField, type JsonObject } from './node.js';
import { readStyle } from './parameters.js';
import { pointerTo } from './reference.js';

/**
 * How fields of a form are written, where not as usual; undefined if all are. OpenAPI 3.1, section 4.8.15: a content
 * type counts only where no style is given.
 */
export function readFieldEncodings(
  media: JsonObject,
  pointer: string,
  report: Report,
): Readonly<Record<string, FieldEncoding>> | undefined {
  const encodings = Object.entries(objectField(media, 'encoding') ?? {}).flatMap(([name, node]) => {
    if (!isObject(node)) return [];
    const place = pointerTo(pointer, 'encoding', name);
    const encoding = readEncoding(name, node, place, report);
    return Object.keys(encoding).length === 0 ? [] : [[name, encoding] as const];
  });
  return encodings.length === 0 ? undefined : Object.fromEntries(encodings);
}

function readEncoding(
  name: string,
  node: JsonObject,
  pointer: string,
  report: Report,
): FieldEncoding {
  if (['style', 'explode', 'allowReserved'].some((key) => Object.hasOwn(node, key))) {
    return readStyle({ in: 'query', name, node, pointer }, report);
  }
  const contentType = textField(node, 'contentType');
  return contentType !== undefined && mediaKind(contentType) === 'json' ? { contentType } : {};
}
