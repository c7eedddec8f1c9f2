import type { Origin } from '../diagnostics.js';
import type { JsonObject } from './json.js';

/** Where the description is and what may be read for it. */
export interface SourceRequest {
  /** A path relative to `cwd`, an http(s) URL, or `-` for `stdin`. */
  readonly source: string;
  readonly cwd: string;
  /** Default: the standard input of the process. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Hosts (`host` or `host:port`) that `$ref`s may lead to. */
  readonly allowRemoteRefs: readonly string[];
  /** The folder, relative to `cwd`, that file `$ref`s must stay in; default: the source's own. */
  readonly refRoot?: string;
  /** With their values: sent to the source's own origin only. */
  readonly sourceHeaders: Readonly<Record<string, string>>;
}

/** OpenAPI 3.x as plain JSON data; `openapi` and nothing else has been checked. */
export type OpenApiDocument = Readonly<JsonObject>;

/** A description that has been read. */
export interface Source {
  /** One OpenAPI 3.x document: `$ref`s that can be resolved are internal, circular ones stay `$ref`s. */
  readonly document: OpenApiDocument;
  /** A relative path with `/`, a URL without credentials, or `<stdin>`. */
  readonly label: string;
  readonly kind: 'file' | 'url' | 'stdin';
  /** `sha256:…` over the text of all files that were read, with LF line ends. */
  readonly digest: string;
  /** The absolute URL that a fetched source was found at in the end, without query. */
  readonly url?: string;
  /** The place in the user's files of a JSON pointer into `document`, or of its nearest ancestor. */
  readonly locate: (pointer: string) => Origin;
}
