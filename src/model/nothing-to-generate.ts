import { InputError } from '../diagnostics.js';
import { objectField, type JsonObject } from './node.js';
import type { Operations } from './operations.js';

/** Says why no tool comes of a document, and what it has instead. */
export function nothingToGenerate(
  document: JsonObject,
  { operations, skipped }: Operations,
): InputError {
  return new InputError([
    { code: 'MG232', severity: 'error', ...explain(document, operations.length, skipped) },
  ]);
}

function explain(
  document: JsonObject,
  operations: number,
  skipped: number,
): { readonly message: string; readonly help: string } {
  const paths = Object.keys(objectField(document, 'paths') ?? {}).length;
  const webhooks = Object.keys(
    objectField(document, 'webhooks') ?? objectField(document, 'x-webhooks') ?? {},
  ).length;
  if (operations > 0) {
    return {
      message: `Every operation (${operations}) is left out by patterns, x-mcp or --read-only.`,
      help: 'Widen --include, narrow --exclude, or drop --read-only.',
    };
  }
  if (skipped > 0) {
    return {
      message: `No operation (of ${skipped}) can be understood.`,
      help: 'The warnings say what is wrong with each.',
    };
  }
  if (webhooks > 0) {
    return {
      message: `The description has no operation, only webhooks (${webhooks}): requests that the API sends, not receives.`,
      help: 'Give the description of the API itself.',
    };
  }
  return {
    message:
      paths > 0
        ? `The description has no operation: no path (of ${paths}) has a method.`
        : 'The description has no operation: its "paths" are empty.',
    help: 'Check that this is the complete description.',
  };
}
