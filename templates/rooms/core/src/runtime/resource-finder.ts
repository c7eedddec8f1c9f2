import { compileTemplate, type UriVariables } from './uri-template.js';

/** The entry whose URI, or template of a URI, a URI is. */
export type Finder<T> = (
  uri: string,
) => { readonly entry: T; readonly variables: UriVariables } | undefined;

/** Finds among entries with literals before variables; templates are compiled when one is first looked for. */
export function createFinder<T extends { readonly uri: string }>(entries: readonly T[]): Finder<T> {
  const compile = () =>
    entries
      .map((entry) => ({ entry, template: compileTemplate(entry.uri) }))
      .sort((a, b) => (a.template.rank < b.template.rank ? -1 : 1));
  let compiled: ReturnType<typeof compile> | undefined;
  return (uri) => {
    compiled ??= compile();
    for (const { entry, template } of compiled) {
      const variables = template.match(uri);
      if (variables !== undefined) return { entry, variables };
    }
    return undefined;
  };
}
