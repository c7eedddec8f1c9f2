// Bundles test/ into .test/ and runs it with node:test. Nothing but the loopback interface is used.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const project = join(import.meta.dirname, '..');
const outdir = join(project, '.test');

const files = (await readdir(join(project, 'test'), { recursive: true }))
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.test.ts'))
  .sort();

await rm(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: project,
  entryPoints: ['test/support/server.ts', ...files.map((file) => `test/${file}`)],
  outbase: 'test',
  outdir,
  bundle: true,
  packages: 'external',
  splitting: true,
  sourcemap: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
});

const tests = files.map((file) => join(outdir, file.replace(/\.ts$/, '.js')));
const flags = ['--enable-source-maps', '--test-force-exit', '--test'];
const run = spawn(process.execPath, [...flags, ...tests], { cwd: project, stdio: 'inherit' });
[process.exitCode] = await once(run, 'exit');
