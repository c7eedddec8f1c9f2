import { failure } from './failure.js';

const help = "Write it as --source-header 'Authorization: Bearer $TOKEN', in single quotes.";

/** `Name: $VARIABLE`, with a word such as `Bearer` before the variable if need be. */
const template = /^([\w!#$%&'*+.^`|~-]+):\s*((?:[A-Za-z][\w-]*\s+)?)(?:\$(\w+)|\$\{(\w+)\})$/;

/** True for a header that names a variable instead of holding a value. */
export function isHeaderTemplate(header: string): boolean {
  return template.test(header.trim());
}

/**
 * Headers with the values of the variables that they name. MG115 for a literal value, which would be
 * recorded, and for a variable that is not set or cannot be sent; no message shows a value.
 */
export function expandSourceHeaders(
  headers: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(headers.map((header) => expand(header, environment)));
}

function expand(
  header: string,
  environment: Readonly<Record<string, string | undefined>>,
): readonly [string, string] {
  const [, name, scheme = '', plain, braced] = template.exec(header.trim()) ?? [];
  const variable = plain ?? braced;
  if (name === undefined || variable === undefined) {
    const shown = /^[\w-]+(?=:)/.exec(header)?.[0] ?? 'A source header';
    throw failure('MG115', `${shown} does not name an environment variable.`, undefined, help);
  }
  const value = environment[variable];
  if (value === undefined || value === '') {
    throw failure(
      'MG115',
      `The variable ${variable}, which the source header ${name} needs, is not set.`,
      undefined,
      `Set it: export ${variable}=…`,
    );
  }
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) {
    throw failure(
      'MG115',
      `The value of ${variable} has characters that no header can have.`,
      undefined,
      'Check it for a line end or a typographic character.',
    );
  }
  return [name, scheme + value];
}
