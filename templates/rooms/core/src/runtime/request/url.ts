import { ToolError } from '../tool-error.js';
import type { Parameter, RequestTemplate } from '../tool.js';
import { argumentOf, type Given } from './given.js';
import { pathText, queryPairs } from './style.js';

/**
 * The URL of a request: below `base`, whatever the arguments hold.
 * OpenAPI 3.1, sections 4.8.8 (paths) and 4.8.12 (parameters).
 */
export function buildUrl(template: RequestTemplate, given: readonly Given[], base: string): string {
  const [path = '', ...rest] = template.path.split('?');
  const fixedQuery = rest.join('?');
  const inPath = new Map(
    given
      .filter(({ parameter }) => parameter.in === 'path')
      .map((each) => [each.parameter.name, each]),
  );
  const query = [
    ...(fixedQuery === '' ? [] : [fixedQuery]),
    ...given
      .filter(({ parameter }) => parameter.in === 'query')
      .flatMap(({ parameter, value }) => queryPairs(parameter, value)),
  ];
  const url = new URL(base + fillPath(path, inPath));
  if (!`${url.origin}${url.pathname}/`.startsWith(`${base}/`))
    throw new ToolError('The path leaves the API: nothing was sent.');
  url.search = query.join('&');
  return url.href;
}

function fillPath(path: string, inPath: ReadonlyMap<string, Given>): string {
  const filled = path.replace(/\{([^{}/]*)\}/g, (placeholder, name: string) => {
    const found = inPath.get(name);
    if (found === undefined)
      throw new ToolError(`The path needs ${placeholder}, which is empty or not given.`);
    return nonEmpty(found.parameter, pathText(found.parameter, found.value));
  });
  const [, dots] = /(?:^|\/)((?:\.|%2e){1,2})(?=\/|$)/i.exec(filled) ?? [];
  if (dots !== undefined) {
    throw new ToolError(`A path argument must not make the segment "${dots}".`);
  }
  return filled;
}

function nonEmpty(parameter: Parameter, text: string): string {
  if (text === '')
    throw new ToolError(`The path argument ${argumentOf(parameter)} must not be empty.`);
  return text;
}
