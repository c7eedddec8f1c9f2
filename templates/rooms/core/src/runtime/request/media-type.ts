import { essenceOf } from '../media-type.js';

const token = "[\\w!#$%&'*+.^`|~-]+";
const grammar = new RegExp(
  `^${token}/${token}(?:[ \\t]*;[ \\t]*${token}=(?:${token}|"[^"\\\\\\x00-\\x1f\\x7f-\\uffff]*"))*$`,
);

const extensions: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  gif: 'image/gif',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  md: 'text/markdown',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  wav: 'audio/wav',
  webp: 'image/webp',
  xml: 'application/xml',
  zip: 'application/zip',
};

/** Whether a text is one media type with ASCII parameters (RFC 9110, section 8.3.1), and so safe in a header. */
export function isMediaType(text: string): boolean {
  return grammar.test(text);
}

/** RFC 6839, section 3.1: `+json` as well. */
export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(essenceOf(mediaType));
}

/** Whether a media range such as `image/*` includes a media type. RFC 9110, section 12.5.1. */
export function includes(range: string, mediaType: string): boolean {
  const [type, subtype] = essenceOf(range).split('/');
  const [ownType, ownSubtype] = essenceOf(mediaType).split('/');
  return (type === '*' || type === ownType) && (subtype === '*' || subtype === ownSubtype);
}

/** What the extension of a file's name says of its content, if it is a common one. */
export function mediaTypeOfName(name: string): string | undefined {
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(extensions, extension) ? extensions[extension] : undefined;
}
