import { essenceOf } from '../media-type.js';

/** A Content-Type without its parameters, in lower case, and its charset. RFC 9110, section 8.3.1. */
export interface MediaType {
  /** '' if there is none. */
  readonly essence: string;
  readonly charset: string | undefined;
}

/** How the body of a media type is read. */
export type Reading = 'json' | 'lines' | 'events' | 'html' | 'text' | 'media' | 'unknown';

const readings: readonly (readonly [RegExp, Reading])[] = [
  [/^application\/(?:x-)?(?:ndjson|jsonl|jsonlines|json-lines|json-stream)$/, 'lines'],
  [/^application\/stream\+json$|[/+]json-seq$/, 'lines'],
  [/^text\/event-stream$/, 'events'],
  [/[/+](?:x-)?json$/, 'json'],
  [/^text\/html$|^application\/xhtml\+xml$/, 'html'],
  // An SVG image among them, which is XML that a model can read and few hosts can draw.
  [/^text\/|[/+]xml$|[/+](?:x-)?yaml$/, 'text'],
  [/^application\/(?:x-)?(?:javascript|www-form-urlencoded|graphql|sql)$/, 'text'],
  [/^(?:image|audio|video|font)\//, 'media'],
];

export function parseMediaType(contentType = ''): MediaType {
  return {
    essence: essenceOf(contentType),
    charset: /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType)?.[1],
  };
}

export function readingOf({ essence }: MediaType): Reading {
  return readings.find(([pattern]) => pattern.test(essence))?.[1] ?? 'unknown';
}

/** Whether a media type says nothing but that there are bytes, or is none. RFC 6838, section 4.2. */
export function isVague({ essence }: MediaType): boolean {
  return (
    !/^[\w.+^!#$&-]+\/[\w.+^!#$&-]+$/.test(essence) ||
    /^(?:application|binary)\/(?:octet-stream|unknown|force-download|x-download)$/.test(essence)
  );
}
