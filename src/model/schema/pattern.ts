import { RegExpParser, type AST } from '@eslint-community/regexpp';
import { show, type Note } from './note.js';
import { isLinearTime } from './regex/linear-time.js';
import { printUnicode } from './regex/unicode-syntax.js';

/** A regular expression that compiles with the `u` flag and takes linear time, or why there is none. */
export type Pattern =
  { readonly usable: string } | { readonly usable?: never; readonly reason: string };

const maximumLength = 1000;

const parser = new RegExpParser({ ecmaVersion: 2024 });
const patterns = new Map<string, Pattern>();

/** Reads a `pattern`, or a key of `patternProperties`, and reports what became of it. */
export function readPattern(source: string, note: Note): Pattern {
  let pattern = patterns.get(source);
  if (pattern === undefined) {
    pattern = judge(source);
    patterns.set(source, pattern);
  }
  if (pattern.usable === undefined) {
    note.warn('MG307', `The pattern ${show(source)} ${pattern.reason}.`);
  } else if (pattern.usable !== source) {
    note.info('MG308', `The pattern ${show(source)} is read as ${show(pattern.usable)}.`);
  }
  return pattern;
}

function judge(source: string): Pattern {
  if (source.length > maximumLength) return { reason: 'is too long' };
  const usable = repaired(source);
  const pattern = usable === undefined ? undefined : parse(usable, true);
  if (usable === undefined || pattern === undefined) return { reason: 'is no valid expression' };
  return isLinearTime(pattern) ? { usable } : { reason: 'may take more than linear time' };
}

/** The expression in the syntax of the `u` flag; delimiters and the anchors of other languages are understood. */
function repaired(source: string): string | undefined {
  const delimited = /^\/(\^.*|.*\$)\/([a-z]*)$/s.exec(source);
  if (delimited !== null && /[^gmsuy]/.test(delimited[2] ?? '')) return undefined;
  const expression = delimited?.[1] ?? source;
  if (parse(expression, true) !== undefined) return expression;
  if (/\\[pPu]\{/.test(expression)) return undefined;
  const anchored = expression.replace(/^\\A/, '^').replace(/\\[zZ]$/, '$');
  const pattern = parse(anchored, false);
  const printed = pattern === undefined ? undefined : printUnicode(pattern.alternatives);
  return printed !== undefined && parse(printed, true) !== undefined ? printed : undefined;
}

function parse(expression: string, unicode: boolean): AST.Pattern | undefined {
  try {
    // The platform may know less syntax than the parser does.
    new RegExp(expression, unicode ? 'u' : '');
    return parser.parsePattern(expression, 0, expression.length, { unicode });
  } catch {
    return undefined;
  }
}
