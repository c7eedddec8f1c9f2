import { serverNameDirective } from '../directive.js';
import type { Pins } from '../model.js';
import { field, objectField, textField, type JsonObject } from '../node.js';
import { plainText } from '../text.js';
import { joinWithin, plainWords } from './words.js';

/** Who the server is, from `info` and what the user or an earlier generation chose. */
export interface Identity {
  readonly name: string;
  readonly uriScheme: string;
  readonly title: string;
  readonly version: string;
  readonly summary: string;
  readonly instructions: string;
}

const nameLimit = 40;
const summaryLimit = 300;
const instructionsLimit = 1000;

/** Words of a title that do not tell one API from another. */
const noise = new Set(
  `api apis doc docs documentation openapi reference rest restful schema server spec specification
  swagger the v version`.split(/\s+/),
);

/** Schemes that clients know as something else. */
const takenSchemes = new Set(
  `about blob chrome data file ftp git http https javascript mailto mcp resource tel ui urn ws wss`.split(
    /\s+/,
  ),
);

/** The name that a server gets when nothing is chosen or pinned: `[a-z][a-z0-9-]*`. */
export function serverName(document: JsonObject): string {
  const chosen = slug(plainWords(serverNameDirective(document) ?? ''));
  return chosen ?? nameFromTitle(textField(objectField(document, 'info'), 'title') ?? '');
}

export function readIdentity(
  document: JsonObject,
  chosenName: string | undefined,
  pins: Pins | undefined,
): Identity {
  const info = objectField(document, 'info');
  const title = plainText(textField(info, 'title') ?? '', 200);
  const description = textField(info, 'description') ?? textField(info, 'summary') ?? '';
  const chosen = slug(plainWords(chosenName ?? serverNameDirective(document) ?? ''));
  const pinnedName = slug(plainWords(pins?.name ?? ''));
  const name = chosen ?? pinnedName ?? nameFromTitle(title);
  const pinnedScheme = pins?.name === name && isScheme(pins.uriScheme) ? pins.uriScheme : undefined;
  return {
    name,
    uriScheme: pinnedScheme ?? (takenSchemes.has(name) ? `api-${name}` : name),
    title: title === '' ? name : title,
    version: versionText(field(info, 'version')),
    summary: plainText(firstParagraph(description), summaryLimit),
    instructions: instructions(title, description),
  };
}

/** RFC 3986, section 3.1, in lower case; none that means something else. */
function isScheme(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*$/.test(text) && !takenSchemes.has(text);
}

function nameFromTitle(title: string): string {
  const words = plainWords(title);
  const telling = words.filter((word) => !noise.has(word) && !/^v?\d+$/.test(word));
  return slug(telling) ?? slug(words) ?? 'api';
}

/** `[a-z][a-z0-9-]*` of at most 40 characters; undefined if nothing is left. */
function slug(words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const started = /^[a-z]/.test(words[0] ?? '') ? words : ['api', ...words];
  return joinWithin(started, '-', nameLimit);
}

function versionText(version: unknown): string {
  const text = typeof version === 'number' ? String(version) : version;
  return (typeof text === 'string' && plainText(text, 50)) || '0.0.0';
}

function firstParagraph(text: string): string {
  return text.trim().split(/\r?\n\s*\r?\n/)[0] ?? '';
}

function instructions(title: string, description: string): string {
  const text = plainText(description, instructionsLimit);
  if (text.toLowerCase().startsWith(title.toLowerCase())) return text;
  return plainText(text === '' ? title : `${title}. ${text}`, instructionsLimit);
}
