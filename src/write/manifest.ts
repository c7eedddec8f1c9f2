import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../diagnostics.js';
import { hostNames } from '../model/hosts/host.js';
import { roomNames } from '../rooms.js';
import { isErrno } from './file-error.js';
import { pathFlaw } from './project-path.js';

/** The manifest's place in a project. */
export const manifestPath = 'mcp-gen.json';

const formatVersion = 1;

const text = z.string();
const texts = z.array(text).readonly();
const textByKey = z.record(text, text).readonly();
/** What `contentHash` makes. */
export const hashSchema = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** A path that stays inside a project, whoever wrote it down. */
export const projectPathSchema = text.refine((path) => pathFlaw(path) === undefined, {
  error: 'is not a path inside the project',
});

const sourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['file', 'url', 'config']), location: text, digest: text }).readonly(),
  z.object({ kind: z.literal('stdin'), digest: text }).readonly(),
]);

const optionsSchema = z
  .object({
    name: text.exactOptional(),
    baseUrl: text.exactOptional(),
    resources: z.enum(['both', 'tools-only', 'resources-only']).exactOptional(),
    include: texts.exactOptional(),
    exclude: texts.exactOptional(),
    readOnly: z.boolean().exactOptional(),
    outputSchema: z.boolean().exactOptional(),
    fields: z.boolean().exactOptional(),
    maxTokens: z.int().positive().exactOptional(),
    surfaceThreshold: z.int().nonnegative().exactOptional(),
    profiles: z.array(z.enum(hostNames)).readonly().exactOptional(),
    with: z.array(z.enum(roomNames)).readonly().exactOptional(),
    strict: z.boolean().exactOptional(),
    allowRemoteRefs: texts.exactOptional(),
    refRoot: text.exactOptional(),
    sourceHeaders: texts.exactOptional(),
  })
  .readonly();

const toolPinSchema = z
  .object({ name: text, group: text, arguments: textByKey.exactOptional() })
  .readonly();

const pinsSchema = z
  .object({
    name: text,
    uriScheme: text,
    tools: z.record(text, toolPinSchema).readonly(),
    environment: textByKey,
  })
  .readonly();

const fileSchema = z
  .object({
    ownership: z.enum(['generated', 'scaffold', 'marked', 'package', 'lock']),
    hash: hashSchema.exactOptional(),
  })
  .readonly();

const manifestSchema = z
  .object({
    formatVersion: z.literal(formatVersion),
    generator: text,
    source: sourceSchema,
    config: text.exactOptional(),
    options: optionsSchema,
    credentialOrigins: texts,
    pins: pinsSchema,
    files: z.record(projectPathSchema, fileSchema).readonly(),
    package: z.record(text, z.json()).readonly(),
  })
  .readonly();

/**
 * What a project remembers of its generation, in `mcp-gen.json`. No secret stands in it.
 * - `generator`: mcp-gen's version, the only place that names it.
 * - `source.location`: a file's path relative to the project, with `/`, or a URL; a stdin source has none.
 * - `config`: the config that counted besides the source, relative to the project.
 * - `options.refRoot`: relative to the project; `options.sourceHeaders`: as given, `Name: $ENV`.
 * - `files[path].hash`: over what was generated (of a `marked` file, between its markers); none where the file is the user's.
 * - `package`: what was generated of package.json, the base of the next merge.
 */
export type Manifest = z.infer<typeof manifestSchema>;

/** What the caller knows of a manifest; the plan adds the rest. */
export type ManifestHeader = Pick<
  Manifest,
  'generator' | 'source' | 'config' | 'options' | 'credentialOrigins' | 'pins'
>;

/** The options that a generation records so that `mcp-gen` alone repeats it. */
export type RecordedOptions = Manifest['options'];

/** The manifest with what the plan found out, in its recorded form. */
export function completeManifest(
  header: ManifestHeader,
  rest: Pick<Manifest, 'files' | 'package'>,
): Manifest {
  return { formatVersion, ...header, ...rest };
}

/** The manifest of a project, or undefined if it has none; a broken one and a newer format are an `InputError`. */
export async function readManifest(directory: string): Promise<Manifest | undefined> {
  try {
    return parseManifest(await readFile(join(directory, manifestPath), 'utf8'));
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}

/** The manifest in a text; `InputError` if it is not one that this version can read. */
export function parseManifest(json: string): Manifest {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    throw unreadable('it is not valid JSON');
  }
  const version = z.object({ formatVersion: z.number() }).safeParse(data);
  if (version.success && version.data.formatVersion > formatVersion) throw newer();
  const manifest = manifestSchema.safeParse(data);
  if (manifest.success) return manifest.data;
  const issue = manifest.error.issues[0];
  throw unreadable(`${issue?.path.join('.') ?? 'the root'}: ${issue?.message ?? 'is wrong'}`);
}

/** The one way to write a manifest down: keys sorted by code unit, two spaces, a final newline. */
export function printManifest(manifest: Manifest): string {
  return `${JSON.stringify(sortKeys(manifest), null, 2)}\n`;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, child]) => [key, sortKeys(child)]));
}

function unreadable(reason: string): InputError {
  return new InputError([
    {
      code: 'MG401',
      severity: 'error',
      message: `The manifest cannot be read: ${reason}.`,
      origin: { file: manifestPath },
      help: 'Restore it from version control. If it is lost, delete it and run with --adopt.',
    },
  ]);
}

function newer(): InputError {
  return new InputError([
    {
      code: 'MG402',
      severity: 'error',
      message: 'The project was generated by a newer mcp-gen.',
      origin: { file: manifestPath },
      help: 'Run that version or a later one, e.g. npx mcp-gen@latest.',
    },
  ]);
}
