import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Origin } from '../diagnostics.js';
import { shellWord } from '../shell-word.js';
import { download } from './download.js';
import { failure } from './failure.js';
import { readBytes, unreadable } from './read-bytes.js';
import { isUrl } from './read-root.js';
import { publicUrl } from './secret.js';
import { labelOfPath, parseFile, type SourceFile } from './source-file.js';
import type { SourceRequest } from './source.js';

/** Reads a file that a `$ref` names, `originOf` telling where that stands. */
export type ReadReferenced = (url: URL, originOf: () => Origin) => Promise<SourceFile>;

/**
 * The rules for references of this source: http(s) only to its own origin and allowed hosts, every
 * redirect included (MG113, MG116); files only for a local source, by real path below its folder
 * or `refRoot` (MG117), and only regular ones.
 */
export async function createReferencedReader(
  root: URL,
  request: SourceRequest,
): Promise<ReadReferenced> {
  const folder = root.protocol === 'file:' ? await refFolder(root, request) : undefined;
  return (url, originOf) =>
    url.protocol === 'file:'
      ? readFile(url, folder, request.cwd, originOf)
      : readUrl(url, root, request, originOf);
}

async function readUrl(
  url: URL,
  root: URL,
  request: SourceRequest,
  originOf: () => Origin,
): Promise<SourceFile> {
  const refuse = (to: URL): string | undefined =>
    to.origin === root.origin || request.allowRemoteRefs.includes(to.host)
      ? undefined
      : `the host \`${to.host}\` is not allowed`;
  const reason = refuse(url);
  if (reason !== undefined) {
    throw failure(
      'MG116',
      `This $ref leads to ${publicUrl(url)}, but ${reason}.`,
      originOf(),
      `Allow it with --allow-remote-refs ${shellWord(url.host)} if you trust it.`,
    );
  }
  const { bytes, url: final } = await download({
    url,
    originOf,
    headers: request.sourceHeaders,
    // Not where redirects led to: the headers are for the host that the user named.
    headerOrigin: isUrl(request.source) ? new URL(request.source).origin : undefined,
    refuse,
  });
  return parseFile(bytes, final, publicUrl(url));
}

async function readFile(
  url: URL,
  folder: string | undefined,
  cwd: string,
  originOf: () => Origin,
): Promise<SourceFile> {
  if (folder === undefined) {
    throw failure(
      'MG116',
      'This $ref leads from a downloaded description to a local file.',
      originOf(),
      'Download the description and its files, and give the local path.',
    );
  }
  let label = url.href;
  try {
    const path = fileURLToPath(url);
    label = labelOfPath(path, cwd);
    const real = await realpath(path);
    if (!isBelow(real, folder)) throw outside(real, folder, cwd, originOf());
    // A device or a pipe could block, or never end.
    if (!(await stat(real)).isFile()) throw Object.assign(new Error(), { code: 'EISDIR' });
    return parseFile(await readBytes(real, label, originOf), url, label);
  } catch (error) {
    throw unreadable(label, originOf, error);
  }
}

async function refFolder(root: URL, { refRoot, cwd }: SourceRequest): Promise<string> {
  const folder = refRoot === undefined ? dirname(fileURLToPath(root)) : resolve(cwd, refRoot);
  try {
    return await realpath(folder);
  } catch (error) {
    throw unreadable(labelOfPath(folder, cwd), () => ({ file: refRoot ?? '.' }), error);
  }
}

function isBelow(path: string, folder: string): boolean {
  const route = relative(folder, path);
  return route !== '..' && !route.startsWith(`..${sep}`) && !isAbsolute(route);
}

function outside(path: string, folder: string, cwd: string, origin: Origin): Error {
  return failure(
    'MG117',
    `This $ref leads to \`${labelOfPath(path, cwd)}\`, outside of \`${labelOfPath(folder, cwd) || '.'}\`.`,
    origin,
    'Name the folder that holds all files with --ref-root DIR if you trust them.',
  );
}
