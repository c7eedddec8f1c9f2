import type { Report } from '../diagnostics.js';
import { nearest } from '../nearest.js';
import { resultCharsRange } from '../options.js';
import { field, flagField, isObject, textField, type JsonObject } from './node.js';
import type { Operation } from './operation.js';
import { pointerTo } from './reference.js';

/** What `x-mcp` asks for. */
export interface Directive {
  /** False: no tool is made of it. */
  readonly enabled: boolean | undefined;
  readonly name: string | undefined;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly readOnly: boolean | undefined;
  readonly destructive: boolean | undefined;
  readonly idempotent: boolean | undefined;
  /** Listed even where tools are searched for. */
  readonly favourite: boolean | undefined;
  /** The media type that the body is to be sent as. */
  readonly contentType: string | undefined;
  /** Longest text of a result in UTF-16 code units. */
  readonly maxResultChars: number | undefined;
  /** Whether the tool has arguments that choose from its replies. */
  readonly fields: boolean | undefined;
}

const texts = ['name', 'title', 'description', 'contentType'] as const;
const hints = ['readOnly', 'destructive', 'idempotent'] as const;
const flags = [...hints, 'favourite', 'fields'] as const;

/** What may stand in `x-mcp`, by where it stands. */
const keysOf = {
  root: ['name', ...hints],
  pathItem: hints,
  operation: [...texts, ...flags, 'maxResultChars'],
} as const;

/** Reads `x-mcp` of an operation; what it leaves open its path item decides, then the root. */
export function readDirective(
  document: JsonObject,
  operation: Operation,
  report: Report,
): Directive {
  const own = readLevel('operation', operation.node, operation.pointer, report);
  const pathItem = readLevel('pathItem', operation.pathItem, operation.pathItemPointer, report);
  const root = readLevel('root', document, '', report);
  return {
    ...own,
    enabled: own.enabled ?? pathItem.enabled ?? root.enabled,
    readOnly: own.readOnly ?? pathItem.readOnly ?? root.readOnly,
    destructive: own.destructive ?? pathItem.destructive ?? root.destructive,
    idempotent: own.idempotent ?? pathItem.idempotent ?? root.idempotent,
  };
}

/** The server's name that `x-mcp` at the root asks for. */
export function serverNameDirective(document: JsonObject): string | undefined {
  return textField(field(document, 'x-mcp'), 'name');
}

function readLevel(
  level: keyof typeof keysOf,
  node: JsonObject,
  pointer: string,
  report: Report,
): Directive {
  const value = field(node, 'x-mcp');
  reportFlaws(value, keysOf[level], pointerTo(pointer, 'x-mcp'), report);
  return {
    enabled: isObject(value) ? true : flagField(node, 'x-mcp'),
    name: textField(value, 'name'),
    title: textField(value, 'title'),
    description: textField(value, 'description'),
    readOnly: flagField(value, 'readOnly'),
    destructive: flagField(value, 'destructive'),
    idempotent: flagField(value, 'idempotent'),
    favourite: flagField(value, 'favourite'),
    contentType: textField(value, 'contentType'),
    maxResultChars: resultChars(value),
    fields: flagField(value, 'fields'),
  };
}

function resultChars(directive: unknown): number | undefined {
  const { minimum, maximum } = resultCharsRange;
  const value = field(directive, 'maxResultChars');
  const isInRange = Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum;
  return isInRange ? Number(value) : undefined;
}

function reportFlaws(
  value: unknown,
  allowed: readonly string[],
  pointer: string,
  report: Report,
): void {
  const warn = (message: string, place: string): void => {
    report({ code: 'MG228', severity: 'warning', message, pointer: place });
  };
  if (value === undefined || typeof value === 'boolean') return;
  if (!isObject(value)) {
    warn('x-mcp is neither true, false nor an object.', pointer);
    return;
  }
  for (const key of Object.keys(value)) {
    const place = pointerTo(pointer, key);
    if (!allowed.includes(key)) {
      const meant = nearest(key, allowed);
      const hint = meant === undefined ? `known: ${allowed.join(', ')}` : `did you mean ${meant}?`;
      warn(`x-mcp has no key ${JSON.stringify(key)} here; ${hint}`, place);
    } else if (flags.some((name) => name === key) && flagField(value, key) === undefined) {
      warn(`x-mcp.${key} is neither true nor false.`, place);
    } else if (texts.some((name) => name === key) && textField(value, key) === undefined) {
      warn(`x-mcp.${key} is not a text.`, place);
    } else if (key === 'maxResultChars' && resultChars(value) === undefined) {
      const { minimum, maximum } = resultCharsRange;
      warn(`x-mcp.${key} is not an integer of ${minimum} to ${maximum}.`, place);
    }
  }
}
