import type { Subject } from '../activity.js';
import type { Runtime } from '../runtime.js';
import { surfaceNames } from '../surface/surface-names.js';

/** Each name makes some twenty time series, more than which no Prometheus likes of one process. */
const MOST_NAMES = 1_000;

/**
 * The label for what a call is of: its name, `unknown` where the server has nothing of that name, or `other` from the
 * thousandth name on. What a client says is never a label.
 */
export function createLabelNames({
  definition,
  custom,
}: Pick<Runtime, 'definition' | 'custom'>): (subject: Subject) => string {
  const generated = new Set([...definition.groups.flatMap(({ tools }) => tools), ...surfaceNames]);
  const used = new Set<string>();
  // Custom code may change its tools at any time.
  const isTool = (name: string): boolean =>
    generated.has(name) || (custom.tools ?? []).some((tool) => tool.name === name);
  return ({ kind, name }) => {
    // Of a resource, the name is its template as the server has it.
    if (kind === 'tool' && !isTool(name)) return 'unknown';
    if (used.size >= MOST_NAMES && !used.has(name)) return 'other';
    used.add(name);
    return name;
  };
}
