/** `npm run large`: APIs of thousands of operations on the search surface, through both official clients. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ours } from '../bench/generators.js';
import type { Timed } from '../bench/stopwatch.js';
import { installDescriptions } from '../corpus/inputs.js';
import { repository } from '../support/workspace.js';
import { measureProject, type Measured } from './measure-project.js';
import { readSample } from './sample.js';

/** Ids as in the corpus. */
const apis = {
  github: 'octokit/api.github.com.json',
  kubernetes: 'kubernetes.io.json',
  graph: 'microsoft.com/graph.json',
  'graph-beta': 'microsoft.com/graph-beta.json',
} as const;

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const directory = join(repository, '.cache/large');

interface Figures extends Measured {
  readonly generate: Timed;
  readonly build: Timed;
}

const rows: readonly (readonly [string, (figures: Figures) => number])[] = [
  ['tools', ({ tools }) => tools],
  ['generation, s', ({ generate }) => generate.milliseconds / 1000],
  ['its peak memory, MB', ({ generate }) => generate.peakMegabytes],
  ['build, s', ({ build }) => build.milliseconds / 1000],
  ['start to initialize, ms', ({ start }) => start],
  ['memory after the start, MB', ({ memoryAtStart }) => memoryAtStart],
  ['tools/list, bytes', ({ listBytes }) => listBytes],
  ['instructions, bytes', ({ instructionsBytes }) => instructionsBytes],
  ['first search, ms', ({ firstSearch }) => firstSearch],
  ['search, median, ms', ({ search }) => search.median],
  ['search, p99, ms', ({ search }) => search.slow],
  ['memory after the calls, MB', ({ memoryAtEnd }) => memoryAtEnd],
  ['sample', ({ sampled }) => sampled],
  ['found by its summary @5', ({ found }) => found],
  ['or one of the same summary', ({ foundAlike }) => foundAlike],
  ['described', ({ described }) => described],
  ['called as the description says', ({ called }) => called],
];

await mkdir(directory, { recursive: true });
const descriptions = await installDescriptions();
for (const [name, id] of Object.entries(apis)) {
  if (values.only !== undefined && values.only !== name) continue;
  const file = descriptions.find((each) => each.id === id)?.file;
  if (file === undefined) throw new Error(`${id} is not among the descriptions`);
  process.stderr.write(`${name} …\n`);
  const project = join(directory, name);
  const generate = await ours.generate(file, project);
  const build = await ours.build(project);
  if (generate.code !== 0 || build.code !== 0) throw new Error(`${name}: ${build.stdout}`);
  const sample = await readSample(file);
  for (const kind of ['v1 SDK', 'v2 of 2026'] as const) {
    const figures: Figures = { ...(await measureProject(kind, project, sample)), generate, build };
    process.stdout.write(`\n${name}, by the client ${kind}\n`);
    for (const [label, figure] of rows) {
      const value = figure(figures);
      const text = Number.isInteger(value) ? String(value) : value.toFixed(2);
      process.stdout.write(`  ${label.padEnd(34)}${text.padStart(10)}\n`);
    }
    for (const failure of figures.failures.slice(0, 10)) process.stdout.write(`  ${failure}\n`);
  }
}
