import { lineWidth, printLiteral, source, type Code } from './literal.js';

export { isCode, type Code } from './literal.js';

/**
 * The only way to TypeScript source: an interpolated value becomes a literal of it, wrapped where it stands;
 * only `Code` passes verbatim.
 */
export function code(strings: TemplateStringsArray, ...values: readonly unknown[]): Code {
  let text = strings[0] ?? '';
  values.forEach((value, index) => {
    const rest = strings[index + 1] ?? '';
    const line = text.slice(text.lastIndexOf('\n') + 1);
    const depth = (line.length - line.trimStart().length) / 2;
    const room = lineWidth - line.length - firstLine(rest).length;
    text += printLiteral(value, { depth, room }) + rest;
  });
  return { [source]: text };
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end === -1 ? text : text.slice(0, end);
}

/** The name as an identifier; a name that cannot be one is an error of the caller. */
export function identifier(name: string): Code {
  if (!identifierPattern.test(name) || reservedWords.has(name)) {
    throw new TypeError(`${JSON.stringify(name)} is not an identifier`);
  }
  return { [source]: name };
}

/** The codes one after the other, on lines of their own or with an empty line between. */
export function join(codes: readonly Code[], separator: '\n' | '\n\n'): Code {
  return { [source]: codes.map(print).join(separator) };
}

/** The codes on one line, separated by commas. */
export function listed(codes: readonly Code[]): Code {
  return { [source]: codes.map(print).join(', ') };
}

/** The text of the code. */
export function print(value: Code): string {
  return value[source];
}

const identifierPattern = /^[A-Za-z_$][\w$]*$/;
/** ECMAScript 2023, section 12.7.2, with what strict mode, modules and TypeScript refuse as a constant's name. */
const reservedWords: ReadonlySet<string> = new Set(
  'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield'.split(
    ' ',
  ),
);
