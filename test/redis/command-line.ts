import assert from 'node:assert/strict';
import { run } from '../support/run.js';
import { repository } from '../support/workspace.js';
import type { RedisServer } from './redis-server.js';

/** The lines that redis-cli prints for a command. */
export async function commandLine(
  { port }: RedisServer,
  ...command: readonly string[]
): Promise<readonly string[]> {
  const args = ['-p', String(port), ...command];
  const { code, stdout, stderr } = await run('redis-cli', args, { cwd: repository });
  assert.equal(code, 0, stderr);
  return stdout.split('\n').filter((line) => line !== '');
}
