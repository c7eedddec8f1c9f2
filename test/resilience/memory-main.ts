/** Calls an API whose replies never end, and prints what came of it and by how much the process has grown. */
import { createRig } from './rig.js';

const rig = createRig(process.argv[2] ?? '', { env: { API_TIMEOUT_MS: '60000' } });
const before = process.memoryUsage.rss();
const answers: string[] = [];
let highest = 0;
const watch = setInterval(() => {
  highest = Math.max(highest, process.memoryUsage.rss());
}, 10);
for (const path of ['bomb', 'tiny']) answers.push((await rig.call('GET', path)).text.slice(-300));
clearInterval(watch);
const grownMb = Math.round((highest - before) / 1_000_000);
process.stdout.write(JSON.stringify({ grownMb, answers }), () => process.exit());
