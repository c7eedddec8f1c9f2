/** `npm run prism`: an independent judge of the requests that generated servers send. */
import { parseArgs } from 'node:util';
import type { Description } from '../corpus/inputs.js';
import { pickSome, seededRandom } from '../corpus/random.js';
import { judge, mostCalls, type Trial } from './judge.js';
import { installPrism } from './prism.js';
import { summary, trialText } from './report.js';
import { chooseSubjects } from './subjects.js';

const { values } = parseArgs({ options: { only: { type: 'string' }, sample: { type: 'string' } } });

function choose(all: readonly Description[]): readonly Description[] {
  const { only, sample } = values;
  const named = only === undefined ? all : all.filter(({ id }) => id.includes(only));
  return sample === undefined ? named : pickSome(named, Number(sample), seededRandom('prism'));
}

await installPrism();
process.stdout.write(`At most ${mostCalls} operations of a description are called\n`);
const trials: Trial[] = [];
for (const description of choose(await chooseSubjects())) {
  const trial = await judge(description);
  process.stdout.write(trialText(trial));
  trials.push(trial);
}
const { text, good } = summary(trials);
process.stdout.write(text);
if (!good) process.exitCode = 1;
