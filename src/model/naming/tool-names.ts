import { createHash } from 'node:crypto';
import type { Report } from '../../diagnostics.js';
import type { Operation } from '../operation.js';
import { pathVariable } from '../request/route.js';
import { splitWords } from './words.js';

/** What a tool's name is made from. */
export interface Named {
  readonly operation: Operation;
  /** Asked for by `x-mcp.name`. */
  readonly explicit: string | undefined;
  /** Given by an earlier generation. */
  readonly pinned: string | undefined;
}

/** Hosts refuse longer names. */
export const toolNameLimit = 64;
const hashLength = 6;

/**
 * The name of every tool by its operation's key: unique, `[a-z0-9_]` and at most `limit` characters, unless it is
 * explicit or pinned: then it has at most 64, and may also hold capitals and `-`. Explicit names come first, then
 * pinned ones, then operationId, method and path.
 */
export function nameTools(
  operations: readonly Named[],
  report: Report,
  limit: number = toolNameLimit,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const give = ({ key }: Operation, name: string): void => {
    names.set(key, name);
    taken.add(name.toLowerCase());
  };
  for (const { operation, explicit } of operations) {
    if (explicit === undefined) continue;
    const flaw = taken.has(explicit.toLowerCase()) ? 'is taken' : 'is no name for a tool';
    if (isToolName(explicit) && flaw !== 'is taken') give(operation, explicit);
    else reportName(operation, explicit, flaw, report);
  }
  for (const { operation, pinned } of operations) {
    const free = pinned !== undefined && isToolName(pinned) && !taken.has(pinned.toLowerCase());
    if (free && !names.has(operation.key)) give(operation, pinned);
  }
  const rest = operations.map(({ operation }) => operation).filter(({ key }) => !names.has(key));
  for (const [operation, name] of deriveNames(rest, limit)) {
    give(operation, taken.has(name) ? firstFree(operation, taken, limit) : name);
  }
  reportDuplicates(operations, names, report);
  return names;
}

/** What every host accepts as the name of a tool. */
export function isToolName(name: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}$/.test(name);
}

function reportName({ pointer }: Operation, name: string, flaw: string, report: Report): void {
  report({
    code: 'MG229',
    severity: 'warning',
    message: `The name ${JSON.stringify(name)} ${flaw}: the tool is named after its operation.`,
    pointer: `${pointer}/x-mcp`,
    help: 'A name has 1 to 64 of the characters A-Z, a-z, 0-9, _ and -.',
  });
}

/** OpenAPI 3.1, section 4.8.10: an operationId is unique among all operations. */
function reportDuplicates(
  operations: readonly Named[],
  names: ReadonlyMap<string, string>,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const { operation } of operations) {
    const { operationId, method, path, key, pointer } = operation;
    if (operationId === undefined) continue;
    if (seen.has(operationId)) {
      report({
        code: 'MG204',
        severity: 'warning',
        message: `The operationId ${JSON.stringify(operationId)} is used before: the tool of ${method} ${path} is called ${names.get(key) ?? ''}.`,
        pointer: `${pointer}/operationId`,
      });
    }
    seen.add(operationId);
  }
}

/** Names that had to be shortened to the same text all carry a hash, so that none depends on the others' order. */
function deriveNames(
  operations: readonly Operation[],
  limit: number,
): readonly (readonly [Operation, string])[] {
  const candidates = operations.map((operation) => {
    const words = identifierWords(operation);
    return { operation, name: shorten(words, limit), shortened: words.join('_').length > limit };
  });
  const count = new Map<string, number>();
  for (const { name } of candidates) count.set(name, (count.get(name) ?? 0) + 1);
  return candidates
    .toSorted((left, right) => Number(left.shortened) - Number(right.shortened))
    .map(({ operation, name, shortened }) => [
      operation,
      shortened && count.get(name) !== 1 ? hashed(operation, limit) : name,
    ]);
}

function firstFree(operation: Operation, taken: ReadonlySet<string>, limit: number): string {
  const candidates = [shorten(pathWords(operation), limit), hashed(operation, limit)];
  const free = candidates.find((name) => !taken.has(name));
  if (free !== undefined) return free;
  for (let count = 2; ; count += 1) {
    const name = `${shorten(identifierWords(operation), limit - 4)}_${count}`;
    if (!taken.has(name)) return name;
  }
}

function hashed(operation: Operation, limit: number): string {
  const hash = createHash('sha256').update(operation.key).digest('hex').slice(0, hashLength);
  return `${shorten(identifierWords(operation), limit - hashLength - 1)}_${hash}`;
}

function identifierWords(operation: Operation): readonly string[] {
  const words = splitWords(operation.operationId ?? '');
  if (words.length === 0) return pathWords(operation);
  return /^[0-9]/.test(words[0] ?? '') ? [operation.method.toLowerCase(), ...words] : words;
}

/** `get_pets_by_id` */
function pathWords({ method, path }: Operation): readonly string[] {
  const spoken = path.replaceAll(pathVariable, (_, name: string) => ` by ${name} `);
  return [method.toLowerCase(), ...splitWords(spoken)];
}

/** Drops whole words, first those that repeat, then from the middle: the ends say most. */
function shorten(words: readonly string[], limit: number): string {
  const full = words.join('_');
  if (full.length <= limit) return full;
  const kept = [...new Set(words)];
  while (kept.length > 2 && kept.join('_').length > limit) kept.splice(kept.length >> 1, 1);
  return kept.join('_').slice(0, limit).replace(/_+$/, '');
}
