import type { JsonSchema } from '../model.js';
import { isEncoded } from '../schema/file-source.js';

/**
 * Whether a schema that stands where bytes may be is that of an encoded text, base64 mostly, which is then sent as it
 * is given. In OpenAPI 3.1 `contentEncoding` says so (section 4.8.24.4). In 3.0 (section 4.7.24.2) `format: byte` does,
 * but beside a media type of bytes most of those who write it mean the bytes as such: 26 of the 27 operations in public
 * descriptions. Only a description that says base64 as well is taken at its word.
 */
export function isBase64Text(schema: JsonSchema): boolean {
  if (isEncoded(schema)) return true;
  return schema['format'] === 'byte' && /\bbase-?64/i.test(String(schema['description']));
}
