import { concreteType, mediaKind, readContent } from './media-type.js';
import { objectField } from './node.js';
import type { Operation } from './operation.js';
import { pointerTo, type Resolver } from './reference.js';

/** More of them say nothing to a server. */
const acceptLimit = 5;

/** The media types of an operation's successful replies, the best first; what is malformed is not among them. */
export function readReplyTypes(operation: Operation, resolve: Resolver): readonly string[] {
  const responses = objectField(operation.node, 'responses') ?? {};
  const successes = Object.keys(responses).filter((status) => /^2(\d\d|XX)$/i.test(status));
  const statuses = successes.length > 0 ? successes : ['default'];
  const content = statuses.flatMap((status) => {
    const pointer = pointerTo(operation.pointer, 'responses', status);
    const response = Object.hasOwn(responses, status)
      ? resolve(responses[status], pointer)
      : undefined;
    return Object.entries(objectField(response?.value, 'content') ?? {});
  });
  const types = readContent(Object.fromEntries(content))
    .filter(({ malformed }) => malformed === undefined)
    .map(({ name }) => name);
  return types.slice(0, acceptLimit);
}

/** The media type of what a read returns, if the description is clear about it. */
export function replyType(types: readonly string[]): string | undefined {
  const [best] = types;
  if (best === undefined || best.includes('*')) return undefined;
  return types.length === 1 || mediaKind(best) === 'json' ? concreteType(best) : undefined;
}
