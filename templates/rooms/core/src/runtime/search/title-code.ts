import { isTelling, wordsOf } from './words.js';

/** Characters of a title's code. */
export const codeLength = 4;

/** The same four characters for titles of the same telling words, other ones for nearly all others (FNV-1a). */
export function titleCode(title: string): string {
  let hash = 0x811c9dc5;
  for (const letter of wordsOf(title).filter(isTelling).join(' ')) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return (hash % 36 ** codeLength).toString(36).padStart(codeLength, '0');
}
