import { mediaKind, readContent } from '../media-type.js';
import { objectField, type JsonObject } from '../node.js';
import type { Operation } from '../operation.js';
import { createResolver } from '../reference.js';
import { plainText } from '../text.js';
import { createOutlines, type Outline } from './outline.js';
import { outlineText } from './outline-text.js';
import { successStatuses } from './responses.js';

/** What an operation returns when it succeeds, as far as the description says. */
export interface Returns {
  /** A line of at most 300 characters; undefined if the description says nothing. */
  readonly text: string | undefined;
  /** Of its JSON, if the description says what that holds. */
  readonly outline: Outline | undefined;
  /** Whether it may be JSON. */
  readonly json: boolean;
}

export type ReadReturns = (operation: Operation) => Returns;

const LONGEST = 300;
const LONGEST_TYPE = 80;
const MOST_TYPES = 3;

/** Reads the replies of one document; what is wrong with them is reported elsewhere. */
export function createReturns(document: JsonObject): ReadReturns {
  const resolve = createResolver(document, () => undefined);
  const readOutline = createOutlines(resolve);
  return (operation) => {
    if (operation.method === 'HEAD') {
      return { text: 'no content', outline: undefined, json: false };
    }
    const responses = objectField(operation.node, 'responses') ?? {};
    const contents = successStatuses(responses).flatMap((status) => {
      const response = resolve(responses[status], '');
      return response === undefined
        ? []
        : [readContent(objectField(response.value, 'content') ?? {})];
    });
    const types = contents.flat();
    const json = types.filter(({ name }) => mediaKind(name) === 'json');
    const described = json.find(({ node }) => node['schema'] !== undefined);
    const outline = described && readOutline(described.node['schema']);
    const empty = contents.some((content) => content.length === 0) ? ['no content'] : [];
    const named =
      json.length > 0
        ? [outline === undefined ? 'JSON' : outlineText(outline, LONGEST - ' or no content'.length)]
        : [...new Set(types.map(({ name }) => plainText(name, LONGEST_TYPE)))].slice(0, MOST_TYPES);
    const text = [...named, ...empty].join(' or ');
    return { text: text === '' ? undefined : text, outline, json: json.length > 0 };
  };
}
