import type { HttpMethod } from './model.js';
import type { JsonObject } from './node.js';
import type { Route } from './request/route.js';

/** One method on one path of the document, before anything is decided about it. */
export interface Operation {
  /** The method and the path with every variable as `{}`: what pins are kept by. Unique. */
  readonly key: string;
  readonly method: HttpMethod;
  /** As the document spells it, with fragment and query. */
  readonly path: string;
  readonly route: Route;
  readonly node: JsonObject;
  readonly pointer: string;
  readonly pathItem: JsonObject;
  readonly pathItemPointer: string;
  readonly operationId: string | undefined;
  readonly tags: readonly string[];
}
