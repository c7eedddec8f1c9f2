import type { Arguments, UpstreamResponse } from '../custom.js';
import { argumentOf, argumentValue } from '../request/given.js';
import { declaredTypes } from '../request/schema-places.js';
import type { Tool } from '../tool.js';

/** Headers by which APIs that do not link to the next page say how to ask for it. */
const nextNames = [
  'x-next-page',
  'x-next-cursor',
  'x-next-token',
  'x-ms-continuation',
  'opc-next-page',
];
const totalNames = ['x-total-count', 'x-total', 'x-wp-total', 'total-count', 'opc-total-items'];
/** A longer one is left out: half a cursor is none. */
const LONGEST = 500;

/**
 * What a list says of its next page in its headers, as what is to be given that was not given in this call, e.g.
 * `[there is a next page: call again with {"page":2}; 57 in all]`; undefined if it says nothing that a caller can use.
 */
export function nextPage(
  tool: Tool,
  { headers }: UpstreamResponse,
  args: Arguments,
): string | undefined {
  const way = nextArguments(tool, headers['link'], args) ?? nextHeader(headers);
  if (way === undefined) return undefined;
  const total = totalNames
    .map((name) => headers[name] ?? '')
    .find((text) => /^\d{1,15}$/.test(text));
  const statement = `[there is a next page: ${way}${total === undefined ? '' : `; ${total} in all`}]`;
  return statement.length <= LONGEST ? statement : undefined;
}

function nextArguments(tool: Tool, link: string | undefined, args: Arguments): string | undefined {
  const target = link === undefined ? undefined : linkTarget(link, 'next');
  if (target === undefined) return undefined;
  const { searchParams } = target;
  const changed = (tool.request.parameters ?? []).flatMap((parameter) => {
    const [value, ...others] = parameter.in === 'query' ? searchParams.getAll(parameter.name) : [];
    const argument = argumentOf(parameter);
    const isNew = value !== undefined && String(argumentValue(args, argument)) !== value;
    return isNew && others.length === 0 ? [[argument, typed(tool, argument, value)] as const] : [];
  });
  return changed.length === 0
    ? undefined
    : `call again with ${JSON.stringify(Object.fromEntries(changed))}`;
}

/** The target of the first link of a relation. RFC 8288, section 3. */
function linkTarget(header: string, relation: string): URL | undefined {
  for (const [, target = '', parameters = ''] of header.matchAll(/<([^<>]*)>([^<]*)/g)) {
    const [, quoted, bare = ''] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i.exec(parameters) ?? [];
    const relations = (quoted ?? bare).toLowerCase().split(/\s+/);
    // Only its query matters, so it may be relative to anything.
    const base = 'https://host.invalid';
    if (relations.includes(relation) && URL.canParse(target, base)) return new URL(target, base);
  }
  return undefined;
}

function typed({ inputSchema }: Tool, argument: string, value: string): string | number {
  const types = declaredTypes(inputSchema.properties?.[argument]);
  const isNumber = types.includes('integer') || types.includes('number');
  return isNumber && /^(?:0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value;
}

function nextHeader(headers: UpstreamResponse['headers']): string | undefined {
  const name = nextNames.find((each) => headers[each] !== undefined && headers[each] !== '');
  return name && `${name}: ${(headers[name] ?? '').replace(/\p{C}/gu, ' ')}`;
}
