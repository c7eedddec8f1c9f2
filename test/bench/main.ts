import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installDescriptions } from '../corpus/inputs.js';
import { repository } from '../support/workspace.js';
import { measureCalls } from './calls.js';
import { measureFirstCall } from './first-call.js';
import { empty, installGenerators, ours, theirs, unbuilt } from './generators.js';
import { measureHttp } from './http.js';
import { measureLoad } from './load.js';
import { measure, type Subject } from './measure.js';
import { comparisonTable } from './table.js';

const { values } = parseArgs({ options: { only: { type: 'string' } } });

const descriptions = await installDescriptions();
await installGenerators();
if (!existsSync(join(repository, 'dist/src/cli.js'))) throw new Error('Run `npm run build` first.');

function described(name: string, id: string, repeat: number): Subject {
  const found = descriptions.find((description) => description.id === id);
  if (found === undefined) throw new Error(`${id} is not among the descriptions`);
  return { name, source: found.file, repeat };
}

const subjects: readonly Subject[] = [
  { name: 'petstore', source: join(repository, 'fixtures/petstore/openapi.yaml'), repeat: 5 },
  described('stripe', 'stripe.com.json', 3),
  described('github', 'octokit/api.github.com.json', 3),
  described('ec2', 'amazonaws.com/ec2.json', 3),
  described('msgraph', 'microsoft.com/graph.json', 1),
];

const isWanted = (name: string): boolean => values.only === undefined || values.only === name;

for (const subject of subjects) {
  if (!isWanted(subject.name)) continue;
  process.stderr.write(`${subject.name} …\n`);
  const [mine = {}, other = {}, nothing = {}] = await measure(subject, [
    ours,
    // Its type-check of MS Graph does not end in any time worth waiting for.
    subject.name === 'msgraph' ? unbuilt(theirs) : theirs,
    empty,
  ]);
  process.stdout.write(comparisonTable(subject, [mine, other, nothing]));
}
if (isWanted('first-call')) process.stdout.write(await measureFirstCall());
if (isWanted('calls')) process.stdout.write(await measureCalls());
if (isWanted('load')) process.stdout.write(await measureLoad());
if (isWanted('http')) process.stdout.write(await measureHttp());
