import type { AST } from '@eslint-community/regexpp';

/** Code points from the first to the second, both included. */
export type Range = readonly [number, number];

const last = 0x10ffff;
export const everything: readonly Range[] = [[0, last]];
const lineEnds: readonly Range[] = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];
const sets: Readonly<Record<'digit' | 'space' | 'word', readonly Range[]>> = {
  digit: [[0x30, 0x39]],
  space: [
    [0x09, 0x0d],
    [0x20, 0x20],
    [0xa0, 0xa0],
    [0x1680, 0x1680],
    [0x2000, 0x200a],
    [0x2028, 0x2029],
    [0x202f, 0x202f],
    [0x205f, 0x205f],
    [0x3000, 0x3000],
    [0xfeff, 0xfeff],
  ],
  word: [
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x5f, 0x5f],
    [0x61, 0x7a],
  ],
};

/** The characters that a node can match; at least those, where Unicode properties are involved. */
export function rangesOf(
  node: AST.Character | AST.CharacterSet | AST.CharacterClass,
): readonly Range[] {
  switch (node.type) {
    case 'Character':
      return [[node.value, node.value]];
    case 'CharacterSet':
      return rangesOfSet(node);
    case 'CharacterClass': {
      const unknown = node.elements.some(
        (element) => element.type === 'CharacterSet' && element.kind === 'property',
      );
      if (unknown) return everything;
      const ranges = node.elements.flatMap(rangesOfElement);
      return node.negate ? complement(ranges) : ranges;
    }
  }
}

export function overlap(left: readonly Range[], right: readonly Range[]): boolean {
  return left.some(([low, high]) => right.some(([start, end]) => low <= end && start <= high));
}

function rangesOfElement(element: AST.CharacterClassElement): readonly Range[] {
  switch (element.type) {
    case 'Character':
      return rangesOf(element);
    case 'CharacterClassRange':
      return [[element.min.value, element.max.value]];
    case 'CharacterSet':
      return rangesOfSet(element);
    // What only the `v` flag knows.
    case 'CharacterClass':
    case 'ClassStringDisjunction':
    case 'ExpressionCharacterClass':
      return everything;
  }
}

function rangesOfSet(set: AST.CharacterSet): readonly Range[] {
  switch (set.kind) {
    case 'any':
      return complement(lineEnds);
    case 'property':
      return everything;
    case 'digit':
    case 'space':
    case 'word':
      return set.negate ? complement(sets[set.kind]) : sets[set.kind];
  }
}

function complement(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  let next = 0;
  for (const [low, high] of [...ranges].sort(([left], [right]) => left - right)) {
    if (low > next) result.push([next, low - 1]);
    next = Math.max(next, high + 1);
  }
  if (next <= last) result.push([next, last]);
  return result;
}
