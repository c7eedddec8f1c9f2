import { definitionOf } from './definition.js';
import { compareDiagnostics, type Diagnostic } from './diagnostics.js';
import type { ListOptions } from './list.js';
import { failure } from './load/failure.js';
import type { Source } from './load/source.js';
import type { EnvironmentVariable, ModelCounts } from './model/model.js';
import type { GenerateOptions } from './options.js';
import { fromProject } from './project-source.js';
import { locateAll, readModel } from './read-model.js';
import type { RoomName } from './rooms.js';
import { resolveSettings } from './settings.js';
import type { Stage } from './stopwatch.js';
import { checkOrigins } from './write/origins.js';

/** What `prepareServer` can be asked for: the options of `generate` that decide on tools, and how to serve them. */
export type ServeOptions = Omit<ListOptions, 'sort'> &
  Pick<GenerateOptions, 'acceptOrigins'> & {
    /** Default: as MCP_TRANSPORT says, which is stdio where it says nothing; a port or a host means HTTP as well. */
    readonly http?: boolean;
    /** In place of PORT; 0 takes any free one. */
    readonly port?: number;
    /** In place of HOST. */
    readonly host?: string;
  };

/** A server that can be started. */
export interface PreparedServer {
  readonly name: string;
  readonly source: Pick<Source, 'label' | 'digest'>;
  readonly counts: ModelCounts;
  /** What the API wants of the environment. Sorted by name. */
  readonly environment: readonly EnvironmentVariable[];
  /** What the config asks for and only a project has. */
  readonly rooms: readonly RoomName[];
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Serves in this process, which it takes over as a generated server does: `console` goes to stderr, and the process
   * ends with the client or at a signal. What keeps it from starting is on stderr, with exit code 1.
   */
  readonly start: () => Promise<void>;
}

/**
 * Makes the server that a generation with the same options would write, and writes nothing. It is for trying an API
 * out, and reads what a generated server reads of the environment. Rejects with an `InputError` if the source fails.
 */
export async function prepareServer(
  options: ServeOptions = {},
  onStage: (stage: Stage) => void = () => undefined,
): Promise<PreparedServer> {
  const { http, port, host, ...asked } = options;
  const variables = {
    ...((http === true || port !== undefined || host !== undefined) && { MCP_TRANSPORT: 'http' }),
    ...(port !== undefined && { PORT: String(port) }),
    ...(host !== undefined && { HOST: host }),
  };
  const all = await fromProject(asked);
  await checkStdin(all, { ...process.env, ...variables });
  const [{ source, model, found, project, settings }, { start }] = await Promise.all([
    readModel(all, false, onStage),
    // Only here, so that what reads sources alone does not load a server.
    import('../templates/rooms/core/src/runtime/start.js'),
  ]);
  if (project.state === 'ours') {
    const { credentialOrigins } = project.manifest;
    checkOrigins(credentialOrigins, model.credentialOrigins, settings.acceptOrigins);
  }
  const { name, counts, environment, rooms } = model;
  const definition = definitionOf(model);
  return {
    name,
    source: { label: source.label, digest: source.digest },
    counts,
    environment,
    rooms,
    diagnostics: locateAll(found, source).toSorted(compareDiagnostics),
    start: async () => {
      Object.assign(process.env, variables);
      await start(definition, () => Promise.resolve({ custom: {} }));
    },
  };
}

/** Over stdio, the standard input of the process is the client's. */
async function checkStdin(options: GenerateOptions, env: NodeJS.ProcessEnv): Promise<void> {
  if (options.stdin !== undefined || env['MCP_TRANSPORT']?.trim() === 'http') return;
  const { source } = await resolveSettings(options);
  if (source !== '-') return;
  throw failure(
    'MG144',
    'The source cannot come from standard input: over stdio, that is where the client is.',
    undefined,
    'Serve it over HTTP: mcp-gen serve - --http, or give a file or a URL.',
  );
}
