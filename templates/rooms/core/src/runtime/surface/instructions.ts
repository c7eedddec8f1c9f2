import type { ServerDefinition } from '../tool.js';
import { classesOf, type Reach } from './reach.js';
import { callNames, describeName, searchName } from './surface-names.js';
import { sizeTags } from './tags.js';

/** UTF-16 code units of the line of tags. */
const MOST_OF_TAGS = 1_000;

/** What a model is told of a server whose tools are searched for. */
export function searchInstructions(
  { instructions, paging }: Pick<ServerDefinition, 'instructions' | 'paging'>,
  reach: Reach,
): string {
  const count = [...reach.values()].filter(({ tag }) => tag !== undefined).length;
  const calls = classesOf(reach).map((toolClass) => callNames[toolClass]);
  return [
    ...(instructions === undefined ? [] : [instructions]),
    `The ${count} tools of this API are not listed: ${searchName} finds them by what they do.`,
    `Where a line of the search does not say enough, ${describeName} shows the arguments.`,
    `${new Intl.ListFormat('en').format(calls)} call${calls.length === 1 ? 's' : ''} a tool by its name, by the class that the search shows.`,
    ...(paging === undefined ? [] : [paging]),
    `Tags, and how many tools they have: ${tagsText(reach)}.`,
  ].join('\n');
}

/** The largest tags, and how many more there are. */
function tagsText(reach: Reach): string {
  const tags = sizeTags(reach).map(({ title, size }) => `${title} (${size})`);
  let length = 0;
  const shown = tags.filter((tag) => (length += tag.length + 2) <= MOST_OF_TAGS);
  const more = tags.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
