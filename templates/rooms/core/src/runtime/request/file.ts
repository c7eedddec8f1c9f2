import { fileURLToPath } from 'node:url';
import { dataOnly, type FileConfig } from '../config/file-config.js';
import { ToolError } from '../tool-error.js';
import { decodeBase64 } from './base64.js';
import { readDataUrl } from './data-url.js';
import { readLocalFile } from './local-file.js';
import { isMediaType, mediaTypeOfName } from './media-type.js';
import { isStructured } from './wire-value.js';

/** A file to be sent. */
export interface FileContent {
  readonly bytes: Uint8Array;
  readonly name?: string;
  readonly mediaType?: string;
}

/** The file that a validated argument holds or names. It throws a ToolError that says what else to give. */
export type ReadFile = (value: unknown) => Promise<FileContent>;

/** A reader of what `config` allows; `signal` ends a download. */
export function createReadFile(
  config: FileConfig = dataOnly,
  signal?: () => AbortSignal,
): ReadFile {
  return async (value) => {
    const file = await readContent(value, config, signal);
    if (file.bytes.byteLength > config.maxBytes) {
      throw new ToolError(`A file may have at most ${config.maxBytes} bytes.`);
    }
    const mediaType = file.mediaType ?? mediaTypeOfName(file.name ?? '');
    return mediaType === undefined ? file : { ...file, mediaType };
  };
}

function readContent(
  value: unknown,
  config: FileConfig,
  signal: (() => AbortSignal) | undefined,
): FileContent | Promise<FileContent> {
  if (typeof value !== 'string') return readObject(value, config);
  const scheme = /^(data|file|https):|^([a-z][a-z\d+.-]+):\/\//i.exec(value);
  switch ((scheme?.[1] ?? scheme?.[2])?.toLowerCase()) {
    case 'data':
      return readDataUrl(value);
    case 'https':
      return fromHttps(value, config, signal);
    case 'file':
      return fromPath(pathOf(value), config);
    case undefined:
      return fromPath(value, config);
    default:
      throw refused(`Files cannot be fetched by ${scheme?.[0] ?? 'this scheme'}`, config);
  }
}

function readObject(value: unknown, config: FileConfig): FileContent {
  const { data, name, mediaType }: Readonly<Record<string, unknown>> = isStructured(value)
    ? { ...value }
    : {};
  if (typeof data !== 'string') throw refused('A file has no data', config);
  if (mediaType !== undefined && !(typeof mediaType === 'string' && isMediaType(mediaType))) {
    throw new ToolError('The mediaType of a file must be one, such as image/png.');
  }
  return {
    bytes: decodeBase64(data),
    ...(typeof name === 'string' && { name }),
    ...(mediaType !== undefined && { mediaType }),
  };
}

/** The HTTP client is loaded only when a file is fetched. */
async function fromHttps(
  text: string,
  config: FileConfig,
  signal: (() => AbortSignal) | undefined,
): Promise<FileContent> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !config.hosts.includes(url.host)) {
    throw refused(`Files cannot be fetched from ${url?.host ?? 'this URL'}`, config);
  }
  const { download } = await import('./download.js');
  return download(url, {
    hosts: config.hosts,
    maxBytes: config.maxBytes,
    ...(signal && { signal: signal() }),
  });
}

function fromPath(path: string, config: FileConfig): Promise<FileContent> {
  if (!config.paths || config.roots.length === 0) {
    throw refused('Files cannot be read by path', config);
  }
  return readLocalFile(path, config);
}

function pathOf(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    throw new ToolError('This file: URL names no local file.');
  }
}

function refused(problem: string, { hosts, paths, roots }: FileConfig): ToolError {
  const ways = [
    'as {"data": base64, "name", "mediaType"}',
    'as a data: URL',
    ...(hosts.length > 0 ? [`as an https: URL on ${hosts.join(', ')}`] : []),
    ...(paths && roots.length > 0 ? [`as a path below ${roots.join(', ')}`] : []),
  ];
  return new ToolError(`${problem}. Give the file ${ways.join(', or ')}.`);
}
