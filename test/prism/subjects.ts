import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installDescriptions, type Description } from '../corpus/inputs.js';
import { pickSome, seededRandom } from '../corpus/random.js';
import { repository } from '../support/workspace.js';

/** Fixtures that are descriptions. */
const fixtures = [
  'auth/openapi.yaml',
  'hostile/openapi.json',
  'oddities/openapi.yaml',
  'petstore/openapi.yaml',
  'recursion/openapi.yaml',
  'swagger/swagger.yaml',
];

/** What people know, of all sizes, and one with every style of parameter. */
const named = [
  'adyen.com/CheckoutService.json',
  'asana.com.json',
  'atlassian.com/jira.json',
  'box.com.json',
  'digitalocean.com.json',
  'notion.com.json',
  'octokit/api.github.com.json',
  'readme/3.1/json/parameters-style.json',
  'slack.com.json',
  'spotify.com.json',
  'twilio.com/api.json',
  'xero.com/xero_accounting.json',
  'zoom.us.json',
];

/** Of every version in both syntaxes, and of the rest. */
const drawn = [
  { count: 2, from: /^readme\/2\.0\/json/ },
  { count: 2, from: /^readme\/2\.0\/yaml/ },
  { count: 2, from: /^readme\/3\.0\/json/ },
  { count: 2, from: /^readme\/3\.0\/yaml/ },
  { count: 1, from: /^readme\/3\.1\/json/ },
  { count: 2, from: /^readme\/3\.1\/yaml/ },
  { count: 16, from: /^(?!readme\/|octokit\/|microsoft\.com\/graph)/ },
] as const;

const largest = 3_000_000;

/** The fixtures and 40 public descriptions, the same ones every time. */
export async function chooseSubjects(): Promise<readonly Description[]> {
  const all = await installDescriptions();
  const found = named.map((id) => {
    const description = all.find((each) => each.id === id);
    if (description === undefined) throw new Error(`${id} is not among the descriptions`);
    return description;
  });
  const chosen = [...found];
  for (const { count, from } of drawn) {
    const others = all.filter(({ id }) => from.test(id) && !named.includes(id));
    chosen.push(...(await draw(others, count, `prism ${from.source}`)));
  }
  const ours = fixtures.map((path) => ({
    id: `fixtures/${path}`,
    file: join(repository, 'fixtures', path),
  }));
  return [...ours, ...chosen];
}

/** At most one of a provider, as a few have hundreds; those of the examples have no provider. */
async function draw(
  from: readonly Description[],
  count: number,
  seed: string,
): Promise<readonly Description[]> {
  const random = seededRandom(seed);
  const usable = new Map<string, Description>();
  for (const description of pickSome(from, count * 20, random)) {
    const { id } = description;
    const provider = id.startsWith('readme/') ? id : id.replace(/\/.*$/, '');
    if (!usable.has(provider) && (await isUsable(description))) usable.set(provider, description);
  }
  return pickSome([...usable.values()], count, random);
}

/** Whether there is something to call, and not so much that Prism needs minutes to start. */
async function isUsable({ file }: Description): Promise<boolean> {
  const text = await readFile(file, 'utf8');
  if (text.length > largest) return false;
  return /\b(get|post|put|delete|patch)"?\s*:/.test(text);
}
