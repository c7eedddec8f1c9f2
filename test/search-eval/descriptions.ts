import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSource } from '../../src/load/load-source.js';
import { buildModel } from '../../src/model/build-model.js';
import type { ModelGroup } from '../../src/model/model.js';
import { installDescriptions } from '../corpus/inputs.js';
import { repository } from '../support/workspace.js';

/** Everything that the evaluation installs and writes; ignored by git. */
export const cacheDirectory = join(repository, '.cache/search-eval');

/** RestBench, which is not part of this repository: `tmdb.json` and `tmdb_oas.json`. */
export const restBenchDirectory = join(repository, '.cache/restbench');

/** The descriptions whose tasks were written without a look at the ranking; never to be tuned on. */
const freshIds = {
  box: 'box.com.json',
  digitalocean: 'digitalocean.com.json',
  spotify: 'spotify.com.json',
  xero: 'xero.com/xero_accounting.json',
  zoom: 'zoom.us.json',
} as const;

/** The descriptions by the name that the evaluation uses; ids as in the corpus, but for TMDB's. */
const ids = {
  tmdb: undefined,
  github: 'octokit/api.github.com.json',
  stripe: 'stripe.com.json',
  slack: 'slack.com.json',
  kubernetes: 'kubernetes.io.json',
  'graph-beta': 'microsoft.com/graph-beta.json',
  ...freshIds,
} as const;

export type Api = keyof typeof ids;

export type FreshApi = keyof typeof freshIds;

export const freshApis = Object.keys(freshIds) as readonly FreshApi[];

/** The groups of tools of a description, kept between runs until `.cache/search-eval` is deleted. */
export async function readGroups(api: Api): Promise<readonly ModelGroup[]> {
  const cached = join(cacheDirectory, `${api}.jsonl`);
  if (!existsSync(cached)) await buildGroups(api, cached);
  const lines = (await readFile(cached, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as ModelGroup);
}

async function buildGroups(api: Api, cached: string): Promise<void> {
  process.stderr.write(`Reading the description of ${api} …\n`);
  const source = await loadSource(
    {
      source: await fileOf(api),
      cwd: repository,
      allowRemoteRefs: [],
      sourceHeaders: {},
    },
    () => undefined,
  );
  const options = {
    resources: 'tools-only' as const,
    include: [],
    exclude: [],
    readOnly: false,
    // Of MS Graph they are several times the size of everything else.
    outputSchema: api !== 'graph-beta',
  };
  const { groups } = buildModel(source.document, options, () => undefined);
  await mkdir(cacheDirectory, { recursive: true });
  await writeFile(cached, groups.map((group) => `${JSON.stringify(group)}\n`).join(''));
}

async function fileOf(api: Api): Promise<string> {
  const id = ids[api];
  if (id === undefined) return join(restBenchDirectory, 'tmdb_oas.json');
  const found = (await installDescriptions()).find((description) => description.id === id);
  if (found === undefined) throw new Error(`${id} is not among the descriptions`);
  return found.file;
}
