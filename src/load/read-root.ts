import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { download } from './download.js';
import { failure } from './failure.js';
import { collectBytes, readBytes } from './read-bytes.js';
import { publicUrl, secretOfUrl } from './secret.js';
import { labelOfPath, parseFile, type SourceFile } from './source-file.js';
import type { SourceRequest } from './source.js';

/** True for a source that is downloaded. */
export function isUrl(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/** Reads the file that the user named, from disk, the network or standard input. */
export async function readRoot(request: SourceRequest): Promise<SourceFile> {
  const { source, cwd } = request;
  if (source === '-') {
    const label = '<stdin>';
    const bytes = await collectBytes(request.stdin ?? process.stdin, label);
    return parseFile(bytes, pathToFileURL(resolve(cwd, 'stdin')), label);
  }
  if (isUrl(source)) return readRootUrl(source, request);
  const path = resolve(cwd, source);
  const label = labelOfPath(path, cwd);
  const bytes = await readBytes(path, label, () => ({ file: label }));
  return parseFile(bytes, pathToFileURL(path), label);
}

async function readRootUrl(source: string, request: SourceRequest): Promise<SourceFile> {
  if (!URL.canParse(source)) {
    throw failure('MG142', `\`${source}\` is no URL.`, undefined, 'Check it for a typing error.');
  }
  const url = new URL(source);
  const label = publicUrl(url);
  const origin = { file: label };
  const secret = secretOfUrl(url);
  if (secret !== undefined) {
    throw failure(
      'MG114',
      `The URL of the source holds ${secret}, which would be recorded and shown.`,
      origin,
      "Pass it as a header from the environment: --source-header 'Authorization: Bearer $TOKEN'.",
    );
  }
  const { bytes, url: final } = await download({
    url,
    originOf: () => origin,
    headers: request.sourceHeaders,
    headerOrigin: url.origin,
    refuse: () => undefined,
  });
  return parseFile(bytes, final, label);
}
