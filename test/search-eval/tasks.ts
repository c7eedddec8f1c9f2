import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../support/workspace.js';
import { restBenchDirectory, type Api, type FreshApi } from './descriptions.js';

/** Something that a user wants, and the operations that it takes. */
export interface Task {
  readonly task: string;
  /** What a model that knows such APIs, but not this one, would search for. */
  readonly query?: string;
  /** What a model would search for, one step after the other; written from the task alone. */
  readonly steps?: readonly string[];
  /** Every one is needed; of ` | ` any side will do. `METHOD /path`, parameters by any name. */
  readonly operations: readonly string[];
  /** Kept for the final check: nothing is tuned on it. */
  readonly held?: true;
}

/** The tasks of an API; undefined where they are not on this machine. */
export async function readTasks(api: Api): Promise<readonly Task[] | undefined> {
  return api === 'tmdb' ? readRestBench() : readTaskFile(`${api}.json`);
}

/** The tasks that nothing is tuned on, and whose writer had not seen the ranking. */
export async function readFreshTasks(api: FreshApi): Promise<readonly Task[]> {
  return readTaskFile(`fresh/${api}.json`);
}

async function readTaskFile(name: string): Promise<readonly Task[]> {
  const file = join(repository, 'test/search-eval/tasks', name);
  return JSON.parse(await readFile(file, 'utf8')) as readonly Task[];
}

async function readRestBench(): Promise<readonly Task[] | undefined> {
  const file = join(restBenchDirectory, 'tmdb.json');
  if (!existsSync(file)) return undefined;
  const labelled = JSON.parse(await readFile(file, 'utf8')) as readonly {
    readonly query: string;
    readonly solution: readonly string[];
  }[];
  const steps = await readSteps();
  return labelled.map(({ query, solution }, index) => ({
    task: query,
    ...(steps[index] !== undefined && { steps: steps[index] }),
    operations: [...new Set(solution.map((operation) => operation.trim()))],
    ...(index % 2 === 1 && { held: true }),
  }));
}

/** Steps of RestBench's tasks, by their places. */
async function readSteps(): Promise<Readonly<Record<number, readonly string[]>>> {
  const file = join(repository, 'test/search-eval/tasks/tmdb-steps.json');
  return JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<number, readonly string[]>>;
}

/** What is the same for two spellings of an operation: parameters by whatever name. */
export function operationKey(operation: string): string {
  return operation.trim().replace(/\{[^}]*\}/g, '{}');
}
