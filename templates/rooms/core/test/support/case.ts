import type { Arguments } from '../../src/runtime/custom.js';
import type { HttpMethod } from '../../src/runtime/tool.js';

/** A call of a tool, and the request that it must make. */
export interface ContractCase {
  readonly tool: string;
  readonly arguments: Arguments;
  readonly request: ExpectedRequest;
}

/** A request, without credentials and without what the HTTP client adds. */
export interface ExpectedRequest {
  readonly method: HttpMethod;
  /** Path and query below the URL of the API. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Text, or lines of it that end in CRLF but for the last one. */
  readonly body?: string | readonly string[];
}

/** The cases of a file beside this folder. */
export interface CaseGroup {
  readonly name: string;
  readonly load: () => Promise<{ readonly cases: readonly ContractCase[] }>;
}
