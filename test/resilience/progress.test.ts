import assert from 'node:assert/strict';
import { it } from 'node:test';
import { reportWaiting } from '../../templates/rooms/core/src/runtime/upstream/progress.js';

it('a client hears every five seconds that its call still waits, and nothing once it is done', (context) => {
  context.mock.timers.enable({ apis: ['setInterval'] });
  const said: string[] = [];
  const stop = reportWaiting((message) => said.push(message));
  context.mock.timers.tick(4_999);
  assert.equal(said.length, 0);
  context.mock.timers.tick(5_001);
  assert.equal(said.length, 2);
  for (const message of said) assert.match(message, /^Waiting for the API for \d+ s$/);
  stop();
  context.mock.timers.tick(60_000);
  assert.equal(said.length, 2);
});
