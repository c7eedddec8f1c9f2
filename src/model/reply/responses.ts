import { concreteType, mediaKind, readContent } from '../media-type.js';
import { objectField, type JsonObject } from '../node.js';
import type { Operation } from '../operation.js';
import { pointerTo, type Resolver } from '../reference.js';

/** More of them say nothing to a server. */
const acceptLimit = 5;

/** The media types of an operation's successful replies, the best first; what is malformed is not among them. */
export function readReplyTypes(operation: Operation, resolve: Resolver): readonly string[] {
  const responses = objectField(operation.node, 'responses') ?? {};
  const content = successStatuses(responses).flatMap((status) => {
    const pointer = pointerTo(operation.pointer, 'responses', status);
    const response = resolve(responses[status], pointer);
    return Object.entries(objectField(response?.value, 'content') ?? {});
  });
  const types = readContent(Object.fromEntries(content))
    .filter(({ malformed }) => malformed === undefined)
    .map(({ name }) => name);
  return types.slice(0, acceptLimit);
}

/** The keys of `responses` that stand for success; `default` if there is no other. */
export function successStatuses(responses: JsonObject): readonly string[] {
  const successes = Object.keys(responses).filter((status) => /^2(\d\d|XX)$/i.test(status));
  if (successes.length > 0) return successes;
  return Object.hasOwn(responses, 'default') ? ['default'] : [];
}

/** The media type of what a read returns, if the description is clear about it. */
export function replyType(types: readonly string[]): string | undefined {
  const [best] = types;
  if (best === undefined || best.includes('*')) return undefined;
  return types.length === 1 || mediaKind(best) === 'json' ? concreteType(best) : undefined;
}
