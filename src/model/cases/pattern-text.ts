import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** Nested repetitions multiply: beyond this nothing is tried. */
const longest = 1_000;
const parser = new RegExpParser({ ecmaVersion: 2024 });
/** Tried in this order where a class says only what a character is not, or names a set. */
const characters = Array.from('a1A-_ .:/@#é中\n');

/**
 * A text that a `pattern` of an input schema matches, of `least` to `most` characters, or undefined if none is found.
 * The same pattern gives the same text.
 */
export function patternText(pattern: string, least: number, most: number): string | undefined {
  const expression = new RegExp(pattern, 'u');
  const { alternatives } = parser.parsePattern(pattern, 0, pattern.length, { unicode: true });
  const more = Array.from({ length: Math.max(0, least - 1) }, (_, index) => index + 2);
  for (const repetitions of [1, 0, ...more]) {
    for (const alternative of alternatives) {
      const text = textOf(alternative, repetitions);
      const { length } = Array.from(text);
      if (length >= least && length <= most && expression.test(text)) return text;
    }
  }
  return undefined;
}

/** The text of an expression whose open repetitions are repeated as often as asked for, where they may be. */
function textOf(node: AST.Alternative | AST.Element, repetitions: number): string {
  switch (node.type) {
    case 'Alternative':
      return node.elements.map((element) => textOf(element, repetitions)).join('');
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives[0] === undefined ? '' : textOf(node.alternatives[0], repetitions);
    case 'Quantifier': {
      const count = Math.min(Math.max(node.min, repetitions), node.max);
      const text = textOf(node.element, repetitions);
      return text.length * count > longest ? '' : text.repeat(count);
    }
    case 'Character':
      return String.fromCodePoint(node.value);
    case 'CharacterClass':
    case 'CharacterSet':
    case 'ExpressionCharacterClass':
      return characterOf(node);
    case 'Assertion':
    case 'Backreference':
      return '';
  }
}

type OneCharacter = AST.CharacterClass | AST.CharacterSet | AST.ExpressionCharacterClass;

function characterOf(node: OneCharacter): string {
  const isMatch = new RegExp(`^${node.raw}$`, 'u');
  const named = node.type === 'CharacterClass' ? node.elements.flatMap(firstOf) : [];
  return [...named, ...characters].find((character) => isMatch.test(character)) ?? '';
}

function firstOf(element: AST.CharacterClassElement): readonly string[] {
  if (element.type === 'Character') return [String.fromCodePoint(element.value)];
  return element.type === 'CharacterClassRange' ? [String.fromCodePoint(element.min.value)] : [];
}
