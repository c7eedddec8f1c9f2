import { checkArgumentNames, checkToolNames } from './check-names.js';
import { checkSchemas } from './check-schemas.js';
import type { Host, HostName } from './host.js';
import { hosts } from './hosts.js';
import { figure, type Found, type Objection, type Surface } from './objection.js';

/** So many tools are named; the others are counted. */
const named = 3;

const checks: readonly ((host: Host, surface: Surface) => readonly Found[])[] = [
  checkToolNames,
  checkCount,
  checkArgumentNames,
  checkSchemas,
  checkDescriptions,
  checkResults,
];

/** What each of some hosts refuses, leaves out or cuts of a surface: one objection a host and limit. */
export function checkLimits(surface: Surface, names: readonly HostName[]): readonly Objection[] {
  return names.flatMap((name) =>
    checks
      .flatMap((check) => check(hosts[name], surface))
      .filter(({ tools }) => tools.length > 0)
      .map((found) => objection(name, found, surface)),
  );
}

/** The surface's tools that a host takes no more; the first are taken. */
function checkCount({ toolCount }: Host, { tools }: Surface): readonly Found[] {
  if (toolCount === undefined) return [];
  return [
    {
      kind: 'number of tools',
      severe: true,
      says: `takes ${figure(toolCount.value)} tools, of all servers together`,
      help: `Narrow it: --include 'tag:…', --include 'GET /…', --exclude '…' or --read-only.`,
      fact: toolCount,
      tools: tools.slice(toolCount.value),
    },
  ];
}

function checkDescriptions({ description }: Host, { tools }: Surface): readonly Found[] {
  if (description === undefined) return [];
  return [
    {
      kind: 'description',
      severe: true,
      says: `takes ${figure(description.value)} characters of a description`,
      help: 'Give shorter ones by `x-mcp: { description: … }`.',
      fact: description,
      tools: tools.filter((tool) => Array.from(tool.description).length > description.value),
    },
  ];
}

/** The default for all results is written to suit; what a tool has of its own is not. */
function checkResults({ result }: Host, { tools }: Surface): readonly Found[] {
  if (result === undefined) return [];
  const { characters, stated, announced = characters } = result.value;
  return [
    {
      kind: 'result',
      severe: true,
      says: `cuts or puts aside results of more than ${stated ?? `${figure(characters)} characters`}, and \`maxResultChars\` allows ${figure(announced + 1)} or more`,
      help: 'Lower the `maxResultChars` of these tools.',
      fact: result,
      tools: tools.filter(({ maxResultChars = 0 }) => maxResultChars > announced),
    },
  ];
}

function objection(host: HostName, found: Found, surface: Surface): Objection {
  const { kind, severe, says, help, fact } = found;
  const tools = found.tools.map(({ name }) => name);
  const rest = tools.length - named;
  const listed = `${tools.slice(0, named).join(', ')}${rest > 0 ? ` and ${figure(rest)} more` : ''}`;
  const share = `${figure(tools.length)} of ${figure(surface.tools.length)} tools`;
  return {
    host,
    kind,
    severe,
    message: `${hosts[host].title} ${says}: ${share} of ${surface.name} (${listed}).`,
    help: `${help} ${fact.basis === 'observed' ? 'Observed' : 'Source'}: ${fact.sources[0]}`,
    tools,
  };
}
