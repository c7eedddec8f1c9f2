import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import type { HttpServer } from '../runtime/process.js';

/** What a server has logged once that is `count` lines of this kind: they may come later than its answers. */
export async function logged(server: HttpServer, line: RegExp, count = 1): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const log = server.log();
    if (log.split('\n').filter((each) => line.test(each)).length >= count) return log;
    await setTimeout(50);
  }
  assert.fail(`${count} lines like ${String(line)} were never logged\n${server.log()}`);
}
