import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What became of a job: what the worker sent, or why it did not. */
export type Outcome<Result> = { readonly result: Result } | { readonly failure: string };

export interface PoolOptions {
  /** A module that answers each message (a job) with one message (its result). */
  readonly worker: URL;
  readonly size: number;
  /** Milliseconds that a job may take. */
  readonly timeout: number;
  readonly heapMegabytes: number;
}

/**
 * Runs jobs in child processes, `size` at a time, in their order; `settled` hears of each as it ends. A worker that
 * dies or takes too long is replaced and takes only its own job with it.
 */
export async function runPool<Job extends object, Result>(
  jobs: readonly Job[],
  options: PoolOptions,
  settled: (job: Job, outcome: Outcome<Result>) => void,
): Promise<void> {
  const pending = jobs.values();
  const serve = async (): Promise<void> => {
    let child: ChildProcess | undefined;
    for (const job of pending) {
      child ??= startWorker(options);
      const outcome = await runJob<Result>(child, job, options.timeout);
      if ('failure' in outcome) child = undefined;
      settled(job, outcome);
    }
    child?.kill();
  };
  await Promise.all(Array.from({ length: options.size }, serve));
}

function startWorker({ worker, heapMegabytes }: PoolOptions): ChildProcess {
  return fork(fileURLToPath(worker), {
    execArgv: ['--import', 'tsx', `--max-old-space-size=${heapMegabytes}`],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

function runJob<Result>(
  child: ChildProcess,
  job: object,
  timeout: number,
): Promise<Outcome<Result>> {
  return new Promise((resolve) => {
    const end = (outcome: Outcome<Result>): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      if ('failure' in outcome) child.kill('SIGKILL');
      resolve(outcome);
    };
    const timer = setTimeout(() => {
      end({ failure: `took more than ${timeout / 1000} s` });
    }, timeout);
    child.once('message', (result: Result) => {
      end({ result });
    });
    child.once('exit', (code, signal) => {
      end({ failure: `the process died (${signal ?? code ?? '?'})` });
    });
    child.once('error', ({ message }) => {
      end({ failure: message });
    });
    child.send(job);
  });
}
