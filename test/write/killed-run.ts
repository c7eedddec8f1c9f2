import type { OutputFile } from '../../src/emit/output-file.js';
import { recoverProject, writeProject } from '../../src/write/write-project.js';
import { plan } from './generation.js';

/** What the process does: recovers a folder, or generates into it, and kills itself at a step. */
export interface KilledRun {
  readonly folder: string;
  /** Without files it recovers. */
  readonly files?: readonly OutputFile[];
  /** The step, counted from 0, at which it dies; a run with fewer steps ends well. */
  readonly step: number;
}

const run = JSON.parse(process.argv[2] ?? '') as KilledRun;
let count = 0;
const onStep = (): void => {
  if (count++ === run.step) process.kill(process.pid, 'SIGKILL');
};
if (run.files === undefined) await recoverProject(run.folder, onStep);
else await writeProject(await plan(run.folder, run.files), onStep);
