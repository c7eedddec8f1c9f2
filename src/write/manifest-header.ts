import { relative, resolve, sep } from 'node:path';
import type { Settings } from '../settings.js';
import type { Source } from '../load/source.js';
import type { ServerModel } from '../model/model.js';
import type { ManifestHeader } from './manifest.js';

/**
 * What a generation records so that `mcp-gen` alone can repeat it. `directory` is the project's folder, absolute:
 * recorded paths are relative to it.
 */
export function manifestHeader(
  generator: string,
  directory: string,
  { digest }: Source,
  { cwd, recorded: { source, config, options } }: Settings,
  model: ServerModel,
): ManifestHeader {
  const fromProject = (path: string) =>
    relative(directory, resolve(cwd, path)).split(sep).join('/') || '.';
  const { refRoot, ...rest } = options;
  return {
    generator,
    source: recordedSource(source, digest, fromProject),
    ...(config !== undefined && { config: fromProject(config) }),
    options: { ...rest, ...(refRoot !== undefined && { refRoot: fromProject(refRoot) }) },
    credentialOrigins: model.credentialOrigins,
    pins: model.pins,
  };
}

function recordedSource(
  source: Settings['recorded']['source'],
  digest: string,
  fromProject: (path: string) => string,
): ManifestHeader['source'] {
  switch (source.kind) {
    case 'stdin':
      return { kind: 'stdin', digest };
    case 'url':
      return { ...source, digest };
    case 'file':
    case 'config':
      return { kind: source.kind, location: fromProject(source.location), digest };
  }
}
