import type { Fact, Host, SchemaGaps } from './host.js';
import type { CheckedTool, Found, Surface } from './objection.js';
import { schemaFeatures } from './schema-forms.js';

/** The tools whose input schemas a host refuses, or reads without a part of them. */
export function checkSchemas({ refused, ignored }: Host, { tools }: Surface): readonly Found[] {
  return [
    ...gapsFound(refused, tools, {
      kind: 'refused schema',
      severe: true,
      says: 'refuses input schemas with',
      help: 'Written otherwise they would accept something else: simplify them in the source, or leave the operations out.',
    }),
    ...gapsFound(ignored, tools, {
      kind: 'ignored schema',
      severe: false,
      says: 'does not show its model what input schemas say by',
      help: 'Nothing to do: the server checks it all the same, and says what is wrong.',
    }),
  ];
}

function gapsFound(
  fact: Fact<SchemaGaps> | undefined,
  tools: readonly CheckedTool[],
  text: Pick<Found, 'kind' | 'severe' | 'says' | 'help'>,
): readonly Found[] {
  if (fact === undefined) return [];
  const { forms, keywords = [], models } = fact.value;
  const gaps: readonly string[] = [...forms, ...keywords];
  const features = new Map(tools.map((tool) => [tool, schemaFeatures(tool.inputSchema)]));
  const met = gaps.filter((gap) => tools.some((tool) => features.get(tool)?.has(gap)));
  const where = models === undefined ? '' : ` (${models} models)`;
  return [
    {
      ...text,
      says: `${text.says} ${met.join(', ')}${where}`,
      fact,
      tools: tools.filter((tool) => met.some((gap) => features.get(tool)?.has(gap))),
    },
  ];
}
