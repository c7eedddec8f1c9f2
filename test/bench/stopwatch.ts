import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** One run of a Node program. */
export interface Timed {
  /** From spawn to exit. */
  readonly milliseconds: number;
  /** The most resident memory it had, in megabytes. */
  readonly peakMegabytes: number;
  /** Undefined if it took longer than it may. */
  readonly code: number | null | undefined;
  readonly stdout: string;
}

/** Writes the peak memory (kilobytes) to a pipe of its own when the process ends. */
const reportPeak = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS)))`;

/** Runs a program with Node to its end, or kills it after `limit` milliseconds. */
export async function timeNode(
  args: readonly string[],
  { cwd, limit }: { readonly cwd: string; readonly limit: number },
): Promise<Timed> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', reportPeak, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const timer = setTimeout(() => {
    child.kill('SIGKILL');
  }, limit);
  const [, stdoutPipe, stderrPipe, peakPipe] = child.stdio;
  const [code, stdout, , peak] = await Promise.all([
    new Promise<number | null>((resolve, reject) => {
      child.once('error', reject).once('exit', resolve);
    }),
    textOf(stdoutPipe),
    textOf(stderrPipe),
    textOf(peakPipe),
  ]);
  clearTimeout(timer);
  return {
    milliseconds: performance.now() - start,
    peakMegabytes: Number(peak) / 1024,
    code: child.signalCode === 'SIGKILL' ? undefined : code,
    stdout,
  };
}

async function textOf(pipe: unknown): Promise<string> {
  return pipe instanceof Readable ? text(pipe) : '';
}

/** The middle one, or the mean of the two in the middle; NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
