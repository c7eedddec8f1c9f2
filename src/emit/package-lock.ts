import { z } from 'zod';

type LockedPackage = Readonly<Record<string, unknown>>;
type Packages = Readonly<Record<string, LockedPackage>>;

/** What a lock pins: the entry of every package by its folder. */
export interface Lock {
  readonly packages: Packages;
}

/** The root entry of a lock: what its package.json says of itself. */
export interface RootPackage {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly engines: Readonly<Record<string, string>>;
}

const record = z.record(z.string(), z.unknown());
const lockFile = z.object({ packages: z.record(z.string(), record) });

/** Reads a package-lock.json of version 3. */
export function parseLock(text: string): Lock {
  return lockFile.parse(JSON.parse(text));
}

/**
 * The lock of a project, cut out of a lock that pins everything it may depend on: what the project's
 * dependencies reach, with the flags that npm would give it there.
 */
export function cutLock(lock: Lock, root: RootPackage): Lock & Readonly<Record<string, unknown>> {
  const packages: Packages = { ...lock.packages, '': { ...root } };
  const everything = reach(packages, []);
  const flags = flagger(packages);
  const kept = Object.entries(packages)
    .filter(([folder]) => everything.has(folder))
    .map(([folder, entry]) => [folder, { ...entry, ...flags(folder) }] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    name: root.name,
    version: root.version,
    lockfileVersion: 3,
    requires: true,
    packages: Object.fromEntries(kept),
  };
}

type Kind = 'required' | 'dev' | 'optional' | 'peer';

/** As npm: a package is `dev` when only development dependencies lead to it, and so on. */
function flagger(
  packages: Packages,
): (folder: string) => Readonly<Record<string, true | undefined>> {
  const withoutDev = reach(packages, ['dev']);
  const withoutOptional = reach(packages, ['optional']);
  const withoutEither = reach(packages, ['dev', 'optional']);
  const withoutPeer = reach(packages, ['peer']);
  return (folder) => {
    const dev = !withoutDev.has(folder);
    const optional = !withoutOptional.has(folder);
    const devOptional = !dev && !optional && !withoutEither.has(folder);
    const peer = !withoutPeer.has(folder);
    const flag = (set: boolean) => (set ? true : undefined);
    return {
      dev: flag(dev),
      optional: flag(optional),
      devOptional: flag(devOptional),
      peer: flag(peer),
    };
  };
}

/** Folders of the packages that the root leads to by dependencies of other kinds than these. */
function reach(packages: Packages, avoided: readonly Kind[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (folder: string): void => {
    const entry = packages[folder];
    if (entry === undefined || found.has(folder)) return;
    found.add(folder);
    for (const [name, kind] of dependencies(entry)) {
      if (!avoided.includes(kind)) visit(locate(packages, folder, name));
    }
  };
  visit('');
  return found;
}

function* dependencies(entry: LockedPackage): Generator<readonly [name: string, kind: Kind]> {
  for (const name of Object.keys(table(entry['dependencies']))) yield [name, 'required'];
  for (const name of Object.keys(table(entry['devDependencies']))) yield [name, 'dev'];
  for (const name of Object.keys(table(entry['optionalDependencies']))) yield [name, 'optional'];
  const peers = table(entry['peerDependenciesMeta']);
  for (const name of Object.keys(table(entry['peerDependencies']))) {
    if (table(peers[name])['optional'] !== true) yield [name, 'peer'];
  }
}

function table(value: unknown): Readonly<Record<string, unknown>> {
  return value === undefined ? {} : record.parse(value);
}

/** Where Node finds the package when a file of `folder` imports it. */
function locate(packages: Packages, folder: string, name: string): string {
  const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
  if (path in packages) return path;
  if (folder === '') throw new Error(`${name} is not in the lock of the templates`);
  return locate(packages, folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/'))), name);
}
