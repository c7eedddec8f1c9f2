import type { Report } from '../diagnostics.js';
import { readRateLimit, type RateLimit } from '../rate-limit.js';
import { readDirective, type Directive } from './directive.js';
import { filterOperations } from './filter.js';
import type { ToolAnnotations } from './model.js';
import type { JsonObject } from './node.js';
import type { Operation } from './operation.js';
import { judgeSafety } from './safety.js';
import { readToolSettings, type ToolSettings } from './tool-settings.js';

/** An operation that becomes a tool. */
export interface Selected {
  readonly operation: Operation;
  readonly directive: Directive;
  readonly annotations: ToolAnnotations;
  readonly rateLimit: RateLimit | undefined;
}

interface SelectionOptions {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly readOnly: boolean;
  /** The config's `tools`. */
  readonly tools?: ToolSettings | undefined;
}

/** The operations that patterns, `x-mcp` and `--read-only` leave. */
export function selectOperations(
  document: JsonObject,
  operations: readonly Operation[],
  options: SelectionOptions,
  report: Report,
): readonly Selected[] {
  const settingsOf = readToolSettings(options.tools ?? {}, operations, report);
  return filterOperations(operations, options, report).flatMap((operation) => {
    const { rateLimit, ...setting } = settingsOf(operation);
    const directive = { ...readDirective(document, operation, report), ...setting };
    if (directive.enabled === false) return [];
    const annotations = judgeSafety(operation, directive, report);
    if (options.readOnly && !annotations.readOnlyHint) return [];
    const rate = rateLimit === undefined ? undefined : readRateLimit(rateLimit);
    return [{ operation, directive, annotations, rateLimit: rate }];
  });
}
