import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseDependencies } from '../../src/emit/package-files.js';
import { cutLock, parseLock } from '../../src/emit/package-lock.js';

const templates = join(import.meta.dirname, '..', '..', 'templates');
const available = parseDependencies(await readFile(join(templates, 'package.json'), 'utf8'));
const lock = parseLock(await readFile(join(templates, 'package-lock.json'), 'utf8'));
const root = { name: 'petstore-mcp', version: '0.1.0', engines: { node: '>=20.18.1' } };

test('a lock cut for everything keeps every entry as npm wrote it', () => {
  const cut = parseLock(JSON.stringify(cutLock(lock, { ...root, ...available })));
  assert.deepEqual({ ...cut.packages, '': {} }, { ...lock.packages, '': {} });
});

test('a lock cut for less keeps what is reached, with the flags it has there', () => {
  const { hono = '', 'ajv-formats': formats = '' } = available.dependencies;
  const { packages } = cutLock(lock, {
    ...root,
    dependencies: { hono },
    devDependencies: { 'ajv-formats': formats },
  });
  assert.deepEqual(Object.keys(packages), [
    '',
    'node_modules/ajv',
    'node_modules/ajv-formats',
    'node_modules/fast-deep-equal',
    'node_modules/fast-uri',
    'node_modules/hono',
    'node_modules/json-schema-traverse',
    'node_modules/require-from-string',
  ]);
  assert.equal(packages['node_modules/hono']?.['dev'], undefined);
  assert.equal(packages['node_modules/ajv']?.['dev'], true);
});

test('npm finds nothing missing or wrong in a cut lock', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'mcp-gen-lock-'));
  t.after(() => rm(folder, { recursive: true }));
  const project = { ...root, ...available };
  await writeFile(join(folder, 'package.json'), JSON.stringify(project));
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(cutLock(lock, project)));
  const { status, stdout, stderr } = spawnSync('npm', ['ls', '--all', '--package-lock-only'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  assert.equal(status, 0, stdout + stderr);
});
