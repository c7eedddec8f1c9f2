import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { installPackages } from '../corpus/inputs.js';
import { repository } from '../support/workspace.js';

/** Everything that the judge installs and writes; ignored by git. */
export const prismDirectory = join(repository, '.cache/prism');

const program = join(prismDirectory, 'node_modules/@stoplight/prism-cli/dist/index.js');
const startLimit = 300_000;

export async function installPrism(): Promise<void> {
  await installPackages(prismDirectory, ['@stoplight/prism-cli@5.14.2']);
}

/** How the error begins if it cannot read a description. */
export const notStarted = 'Prism did not start';

/** A mock of an API that says of every request what is wrong with it. */
export interface Prism extends AsyncDisposable {
  readonly url: string;
  /** What it said last; of one that has died, why. */
  readonly lastWords: () => string;
}

/** Starts Prism on a loopback port with a description; rejects with what it said if it does not start. */
export async function startPrism(document: string): Promise<Prism> {
  const args = [program, 'mock', '--no-cors', '--host', '127.0.0.1', '--port', '0', document];
  const child = spawn(process.execPath, ['--max-old-space-size=3000', ...args], {
    cwd: prismDirectory,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), startLimit);
  const said: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        const found = /Prism is listening on (http:\S+)/.exec(line)?.[1];
        if (found !== undefined) resolve(found);
        // Only what ends it is of interest: an error and where it was thrown.
        else if (/✖ +fatal|Error|^ +at /.test(line)) said.push(line.trim());
        if (said.length > 12) said.shift();
      });
    }
    void exited.then(() => {
      const reason = said.find((line) => line.includes('✖')) ?? said.join(' ').slice(-300);
      reject(new Error(`${notStarted}: ${reason}`));
    });
  }).finally(() => {
    clearTimeout(timer);
  });
  return {
    url,
    lastWords: () => said.join(' ').slice(0, 1_000),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
