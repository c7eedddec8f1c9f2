import type { UpstreamRequest } from '../custom.js';
import { ToolError } from '../tool-error.js';

const names: readonly string[] = [
  '_method',
  '$httpmethod',
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
];

/** Whether servers may take the header or parameter for the method of the request, whatever that was sent with. */
export function overridesMethod(name: string): boolean {
  return names.includes(name.toLowerCase());
}

/** Throws a ToolError if a request that is to read asks by a header, the query or a form for another method. */
export function refuseMethodOverride({ url, headers, body }: UpstreamRequest): void {
  const [, query = ''] = /\?([^#]*)/.exec(url) ?? [];
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  const form = isForm && typeof body === 'string' ? body : '';
  const given = [
    ...Object.entries(headers),
    ...new URLSearchParams(query),
    ...new URLSearchParams(form),
  ];
  const found = given.find(
    ([name, value]) => overridesMethod(name) && !/^(get|head)$/i.test(value),
  );
  if (found === undefined) return;
  throw new ToolError(
    `Nothing was sent: ${found[0]} would turn a request that only reads into another.`,
  );
}
