import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { emitProject, prepareEmitter } from '../../src/emit/emit-project.js';
import { sampleModel } from '../emit/sample-model.js';

const emitter = await prepareEmitter();
const emit = async (rooms: readonly 'redis'[]) => {
  const files = await emitProject({ ...sampleModel, rooms }, () => Promise.resolve([]), emitter);
  return (path: string): string => files.find((file) => file.path === path)?.content ?? '';
};

describe('a project with Redis', () => {
  it('has what it needs, and says how to use it', async () => {
    const [contentOf, without] = [await emit(['redis']), await emit([])];
    assert.match(contentOf('package.json'), /"@redis\/client": "6\.3\.1"/);
    assert.doesNotMatch(without('package.json'), /redis/);
    assert.match(contentOf('.env.example'), /^# MCP_REDIS_URL=$/m);
    assert.match(contentOf('docs/TOOLS.md'), /`MCP_REDIS_PREFIX`/);
    assert.match(contentOf('docs/redis.md'), /^# Redis$/m);
    assert.doesNotMatch(without('.env.example') + without('docs/TOOLS.md'), /MCP_REDIS/);
  });

  it('runs with a Redis of its own by compose.yaml, which has no more rights than it needs', async () => {
    const compose = parse((await emit(['redis']))('compose.yaml')) as {
      readonly services: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    };
    const own = compose.services[`${sampleModel.name}-mcp`];
    const { redis } = compose.services;
    assert.ok(own && redis);
    const { MCP_REDIS_URL } = own['environment'] as Readonly<Record<string, string>>;
    assert.equal(MCP_REDIS_URL, 'redis://redis:6379');
    assert.deepEqual(own['depends_on'], ['redis']);
    assert.deepEqual(
      [redis['read_only'], redis['cap_drop'], redis['user']],
      [true, ['ALL'], 'redis'],
    );
    assert.equal(redis['ports'], undefined);
  });

  it('leaves compose.yaml as it is without', async () => {
    const compose = parse((await emit([]))('compose.yaml')) as { readonly services: object };
    assert.deepEqual(Object.keys(compose.services), [`${sampleModel.name}-mcp`]);
  });
});
