// Copies what the built project needs to run into a folder, for an image: `node scripts/pack.mjs FOLDER`. That is
// dist/, and node_modules too if src/custom imports packages, which stay outside of the bundle.
import { cp, mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const project = join(import.meta.dirname, '..');
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: node scripts/pack.mjs FOLDER');
const target = resolve(folder);

const packages = JSON.parse(await readFile(join(project, 'dist/packages.json'), 'utf8'));
const parts = ['package.json', 'dist', ...(packages.length > 0 ? ['node_modules'] : [])];

await mkdir(target, { recursive: true });
for (const part of parts) await cp(join(project, part), join(target, part), { recursive: true });
await cp(join(project, 'scripts/health-check.mjs'), join(target, 'health-check.mjs'));
