import { dirname, relative, resolve, sep } from 'node:path';
import { defaultSurfaceThreshold, type GenerateOptions, type ResourceMode } from './options.js';
import { readManifest, type Manifest, type RecordedOptions } from './write/manifest.js';
import type { HostName } from './model/hosts/host.js';
import type { RoomName } from './rooms.js';
import type { Config } from './load/config.js';
import { findConfig, findRecordedConfig, type FoundConfig } from './load/find-config.js';
import { failure } from './load/failure.js';
import { checkOptions } from './load/option-check.js';
import { isUrl } from './load/read-root.js';
import { expandSourceHeaders } from './load/source-header.js';
import type { SourceRequest } from './load/source.js';

/** What a generation does. Paths are relative to `cwd`, with `/`. */
export interface Settings extends SourceRequest {
  /** Undefined: `<name>-mcp`. */
  readonly output?: string;
  readonly name?: string;
  readonly baseUrl?: string;
  readonly resources: ResourceMode;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly readOnly: boolean;
  readonly outputSchema: boolean;
  readonly fields: boolean;
  /** Tokens that tools/list may have. */
  readonly maxTokens?: number;
  /** Callers who may use more tools than this search for them. */
  readonly surfaceThreshold: number;
  /** Hosts that the tools are to suit. */
  readonly profiles: readonly HostName[];
  /** Pinned names that they refuse are made anew. */
  readonly rename: boolean;
  /** Rooms of the project. */
  readonly with: readonly RoomName[];
  /** What the config says of single tools, by pattern. */
  readonly tools: NonNullable<Config['tools']>;
  /** What it says of who may do what. */
  readonly serve: NonNullable<Config['serve']>;
  readonly strict: boolean;
  readonly acceptOrigins: readonly string[];
  readonly check: boolean;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly adopt: boolean;
  readonly recorded: Recorded;
}

/**
 * What the manifest is to record so that `mcp-gen` alone repeats the generation; paths are relative
 * to `cwd`. What a config says is left out, so that it ends when the config no longer says it.
 */
export interface Recorded {
  readonly source:
    | { readonly kind: 'file' | 'url' | 'config'; readonly location: string }
    | { readonly kind: 'stdin' };
  /** The config whose settings count, where that is not the source itself; relative to `cwd`. */
  readonly config?: string;
  readonly options: RecordedOptions;
}

/** Where the source is, and what the manifest is to record of it. */
interface Place {
  readonly source: string;
  readonly recorded: Recorded['source'];
}

/**
 * The flags, over the config of the working folder, over what the project recorded that `output`
 * leads to, or that the working folder is. InputError if an option is wrong or there is no source.
 */
