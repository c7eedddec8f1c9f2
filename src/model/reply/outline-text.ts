import { plainText } from '../text.js';
import { DEEPEST, type ObjectOutline, type Outline } from './outline.js';

const LONGEST_NAME = 40;

/**
 * An outline in a line of at most `limit` characters, e.g. `array of {id, owner {login, id}, labels [{name}]}`: what is
 * deep is left out first, then what comes last, with `…` in its place.
 */
export function outlineText(outline: Outline, limit: number): string {
  for (let depth = DEEPEST; depth > 0; depth -= 1) {
    const text = rootText(outline, depth, limit);
    if (text.length <= limit) return text;
  }
  return rootText(outline, 1, limit, true);
}

/** Stops at the first member that exceeds the limit: with it, or, if it is to be `cut`, before it. */
function rootText(outline: Outline, depth: number, limit: number, cut = false): string {
  switch (outline.kind) {
    case 'list': {
      const before = 'array of ';
      return `${before}${rootText(outline.item, depth, limit - before.length, cut)}`;
    }
    case 'object':
      return outline.members.size === 0 ? 'object' : membersText(outline, depth, limit, cut);
    case 'value':
      return outline.type === 'any' ? 'any JSON' : visible(outline.type);
    case 'cut':
      return outline.of === 'list' ? 'array' : 'object';
  }
}

function membersText(
  { members }: ObjectOutline,
  depth: number,
  limit: number,
  cut = false,
): string {
  const end = ', …}';
  let text = '{';
  for (const [name, member] of members) {
    const between = text === '{' ? '' : ', ';
    const next = `${between}${visible(name)}${memberText(member, depth - 1, limit)}`;
    if (cut && text.length + next.length + end.length > limit) return `${text}${between}…}`;
    text += next;
    if (text.length > limit) break;
  }
  return `${text}}`;
}

/** What stands behind a name: nothing of a plain value. */
function memberText(outline: Outline, depth: number, limit: number): string {
  switch (outline.kind) {
    case 'object':
      if (outline.members.size === 0) return ' {}';
      return depth === 0 ? ' {…}' : ` ${membersText(outline, depth, limit)}`;
    case 'list':
      return ` [${memberText(outline.item, depth, limit).trim()}]`;
    case 'cut':
      return outline.of === 'list' ? ' […]' : ' {…}';
    case 'value':
      return '';
  }
}

/** A name as it is, or as JSON if it could be taken for more than a name; nothing in it is invisible. */
function visible(name: string): string {
  if (/^[\w$.@*-]{1,40}$/.test(name)) return name;
  return JSON.stringify(plainText(name, LONGEST_NAME));
}
