import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from '../diagnostics.js';
import type { OutputFile } from '../emit/output-file.js';
import { contentHash } from './content-hash.js';
import {
  blocked,
  decideGenerated,
  decideMarked,
  decideScaffold,
  decideVanished,
  keep,
  type Decision,
  type FileRecord,
  type Outcome,
  type Situation,
} from './decision.js';
import { hashOf, type DiskFile } from './disk-file.js';
import {
  completeManifest,
  manifestPath,
  printManifest,
  type Manifest,
  type ManifestHeader,
} from './manifest.js';
import { decideLock, decidePackage, type PackageDecision } from './package-files.js';

/** What happens to every file of a project, sorted by path, the manifest last. */
export interface ProjectDecision {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Decides on every file that is generated or was; pure. `disk` holds what stands in their places. */
export function decideProject(
  files: readonly OutputFile[],
  header: ManifestHeader,
  previous: Manifest | undefined,
  disk: ReadonlyMap<string, DiskFile>,
  options: Pick<Situation, 'force' | 'adopting'>,
): ProjectDecision {
  const recorded = new Map(Object.entries(previous?.files ?? {}));
  const situate = (path: string): Situation => ({
    ...options,
    disk: disk.get(path) ?? { state: 'absent' },
    recorded: recorded.get(path),
  });
  const packageFile = files.find(({ ownership }) => ownership === 'package');
  const packageJson =
    packageFile && decidePackage(packageFile, previous?.package, situate(packageFile.path));

  const outcomes = new Map<string, Outcome>();
  const records = new Map<string, FileRecord>();
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const decision = decideFile(file, situate(file.path), packageJson);
    outcomes.set(file.path, decision.outcome);
    records.set(file.path, decision.record);
    diagnostics.push(...(decision.diagnostics ?? []));
  }
  for (const path of recorded.keys()) {
    if (!outcomes.has(path)) outcomes.set(path, decideVanished(situate(path)));
  }
  const manifest = completeManifest(header, {
    files: Object.fromEntries(records),
    package: packageJson?.generated ?? {},
  });
  const manifestOutcome = decideManifest(manifest, previous, situate(manifestPath).disk);
  return { outcomes: sortedWithLast(outcomes, manifestPath, manifestOutcome), diagnostics };
}

function decideFile(
  file: OutputFile,
  situation: Situation,
  packageJson: PackageDecision | undefined,
): Decision {
  switch (file.ownership) {
    case 'generated':
      return decideGenerated(file, situation);
    case 'scaffold':
      return decideScaffold(file, situation);
    case 'marked':
      return decideMarked(file, situation);
    case 'package':
      return packageJson ?? decidePackage(file, undefined, situation);
    case 'lock':
      return decideLock(file, situation, packageJson);
  }
}

function decideManifest(
  manifest: Manifest,
  previous: Manifest | undefined,
  disk: DiskFile,
): Outcome {
  const content = printManifest(manifest);
  if (disk.state === 'blocked') return blocked(disk.reason);
  if (hashOf(disk) === contentHash(content)) return keep;
  if (previous === undefined) return { action: 'write', content, reason: 'new' };
  const before = new Map<string, unknown>(Object.entries(previous));
  const changed = Object.entries(manifest)
    .filter(([key, value]) => !isDeepStrictEqual(before.get(key), value))
    .map(([key]) => key);
  return { action: 'write', content, reason: changed.join(', ') || 'layout' };
}

function sortedWithLast(
  outcomes: ReadonlyMap<string, Outcome>,
  lastPath: string,
  lastOutcome: Outcome,
): ReadonlyMap<string, Outcome> {
  const sorted = [...outcomes].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map([...sorted, [lastPath, lastOutcome]]);
}
