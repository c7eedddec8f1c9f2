/** Values by variable; each is what stands between the commas, decoded once. */
export type UriVariables = Readonly<Record<string, readonly string[]>>;

/** A URI template, ready to match. */
export interface UriTemplate {
  /** Compares less than another's where literals stand before variables, segment by segment. */
  readonly rank: string;
  /** The variables of a URI that the template makes, or undefined. */
  readonly match: (uri: string) => UriVariables | undefined;
}

/**
 * Compiles the subset of RFC 6570 that resources use: `{name}` within a path segment (level 1), and at the end
 * `{?a,b}` or, after a fixed query, `{&a,b}`. Query variables may come in any order, and each may be absent; a
 * parameter that the template does not know is no match.
 */
export function compileTemplate(template: string): UriTemplate {
  const [, body = '', operator, names = ''] =
    /^(.*?)(?:\{([?&])([^{}]*)\})?$/s.exec(template) ?? [];
  const [path = '', fixed] = body.split('?', 2);
  const variables: string[] = [];
  const pattern = path.replace(
    /\{([^{}]*)\}(?:([^{}/]*)(?=\{)|)|[^{}]+/g,
    (literal, name: string | undefined, between: string | undefined) => {
      if (name === undefined) return escape(literal);
      variables.push(name);
      if (between === undefined) return '([^/?#]+)';
      // Up to the first text that stands before the next variable: one way to match, so linear time.
      const end = escape(between);
      return between === '' ? '([^/?#])' : `((?:(?!${end})[^/?#])+)${end}`;
    },
  );
  const expression = new RegExp(`^${pattern}$`);
  const known = new Set(operator === undefined ? [] : names.split(','));
  const fixedParts = fixed === undefined ? [] : fixed.split('&');

  return {
    rank: path
      .split('/')
      .map((segment) => (segment.includes('{') ? '1' : '0'))
      .join(''),
    match: (uri) => {
      const [uriPath = '', query, ...more] = uri.split('?');
      const values = expression.exec(uriPath)?.slice(1);
      if (values === undefined || more.length > 0 || uri.includes('#')) return undefined;
      const parts = query === undefined || query === '' ? [] : query.split('&');
      if (!fixedParts.every((part) => parts.includes(part))) return undefined;
      const pairs = parts.filter((part) => !fixedParts.includes(part)).map(splitPair);
      if (pairs.some(([name]) => !known.has(name)) || hasTwice(pairs)) return undefined;
      return decodeAll([
        ...variables.map((name, index) => [name, values[index] ?? ''] as const),
        ...pairs,
      ]);
    },
  };
}

function escape(literal: string): string {
  return literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function splitPair(part: string): readonly [string, string] {
  const [name = '', ...value] = part.split('=');
  return [name, value.join('=')];
}

function hasTwice(pairs: readonly (readonly [string, string])[]): boolean {
  return new Set(pairs.map(([name]) => name)).size < pairs.length;
}

function decodeAll(pairs: readonly (readonly [string, string])[]): UriVariables | undefined {
  try {
    return Object.fromEntries(
      pairs.map(([name, value]) => [
        name,
        value.split(',').map((item) => decodeURIComponent(item)),
      ]),
    );
  } catch {
    return undefined;
  }
}
