// Type-checks the project and bundles it into dist/, at the same time. dist/ runs without node_modules, except for
// the packages that src/custom imports: those stay outside of the bundle.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const project = join(import.meta.dirname, '..');

async function typeCheck() {
  const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
  const check = spawn(process.execPath, [tsc], { cwd: project, stdio: 'inherit' });
  const [code] = await once(check, 'exit');
  if (code !== 0) throw new Error('The type check failed.');
}

const packages = new Set();
const customPackages = {
  name: 'custom-packages',
  setup({ onResolve }) {
    const custom = join(project, 'src', 'custom');
    onResolve({ filter: /^[^./]/ }, ({ importer, path }) => {
      if (!importer.startsWith(custom)) return undefined;
      // Not every Node knows every module of a newer one.
      if (!path.startsWith('node:') && !isBuiltin(path)) packages.add(path);
      return { path, external: true };
    });
  },
};

async function bundle() {
  await rm(join(project, 'dist'), { recursive: true, force: true });
  await build({
    absWorkingDir: project,
    entryPoints: ['src/index.ts'],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    sourcemap: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // CommonJS packages in an ESM bundle call require for Node's own modules.
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    chunkNames: 'chunks/[name]-[hash]',
    alias: { '@modelcontextprotocol/server/_shims': './src/runtime/protocol/sdk-platform.ts' },
    plugins: [customPackages],
    logLevel: 'warning',
  });
  const names = JSON.stringify([...packages].sort());
  await writeFile(join(project, 'dist/packages.json'), `${names}\n`);
}

const results = await Promise.allSettled([typeCheck(), bundle()]);
const failed = results.filter(({ status }) => status === 'rejected');
for (const { reason } of failed) process.stderr.write(`${reason.message}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
