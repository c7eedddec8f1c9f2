import type { SecurityScheme } from './security-scheme.js';
import type { SurfaceDefinition } from './surface/surface-definition.js';

/** The data that a server is made of. One executor (perform.ts) runs every tool. */

/** A JSON Schema 2020-12 object. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a model sees of a tool's arguments, and what they are validated against. */
export interface InputSchema extends JsonSchema {
  readonly type: 'object';
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/** A JSON Schema of objects. */
export interface OutputSchema extends JsonSchema {
  readonly type: 'object';
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

/** One operation of the API, as the model sees it and as the executor sends it. */
export interface Tool {
  readonly name: string;
  readonly title?: string;
  readonly description: string;
  readonly annotations: ToolAnnotations;
  readonly inputSchema: InputSchema;
  /** What `structuredContent` looks like, relaxed so that real replies pass. */
  readonly outputSchema?: OutputSchema;
  readonly request: RequestTemplate;
  /** Longest text of a result in UTF-16 code units, in place of MCP_MAX_RESULT_CHARS. */
  readonly maxResultChars?: number;
  /** The arguments that are not sent: they say what a caller wants to read of the reply. */
  readonly shape?: ShapeArguments;
  /** What a success returns, in a line; not listed. */
  readonly returns?: string;
  /** Served as a resource only; not listed and not callable as a tool. */
  readonly resourceOnly?: true;
  /** What a caller needs to use it, as a tool and as a resource: each of these. */
  readonly access?: readonly Requirement[];
  /** How often each caller may use it, in place of MCP_TOOL_RATE_LIMIT. */
  readonly rateLimit?: RateLimit;
}

/** Names of arguments, by what they say of the reply; see reply-shape.ts. */
export interface ShapeArguments {
  readonly fields: string;
  /** Absent if the reply is no list. */
  readonly table?: string;
}

/** What a caller needs: everything that is named. */
export interface Requirement {
  /** Alternatives (OR) of OAuth scopes that go together (AND). RFC 6749, section 3.3. */
  readonly scopes?: readonly (readonly string[])[];
  /** One of these roles. */
  readonly roles?: readonly string[];
  /** To be one of these callers, by the name of the token or key. */
  readonly callers?: readonly string[];
}

/** At most so many calls in so many seconds. */
export interface RateLimit {
  readonly calls: number;
  readonly seconds: number;
}

/** What a tool does at worst, by its hints: `write` is neither of the others. */
export type ToolClass = 'read' | 'write' | 'destructive';

/** What a caller may do. */
export interface Grants {
  readonly scopes?: readonly string[];
  readonly roles?: readonly string[];
}

/** Who may do what, as far as it is not said of single tools. */
export interface AccessRules {
  /** What code in `src/custom` needs that does not say so itself; its resources and prompts are of the class `read`. */
  readonly custom: Readonly<Record<ToolClass, readonly Requirement[]>>;
  /** What callers may do besides what their tokens say, by the name of the token or key, or `anonymous`. */
  readonly callers: Readonly<Record<string, Grants>>;
}

/** Always written in full: destructive and openWorld are true by default in MCP. */
export interface ToolAnnotations {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  readonly openWorldHint: boolean;
}

export type HttpMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'TRACE';

/** Where every argument goes in the HTTP request. */
export interface RequestTemplate {
  readonly method: HttpMethod;
  /** Path below the server's URL with `{name}` for path parameters; may end in a fixed `?query`. */
  readonly path: string;
  /** Key in `servers` when the operation declares its own; the root server otherwise. */
  readonly server?: string;
  readonly parameters?: readonly Parameter[];
  readonly body?: RequestBody;
  /** Alternatives (OR) of security schemes that go together (AND); absent when the operation is public. */
  readonly security?: readonly (readonly string[])[];
  /** The `Accept` header: the response media types that the description lists, the best first. */
  readonly accept?: string;
}

export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';

/** OpenAPI 3.1, section 4.8.12. */
export interface Parameter {
  readonly in: ParameterLocation;
  /** The name on the wire. */
  readonly name: string;
  /** The argument that holds the value, when it is not called `name`. */
  readonly argument?: string;
  /** Absent: `simple` in path and header, `form` in query and cookie. */
  readonly style?:
    'matrix' | 'label' | 'simple' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';
  /** Absent: true for `form`, false for every other style. */
  readonly explode?: boolean;
  readonly allowReserved?: true;
  readonly allowEmptyValue?: true;
  /** The value is serialised as this media type instead of by style. */
  readonly contentType?: string;
}

/** OpenAPI 3.1, section 4.8.13. */
export type RequestBody = WholeBody | FlattenedBody;

/**
 * How a field of a form or a part of a multipart body is written, where not as its value makes it: as text, an object
 * as JSON, an array as one field or part an item. A style goes before a media type. OpenAPI 3.1, section 4.8.15.
 */
export type FieldEncoding = Pick<
  Parameter,
  'style' | 'explode' | 'allowReserved' | 'contentType'
> & {
  /** Sent with each part of this name, always the same. OpenAPI 3.1, section 4.8.15. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** One argument is the body. */
export interface WholeBody {
  /** Of a file it may be a range such as `image/*`: the file has a media type of its own. */
  readonly contentType: string;
  /** Of a form or a multipart body, by the name of the field or part. */
  readonly encoding?: Readonly<Record<string, FieldEncoding>>;
  readonly argument: string;
}

/** Each property of a JSON object body is an argument. */
export interface FlattenedBody {
  readonly contentType: string;
  /** Of a form or a multipart body, by the name of the field or part. */
  readonly encoding?: Readonly<Record<string, FieldEncoding>>;
  readonly properties: readonly BodyProperty[];
  /** A required body is sent as `{}` when no property is given. */
  readonly required?: true;
}

/** The name of a property; with that of the argument that holds its value, when it is called otherwise. */
export type BodyProperty = string | { readonly name: string; readonly argument: string };

/** A safe GET that can be read as a resource: its tool is called with the URI's variables as arguments. */
export interface ApiResource {
  /** A URI, or an RFC 6570 template (level 1 and `{?a,b}`) whose variables are argument names with `-` as `_`. */
  readonly uri: string;
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly mimeType?: string;
  /** The name of the tool that reads it. */
  readonly tool: string;
}

/** OpenAPI 3.1, section 4.8.5: where requests go. */
export interface Server {
  /** An absolute URL without a trailing slash, with `{name}` for variables. */
  readonly url: string;
  /** Environment variable that replaces the URL. */
  readonly env: string;
  readonly variables?: Readonly<Record<string, ServerVariable>>;
}

export interface ServerVariable {
  readonly env: string;
  readonly default?: string;
  readonly enum?: readonly string[];
}

/** Everything that differs from one generated server to another. */
export interface ServerDefinition {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  /** Given to the client at initialisation. */
  readonly instructions?: string;
  /** How most of the API's lists are paged, in a sentence. */
  readonly paging?: string;
  /** The root server; without it `API_BASE_URL` must be set. */
  readonly server?: Server;
  /** Servers that single operations declare, by the key their requests use. */
  readonly servers: Readonly<Record<string, Server>>;
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  readonly groups: readonly ToolGroup[];
  /** Absent: tools are listed, however many they are. */
  readonly surface?: SurfaceDefinition;
  /** Absent if there are none; loaded when one is listed or read. */
  readonly resources?: () => Promise<{ readonly resources: readonly ApiResource[] }>;
  readonly prompts: readonly Prompt[];
  /** Absent: callers do not differ in what they may do. */
  readonly access?: AccessRules;
  /** Default of MCP_MAX_RESULT_CHARS; absent: 48000. */
  readonly maxResultChars?: number;
}

/** Tools are loaded a group at a time, when one of them is listed or called. */
export interface ToolGroup {
  /** Names of the group's tools, in the order of the list. */
  readonly tools: readonly string[];
  readonly load: () => Promise<{ readonly tools: readonly Tool[] }>;
}

export interface Prompt {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly arguments?: readonly PromptArgument[];
  /** What a caller needs to use it. */
  readonly access?: readonly Requirement[];
  /** Text with `{name}` for arguments. */
  readonly text: string;
}

export interface PromptArgument {
  readonly name: string;
  readonly description?: string;
  readonly required?: boolean;
  /** Values that are offered while one is typed; any other is taken too. */
  readonly enum?: readonly string[];
}
