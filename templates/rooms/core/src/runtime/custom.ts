import type { CallToolResult, GetPromptResult } from '@modelcontextprotocol/server';
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

/** What `src/custom/index.ts` adds to the generated server. Every field is optional. */
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
  /** A string is sent as text; a thrown error reaches the model as an `isError` result. */
  readonly handler: (
    args: Arguments,
    context: CustomContext,
  ) => string | CallToolResult | Promise<string | CallToolResult>;
}

export interface CustomResource {
  /** A URI, or a template with `{name}` and `{?name}` variables. */
  readonly uri: string;
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly mimeType?: string;
  /** What a caller needs; absent: as the config says for what only reads. */
  readonly access?: readonly Requirement[];
  /** Returns text, or bytes. */
  readonly read: (
    variables: Readonly<Record<string, string>>,
    context: CustomContext,
  ) => string | Uint8Array | Promise<string | Uint8Array>;
}

/** A text with `{name}` for arguments, or a function that makes the messages. */
export type CustomPrompt = Prompt | PromptFunction;

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
  ) => GetPromptResult | Promise<GetPromptResult>;
}

export interface CustomContext {
  /** Aborted when the client cancels. */
  readonly signal: AbortSignal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  /** Calls a generated tool that the caller may use, even one that a custom tool replaces. */
  readonly call: (name: string, args?: Arguments) => Promise<CallToolResult>;
}

export interface Hooks {
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
