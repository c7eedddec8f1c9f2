/** `npm run search-eval`: how well tools are found by what users and models say, against simpler rankings. */
import { parseArgs } from 'node:util';
import type { ModelGroup } from '../../src/model/model.js';
import { plainSearch, regularExpressionSearch } from './baselines.js';
import { freshApis, readGroups, type Api, type FreshApi } from './descriptions.js';
import { mean, measure, measureSteps, type Measures, type Ranking } from './measures.js';
import { searchOwnSummaries } from './own-summaries.js';
import { ourRanking, variants } from './rankings.js';
import { readFreshTasks, readTasks, type Task } from './tasks.js';

const { values } = parseArgs({
  options: { only: { type: 'string' }, variants: { type: 'boolean' }, large: { type: 'boolean' } },
});

const apis: readonly Api[] = ['tmdb', 'github', 'stripe', 'slack', 'kubernetes'];

function write(...cells: readonly (string | number)[]): void {
  const texts = cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : cell));
  process.stdout.write(`| ${texts.join(' | ')} |\n`);
}

function head(...titles: readonly string[]): void {
  process.stdout.write('\n');
  write(...titles);
  write(...titles.map((_, place) => (place === 0 ? '---' : '--:')));
}

function figures({ at1, at5, at10, at20, mrr }: Measures): readonly number[] {
  return [at1, at5, at10, at20, mrr];
}

/** What a model would search for, in place of the user's words. */
function asQueries(tasks: readonly Task[]): readonly Task[] {
  return tasks.flatMap((task) => (task.query === undefined ? [] : [{ ...task, task: task.query }]));
}

async function compared(
  groups: readonly ModelGroup[],
): Promise<readonly (readonly [string, Ranking])[]> {
  return [
    ['regular expression', regularExpressionSearch(groups)],
    ['plain BM25', await plainSearch(groups)],
    ['ours', ourRanking(groups)],
  ];
}

async function compare(api: Api, groups: readonly ModelGroup[], tasks: readonly Task[]) {
  const rankings = await compared(groups);
  const sets: readonly (readonly [string, readonly Task[]])[] = [
    ['tasks', tasks.filter(({ held }) => held !== true)],
    ['tasks, held', tasks.filter(({ held }) => held === true)],
    ['queries', asQueries(tasks.filter(({ held }) => held !== true))],
    ['queries, held', asQueries(tasks.filter(({ held }) => held === true))],
  ];
  head(`${api}: ${groups.flatMap((group) => group.tools).length} tools`, 'n', ...titles);
  for (const [set, chosen] of sets.filter(([, { length }]) => length > 0)) {
    for (const [name, ranking] of rankings) {
      write(`${set}: ${name}`, String(chosen.length), ...figures(measure(ranking, chosen)));
    }
  }
  compareSteps(api, rankings, tasks);
}

/** Tasks whose writer had not seen the ranking, of one API after the other, and in the mean. */
async function compareFresh(apis: readonly FreshApi[]): Promise<void> {
  if (apis.length === 0) return;
  head('fresh', 'n', ...titles);
  const measured: (readonly [string, Measures])[] = [];
  for (const api of apis) {
    const groups = await readGroups(api);
    const tasks = await readFreshTasks(api);
    const tools = groups.flatMap((group) => group.tools).length;
    for (const [name, ranking] of await compared(groups)) {
      const measures = measure(ranking, tasks);
      write(`${api} (${tools} tools): ${name}`, String(measures.tasks), ...figures(measures));
      measured.push([name, measures]);
    }
  }
  for (const name of new Set(measured.map(([ranking]) => ranking))) {
    const each = measured.filter(([ranking]) => ranking === name).map(([, measures]) => measures);
    const count = each.reduce((sum, { tasks }) => sum + tasks, 0);
    const means = titles.map((_, place) => mean(each.map((one) => figures(one)[place] ?? 0)));
    write(`mean: ${name}`, String(count), ...means);
  }
}

/** Tasks of several operations, of which a model searches each one by itself: what all searches find together. */
function compareSteps(
  api: Api,
  rankings: readonly (readonly [string, Ranking])[],
  tasks: readonly Task[],
): void {
  const stepped = tasks.filter(({ steps }) => steps !== undefined);
  if (stepped.length === 0) return;
  head(`${api}: steps of ${stepped.length} tasks`, '@1 each', '@3 each', '@5 each', 'shown @5');
  for (const [name, ranking] of rankings) {
    const depths = [1, 3, 5].map((depth) => measureSteps(ranking, stepped, depth));
    write(name, ...depths.map(({ recall }) => recall), depths.at(-1)?.shown ?? 0);
  }
}

const titles = ['@1', '@5', '@10', '@20', 'MRR'];
const wanted = apis.filter((api) => values.only === undefined || values.only === api);
const present: { api: Api; groups: readonly ModelGroup[]; tasks: readonly Task[] }[] = [];
for (const api of wanted) {
  const tasks = await readTasks(api);
  if (tasks === undefined) {
    process.stdout.write(`${api}: skipped, as .cache/restbench is not there\n`);
    continue;
  }
  present.push({ api, groups: await readGroups(api), tasks });
}

for (const { api, groups, tasks } of present) await compare(api, groups, tasks);
await compareFresh(freshApis.filter((api) => [undefined, 'fresh', api].includes(values.only)));

if (values.variants === true && present.length > 0) {
  head('@5 of tasks that are not held', ...present.map(({ api }) => api), 'mean');
  for (const [name, variant] of Object.entries({ ours: {}, ...(await variants()) })) {
    const cells = present.map(({ groups, tasks }) => {
      const tuned = tasks.filter(({ held }) => held !== true);
      return measure(ourRanking(groups, variant), tuned).at5;
    });
    write(name, ...cells, mean(cells));
  }
}

const large: readonly Api[] = values.large === true ? ['graph-beta'] : [];
const summarized = [...present.map((each) => each.api), ...large];
if (summarized.length > 0) {
  head('own summary', 'tools', 'found @5', 'or alike', 'index KB', 'load ms', 'query ms', 'p99 ms');
}
for (const api of summarized) {
  const own = searchOwnSummaries(await readGroups(api));
  const { tools, found, foundAlike, size, load, median, slow } = own;
  write(api, String(tools), found, foundAlike, size / 1000, load, median, slow);
}
