import { startApi, type Caller } from './callers.js';
import { prepareLanes, type Lane } from './lanes.js';
import { residentMegabytes } from './server-process.js';

/** Connections that are used at once. */
const widths = [1, 32, 256] as const;
/** Calls of each width, after as many to warm up. */
const callsOf = { 1: 2_000, 32: 10_000, 256: 20_000 } as const;
/** Of the run that shows whether memory grows. */
const lasting = { calls: 100_000, parts: 5, width: 32 } as const;

type Width = (typeof widths)[number];

interface Served {
  readonly lane: Lane;
  readonly caller: Caller;
}

/** What servers over HTTP bear, each call with a request to the API, and whether ours grows over 100,000 of them. */
export async function measureLoad(): Promise<string> {
  await using api = await startApi();
  const served: Served[] = [];
  try {
    for (const lane of await prepareLanes(api.url)) {
      if (lane.transport !== 'HTTP' || lane.start === undefined) continue;
      served.push({ lane, caller: await lane.start() });
    }
    const lines: string[] = [line('calls over HTTP', ['at once', 'a second', 'p50 ms', 'p99 ms'])];
    for (const width of widths) {
      process.stderr.write(`load, ${width} at once …\n`);
      for (const { lane, caller } of served) {
        await run(caller, callsOf[width], width);
        lines.push(row(lane, width, await run(caller, callsOf[width], width)));
      }
    }
    const [ours] = served;
    return `\n${lines.join('\n')}\n\n${ours === undefined ? '' : await growth(ours.caller)}`;
  } finally {
    for (const { caller } of served) await caller[Symbol.asyncDispose]();
  }
}

/** The resident memory of a server while it answers very many calls. */
async function growth(caller: Caller): Promise<string> {
  const { calls, parts, width } = lasting;
  const sizes = [residentMegabytes(caller.pid ?? 0)];
  for (let part = 0; part < parts; part += 1) {
    process.stderr.write(`load, ${((part + 1) * calls) / parts} of ${calls} calls …\n`);
    await run(caller, calls / parts, width);
    sizes.push(residentMegabytes(caller.pid ?? 0));
  }
  const shown = sizes.map((size) => size.toFixed(0)).join(', ');
  return `  memory of mcp-gen over ${calls.toLocaleString('en')} calls, MB: ${shown}\n`;
}

interface Run {
  readonly seconds: number;
  /** Milliseconds of each call, sorted. */
  readonly durations: readonly number[];
}

async function run(caller: Caller, count: number, width: number): Promise<Run> {
  const durations: number[] = [];
  let left = count;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const begin = performance.now();
      await caller.call();
      durations.push(performance.now() - begin);
    }
  };
  const begin = performance.now();
  await Promise.all(Array.from({ length: width }, work));
  const seconds = (performance.now() - begin) / 1_000;
  return { seconds, durations: durations.sort((left, right) => left - right) };
}

function row({ name }: Lane, width: Width, { seconds, durations }: Run): string {
  const at = (share: number): number => durations[Math.floor(share * durations.length)] ?? NaN;
  const rate = Math.round(durations.length / seconds).toLocaleString('en');
  return line(name, [String(width), rate, at(0.5).toFixed(1), at(0.99).toFixed(1)]);
}

function line(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(18)}${cells.map((cell) => cell.padStart(12)).join('')}`;
}
