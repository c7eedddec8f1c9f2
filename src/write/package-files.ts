import { isDeepStrictEqual } from 'node:util';
import { InputError, type Diagnostic } from '../diagnostics.js';
import type { OutputFile } from '../emit/output-file.js';
import { contentHash } from './content-hash.js';
import {
  blocked,
  decideGenerated,
  keep,
  withLineEndsOf,
  type Decision,
  type FileRecord,
  type Situation,
} from './decision.js';
import {
  isJsonObject,
  mergePackage,
  type JsonObject,
  type MergeConflict,
} from './package-merge.js';

/** The decision on package.json, and what the lock's depends on. */
export interface PackageDecision extends Decision {
  /** What was generated, without the user's part: the base of the next merge. */
  readonly generated: JsonObject;
  /** Whether the lock fits: the user has added or changed no dependency. */
  readonly lockable: boolean;
  /** Whether this run changes the dependencies in the file. */
  readonly dependenciesChange: boolean;
}

/** The keys of package.json that its lock depends on. */
const lockedKeys = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
  'bundleDependencies',
  'bundledDependencies',
  'overrides',
  'workspaces',
] as const;

/** Merges the generated package.json into the user's; an unreadable one is an `InputError`. */
export function decidePackage(
  file: OutputFile,
  base: JsonObject | undefined,
  { disk }: Situation,
): PackageDecision {
  const record: FileRecord = { ownership: 'package' };
  const generated = parseObject(file.content);
  if (generated === undefined) throw new Error(`${file.path} was generated without an object`);
  const fresh = { record, generated, lockable: true, dependenciesChange: false };
  if (disk.state === 'blocked') return { ...fresh, outcome: blocked(disk.reason) };
  if (disk.state === 'absent') {
    const reason = base === undefined ? 'new' : 'was deleted';
    return { ...fresh, outcome: { action: 'write', content: file.content, reason } };
  }
  const kept = parseObject(disk.text);
  if (kept === undefined) throw unreadable(file.path);
  const { merged, conflicts } = mergePackage(base ?? {}, generated, kept);
  const changed = !isDeepStrictEqual(merged, kept);
  return {
    record,
    generated,
    outcome: changed
      ? { action: 'write', content: printLike(disk.text, merged), reason: 'merged' }
      : keep,
    diagnostics: conflicts.length === 0 ? [] : [keptValues(file.path, conflicts)],
    lockable: sameDependencies(merged, generated),
    dependenciesChange: !sameDependencies(merged, kept),
  };
}

/**
 * The lock is generated as long as the dependencies are the generated ones. npm rewrites a lock without being asked
 * (it adds addresses), so that an edited one is no reason to stop: it stays until the generated one changes.
 */
export function decideLock(
  file: OutputFile,
  situation: Situation,
  packageJson: PackageDecision | undefined,
): Decision {
  const { disk, recorded } = situation;
  const decision = decideGenerated(file, situation);
  if (packageJson?.lockable === false) {
    const diagnostics = packageJson.dependenciesChange ? [outdated(file.path)] : [];
    return { outcome: keep, record: decision.record, diagnostics };
  }
  if (decision.outcome.action !== 'refuse' || disk.state !== 'file') return decision;
  if (recorded === undefined) return decision;
  if (recorded.hash === contentHash(file.content)) return { ...decision, outcome: keep };
  const outcome = { action: 'write', content: file.content, reason: 'out of date' } as const;
  return { ...decision, outcome, diagnostics: [rewritten(file.path)] };
}

function sameDependencies(left: JsonObject, right: JsonObject): boolean {
  return lockedKeys.every((key) => isDeepStrictEqual(left[key] ?? {}, right[key] ?? {}));
}

function parseObject(json: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(json.replace(/^\uFEFF/, ''));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Prints with the indentation, the line ends and the final newline of the text it replaces. */
function printLike(model: string, value: JsonObject): string {
  const indent = /\n([ \t]+)"/.exec(model)?.[1] ?? '  ';
  const newline = model.endsWith('\n') ? '\n' : '';
  return withLineEndsOf(model, JSON.stringify(value, null, indent) + newline);
}

function unreadable(path: string): InputError {
  return new InputError([
    {
      code: 'MG412',
      severity: 'error',
      message: `${path} is not a JSON object.`,
      origin: { file: path },
      help: 'Correct it, or delete it to have it written anew.',
    },
  ]);
}

function keptValues(path: string, conflicts: readonly MergeConflict[]): Diagnostic {
  const values = conflicts.map(
    ({ key, kept, generated }) =>
      `${key} is ${printValue(kept)} (generated: ${printValue(generated)})`,
  );
  return {
    code: 'MG413',
    severity: 'warning',
    message: `${path} keeps what was changed by hand: ${values.join('; ')}.`,
    origin: { file: path },
  };
}

function printValue(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}

function outdated(path: string): Diagnostic {
  return {
    code: 'MG414',
    severity: 'info',
    message: `${path} was left alone, because the project has dependencies of its own.`,
    origin: { file: path },
    help: 'Run npm install to bring it up to date.',
  };
}

function rewritten(path: string): Diagnostic {
  return {
    code: 'MG415',
    severity: 'info',
    message: `${path} was changed since it was generated, and has been written anew.`,
    origin: { file: path },
    help: 'Repeat what was changed in the lock alone, e.g. npm audit fix.',
  };
}
