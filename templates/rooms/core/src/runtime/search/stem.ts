const vowel = /[aeiouy]/;

/** The stem of an English word in lower case: plurals, -ing, -ed and what is made of verbs and adjectives lead to one. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  return unsuffixed(unbent(singular(word)));
}

function singular(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:sses|shes|ches|xes|zes)$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** Without -ing and -ed. */
function unbent(word: string): string {
  const rest = word.replace(/(?:ing|ed)$/, '');
  if (rest === word || rest.length < 3 || !vowel.test(rest)) return word;
  if (/([bdfgmnprt])\1$/.test(rest)) return rest.slice(0, -1);
  return rest;
}

/** A suffix, how many letters must stand before it, and what takes its place; tried one after the other. */
const suffixes: readonly (readonly [string, number, string])[] = [
  ['ization', 0, 'ize'],
  ['isation', 0, 'ize'],
  ['ise', 0, 'ize'],
  ['our', 0, 'or'],
  ['ation', 0, 'ate'],
  ['ition', 0, 'ite'],
  ['ion', 3, ''],
  ['ment', 4, ''],
  ['er', 3, ''],
  ['or', 3, ''],
  ['al', 3, ''],
  ['ly', 3, ''],
  ['ive', 4, ''],
  ['y', 3, 'i'],
  ['e', 3, ''],
];

function unsuffixed(word: string): string {
  let rest = word;
  for (const [suffix, before, replacement] of suffixes) {
    const length = rest.length - suffix.length;
    if (length >= before && rest.endsWith(suffix)) rest = rest.slice(0, length) + replacement;
  }
  return rest;
}
