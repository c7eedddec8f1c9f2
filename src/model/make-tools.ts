import type { DiagnosticCode, Report } from '../diagnostics.js';
import type { Limits } from './hosts/strictest.js';
import { makeTool, type MadeTool, type Workshop } from './make-tool.js';
import type { ApiResource, Pins } from './model.js';
import { compare } from './node.js';
import { pinOf } from './naming/pins.js';
import { makeResource, withUniqueUris } from './resources.js';
import type { Selected } from './selection.js';
import { nameTools } from './naming/tool-names.js';

/** Findings about an operation whose tool says less than the source, or guesses. */
const approximations: ReadonlySet<DiagnosticCode> = new Set([
  'MG201',
  'MG202',
  'MG205',
  'MG207',
  'MG210',
  'MG211',
  'MG212',
  'MG216',
  'MG217',
  'MG230',
]);

/** What names are given by. */
export interface NamingOrder {
  /** Names of an earlier generation. */
  readonly pins: Pins | undefined;
  /** What the hosts that tools are to suit take of new names. */
  readonly limits: Limits;
}

/** Names and makes the tools of the selected operations; sorted by name. */
export function makeTools(
  selected: readonly Selected[],
  workshop: Workshop,
  { pins, limits }: NamingOrder,
  report: Report,
): { readonly made: readonly MadeTool[]; readonly approximated: number } {
  const names = nameTools(
    selected.map(({ operation, directive }) => ({
      operation,
      explicit: directive.name,
      pinned: pinOf(pins, operation.key)?.name,
    })),
    report,
    limits.longestToolName,
  );
  const approximated = new Set<string>();
  const made = selected.map(({ operation, directive, annotations, rateLimit }) => {
    const { key } = operation;
    const name = names.get(key) ?? key;
    const pinnedArguments = pinOf(pins, key)?.arguments ?? {};
    const order = { operation, name, directive, annotations, rateLimit, pinnedArguments };
    return makeTool(order, workshop, (finding) => {
      if (approximations.has(finding.code)) approximated.add(key);
      report(finding);
    });
  });
  return {
    made: made.toSorted((left, right) => compare(left.tool.name, right.tool.name)),
    approximated: approximated.size,
  };
}

/** The resources of the tools that can be read; sorted by URI. */
export function makeResources(
  made: readonly MadeTool[],
  uriScheme: string,
  report: Report,
): readonly ApiResource[] {
  const candidates = made.flatMap((tool) => {
    const resource = makeResource(tool, uriScheme);
    return resource === undefined ? [] : [{ resource, pointer: tool.operation.pointer }];
  });
  return withUniqueUris(candidates, report).toSorted((left, right) => compare(left.uri, right.uri));
}
