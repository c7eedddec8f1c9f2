import type { RoomName } from '../rooms.js';
import type { SecurityScheme } from '../../templates/rooms/core/src/runtime/security-scheme.js';
import type {
  AccessRules,
  ApiResource,
  JsonSchema,
  Prompt,
  Server,
  Tool,
} from '../../templates/rooms/core/src/runtime/tool.js';

export type {
  OAuth2Client,
  SecurityScheme,
  TokenGrant,
} from '../../templates/rooms/core/src/runtime/security-scheme.js';
export type {
  AccessRules,
  ApiResource,
  BodyProperty,
  FieldEncoding,
  Grants,
  HttpMethod,
  InputSchema,
  JsonSchema,
  Parameter,
  ParameterLocation,
  Prompt,
  RequestBody,
  RequestTemplate,
  Requirement,
  Server,
  ServerVariable,
  Tool,
  ToolAnnotations,
  ToolClass,
} from '../../templates/rooms/core/src/runtime/tool.js';

/**
 * The IR: named, validated, readonly data about the server to write. Tools, resources, servers and schemes
 * have the very types of the generated project's runtime, so what the model builder makes is what is served.
 * No OpenAPI type occurs in it, and nothing after the model builder takes a decision about the API.
 */
export interface ServerModel {
  /** `[a-z][a-z0-9-]*`; the package is `<name>-mcp`. */
  readonly name: string;
  readonly title: string;
  /** The version of the API, from `info.version`. */
  readonly version: string;
  /** One paragraph for the README; '' if the source says nothing. */
  readonly summary: string;
  readonly instructions: string;
  /** How most of the API's lists are paged, in a sentence. */
  readonly paging?: string;
  /** Resource URIs are `<uriScheme>://api/…`. */
  readonly uriScheme: string;
  readonly server?: Server;
  readonly servers: Readonly<Record<string, Server>>;
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  /** Sorted by name. */
  readonly environment: readonly EnvironmentVariable[];
  /** Sorted by file name. */
  readonly groups: readonly ModelGroup[];
  /**
   * Schemas that may stand in more than one tool. Input schemas hold them by object identity: what is
   * `===` to `schema` can be written as a reference to a constant called `name`.
   */
  readonly components: readonly Component[];
  /** Sorted by the group of their tool, then by URI. */
  readonly resources: readonly ApiResource[];
  readonly surface: ModelSurface;
  /** Sorted. */
  readonly rooms: readonly RoomName[];
  readonly prompts: readonly Prompt[];
  readonly access?: AccessRules;
  /** Default of MCP_MAX_RESULT_CHARS, where it is not that of all projects. */
  readonly maxResultChars?: number;
  /** Origins (`https://host[:port]`, or a URL template's text if the host is variable) that receive a credential. Sorted. */
  readonly credentialOrigins: readonly string[];
  readonly pins: Pins;
  /** By tool name. */
  readonly examples: ReadonlyMap<string, ToolExamples>;
  readonly counts: ModelCounts;
}

export interface ModelGroup {
  /** File name without extension: `[a-z0-9-]+`, unique case-insensitively, no reserved word of a file system. */
  readonly file: string;
  /** The tag or path segment, as the source spells it. */
  readonly title: string;
  /** Sorted by name. */
  readonly tools: readonly Tool[];
}

/** How clients come to tools that are many. */
export interface ModelSurface {
  /** Callers who may use more tools than this search for them. */
  readonly threshold: number;
  /** Names of tools that are listed even then, sorted. */
  readonly favourites: readonly string[];
}

export interface Component {
  /** A TypeScript identifier in camelCase, unique case-insensitively. */
  readonly name: string;
  readonly schema: JsonSchema;
}

export interface EnvironmentVariable {
  readonly name: string;
  /** One line for people: what it is and where it goes. */
  readonly description: string;
  readonly secret: boolean;
  /** Calls fail without it: a credential that has no alternative, or is the first of several, or a part of the API's URL that has no default. */
  readonly required: boolean;
  readonly default?: string;
  readonly enum?: readonly string[];
}

/** What deployments and prompts depend on: the manifest records it and later generations keep it. */
export interface Pins {
  readonly name: string;
  readonly uriScheme: string;
  /** By `operationKey`: method and path with every parameter as `{}`, e.g. `GET /pets/{}`. */
  readonly tools: Readonly<Record<string, ToolPin>>;
  /** Environment names by what they stand for, e.g. `scheme:petstore_auth` or `variable:region`. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface ToolPin {
  readonly name: string;
  /** The group's file. */
  readonly group: string;
  /**
   * Argument names by `<location>:<wire name>`, e.g. `query:$filter`. Also those that are the wire name: a
   * parameter that comes later must not take them.
   */
  readonly arguments?: Readonly<Record<string, string>>;
}

/** What the source shows of the arguments of a tool. */
export interface ToolExamples {
  /** JSON pointer of the operation. */
  readonly pointer: string;
  readonly arguments: ArgumentExamples;
}

/** Values by argument name, unchecked; the most telling of each first. */
export type ArgumentExamples = ReadonlyMap<string, readonly unknown[]>;

export interface ModelCounts {
  readonly operations: number;
  readonly tools: number;
  readonly resources: number;
  /** Operations left out by patterns, `x-mcp: false` or `--read-only`. */
  readonly excluded: number;
  /** Operations that could not be understood; each has a diagnostic. */
  readonly skipped: number;
  /** Operations whose tool says less than the source; each has a diagnostic. */
  readonly approximated: number;
}
