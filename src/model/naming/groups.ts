import type { ModelGroup, Tool } from '../model.js';
import { compare } from '../node.js';
import type { Operation } from '../operation.js';
import { literalSegments } from '../request/route.js';
import { plainText } from '../text.js';
import { joinWithin, splitWords } from './words.js';

/** A tool that wants a group. */
export interface Groupable {
  readonly operation: Operation;
  readonly tool: Tool;
  /** The file that an earlier generation put it in. */
  readonly pinned: string | undefined;
}

interface Bucket {
  readonly title: string;
  readonly words: readonly string[];
  readonly members: readonly Member[];
  /** How many of its members' segments are used up. */
  readonly depth: number;
}

interface Member extends Groupable {
  /** What the group is split by, one step after the other: segments of the path, then words of the name. */
  readonly segments: readonly string[];
}

/** A file that reviews and loads well. */
const groupLimit = 60;
const fileLimit = 60;
const titleLimit = 80;

/** More segments of a path are not looked at. */
const depthLimit = 12;

/** Fewer tools than this do not make a file of their own when a group is split. */
const smallGroup = 5;

/** No file system or module resolution takes these for a plain file. */
const reservedFiles = /^(index|con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Puts tools into files: by pin, else by tag, else by the first path segment that not all share; more than 60
 * are split by the next segment. Sorted by file, tools by name.
 */
export function groupTools(groupables: readonly Groupable[]): readonly ModelGroup[] {
  const files = new Map<string, { readonly title: string; readonly tools: Tool[] }>();
  const put = (file: string, title: string, tools: readonly Tool[]): void => {
    const group = files.get(file) ?? { title: plainText(title, titleLimit), tools: [] };
    group.tools.push(...tools);
    files.set(file, group);
  };
  const buckets = firstBuckets(groupables).flatMap(splitBucket);
  for (const { title, members } of buckets) {
    for (const { tool, pinned } of members) if (isGroupFile(pinned)) put(pinned, title, [tool]);
  }
  for (const { title, words, members } of buckets) {
    const tools = members.filter(({ pinned }) => !isGroupFile(pinned)).map(({ tool }) => tool);
    if (tools.length === 0) continue;
    const size = (file: string): number => (files.get(file)?.tools.length ?? 0) + tools.length;
    const base = fileName(words);
    let file = base;
    for (let count = 2; size(file) > groupLimit; count += 1) file = `${base}-${count}`;
    put(file, title, tools);
  }
  return [...files]
    .map(([file, { title, tools }]) => ({
      file,
      title,
      tools: tools.toSorted((left, right) => compare(left.name, right.name)),
    }))
    .toSorted((left, right) => compare(left.file, right.file));
}

/** `[a-z0-9-]+` and no reserved word. */
function isGroupFile(file: string | undefined): file is string {
  return file !== undefined && /^[a-z0-9][a-z0-9-]{0,79}$/.test(file) && !reservedFiles.test(file);
}

function firstBuckets(groupables: readonly Groupable[]): readonly Bucket[] {
  const paths = groupables.map(({ operation }) => literalSegments(operation.route.template));
  const shared = sharedLength(paths);
  const buckets = new Map<string, Bucket & { readonly members: Member[] }>();
  for (const [index, groupable] of groupables.entries()) {
    const inPath = (paths[index] ?? []).slice(shared);
    const tag = groupable.operation.tags.find((name) => splitWords(name).length > 0);
    const subject = tag ?? inPath[0];
    const words = splitWords(subject ?? '');
    const key = fileName(words);
    const bucket = buckets.get(key) ?? { title: subject ?? 'tools', words, depth: 0, members: [] };
    const segments = [...inPath.slice(0, depthLimit), ...groupable.tool.name.split('_')];
    bucket.members.push({ ...groupable, segments });
    buckets.set(key, bucket);
  }
  return [...buckets.values()];
}

/** How many leading segments all paths share, leaving each at least one. */
function sharedLength(paths: readonly (readonly string[])[]): number {
  const [first = []] = paths;
  let length = 0;
  const isShared = (index: number): boolean =>
    paths.every((path) => path[index] === first[index] && path.length > index + 1);
  while (paths.length > 1 && length < first.length && isShared(length)) length += 1;
  return length;
}

/** Parts by the next segment; those of a few tools stay together under the old title. */
function splitBucket(bucket: Bucket): readonly Bucket[] {
  if (bucket.members.length <= groupLimit) return [bucket];
  const exhausted = bucket.members.every(({ segments }) => segments.length <= bucket.depth);
  if (exhausted) return chunks(bucket);
  const depth = bucket.depth + 1;
  const parts = new Map<string, Member[]>();
  for (const member of bucket.members) {
    const segment = splitWords(member.segments[bucket.depth] ?? '').join('-');
    const part = parts.get(segment) ?? [];
    part.push(member);
    parts.set(segment, part);
  }
  if (parts.size === 1) return splitBucket({ ...bucket, depth });
  const large = [...parts].filter(([, members]) => members.length >= smallGroup);
  const small = [...parts].flatMap(([, members]) => (members.length < smallGroup ? members : []));
  return [
    ...(small.length === 0 ? [] : splitBucket({ ...bucket, members: small, depth })),
    ...large
      .toSorted(([left], [right]) => compare(left, right))
      .flatMap(([segment, members]) => splitBucket(part(bucket, segment, members))),
  ];
}

function part(bucket: Bucket, segment: string, members: readonly Member[]): Bucket {
  const next = { ...bucket, members, depth: bucket.depth + 1 };
  if (segment === '' || bucket.words.join('-').endsWith(segment)) return next;
  const words = [...bucket.words, ...segment.split('-')];
  return { ...next, title: `${bucket.title} / ${segment}`, words };
}

function chunks(bucket: Bucket): readonly Bucket[] {
  const parts: Bucket[] = [];
  for (let start = 0; start < bucket.members.length; start += groupLimit) {
    parts.push({ ...bucket, members: bucket.members.slice(start, start + groupLimit) });
  }
  return parts;
}

function fileName(words: readonly string[]): string {
  const name = joinWithin(words, '-', fileLimit);
  if (name === '') return 'tools';
  return reservedFiles.test(name) ? `${name}-tools` : name;
}
