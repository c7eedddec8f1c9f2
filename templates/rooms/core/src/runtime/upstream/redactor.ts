export type Redact = (text: string) => string;

/** Shorter values are as likely to be a word of a reply as to be a secret. */
const SHORTEST_SECRET = 4;

/** Characters that nobody escapes; runs of anything else are short in secrets. */
const PLAIN = /^[\w.-]+$/;

const entities: ReadonlyMap<string, string> = new Map([
  ['&', 'amp'],
  ['<', 'lt'],
  ['>', 'gt'],
  ['"', 'quot'],
  ["'", 'apos'],
]);

/**
 * A function that replaces each of the secrets in a text, however its characters are written: plain, or escaped for
 * URLs, forms, JSON, HTML or XML, also more than once.
 */
export function createRedactor(secrets: readonly string[]): Redact {
  const patterns = [...new Set(secrets)]
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length)
    .map((secret) => (PLAIN.test(secret) ? secret : new RegExp(spellings(secret), 'g')));
  return (text) =>
    patterns.reduce<string>((rest, pattern) => rest.replaceAll(pattern, '[redacted]'), text);
}

/** Repetitions are bounded, or begin with what they do not repeat: time stays in proportion to the text. */
function spellings(secret: string): string {
  return Array.from(secret, (character) => {
    if (PLAIN.test(character)) return literal(character);
    const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
    const bytes = [...Buffer.from(character)];
    const code = character.codePointAt(0) ?? 0;
    const entity = entities.get(character);
    return `(?:${[
      `\\\\{0,8}${literal(character)}`,
      units.map((unit) => `\\\\{1,8}u${hex(unit, 4)}`).join(''),
      bytes.map((byte) => `%(?:25)*${hex(byte, 2)}`).join(''),
      `&(?:amp;)*#(?:0*${code}|[xX]0*${hex(code, 1)});`,
      ...(entity === undefined ? [] : [`&(?:amp;)*${entity};`]),
      ...(character === ' ' ? ['\\+'] : []),
    ].join('|')})`;
  }).join('');
}

function literal(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
}

/** Of digits in either case. */
function hex(value: number, length: number): string {
  const digits = value.toString(16).padStart(length, '0');
  return digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
