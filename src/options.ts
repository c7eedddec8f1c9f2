import type { HostName } from './model/hosts/host.js';
import type { RoomName } from './rooms.js';

/** What `generate` can be asked for: the long flags of the command line in camelCase. */
export interface GenerateOptions {
  /** A path, an http(s) URL, or `-` for `stdin`. Default: the config of the folder, or what the project recorded. */
  readonly source?: string;
  /** What relative paths are relative to. Default: the working folder of the process. */
  readonly cwd?: string;
  /** Read when the source is `-`. Default: the standard input of the process. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly output?: string;
  readonly name?: string;
  readonly baseUrl?: string;
  readonly resources?: ResourceMode;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly readOnly?: boolean;
  readonly outputSchema?: boolean;
  /** Tools with large replies get arguments that choose from them. */
  readonly fields?: boolean;
  /** Tokens that tools/list may have, counted by o200k_base. */
  readonly maxTokens?: number;
  /** Callers who may use more tools than this search for them, unless the server's environment says otherwise. Default: 60. */
  readonly surfaceThreshold?: number;
  /** Hosts that the tools are to suit. */
  readonly profiles?: readonly HostName[];
  /** Gives new names to tools and arguments whose pinned names the hosts of `profiles` refuse. */
  readonly rename?: boolean;
  /** Rooms of the project. */
  readonly with?: readonly RoomName[];
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly adopt?: boolean;
  readonly strict?: boolean;
  /** Hosts (`host` or `host:port`). */
  readonly allowRemoteRefs?: readonly string[];
  readonly refRoot?: string;
  readonly acceptOrigins?: readonly string[];
  /** `Name: $VARIABLE`; the variables are read from the environment of the process. */
  readonly sourceHeaders?: readonly string[];
}

/** What safe GETs become. */
export type ResourceMode = 'both' | 'tools-only' | 'resources-only';

/** What MCP_MAX_RESULT_CHARS is unless it is set, in UTF-16 code units; the runtime has the same. */
export const defaultResultChars = 48_000;

/** What `maxResultChars` of a tool may be, in `x-mcp` and in the config: UTF-16 code units. */
export const resultCharsRange = { minimum: 1_000, maximum: 100_000_000 } as const;

/** Callers who may use more tools than this search for them, unless the options say otherwise. */
export const defaultSurfaceThreshold = 60;
