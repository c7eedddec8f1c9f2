import { startApi, type Caller } from './callers.js';
import { prepareLanes, type Lane } from './lanes.js';
import { median } from './stopwatch.js';

const rounds = 5;
const widths = [1, 32] as const;
/** Calls of a round, by how many are made at once. */
const callsOf = { 1: 400, 32: 2_000 } as const;
const warmUp = 12_000;

type Width = (typeof widths)[number];

/** Calls a second of a lane. */
interface Rates {
  readonly lane: Lane;
  /** Medians by how many calls were made at once; absent where the server has no such transport. */
  readonly medians?: Readonly<Record<Width, number>>;
}

/** Calls a second, one at a time and 32 at once, as ratios to a direct fetch by the same process too. */
export async function measureCalls(): Promise<string> {
  await using api = await startApi();
  const lanes = await prepareLanes(api.url);
  const callers: { readonly lane: Lane; readonly caller: Caller | undefined }[] = [];
  try {
    for (const lane of lanes) callers.push({ lane, caller: await lane.start?.() });
    return callsTable(await race(callers));
  } finally {
    for (const { caller } of callers) await caller?.[Symbol.asyncDispose]();
  }
}

/** Measures in turns, so that whatever else the machine does meets all lanes. */
async function race(
  callers: readonly { readonly lane: Lane; readonly caller: Caller | undefined }[],
): Promise<readonly Rates[]> {
  const runs = callers.map((): Record<Width, number[]> => ({ 1: [], 32: [] }));
  for (const { caller } of callers) {
    if (caller !== undefined) await callsASecond(caller, warmUp, 32);
  }
  for (let round = 0; round < rounds; round += 1) {
    process.stderr.write(`calls, round ${round + 1} of ${rounds} …\n`);
    for (const width of widths) {
      for (const [index, { caller }] of callers.entries()) {
        if (caller === undefined) continue;
        runs[index]?.[width].push(await callsASecond(caller, callsOf[width], width));
      }
    }
  }
  return callers.map(({ lane, caller }, index) => {
    const { 1: single = [], 32: many = [] } = runs[index] ?? {};
    return { lane, ...(caller && { medians: { 1: median(single), 32: median(many) } }) };
  });
}

async function callsASecond(caller: Caller, count: number, width: number): Promise<number> {
  let left = count;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await caller.call();
    }
  };
  const begin = performance.now();
  await Promise.all(Array.from({ length: width }, work));
  return (1000 * count) / (performance.now() - begin);
}

function callsTable(all: readonly Rates[]): string {
  const direct = all[0]?.medians;
  const lines = all.map(({ lane, medians }) => {
    const cells = widths.flatMap((width) => {
      const rate = medians?.[width];
      if (rate === undefined) return ['–', '–'];
      return [Math.round(rate).toLocaleString('en'), (rate / (direct?.[width] ?? NaN)).toFixed(2)];
    });
    const note = medians === undefined ? '  has no such transport' : '';
    return line(lane.name, lane.transport === 'none' ? '' : lane.transport, cells) + note;
  });
  const heads = ['one at a time', 'of direct', '32 at once', 'of direct'];
  return `\n${[line('calls a second', '', heads), ...lines].join('\n')}\n`;
}

function line(name: string, transport: string, cells: readonly string[]): string {
  const label = `  ${name.padEnd(18)}${transport.padEnd(8)}`;
  return label + cells.map((cell) => cell.padStart(15)).join('');
}
