import { parseArgs } from 'node:util';
import { generatorDigest } from './digest.js';
import { installDescriptions, type Description } from './inputs.js';
import { pickSome, seededRandom } from './random.js';
import { runStageOne } from './stage-one.js';
import { stageOneSummary } from './summary.js';
import { runStageTwo, stageTwoSummary } from './stage-two.js';

const usage = 'npm run corpus [-- --sample N] [--stage one|two] [--only SUBSTRING] [--fresh]';

const { values } = parseArgs({
  options: {
    sample: { type: 'string' },
    stage: { type: 'string' },
    only: { type: 'string' },
    fresh: { type: 'boolean', default: false },
  },
});
if (values.stage !== undefined && values.stage !== 'one' && values.stage !== 'two') {
  throw new Error(usage);
}

function choose(all: readonly Description[]): readonly Description[] {
  const { only, sample } = values;
  const named = only === undefined ? all : all.filter(({ id }) => id.includes(only));
  return sample === undefined ? named : pickSome(named, Number(sample), seededRandom('sample'));
}

const descriptions = await installDescriptions();
const options = { digest: await generatorDigest(), fresh: values.fresh };
if (values.stage !== 'two') {
  const results = await runStageOne(choose(descriptions), options);
  process.stdout.write(stageOneSummary(results));
  if (results.some(({ violations }) => violations.length > 0)) process.exitCode = 1;
}
if (values.stage !== 'one') {
  const results = await runStageTwo(descriptions, { ...options, only: values.only });
  process.stdout.write(stageTwoSummary(results));
  if (results.some(({ problem }) => problem !== undefined)) process.exitCode = 1;
}
