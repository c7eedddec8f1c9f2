import type { Host, NameRule } from './host.js';
import type { Found, Surface } from './objection.js';
import { follows, roomForName } from './strictest.js';

const rename =
  'A name that the manifest keeps is made anew with --rename; one that `x-mcp` or the config gives must be changed there.';

/** The tools that a host does not take by their names, or by the names it gives them itself. */
export function checkToolNames(host: Host, { server, tools }: Surface): readonly Found[] {
  const { toolName, fullName } = host;
  const found: Found[] = [];
  if (toolName !== undefined) {
    found.push({
      kind: 'tool name',
      severe: true,
      says: `refuses tools whose names are not ${ruleText(toolName.value)}`,
      help: rename,
      fact: toolName,
      tools: tools.filter(({ name }) => !follows(name, toolName.value)),
    });
  }
  if (fullName !== undefined) {
    const { prefix, longest, longer } = fullName.value;
    const room = roomForName(fullName.value, server);
    const example = `${prefix.replace('{server}', () => server)}…`;
    found.push({
      kind: 'tool name',
      severe: true,
      says:
        longer === 'cut'
          ? `calls them ${example} and cuts that to ${longest} characters, so that ${room} are left for a name`
          : `calls them ${example} and leaves out what then has more than ${longest} characters, so that ${room} are left for a name`,
      help: `A shorter name of the server leaves more. ${rename}`,
      fact: fullName,
      tools: tools.filter(({ name }) => name.length > room),
    });
  }
  return found;
}

/** The tools with arguments that a host refuses by their names. */
export function checkArgumentNames({ argumentName }: Host, { tools }: Surface): readonly Found[] {
  if (argumentName === undefined) return [];
  return [
    {
      kind: 'argument name',
      severe: true,
      says: `refuses tools with arguments whose names are not ${ruleText(argumentName.value)}`,
      help: 'Names that the manifest keeps are made anew with --rename.',
      fact: argumentName,
      tools: tools.filter(({ inputSchema: { properties = {} } }) =>
        Object.keys(properties).some((name) => !follows(name, argumentName.value)),
      ),
    },
  ];
}

/** Such as `1 to 64 of A-Z a-z 0-9 _ -, the first of A-Z a-z _`. */
export function ruleText({ first, characters, longest }: NameRule): string {
  const begun = first === undefined ? '' : `, the first of ${spaced(first)}`;
  return `1 to ${longest} of ${spaced(characters)}${begun}`;
}

function spaced(characters: string): string {
  return characters.replaceAll(/[A-Z]-[A-Z]|[a-z]-[a-z]|\d-\d|./g, '$& ').trim();
}
