import type { JsonSchema } from '../model.js';
import { textField } from '../node.js';
import { argumentDescriptionLimit } from '../description.js';
import { typesOf } from '../schema/type.js';
import { plainText } from '../text.js';

/**
 * The schema of a file: a string (a `data:` URL; what else the server's environment allows) or base64 data with a
 * name and a media type. `format: binary` occurs nowhere else in an input schema. `accepted` are the media types
 * that the source lists, if it does.
 */
export function filePlace(schema: JsonSchema, accepted: readonly string[] = []): JsonSchema {
  const { title, deprecated } = schema;
  const kinds = accepted.length === 0 ? '' : ` (${plainText(accepted.join(', '), 100)})`;
  const remark = `A file${kinds}: \`data:\` URL, or {data: base64, name, mediaType}.`;
  const room = argumentDescriptionLimit - remark.length - 2;
  const described = plainText(textField(schema, 'description') ?? '', room);
  const stop = described === '' || /[.!?:]$/.test(described) ? '' : '.';
  const isNullable = typesOf(schema['type'])?.includes('null') === true;
  return {
    type: ['string', 'object', ...(isNullable ? ['null'] : [])],
    format: 'binary',
    ...(title !== undefined && { title }),
    description: `${described}${stop} ${remark}`.trim(),
    ...(deprecated !== undefined && { deprecated }),
    properties: {
      data: { type: 'string', contentEncoding: 'base64' },
      name: { type: 'string' },
      mediaType: { type: 'string' },
    },
    required: ['data'],
    additionalProperties: false,
  };
}
