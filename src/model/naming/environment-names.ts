import { compare } from '../node.js';
import { splitWords } from './words.js';

/** Variables that mean something to Node, npm, a proxy, telemetry or the project itself. */
const reservedNames = new Set(
  `ALL_PROXY CI DEBUG EDITOR HOME HOST HOSTNAME HTTPS_PROXY HTTP_PROXY LANG LOGNAME LOG_FORMAT LOG_LEVEL NO_COLOR NO_PROXY
  PATH PORT PWD SHELL TEMP TERM TMP TMPDIR TZ USER`.split(/\s+/),
);
const reservedPrefixes =
  /^(NODE|NPM|OTEL|MCP|LC|DYLD|LD|UV|SSL|AWS|REDIS|UPSTREAM_HEADER|API_(BASE_URL|TIMEOUT|TOTAL|MAX|ALLOWED|USER_AGENT|HEADER|CA|CLIENT_CERT|CLIENT_KEY|RETR(Y|IES)|BREAKER|REQUEST_ID))(_|$)/;

/** Gives every variable a name that nothing else has; what `pins` records keeps its name. */
export interface EnvironmentNames {
  /** `parts` are joined below the server's name; `subject` is what the pin is kept by. */
  readonly name: (subject: string, ...parts: readonly string[]) => string;
  /** The names given so far, by subject, sorted by subject. */
  readonly pins: () => Readonly<Record<string, string>>;
}

export function createEnvironmentNames(
  serverName: string,
  pinned: Readonly<Record<string, string>>,
): EnvironmentNames {
  const kept = new Map(Object.entries(pinned).filter(([, name]) => isUsable(name)));
  const given = new Map<string, string>();
  const taken = new Set(kept.values());
  return {
    name: (subject, ...parts) => {
      const known = given.get(subject) ?? kept.get(subject);
      const name = known ?? unusedName(upperSnake(serverName, ...parts), taken);
      given.set(subject, name);
      taken.add(name);
      return name;
    },
    pins: () => Object.fromEntries([...given].toSorted(([a], [b]) => compare(a, b))),
  };
}

function isUsable(name: string): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(name) && !reservedNames.has(name) && !reservedPrefixes.test(name);
}

/** Words of all parts in `UPPER_SNAKE`, none repeated right after itself. */
export function upperSnake(...parts: readonly string[]): string {
  const words = parts.flatMap((part) => splitWords(part)).map((word) => word.toUpperCase());
  return words.filter((word, index) => word !== words[index - 1]).join('_');
}

function unusedName(wanted: string, taken: ReadonlySet<string>): string {
  const free = isUsable(wanted) ? wanted : `UPSTREAM_${wanted}`;
  let name = free;
  for (let count = 2; taken.has(name); count += 1) name = `${free}_${count}`;
  return name;
}
