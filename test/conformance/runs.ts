import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startHttp } from '../runtime/process.js';
import { run } from '../support/run.js';
import { conformanceDirectory, newerNode, suiteProgram, type Suite } from './install.js';

/** A suite, or the part of it that a revision of the specification requires, against a server as it is set up. */
export interface Run {
  readonly name: string;
  readonly suite: Suite;
  readonly select: readonly string[];
  /** Whether the server keeps sessions, and in Redis what they have sent. */
  readonly sessions: boolean;
}

export const runs: readonly Run[] = [
  {
    name: '0.1.16, sessions',
    suite: 'stable',
    select: ['--suite', 'all'],
    sessions: true,
  },
  {
    name: '2025-11-25, sessions',
    suite: 'next',
    select: ['--requirements', '2025-11-25'],
    sessions: true,
  },
  {
    name: '2025-11-25, stateless',
    suite: 'next',
    select: ['--requirements', '2025-11-25'],
    sessions: false,
  },
  { name: '2026-07-28', suite: 'next', select: ['--requirements', '2026-07-28'], sessions: false },
];

/** One thing that a scenario looks at. */
export interface Check {
  readonly scenario: string;
  readonly id: string;
  readonly outcome: Outcome;
  /** What is wrong, if something is. */
  readonly message: string;
}

export type Outcome = 'pass' | 'fail' | 'skip';

/** URLs of what the server works with. */
export interface Surroundings {
  readonly api: string;
  readonly redis: string;
}

/** Runs a suite against the server and returns every check of it. */
export async function runSuite(
  { name, suite, select, sessions }: Run,
  entry: string,
  { api, redis }: Surroundings,
): Promise<readonly Check[]> {
  const output = join(conformanceDirectory, 'results', name);
  await rm(output, { recursive: true, force: true });
  await using server = await startHttp(entry, {
    ...{ API_BASE_URL: api, LOG_LEVEL: 'info' },
    ...(sessions && { MCP_SESSIONS: 'memory', MCP_REDIS_URL: redis }),
  });
  const args = ['server', '--url', server.url, ...select, '--output-dir', output];
  const program = suiteProgram(suite);
  const { stderr } = await run(newerNode, [program, ...args], { cwd: conformanceDirectory });
  const checks = await readChecks(output);
  if (checks.length === 0) throw new Error(`${name} checked nothing:\n${stderr}`);
  return checks;
}

/** As the suites write them. */
interface RawCheck {
  readonly id: string;
  readonly status: string;
  readonly errorMessage?: string;
}

/** A scenario's folder is named after it and the time. */
const folderName = /^(?:server-)?(.+)-\d{4}-\d\d-\d\dT[\d-]+Z$/;

async function readChecks(output: string): Promise<readonly Check[]> {
  const folders = await readdir(output).catch(() => []);
  const lists = await Promise.all(
    folders.toSorted().map(async (folder) => {
      const scenario = folderName.exec(folder)?.[1] ?? folder;
      const file = join(output, folder, 'checks.json');
      const checks = JSON.parse(await readFile(file, 'utf8')) as readonly RawCheck[];
      return checks.map(({ id, status, errorMessage = '' }): Check => ({
        scenario,
        id,
        outcome: outcomeOf(status),
        message: errorMessage,
      }));
    }),
  );
  return lists.flat();
}

/** A warning is what the specification only asks for: it counts as much. */
function outcomeOf(status: string): Outcome {
  switch (status) {
    case 'SUCCESS':
      return 'pass';
    case 'SKIPPED':
    case 'INFO':
      return 'skip';
    default:
      return 'fail';
  }
}
