/** Makes thousands of calls of every outcome, and prints what of them is left in this process. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createRig } from './rig.js';

export interface LeakReport {
  readonly answered: number;
  readonly errors: number;
  /** The most connections that may stay open. */
  readonly connections: number;
  readonly sockets: number;
  readonly timers: number;
  readonly grownMb: number;
}

const connections = 16;
const batch = 250;

const rig = createRig(process.argv[2] ?? '', {
  env: {
    API_TIMEOUT_MS: '25',
    API_MAX_RETRIES: '1',
    API_MAX_CONCURRENCY: `${connections}`,
    API_BREAKER_FAILURES: '0',
    MCP_MAX_UPSTREAM_BYTES: '5000',
  },
});

const paths = [
  ...['ok', 'drop', 'ok', 'missing', 'cut', 'ok', 'busy', 'large', 'cancelled', 'ok'],
  ...['ok', 'drop', 'ok', 'missing', 'cut', 'ok', 'busy', 'large', 'ok', 'slow'],
];

async function callOne(index: number): Promise<boolean> {
  const path = paths[index % paths.length] ?? '';
  // What takes long is not tried again.
  const method = path === 'drop' || path === 'cut' || path === 'slow' ? 'POST' : 'GET';
  const controller = new AbortController();
  const { signal } = controller;
  const call = rig.call(method, path, { signal });
  if (path === 'cancelled')
    setTimeout(() => {
      controller.abort();
    }, index % 20);
  return (await call).isError;
}

async function callMany(count: number): Promise<number> {
  let errors = 0;
  for (let done = 0; done < count; done += batch) {
    const calls = Array.from({ length: batch }, (_, index) => callOne(done + index));
    errors += (await Promise.all(calls)).filter(Boolean).length;
  }
  return errors;
}

async function heap(): Promise<number> {
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc?.();
    await sleep(20);
  }
  return process.memoryUsage().heapUsed;
}

await callMany(1_000);
const before = await heap();
const answered = 10_000;
const errors = await callMany(answered);
const after = await heap();
// Those of keep-alive and of aborted requests are unref'd, and so not listed.
const resources = process.getActiveResourcesInfo();
const report: LeakReport = {
  answered,
  errors,
  connections,
  sockets: resources.filter((name) => name === 'TCPSocketWrap').length,
  timers: resources.filter((name) => name === 'Timeout').length,
  grownMb: Math.round((after - before) / 1_000_000),
};
process.stdout.write(JSON.stringify(report), () => process.exit());
