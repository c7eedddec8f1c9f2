import type { Report } from '../../diagnostics.js';
import type { JsonSchema } from '../model.js';
import type { JsonObject } from '../node.js';
import type { ReadOnly } from './read-only.js';

/** What reading one schema object of the document asks of the rest. */
export interface Reading {
  readonly report: Report;
  /** Keywords beside a `$ref` apply: from OpenAPI 3.1 on. */
  readonly siblingsApply: boolean;
  readonly readOnly: ReadOnly;
  /** The translation of a schema below this one; `name` is what it is called there. */
  readonly child: (schema: unknown, pointer: string, name: string) => JsonSchema;
  /** The translation of what a schema object's `$ref` names. */
  readonly target: (reference: JsonObject, pointer: string) => JsonSchema;
  /**
   * The schemas that accept more than their source does. Where accepting more means refusing more, below `oneOf`,
   * `not` and `if`, they cannot stand.
   */
  readonly wider: SchemaSet;
  /** The schemas of what is a file in a body that can carry one, and a string everywhere else. */
  readonly files: SchemaSet;
}

/** Schemas that something is known about, by identity. */
export interface SchemaSet {
  readonly add: (schema: object) => void;
  readonly has: (schema: object) => boolean;
}
