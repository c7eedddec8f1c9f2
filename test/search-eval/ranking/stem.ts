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

const suffixes: readonly (readonly [RegExp, string])[] = [
  [/ization$/, 'ize'],
  [/isation$/, 'ize'],
  [/ise$/, 'ize'],
  [/our$/, 'or'],
  [/ation$/, 'ate'],
  [/ition$/, 'ite'],
  [/(.{3})ion$/, '$1'],
  [/(.{4})ment$/, '$1'],
  [/(.{3})er$/, '$1'],
  [/(.{3})or$/, '$1'],
  [/(.{3})al$/, '$1'],
  [/(.{3})ly$/, '$1'],
  [/(.{4})ive$/, '$1'],
  [/(.{3})y$/, '$1i'],
  [/(.{3})e$/, '$1'],
];

function unsuffixed(word: string): string {
  let rest = word;
  for (const [suffix, replacement] of suffixes) rest = rest.replace(suffix, replacement);
  return rest;
}
