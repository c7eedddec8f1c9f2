import { field, flagField, textField, type JsonObject } from '../node.js';
import { plainText } from '../text.js';
import type { Draft } from './constraints.js';

const descriptionLimit = 512;
const titleLimit = 100;
const exampleLimit = 60;

/** Titles, descriptions and the like, as a model reads them; `remark` is added to the description. */
export function readAnnotations(source: JsonObject, name: string, remark = ''): Draft {
  const draft: Draft = {};
  const title = plainText(textField(source, 'title') ?? '', titleLimit);
  const room = descriptionLimit - (remark === '' ? 0 : remark.length + 1);
  const described = plainText(textField(source, 'description') ?? '', room);
  const description = [described, remark].filter(Boolean).join(' ');
  if (title !== '' && !saysNoMore(title, name) && !description.startsWith(title)) {
    draft['title'] = title;
  }
  if (description !== '') draft['description'] = description;
  else if (title === '') Object.assign(draft, readExample(source));
  for (const flag of ['deprecated', 'writeOnly']) {
    if (flagField(source, flag) === true) draft[flag] = true;
  }
  return draft;
}

/** Whether a title repeats a name: `Pet ID` and `petId`. */
export function saysNoMore(title: string, name: string): boolean {
  return simplify(title) === simplify(name);
}

function simplify(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** An example is worth its tokens only where nothing else says what the value looks like. */
function readExample(source: JsonObject): Draft {
  const telling = ['enum', 'const', 'default', 'format', 'pattern'];
  if (telling.some((keyword) => field(source, keyword) !== undefined)) return {};
  const list = field(source, 'examples');
  const example: unknown = field(source, 'example') ?? (Array.isArray(list) ? list[0] : undefined);
  if (typeof example !== 'string' && typeof example !== 'number') return {};
  const value = typeof example === 'string' ? plainText(example, exampleLimit) : example;
  return value === example ? { examples: [value] } : {};
}