export async function resolveSettings(
  options: GenerateOptions,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Settings> {
  const cwd = resolve(options.cwd ?? '.');
  const manifest = await readRecorded(cwd, resolve(cwd, options.output ?? '.'));
  const found = await findUsed(options.source ?? recordedConfig(manifest), manifest?.config, cwd);
  const config = isOfOther(found, options.source, cwd) ? undefined : found;
  const place = findSource(options, config, manifest, cwd);

  const { acceptOrigins = config?.config.acceptOrigins ?? [], ...asked } = definedOptions(options);
  const memory = manifest?.options ?? {};
  const configured = config === undefined ? {} : configOptions(config, cwd);
  const { sourceHeaders = [], ...merged } = { ...memory, ...configured, ...asked };
  checkOptions(merged);
  const { rename = false, check = false, dryRun = false, force = false, adopt = false } = options;
  return {
    resources: 'both',
    include: [],
    exclude: [],
    readOnly: false,
    outputSchema: false,
    surfaceThreshold: defaultSurfaceThreshold,
    profiles: [],
    fields: false,
    with: [],
    tools: config?.config.tools ?? {},
    serve: config?.config.serve ?? {},
    strict: false,
    allowRemoteRefs: [],
    ...merged,
    acceptOrigins,
    ...outputOf(options, config, manifest, cwd),
    cwd,
    source: place.source,
    ...(options.stdin === undefined ? {} : { stdin: options.stdin }),
    sourceHeaders: expandSourceHeaders(sourceHeaders, environment),
    rename,
    check,
    dryRun,
    force,
    adopt,
    recorded: {
      source: place.recorded,
      ...(config &&
        place.recorded.kind !== 'config' && { config: relativePath(cwd, cwd, config.path) }),
      options: { ...memory, ...asked },
    },
  };
}

type CommonOptions = RecordedOptions & Pick<GenerateOptions, 'acceptOrigins'>;

const optionNames = [
  'name',
  'baseUrl',
  'resources',
  'include',
  'exclude',
  'readOnly',
  'outputSchema',
  'fields',
  'maxTokens',
  'surfaceThreshold',
  'profiles',
  'with',
  'strict',
  'allowRemoteRefs',
  'refRoot',
  'acceptOrigins',
  'sourceHeaders',
] as const satisfies readonly (keyof CommonOptions)[];

function definedOptions(options: CommonOptions): CommonOptions {
  return Object.fromEntries(
    optionNames.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
}

function configOptions({ config, path }: FoundConfig, cwd: string): CommonOptions {
  const { refRoot, serve, ...options } = config;
  return {
    ...definedOptions(options),
    ...(serve?.with && { with: serve.with }),
    ...(refRoot === undefined ? {} : { refRoot: relativePath(cwd, dirname(path), refRoot) }),
  };
}

function outputOf(
  options: GenerateOptions,
  config: FoundConfig | undefined,
  manifest: Manifest | undefined,
  cwd: string,
): Pick<Settings, 'output'> {
  if (options.output !== undefined) return { output: options.output };
  const configured = config?.config.output;
  if (config !== undefined && configured !== undefined) {
    return { output: relativePath(cwd, dirname(config.path), configured) };
  }
  return manifest === undefined ? {} : { output: '.' };
}

/** A config that lists endpoints says nothing about another source. */
function isOfOther(
  config: FoundConfig | undefined,
  source: string | undefined,
  cwd: string,
): boolean {
  if (source === undefined || config?.config.endpoints === undefined) return false;
  return resolve(cwd, source) !== config.path;
}

/** The manifest of a project with its paths relative to `cwd`. */
async function readRecorded(cwd: string, project: string): Promise<Manifest | undefined> {
  const manifest = await readManifest(project);
  if (manifest === undefined) return undefined;
  const { source, config, options } = manifest;
  const { refRoot } = options;
  return {
    ...manifest,
    source:
      source.kind === 'file' || source.kind === 'config'
        ? { ...source, location: relativePath(cwd, project, source.location) }
        : source,
    ...(config !== undefined && { config: relativePath(cwd, project, config) }),
    options:
      refRoot === undefined
        ? options
        : { ...options, refRoot: relativePath(cwd, project, refRoot) },
  };
}

/** The config of the source or of the folder, or else the one that the project was generated with. */
async function findUsed(
  source: string | undefined,
  recorded: string | undefined,
  cwd: string,
): Promise<FoundConfig | undefined> {
  const found = await findConfig(source, cwd);
  return found ?? (recorded === undefined ? undefined : findRecordedConfig(recorded, cwd));
}

function recordedConfig(manifest: Manifest | undefined): string | undefined {
  return manifest?.source.kind === 'config' ? manifest.source.location : undefined;
}

function findSource(
  { source }: GenerateOptions,
  config: FoundConfig | undefined,
  manifest: Manifest | undefined,
  cwd: string,
): Place {
  const isConfig =
    config !== undefined && source !== undefined && resolve(cwd, source) === config.path;
  if (source !== undefined && !isConfig) return placeOf(source, cwd, cwd);
  if (config?.config.endpoints !== undefined || config?.config.source !== undefined) {
    return configPlace(config, cwd);
  }
  if (manifest === undefined) {
    throw failure(
      'MG140',
      'There is no source.',
      undefined,
      'Run `mcp-gen openapi.yaml`, or write a mcp-gen.config.yaml.',
    );
  }
  if (manifest.source.kind === 'stdin') {
    throw failure(
      'MG141',
      'This project was generated from standard input, so it cannot be repeated.',
      { file: 'mcp-gen.json' },
      'Give the source again: mcp-gen - < openapi.yaml, or mcp-gen openapi.yaml.',
    );
  }
  return placeOf(manifest.source.location, cwd, cwd);
}

function configPlace({ config, path }: FoundConfig, cwd: string): Place {
  const location = relativePath(cwd, cwd, path);
  const source =
    config.source === undefined ? location : placeOf(config.source, dirname(path), cwd).source;
  return { source, recorded: { kind: 'config', location } };
}

function placeOf(source: string, folder: string, cwd: string): Place {
  if (source === '-') return { source, recorded: { kind: 'stdin' } };
  if (isUrl(source)) {
    return { source, recorded: { kind: 'url', location: source } };
  }
  const location = relativePath(cwd, folder, source);
  return { source: location, recorded: { kind: 'file', location } };
}

function relativePath(cwd: string, folder: string, path: string): string {
  return relative(cwd, resolve(folder, path)).split(sep).join('/') || '.';
}
