/** A key of `paths`, taken apart. */
export interface Route {
  /** What is requested: the path with `{name}` for variables and the fixed part of its query. */
  readonly template: string;
  /** Names of the variables in the path, each once. */
  readonly variables: readonly string[];
  /** Variables that are the value of a query parameter of the path: `?x={y}`. */
  readonly queryVariables: readonly QueryVariable[];
  /** Tells operations of one path apart and is never sent. */
  readonly fragment: string | undefined;
}

export interface QueryVariable {
  /** The name on the wire. */
  readonly name: string;
  readonly variable: string;
}

/** A variable of a path template (OpenAPI 3.1, section 4.8.2). */
export const pathVariable = /\{([^{}/?#]+)\}/g;

export function parseRoute(path: string): Route {
  const [beforeFragment, fragment] = splitOnce(path, '#');
  const [pathname, query] = splitOnce(beforeFragment, '?');
  const queryVariables: QueryVariable[] = [];
  const fixed: string[] = [];
  for (const pair of (query ?? '').split('&').filter((text) => text !== '')) {
    const [name, value = ''] = splitOnce(pair, '=');
    const variable = /^\{([^{}]+)\}$/.exec(value)?.[1];
    if (variable === undefined) fixed.push(pair);
    else queryVariables.push({ name, variable });
  }
  const template = fixed.length === 0 ? pathname : `${pathname}?${fixed.join('&')}`;
  const variables = Array.from(template.matchAll(pathVariable), ([, name = '']) => name);
  return { template, variables: [...new Set(variables)], queryVariables, fragment };
}

/** The literal segments of a path, those of its fixed query and fragment last: what names and groups are made of. */
export function literalSegments(path: string): readonly string[] {
  return path
    .split(/[/#]|\?/)
    .map((segment) => segment.replaceAll(pathVariable, ''))
    .filter((segment) => /[\p{L}\p{N}]/u.test(segment));
}

function splitOnce(text: string, separator: string): readonly [string, string?] {
  const index = text.indexOf(separator);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + separator.length)];
}
