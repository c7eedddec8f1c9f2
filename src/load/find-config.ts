import { access, readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { checkConfig } from './config-file.js';
import type { Config } from './config.js';
import { failure } from './failure.js';
import { openReader } from './reader.js';

export interface FoundConfig {
  readonly config: Config;
  /** Absolute. */
  readonly path: string;
}

const configNames = ['mcp-gen.config.yaml', 'mcp-gen.config.yml', 'mcp-gen.config.json'];

/** A description of this size may have the word `endpoints` in it; a config is written by hand. */
const configBytes = 1024 * 1024;

/** The config that the source is, else the one of the folder; InputError if it is wrong. */
export async function findConfig(
  source: string | undefined,
  cwd: string,
): Promise<FoundConfig | undefined> {
  if (source !== undefined && (await isConfig(resolve(cwd, source)))) {
    return readConfig(source, cwd);
  }
  const found: string[] = [];
  for (const name of configNames) if (await exists(resolve(cwd, name))) found.push(name);
  const [first, second] = found;
  if (first === undefined) return undefined;
  if (second === undefined) return readConfig(first, cwd);
  throw failure(
    'MG142',
    `There are two configs: ${first} and ${second}.`,
    { file: second },
    'Remove one, or name one as the source.',
  );
}

/** The config at a path that a project has recorded; InputError if it is not there, since it may say who may do what. */
export async function findRecordedConfig(path: string, cwd: string): Promise<FoundConfig> {
  if (await exists(resolve(cwd, path))) return readConfig(path, cwd);
  throw failure(
    'MG143',
    `The config that this project was generated with is not there: ${path}.`,
    { file: 'mcp-gen.json' },
    'Put it back, or remove `config` from mcp-gen.json if what it says is to end.',
  );
}

async function readConfig(source: string, cwd: string): Promise<FoundConfig> {
  const { root } = await openReader({ source, cwd, allowRemoteRefs: [], sourceHeaders: {} });
  return { config: checkConfig(root), path: resolve(cwd, source) };
}

async function isConfig(path: string): Promise<boolean> {
  if (configNames.includes(basename(path))) return true;
  try {
    const { size } = await stat(path);
    if (size > configBytes) return false;
    const text = await readFile(path, 'utf8');
    return (
      /(?:\bendpoints["']?|^source)\s*:/m.test(text) && !/\b(?:openapi|swagger)["']?\s*:/.test(text)
    );
  } catch {
    // Not a file that can be read: reading it as a source tells why.
    return false;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
