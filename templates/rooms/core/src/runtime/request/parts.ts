import type { FieldEncoding } from '../tool.js';
import type { BodyField } from './body.js';
import type { FileContent, ReadFile } from './file.js';
import { encodingOf, withoutNull, type Encodings } from './form.js';
import { isJsonStructure, writeJson } from './json.js';
import { includes, isJson, isMediaType } from './media-type.js';
import type { Part } from './multipart.js';
import { isFileAt, type Place, type Places } from './schema-places.js';
import { plainPairs } from './style.js';
import { isStructured, textOf, wireValue } from './wire-value.js';

/**
 * The parts that the fields of a multipart body make, an array one an item. OpenAPI 3.1, section 4.8.15.2. Parts are
 * made one after the other, so that no more than one file is being fetched at a time.
 */
export async function partsOf(
  fields: readonly BodyField[],
  encodings: Encodings,
  places: Places,
  readFile: ReadFile,
): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const { name, value, place } of fields) {
    const encoding = encodingOf(encodings, name) ?? {};
    const add = (part: Part): void => {
      parts.push(encoding.headers === undefined ? part : { ...part, headers: encoding.headers });
    };
    if (encoding.style !== undefined || encoding.explode !== undefined) {
      styledParts({ name, value, place }, encoding, places).forEach(add);
      continue;
    }
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const [index, item] of items.entries()) {
      const itemPlace = Array.isArray(value) ? places.item(place, index) : place;
      add(
        isFileAt(itemPlace, item)
          ? filePart(name, await readFile(item), encoding)
          : valuePart(name, item, encoding, places, itemPlace),
      );
    }
  }
  return parts;
}

function styledParts(
  { name, value, place }: BodyField,
  encoding: FieldEncoding,
  places: Places,
): readonly Part[] {
  const written = wireValue(encoding, withoutNull(value), places, place);
  if (written === undefined) return [];
  return plainPairs({ in: 'query', name, ...encoding }, written).map(([partName, content]) => ({
    name: partName,
    content,
  }));
}

/** A file always has a name: without one, most servers take the part for text. */
function filePart(name: string, file: FileContent, { contentType }: FieldEncoding): Part {
  const own = file.mediaType;
  const ranges = rangesOf(contentType);
  const fits = own !== undefined && (ranges.length === 0 || ranges.some((r) => includes(r, own)));
  const declared = ranges.find((range) => !range.includes('*'));
  return {
    name,
    fileName: file.name ?? name,
    contentType: (fits ? own : declared) ?? own ?? 'application/octet-stream',
    content: file.bytes,
  };
}

/**
 * JSON if the encoding says so or the value is no plain text, which carries no media type of its own. A string that is
 * JSON already is what descriptions mean by one that is encoded as JSON.
 */
function valuePart(
  name: string,
  value: unknown,
  encoding: FieldEncoding,
  places: Places,
  place: Place,
): Part {
  const ranges = rangesOf(encoding.contentType);
  const json = ranges.find(isJson) ?? 'application/json';
  if (isStructured(value) || (ranges[0] !== undefined && isJson(ranges[0]))) {
    const isWritten = typeof value === 'string' && isJsonStructure(value);
    return {
      name,
      contentType: json,
      content: isWritten ? value : writeJson(value, places, place),
    };
  }
  const declared = ranges.find((range) => !range.includes('*'));
  return {
    name,
    ...(declared !== undefined && { contentType: declared }),
    content: value === null ? '' : textOf(value),
  };
}

/** The media ranges that the encoding of a part lists. */
function rangesOf(contentType: string | undefined): readonly string[] {
  return (contentType ?? '')
    .split(',')
    .map((range) => range.trim())
    .filter(isMediaType);
}
