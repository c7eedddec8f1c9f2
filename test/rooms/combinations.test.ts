import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { before, describe, it } from 'node:test';
import { emitProject, prepareEmitter } from '../../src/emit/emit-project.js';
import type { OutputFile } from '../../src/emit/output-file.js';
import { parseDependencies } from '../../src/emit/package-files.js';
import { roomNames, type RoomName } from '../../src/rooms.js';
import { sampleModel } from '../emit/sample-model.js';
import { run } from '../support/run.js';
import { createWorkspace, repository } from '../support/workspace.js';

const emitter = await prepareEmitter();

const emit = (rooms: readonly RoomName[]): Promise<readonly OutputFile[]> =>
  emitProject({ ...sampleModel, rooms }, () => Promise.resolve([]), emitter);

/** Names of the packages of a project. */
async function packagesOf(rooms: readonly RoomName[]): Promise<readonly string[]> {
  const files = await emit(rooms);
  const text = files.find(({ path }) => path === 'package.json')?.content ?? '';
  const { dependencies, devDependencies } = parseDependencies(text);
  return [...Object.keys(dependencies), ...Object.keys(devDependencies)].sort();
}

/** What a room brings besides what every project has. */
const brought: Readonly<Record<RoomName, readonly string[]>> = {
  introspection: [],
  kubernetes: [],
  'legacy-sse': [],
  metrics: ['prom-client'],
  redis: ['@redis/client'],
  systemd: [],
  telemetry: [
    '@opentelemetry/api',
    '@opentelemetry/context-async-hooks',
    '@opentelemetry/core',
    '@opentelemetry/exporter-trace-otlp-proto',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-trace',
  ],
  'token-exchange': [],
  websocket: ['@types/ws', 'ws'],
};

/** Every set of rooms that have code. */
function combinations(names: readonly RoomName[]): readonly (readonly RoomName[])[] {
  return names.reduce<readonly (readonly RoomName[])[]>(
    (sets, name) => [...sets, ...sets.map((set) => [...set, name])],
    [[]],
  );
}

describe('the rooms of a project', () => {
  for (const room of roomNames) {
    it(`bring nothing with ${room} but what it needs`, async () => {
      const [none, one] = [await packagesOf([]), await packagesOf([room])];
      assert.deepEqual(
        one.filter((name) => !none.includes(name)),
        brought[room],
      );
      const paths = (await emit([room])).map(({ path }) => path);
      assert.ok(paths.includes(`docs/${room}.md`));
    });
  }

  it('have what they need in the lock of the templates, and nothing more is there', async () => {
    const { dependencies, devDependencies } = emitter.dependencies;
    const available = [...Object.keys(dependencies), ...Object.keys(devDependencies)].sort();
    assert.deepEqual(await packagesOf(roomNames), available);
  });

  const withCode: RoomName[] = [];
  before(async () => {
    for (const room of roomNames) {
      const paths = (await emit([room])).map(({ path }) => path);
      if (paths.includes('src/rooms.ts')) withCode.push(room);
    }
    assert.equal(withCode.length, 7);
  });

  it('compile, each by itself and all together', async () => {
    await using workspace = await createWorkspace();
    const packages = join(workspace.directory, 'node_modules');
    await symlink(join(repository, 'templates/node_modules'), packages, 'junction');
    const sets = [...withCode.map((room) => [room]), roomNames];
    for (const [index, rooms] of sets.entries()) {
      const project = join(workspace.directory, String(index));
      await writeFiles(project, await emit(rooms));
      const { code, stdout } = await run(process.execPath, [compiler, '-p', project], {
        cwd: project,
      });
      assert.equal(code, 0, `${rooms.join(', ')}:\n${stdout}`);
    }
  });

  // What a file of a room means depends on what it imports alone, and the same path has the same bytes in every project.
  it('import in every combination only what is there', async () => {
    const all = new Map((await emit(roomNames)).map(({ path, content }) => [path, content]));
    const combined = combinations(withCode);
    assert.equal(combined.length, 128);
    for (const rooms of combined) {
      const files = await emit(rooms);
      const paths = new Set(files.map(({ path }) => path));
      for (const { path, content } of files) {
        if (!path.endsWith('.ts')) continue;
        if (path.startsWith('src/runtime/')) assert.equal(content, all.get(path), path);
        for (const imported of relativeImports(path, content)) {
          assert.ok(paths.has(imported), `${rooms.join(', ')}: ${path} imports ${imported}`);
        }
      }
    }
  });
});

/** Paths of the files of the project that a file imports. */
function relativeImports(path: string, content: string): readonly string[] {
  const found = content.matchAll(/(?:\bfrom |\bimport |\bimport\()'(\.[^']+)\.js'/g);
  return Array.from(found, ([, target = '']) => `${posix.join(dirname(path), target)}.ts`);
}

const compiler = join(repository, 'templates/node_modules/typescript/bin/tsc');

async function writeFiles(project: string, files: readonly OutputFile[]): Promise<void> {
  for (const { path, content } of files) {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), content);
  }
}
