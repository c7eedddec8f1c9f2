import type { AST } from '@eslint-community/regexpp';

/** Writes an expression that was read without the `u` flag in the stricter syntax that the flag asks for. */
export function printUnicode(alternatives: readonly AST.Alternative[]): string {
  return alternatives.map(({ elements }) => elements.map(printElement).join('')).join('|');
}

function printElement(node: AST.Element): string {
  switch (node.type) {
    case 'Group':
      return `(?:${printUnicode(node.alternatives)})`;
    case 'CapturingGroup':
      return `(${node.name === null ? '' : `?<${node.name}>`}${printUnicode(node.alternatives)})`;
    case 'Quantifier':
      return printElement(node.element) + node.raw.slice(node.element.raw.length);
    case 'Assertion':
      if (node.kind !== 'lookahead' && node.kind !== 'lookbehind') return node.raw;
      return `(?${node.kind === 'lookahead' ? '' : '<'}${node.negate ? '!' : '='}${printUnicode(node.alternatives)})`;
    case 'Character':
      return printCharacter(node, /[\^$\\.*+?()[\]{}|/]/);
    case 'CharacterClass':
      return `[${node.negate ? '^' : ''}${node.elements.map(printClassElement).join('')}]`;
    case 'CharacterSet':
    case 'Backreference':
    case 'ExpressionCharacterClass':
      return node.raw;
  }
}

function printClassElement(node: AST.CharacterClassElement): string {
  switch (node.type) {
    case 'Character':
      return printClassCharacter(node);
    case 'CharacterClassRange':
      return `${printClassCharacter(node.min)}-${printClassCharacter(node.max)}`;
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ClassStringDisjunction':
    case 'ExpressionCharacterClass':
      return node.raw;
  }
}

function printClassCharacter(node: AST.Character): string {
  return printCharacter(node, /[\\\]^-]/);
}

/** Characters that cannot be seen keep the escape they were written with. */
function printCharacter({ value, raw }: AST.Character, special: RegExp): string {
  const character = String.fromCodePoint(value);
  if (/^\\[tnvfr0]$|^\\c[A-Za-z]$|^\\x[\dA-Fa-f]{2}$|^\\u[\dA-Fa-f]{4}$/.test(raw)) return raw;
  return special.test(character) ? `\\${character}` : character;
}
