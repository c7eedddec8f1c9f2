import { namesOf } from '../../../templates/rooms/core/src/runtime/request/given.js';
import type { Parameter, RequestBody, Tool } from '../model.js';
import { isOfType } from './leaf.js';

const mostShown = 8;

/**
 * The optional arguments that a case gives, so that every way of sending one is seen: the first that have an example,
 * and one of each kind that is not among the others.
 */
export function optionalArguments(
  tool: Tool,
  isShown: (argument: string) => boolean,
): readonly string[] {
  const { required = [] } = tool.inputSchema;
  const kinds = kindsOf(tool);
  const seen = new Set(required.map((name) => kinds.get(name)));
  const given: string[] = [];
  const others: string[] = [];
  for (const name of kinds.keys()) {
    if (required.includes(name)) continue;
    if (given.length < mostShown && isShown(name)) given.push(name);
    else others.push(name);
  }
  for (const name of given) seen.add(kinds.get(name));
  for (const name of others) {
    if (!seen.has(kinds.get(name))) given.push(name);
    seen.add(kinds.get(name));
  }
  return given;
}

/** By argument: two of the same kind are sent by the same rules. */
function kindsOf({ inputSchema, request: { parameters = [], body } }: Tool): Map<string, string> {
  const shapeOf = (argument: string) => {
    const schema = inputSchema.properties?.[argument];
    return ['array', 'object'].find((type) => isOfType(schema, type)) ?? '';
  };
  const kindOf = (argument: string, parameter: Parameter) => {
    const { in: place, style, explode, allowReserved, contentType } = parameter;
    return `${place} ${style} ${explode} ${allowReserved} ${contentType} ${shapeOf(argument)}`;
  };
  return new Map([
    ...parameters.map((parameter): [string, string] => {
      const { name, argument = name } = parameter;
      return [argument, kindOf(argument, parameter)];
    }),
    ...bodyArguments(body).map((argument): [string, string] => [argument, 'body']),
  ]);
}

function bodyArguments(body: RequestBody | undefined): readonly string[] {
  if (body === undefined) return [];
  if ('argument' in body) return [body.argument];
  return body.properties.map((property) => namesOf(property).argument);
}
