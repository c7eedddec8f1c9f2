import { argumentOf, namesOf } from '../request/given.js';
import type { ParameterLocation, Tool } from '../tool.js';

/** Finds the argument that an API means when it complains of a place in a request. */
export type FindArgument = (place: string | readonly string[]) => string | undefined;

type Location = ParameterLocation | 'body';

interface Target {
  readonly location: Location;
  /** The name on the wire. */
  readonly name: string;
  readonly argument: string;
}

/** How APIs call the parts of a request, where they do not mean a name. */
const locations: ReadonlyMap<string, Location> = new Map(
  Object.entries({
    query: 'query',
    querystring: 'query',
    path: 'path',
    params: 'path',
    url: 'path',
    header: 'header',
    headers: 'header',
    cookie: 'cookie',
    cookies: 'cookie',
    body: 'body',
    json: 'body',
    payload: 'body',
    requestbody: 'body',
  } as const),
);
/** So many steps in front of a name are the API's own, e.g. `body`, or `/data/attributes`. */
const MOST_PREFIXES = 3;

/** Names are compared as they are, and if none is the same, without regard to case and `-`, `_`. */
export function argumentFinder(tool: Tool): FindArgument {
  const targets = targetsOf(tool);
  const whole =
    tool.request.body && 'argument' in tool.request.body ? tool.request.body : undefined;
  const find = (name: string, location: Location | undefined): string | undefined => {
    const there = targets.filter(
      (target) => location === undefined || target.location === location,
    );
    const same = there.filter((target) => target.name === name);
    const alike =
      same.length > 0 ? same : there.filter((target) => plain(target.name) === plain(name));
    const found = new Set(alike.map(({ argument }) => argument));
    // Of two it could mean either.
    return found.size === 1 ? [...found][0] : undefined;
  };
  return (place) => {
    const exact = typeof place === 'string' ? find(place, undefined) : undefined;
    if (exact !== undefined) return exact;
    const steps = typeof place === 'string' ? stepsOf(place) : place.flatMap(stepsOf);
    for (const [index, step] of steps.slice(0, MOST_PREFIXES).entries()) {
      const location = locations.get((steps[index - 1] ?? '').toLowerCase());
      const found = find(step, location);
      if (found !== undefined) return found;
      if (location !== undefined && location !== 'body') return undefined;
    }
    return locations.get((steps[0] ?? '').toLowerCase()) === 'body' ? whole?.argument : undefined;
  };
}

function targetsOf({ request, inputSchema }: Tool): readonly Target[] {
  const parameters = (request.parameters ?? []).map((parameter) => ({
    location: parameter.in,
    name: parameter.name,
    argument: argumentOf(parameter),
  }));
  const { body } = request;
  if (body === undefined) return parameters;
  if ('properties' in body) {
    const properties = body.properties.map(namesOf);
    return [...parameters, ...properties.map((names) => ({ location: 'body' as const, ...names }))];
  }
  const { argument } = body;
  const fields = inputSchema.properties?.[argument]?.['properties'];
  const names = typeof fields === 'object' && fields !== null ? Object.keys(fields) : [];
  return [...parameters, ...names.map((name) => ({ location: 'body' as const, name, argument }))];
}

/** Of a JSON pointer (RFC 6901), `$.a.b`, `a[b][0]`, `a.b` or a name. */
function stepsOf(place: string): readonly string[] {
  const steps = /^#?\//.test(place)
    ? place.split('/').slice(1).map(unescaped)
    : place.replace(/^\$\.?/, '').split(/[.[\]]+/);
  return steps.filter((step) => step !== '');
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}
