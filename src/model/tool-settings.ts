import type { Report } from '../diagnostics.js';
import { parsePattern, reportUnmatched } from './filter.js';
import type { Operation } from './operation.js';

/** What the config says of the tools that a pattern matches. */
export interface ToolSetting {
  readonly maxResultChars?: number;
  readonly contentType?: string;
  readonly favourite?: boolean;
  /** Whether the tool has arguments that choose from its replies. */
  readonly fields?: boolean;
  /** As `readRateLimit` takes it. */
  readonly rateLimit?: string;
}

/** By pattern, as `include` has them. */
export type ToolSettings = Readonly<Record<string, ToolSetting>>;

/**
 * What `settings` say of an operation; it overrides `x-mcp`, and of several patterns the last that says something
 * counts. A pattern that matches none of `operations` is a warning.
 */
export function readToolSettings(
  settings: ToolSettings,
  operations: readonly Operation[],
  report: Report,
): (operation: Operation) => ToolSetting {
  const rules = Object.entries(settings).map(([text, setting]) => ({
    pattern: parsePattern(text),
    setting,
  }));
  for (const { pattern } of rules) reportUnmatched(pattern, operations, report);
  return (operation) => {
    const matching = rules.filter(({ pattern }) => pattern.matches(operation));
    return matching.reduce<ToolSetting>((all, { setting }) => ({ ...all, ...setting }), {});
  };
}
