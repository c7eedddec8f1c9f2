import type {
  CallToolResult,
  ClientCapabilities,
  GetPromptResult,
  InputRequiredResult,
  ServerContext,
} from '@modelcontextprotocol/server';
import type { Logger } from './log.js';
import type {
  HttpMethod,
  InputSchema,
  Prompt,
  PromptArgument,
  RateLimit,
  Requirement,
  ToolAnnotations,
} from './tool.js';

/**
 * What `src/custom/index.ts` adds to the generated server. Every field is optional. A list is read at start, and again
 * when `notify` says that it has changed: a getter may then give another.
 */
export interface Custom {
  /** Served beside the generated tools; one with a generated tool's name replaces it. */
  readonly tools?: readonly CustomTool[];
  /** Served beside the generated resources; one with a generated resource's URI replaces it. */
  readonly resources?: readonly CustomResource[];
  /** Served beside the generated prompts; one with a generated prompt's name replaces it. */
  readonly prompts?: readonly CustomPrompt[];
  readonly hooks?: Hooks;
}

/** Arguments of a tool, validated against its input schema. */
export type Arguments = Readonly<Record<string, unknown>>;

export interface CustomTool {
  readonly name: string;
  readonly title?: string;
  readonly description: string;
  readonly annotations?: Partial<ToolAnnotations>;
  /** Absent: no arguments. */
  readonly inputSchema?: InputSchema;
  /** What a caller needs; absent: as the generated tool of this name, else as the config says for tools like it. */
  readonly access?: readonly Requirement[];
  /** How often each caller may use it, in place of MCP_TOOL_RATE_LIMIT. */
  readonly rateLimit?: RateLimit;
  /** Asks the user by itself where that is wanted: MCP_CONFIRM leaves it alone. */
  readonly asksItself?: true;
  /**
   * A string is sent as text; a thrown error reaches the model as an `isError` result. What `inputRequired` of the SDK
   * returns is asked of the client, and the tool is called again with the answer in `context.mcp.mcpReq`; its
   * `requestState` is signed on the way and comes back to the same caller only.
   */
  readonly handler: (args: Arguments, context: CustomContext) => ToolAnswer | Promise<ToolAnswer>;
}

export type ToolAnswer = string | CallToolResult | InputRequiredResult;

/** Values for an argument that go on from what is typed so far; the first 100 that begin with it are shown. */
export type Complete = (
  typed: string,
  /** The other arguments, as far as the user has given them. */
  given: Readonly<Record<string, string>>,
) => readonly string[] | Promise<readonly string[]>;

export interface CustomResource {
  /** A URI, or a template with `{name}` and `{?name}` variables. */
  readonly uri: string;
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly mimeType?: string;
  /** What a caller needs; absent: as the config says for what only reads. */
  readonly access?: readonly Requirement[];
  /** By the name of a variable. */
  readonly complete?: Readonly<Record<string, Complete>>;
  /** Returns text, or bytes. */
  readonly read: (
    variables: Readonly<Record<string, string>>,
    context: CustomContext,
  ) => string | Uint8Array | Promise<string | Uint8Array>;
}

/** A text with `{name}` for arguments, or a function that makes the messages. */
export type CustomPrompt = (Prompt | PromptFunction) & {
  /** By the name of an argument; without it, what the argument's `enum` holds is offered. */
  readonly complete?: Readonly<Record<string, Complete>>;
};

export interface PromptFunction {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly arguments?: readonly PromptArgument[];
  /** What a caller needs; absent: as the config says for what only reads. */
  readonly access?: readonly Requirement[];
  readonly get: (
    args: Readonly<Record<string, string>>,
    context: CustomContext,
  ) => PromptAnswer | Promise<PromptAnswer>;
}

export type PromptAnswer = GetPromptResult | InputRequiredResult;

export interface CustomContext {
  /** Aborted when the client cancels. */
  readonly signal: AbortSignal;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The server's log; a client that asks for messages gets each line as well, without secrets. */
  readonly log: Logger;
  readonly notify: Announce;
  /** What the client can be asked for; absent where nothing can be asked. */
  readonly client?: ClientCapabilities;
  /** The request as the SDK has it: to say how far the work is, or to read what the user has answered. */
  readonly mcp: ServerContext;
  /** Calls a generated tool that the caller may use, even one that a custom tool replaces. */
  readonly call: (name: string, args?: Arguments) => Promise<CallToolResult>;
}

/** Tells the clients that have subscribed that something has changed. */
export interface Announce {
  readonly toolsChanged: () => void;
  readonly promptsChanged: () => void;
  readonly resourcesChanged: () => void;
  readonly resourceUpdated: (uri: string) => void;
}

/** What custom code gets outside of calls. */
export interface StartContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  readonly notify: Announce;
}

export interface Hooks {
  /** Called once before the first client is served: the place to watch something and `notify` of its changes. */
  readonly start?: (context: StartContext) => void | Promise<void>;
  /**
   * Sees every request to the API, credentials included, before it is sent, and returns the one to send:
   * the place to sign requests or add headers. The URL must stay on an allowed origin.
   */
  readonly beforeRequest?: (
    request: UpstreamRequest,
    context: HookContext,
  ) => UpstreamRequest | Promise<UpstreamRequest>;
  /** Sees every response of the API and returns the one that the result is made of. */
  readonly afterResponse?: (
    response: UpstreamResponse,
    context: HookContext,
  ) => UpstreamResponse | Promise<UpstreamResponse>;
  /** Stands around every tool call, generated or custom; `next` makes the call, with other arguments if given. */
  readonly wrapTool?: (
    call: ToolCall,
    next: (args?: Arguments) => Promise<CallToolResult>,
  ) => CallToolResult | Promise<CallToolResult>;
  /** Ranks what a search for tools has found, by embeddings for example; the best first. */
  readonly rankTools?: (
    search: ToolSearch,
    context: CustomContext,
  ) => readonly RankedTool[] | Promise<readonly RankedTool[]>;
}

/** A search among tools that are too many to list. */
export interface ToolSearch {
  readonly query: string;
  /** What this server finds for it, the best first, at most 60. */
  readonly found: readonly RankedTool[];
  /** Every tool that may be found: by the caller, and by the tag and class that are asked for. */
  readonly names: readonly string[];
}

/** A tool, and how well it fits: above 0, more is better. */
export interface RankedTool {
  readonly name: string;
  readonly score: number;
}

export interface ToolCall {
  readonly name: string;
  readonly arguments: Arguments;
  readonly signal: AbortSignal;
}

export interface HookContext {
  /** The tool whose call this is. */
  readonly tool: string;
  readonly signal: AbortSignal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
}

/** A request to the API. Header names are lower-case. */
export interface UpstreamRequest {
  readonly method: HttpMethod;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A response of the API, read to its end. Header names are lower-case. */
export interface UpstreamResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** `body` is the beginning of a longer one: it reached MCP_MAX_UPSTREAM_BYTES, or a stream its time limit. */
  readonly truncated?: true;
}
