import { join } from 'node:path';
import { benchDirectory, type Generator } from './generators.js';
import { listTools, timeStart, type Listing } from './server-process.js';
import { median, type Timed } from './stopwatch.js';

/** A description to measure with. */
export interface Subject {
  readonly name: string;
  readonly source: string;
  /** How often it is generated; the median counts. */
  readonly repeat: number;
}

/** What was measured of one generator; absent where it or its project failed or took too long. */
export interface Figures {
  readonly generateSeconds?: number;
  readonly peakMegabytes?: number;
  readonly buildSeconds?: number;
  readonly startMilliseconds?: number;
  readonly listing?: Listing;
  /** What the last generation said. */
  readonly output?: string;
  readonly problem?: string;
}

/** A project that has been built, with what was measured so far. */
interface Project {
  readonly figures: Figures;
  /** Absent if it cannot be started. */
  readonly entry?: string;
}

const starts = 15;

/** Measures generators side by side, in turns, so that whatever else the machine does meets all of them. */
export async function measure(
  { name, source, repeat }: Subject,
  generators: readonly Generator[],
): Promise<readonly Figures[]> {
  const runs = generators.map((): Timed[] => []);
  const folders = generators.map((generator) =>
    join(benchDirectory, 'projects', `${generator.name}-${name}`),
  );
  for (let round = 0; round < repeat; round += 1) {
    for (const [index, { generate }] of generators.entries()) {
      runs[index]?.push(await generate(source, folders[index] ?? ''));
    }
  }
  const projects: Project[] = [];
  for (const [index, generator] of generators.entries()) {
    projects.push(await buildProject(generator, folders[index] ?? '', runs[index] ?? []));
  }
  const times = await timeStarts(projects.map(({ entry }) => entry));
  return Promise.all(
    projects.map(({ figures, entry }, index) => withListing(figures, entry, times[index])),
  );
}

async function buildProject(
  generator: Generator,
  folder: string,
  runs: readonly Timed[],
): Promise<Project> {
  const failed = runs.find(({ code }) => code !== 0);
  if (failed !== undefined) return { figures: { problem: `generation ${ending(failed)}` } };
  const figures: Figures = {
    generateSeconds: median(runs.map(({ milliseconds }) => milliseconds)) / 1000,
    peakMegabytes: Math.max(...runs.map(({ peakMegabytes }) => peakMegabytes)),
    output: runs.at(-1)?.stdout ?? '',
  };
  const built = await generator.build(folder);
  if (built.code !== 0) return { figures: { ...figures, problem: `build ${ending(built)}` } };
  return {
    figures: { ...figures, buildSeconds: built.milliseconds / 1000 },
    entry: generator.entry(folder),
  };
}

function ending({ code, milliseconds }: Timed): string {
  if (code !== undefined) return 'failed';
  return milliseconds === 0
    ? 'was not tried'
    : `took more than ${Math.round(milliseconds / 1000)} s`;
}

/** The median of 15 starts of each entry, in milliseconds. */
async function timeStarts(
  entries: readonly (string | undefined)[],
): Promise<readonly (number | undefined)[]> {
  const times = entries.map((): number[] => []);
  for (let round = 0; round < starts; round += 1) {
    for (const [index, entry] of entries.entries()) {
      if (entry !== undefined) times[index]?.push(await timeStart(entry).catch(() => NaN));
    }
  }
  return times.map((ofEntry) => (ofEntry.length === 0 ? undefined : median(ofEntry)));
}

async function withListing(
  figures: Figures,
  entry: string | undefined,
  startMilliseconds: number | undefined,
): Promise<Figures> {
  if (entry === undefined || startMilliseconds === undefined) return figures;
  try {
    return { ...figures, startMilliseconds, listing: await listTools(entry) };
  } catch (error) {
    return { ...figures, problem: error instanceof Error ? error.message : String(error) };
  }
}
