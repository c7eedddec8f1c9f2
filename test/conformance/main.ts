import { parseArgs } from 'node:util';
import { startRedis } from '../redis/redis-server.js';
import { judge, readBaseline } from './baseline.js';
import { inspect } from './inspector.js';
import { installTools } from './install.js';
import { runs, runSuite } from './runs.js';
import { buildServer, startApi } from './server.js';
import { resultTable } from './table.js';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const isWanted = (name: string): boolean => values.only === undefined || values.only === name;

await installTools();
const entry = await buildServer();
const baseline = await readBaseline();
await using api = await startApi();
await using redis = await startRedis();

for (const run of runs) {
  if (!isWanted(run.name)) continue;
  process.stderr.write(`${run.name} …\n`);
  const checks = await runSuite(run, entry, { api: api.url, redis: redis.url });
  const { unexplained, outdated } = judge(run.name, checks, baseline);
  process.stdout.write(resultTable(run.name, checks));
  for (const { scenario, id, message } of unexplained) {
    process.stdout.write(`not in the baseline: ${scenario}:${id} ${message}\n`);
  }
  for (const check of outdated) process.stdout.write(`passes, so take it out: ${check}\n`);
  if (unexplained.length + outdated.length > 0) process.exitCode = 1;
}

if (isWanted('inspector')) {
  for (const problem of await inspect(entry, api.url)) {
    process.stdout.write(`inspector: ${problem}\n`);
    process.exitCode = 1;
  }
}
