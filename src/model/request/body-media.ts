import type { Report } from '../../diagnostics.js';
import {
  essence,
  isMediaType,
  isWithin,
  mediaKind,
  readContent,
  type MediaType,
} from '../media-type.js';
import { objectField, type JsonObject } from '../node.js';
import { pointerTo } from '../reference.js';

const formData = 'multipart/form-data';

/** What decides about the media type of a body, beside the order of `readContent`. */
export interface MediaChoice {
  /** The media type that `x-mcp` or the config asks for. */
  readonly asked: string | undefined;
  /** Whether a part of the body would be a file, if it were sent in a type that can carry one. */
  readonly holdsFile: (media: MediaType) => boolean;
}

/**
 * The media type that a body is sent as: the one that is asked for, if the operation takes it; else the first of
 * `readContent`, unless that has a file and cannot carry one while a multipart type can. A form that has one is sent as
 * multipart, be it declared or not: that is what the servers of such descriptions take.
 */
export function chooseMedia(
  body: JsonObject,
  pointer: string,
  { asked, holdsFile }: MediaChoice,
  report: Report,
): MediaType {
  const content = readContent(objectField(body, 'content') ?? {});
  const warn = (message: string, place: string): void => {
    report({ code: 'MG216', severity: 'warning', message, pointer: place });
  };
  for (const { key, malformed } of content) {
    if (malformed === undefined) continue;
    const place = pointerTo(pointer, 'content', key);
    warn(`${JSON.stringify(malformed)} is not a media type.`, place);
  }
  const [best] = content;
  if (best === undefined) {
    warn('The request body has no content: JSON of any kind is assumed.', pointer);
    return { name: 'application/json', key: 'application/json', node: {} };
  }
  const wanted = asked === undefined ? undefined : findMedia(content, asked);
  if (wanted !== undefined) return wanted;
  if (asked !== undefined) reportUnknown(asked, content, pointer, report);
  const kind = mediaKind(best.name);
  if ((kind !== 'json' && kind !== 'form') || !holdsFile(best)) return best;
  const multipart = content.find(({ name }) => mediaKind(name) === 'multipart');
  if (multipart !== undefined || kind === 'json') return multipart ?? best;
  const message = `${best.name} cannot carry a file: the body is sent as ${formData}.`;
  report({
    code: 'MG235',
    severity: 'warning',
    message,
    pointer: pointerTo(pointer, 'content', best.key),
  });
  return { ...best, name: formData };
}

/** The entry that a name means: as it is written, else without parameters, else the range that it is in. */
function findMedia(content: readonly MediaType[], asked: string): MediaType | undefined {
  const name = asked.trim();
  if (!isMediaType(name)) return undefined;
  const exact = content.find((media) => media.name.toLowerCase() === name.toLowerCase());
  if (exact !== undefined) return exact;
  const same = content.find((media) => essence(media.name) === essence(name));
  const within = same ?? content.find((media) => isWithin(name, media.name));
  return within && { ...within, name };
}

function reportUnknown(
  asked: string,
  content: readonly MediaType[],
  pointer: string,
  report: Report,
): void {
  const choices = content.map(({ name }) => name).join(', ');
  report({
    code: 'MG234',
    severity: 'warning',
    message: `The operation takes no ${JSON.stringify(asked)}.`,
    pointer,
    help: `It takes ${choices}.`,
  });
}
