import { operationKey, type Task } from './tasks.js';

/** A ranking of the operations of one API: `METHOD /path`, the best first. */
export type Ranking = (task: string) => readonly string[];

export interface Measures {
  readonly tasks: number;
  /** Mean share of the needed operations among the first. */
  readonly at1: number;
  readonly at5: number;
  readonly at10: number;
  readonly at20: number;
  /** Mean reciprocal rank of the first needed operation. */
  readonly mrr: number;
}

/** How well a ranking finds what the tasks need. */
export function measure(ranking: Ranking, tasks: readonly Task[]): Measures {
  const ranks = tasks.map(({ task, operations }) => {
    const ranked = ranking(task).map(operationKey);
    return operations.map((operation) => rankOf(operation, ranked));
  });
  const recall = (depth: number): number =>
    mean(ranks.map((each) => each.filter((rank) => rank <= depth).length / each.length));
  return {
    tasks: tasks.length,
    at1: recall(1),
    at5: recall(5),
    at10: recall(10),
    at20: recall(20),
    mrr: mean(ranks.map((each) => 1 / Math.min(...each))),
  };
}

/** Mean share of the needed operations among the first `depth` of any step, and how many those are in the mean. */
export function measureSteps(
  ranking: Ranking,
  tasks: readonly Task[],
  depth: number,
): { readonly recall: number; readonly shown: number } {
  const results = tasks.map(({ steps = [], operations }) => {
    const shown = [...new Set(steps.flatMap((step) => ranking(step).slice(0, depth)))];
    const keys = shown.map(operationKey);
    const found = operations.filter((operation) => rankOf(operation, keys) <= keys.length);
    return { recall: found.length / operations.length, shown: shown.length };
  });
  return {
    recall: mean(results.map(({ recall }) => recall)),
    shown: mean(results.map(({ shown }) => shown)),
  };
}

/** The best rank among the sides of ` | `; from 1. */
export function rankOf(operation: string, ranked: readonly string[]): number {
  const places = operation.split(' | ').map((side) => ranked.indexOf(operationKey(side)) + 1);
  return Math.min(...places.map((place) => (place === 0 ? Infinity : place)));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
