import { argumentProblems } from '../../templates/rooms/core/src/runtime/arguments.js';
import type { Diagnostic } from '../../src/index.js';
import { asArray, get } from '../corpus/document.js';
import type { Hearing } from './judge.js';
import { noAnswer, type Violation } from './witness.js';

/** What is known beside the violation itself. */
export interface Evidence extends Hearing {
  /** Everything that Prism says of the request. */
  readonly violations: readonly Violation[];
  /** Of the generation. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Why a violation is not ours, and how that is told. */
export interface Excuse {
  readonly fault: 'the description' | 'Prism' | 'by design';
  readonly reason: string;
  readonly holds: (violation: Violation, evidence: Evidence) => boolean;
}

/** Each row names one cause; what no row explains is ours. */
export const excuses: readonly Excuse[] = [
  {
    fault: 'Prism',
    reason: 'bounds 64-bit integers to those that a JavaScript number holds exactly',
    // No description has these bounds; it adds them.
    holds: ({ code, message }) =>
      ['maximum', 'minimum'].includes(code) && message.endsWith('9007199254740991'),
  },
  {
    fault: 'Prism',
    reason: 'takes the request for another operation, of the same path on the wire',
    holds: (_, { operation, hasTwin }) => hasTwin || operation.includes('#'),
  },
  {
    fault: 'Prism',
    reason: 'ends while it reads a parameter of a style',
    holds: ({ code, message }) => code === noAnswer && message.includes('validator/deserializers'),
  },
  {
    fault: 'Prism',
    reason: 'takes for reserved the + and the commas of a form, and whatever text stands in a part',
    holds: ({ message, place }, evidence) =>
      message.startsWith('Reserved characters') &&
      (isMultipart(evidence) || /^[\w.~%+,|-]*$/.test(fieldAt(evidence, place) ?? '?')),
  },
  {
    fault: 'Prism',
    reason: 'reads the parts of a multipart body as one text each, also lists and JSON',
    holds: ({ code, place }, evidence) =>
      code === 'type' && isMultipart(evidence) && typeof argumentAt(evidence, place) === 'object',
  },
  {
    fault: 'Prism',
    reason: 'does not see parts that the schema of a multipart body declares in a oneOf or anyOf',
    holds: ({ code }, evidence) =>
      ['required', 'oneOf', 'anyOf'].includes(code) &&
      isMultipart(evidence) &&
      evidence.violations.some((other) => isMissedPart(other, evidence)),
  },
  {
    fault: 'Prism',
    reason: 'matches no path with a parameter whose name has a character of regular expressions',
    holds: ({ code }, { tool }) =>
      code === 'NO_PATH_MATCHED_ERROR' &&
      /\{[^{}]*[.*+?^$()|[\]\\][^{}]*\}/.test(tool.request.path),
  },
  {
    fault: 'the description',
    reason: 'has a query in a path',
    holds: ({ code }, { operation }) => code === 'NO_PATH_MATCHED_ERROR' && operation.includes('?'),
  },
  {
    fault: 'the description',
    reason: 'requires a path parameter that the path does not have',
    holds: ({ code, place, message }, { tool }) =>
      code === 'required' &&
      place === 'path' &&
      !tool.request.path.toLowerCase().includes(`{${/'(.*)'$/.exec(message)?.[1] ?? ''}}`),
  },
  {
    fault: 'the description',
    reason: 'lists a value under another type than the one that it declares',
    holds: ({ code, message, place }, evidence) =>
      code === 'enum' && listed(message).includes(String(argumentAt(evidence, place))),
  },
  {
    fault: 'the description',
    reason: 'has a oneOf of which several branches take the value',
    holds: ({ place }, evidence) =>
      evidence.violations.some((other) => other.code === 'oneOf' && other.place === place) &&
      areSeveral(place, evidence),
  },
  {
    fault: 'the description',
    reason: 'has an array of objects in a query, for which OpenAPI defines no form',
    holds: ({ place, message }) =>
      /^query\.[^.]+\.\d+$/.test(place) && message.endsWith('must be object'),
  },
  {
    fault: 'the description',
    reason: 'gives a body no media type',
    holds: ({ code, message }, { tool }) =>
      code === 'INVALID_CONTENT_TYPE' &&
      message.includes('No supported content types, but') &&
      tool.request.body !== undefined,
  },
  {
    fault: 'the description',
    reason: 'gives a structure to a media type of bytes',
    holds: ({ code, place }, evidence) => code === 'type' && place === 'body' && isFile(evidence),
  },
  {
    fault: 'by design',
    reason:
      '`format: byte` of a body of bytes is read as the bytes, which nearly all who write it mean',
    holds: ({ code, message }, evidence) =>
      code === 'format' && message.endsWith('"byte"') && isFile(evidence),
  },
  {
    fault: 'the description',
    reason: 'has a header parameter that OpenAPI 3.1, section 4.8.12.2.1, says to ignore',
    holds: ({ place, message }) =>
      /^header(\.|$)/.test(place) &&
      /^Request header.*\b(accept|authorization|content-type)\b(?!-)/.test(message),
  },
  {
    fault: 'the description',
    reason: 'writes a pattern in the syntax of another language, and mcp-gen says how it reads it',
    holds: (violation, evidence) => isReported('MG308', violation, evidence),
  },
  {
    fault: 'by design',
    reason: 'a pattern that may take more than linear time is not checked, and mcp-gen says so',
    holds: (violation, evidence) => isReported('MG307', violation, evidence),
  },
];

function isMultipart({ testimony }: Evidence): boolean {
  return testimony?.headers['content-type']?.startsWith('multipart/form-data') === true;
}

/** The field of a form, as it was sent. */
function fieldAt({ testimony }: Evidence, place: string): string | undefined {
  const start = `${place.replace(/^body\./, '')}=`;
  const fields = testimony?.body.toString().split('&') ?? [];
  return fields.find((field) => field.startsWith(start))?.slice(start.length);
}

/** Whether Prism misses a part that is there. */
function isMissedPart({ code, message }: Violation, { testimony }: Evidence): boolean {
  const name = /required property '(.*)'$/.exec(message)?.[1];
  return code === 'required' && testimony?.body.includes(`name="${name ?? ''}"`) === true;
}

/** Prism names what a branch refuses, so where it names nothing none does; else the tool's own branches are asked. */
function areSeveral(place: string, evidence: Evidence): boolean {
  const { violations, tool } = evidence;
  const others = violations.filter(({ code }) => code !== 'oneOf');
  if (!others.some((other) => other.place.startsWith(place))) return true;
  const name = argumentName(evidence, place);
  const schema = name === undefined ? undefined : tool.inputSchema.properties?.[name];
  const value = argumentAt(evidence, place);
  const takers = asArray(get(schema, 'anyOf') ?? get(schema, 'oneOf')).filter((branch) => {
    const single = { ...tool.inputSchema, properties: { value: branch }, required: [] };
    // On the wire there is only text.
    return [value, String(value)].some(
      (form) => argumentProblems(single as typeof tool.inputSchema, { value: form }).length === 0,
    );
  });
  return takers.length > 1;
}

function isReported(code: string, violation: Violation, { diagnostics }: Evidence): boolean {
  const pattern = /must match pattern "(.*)"$/s.exec(violation.message)?.[1];
  if (violation.code !== 'pattern' || pattern === undefined) return false;
  const start = plain(pattern).slice(0, 30);
  return diagnostics.some(
    (diagnostic) => diagnostic.code === code && plain(diagnostic.message).includes(start),
  );
}

/** Without what quoting changes. */
function plain(text: string): string {
  return text.replaceAll('\\', '');
}

function listed(message: string): readonly string[] {
  return (/allowed values: (.*)$/.exec(message)?.[1] ?? '').split(', ');
}

/** What was given for a place; Prism writes the names of parameters in lower case. */
function argumentAt(evidence: Evidence, place: string): unknown {
  const { arguments: args, tool } = evidence;
  const name = argumentName(evidence, place);
  if (name !== undefined) return args[name];
  const { body } = tool.request;
  const whole = body !== undefined && 'argument' in body ? args[body.argument] : undefined;
  return get(whole, place.replace(/^body\./, ''));
}

function argumentName({ arguments: args }: Evidence, place: string): string | undefined {
  const name = place.replace(/^\w+\./, '').toLowerCase();
  return Object.keys(args).find((key) => key.toLowerCase() === name);
}

/** Whether the body is a file. */
function isFile({ tool: { request, inputSchema } }: Evidence): boolean {
  const { body } = request;
  if (body === undefined || !('argument' in body)) return false;
  return inputSchema.properties?.[body.argument]?.['format'] === 'binary';
}
