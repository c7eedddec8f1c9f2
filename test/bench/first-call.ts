import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSource } from '../../src/load/load-source.js';
import { buildModel } from '../../src/model/build-model.js';
import { resolveSettings } from '../../src/settings.js';
import { installDescriptions } from '../corpus/inputs.js';
import { run } from '../support/run.js';
import { repository } from '../support/workspace.js';
import { benchDirectory, ours } from './generators.js';
import { startServer, type ServerProcess } from './server-process.js';
import { median } from './stopwatch.js';

const folder = join(benchDirectory, 'first-call');
const schemaFile = join(folder, 'schema.json');
const processes = 9;
const laterCalls = 50;
const schemaBudget = 180_000;

const labels = { app: 'web' };
const container = {
  name: 'web',
  image: 'nginx:1.27',
  ports: [{ containerPort: 80, name: 'http' }],
  env: [{ name: 'MODE', value: 'production' }],
  resources: { requests: { cpu: '100m' } },
  volumeMounts: [{ name: 'data', mountPath: '/data' }],
};
const claim = {
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
};
/** What a model would write to replace a stateful set. */
const args = {
  name: 'web',
  namespace: 'default',
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'web', labels },
  spec: {
    replicas: 3,
    serviceName: 'web',
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [container] } },
    volumeClaimTemplates: [claim],
  },
};

/** The same with a mistake deep inside, which the answer names. */
const wrongArgs = {
  ...args,
  spec: {
    ...args.spec,
    template: { metadata: { labels }, spec: { containers: [{ ...container, image: 1 }] } },
  },
};

/** A server with two tools of its own that answer at once, one of them with a large schema. */
const custom = `import { readFileSync } from 'node:fs';
import type { Custom } from '../runtime/custom.js';

const schema = JSON.parse(readFileSync(process.env['SCHEMA'] ?? '', 'utf8'));
const handler = () => 'done';

export const custom = {
  tools: [
    { name: 'large', description: 'A large schema.', inputSchema: schema, handler },
    { name: 'small', description: 'No schema.', handler },
  ],
} satisfies Custom;
`;

/** Compiles the schema in a fresh process, as every first call once did. */
const compileWithAjv = `
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
const schema = JSON.parse(readFileSync(process.env['SCHEMA'], 'utf8'));
const begin = performance.now();
new Ajv2020({ allErrors: true, strict: false, validateFormats: false, verbose: true }).compile(schema);
process.stdout.write(String(performance.now() - begin));
`;

interface Lane {
  readonly tool: string;
  readonly values: object;
  /** What the answer must say. */
  readonly answer: string;
}

const lanes = {
  valid: { tool: 'large', values: args, answer: 'done' },
  invalid: { tool: 'large', values: wrongArgs, answer: '/containers/0/image: must be string' },
  small: { tool: 'small', values: {}, answer: 'done' },
} as const satisfies Readonly<Record<string, Lane>>;

/** What calls with a schema of 180 KB take in fresh servers, beside those without a schema and beside Ajv. */
export async function measureFirstCall(): Promise<string> {
  const size = await writeSchema();
  const entry = await buildServer();
  const times = { valid: noTimes(), invalid: noTimes(), small: noTimes() };
  const ajv: number[] = [];
  for (let round = 0; round < processes; round += 1) {
    for (const name of ['valid', 'invalid', 'small'] as const) {
      await timeLane(entry, lanes[name], times[name]);
    }
    ajv.push(await timeAjv());
  }
  const { valid, invalid, small } = times;
  const row = (label: string, values: readonly number[]): string =>
    `  ${label.padEnd(26)}${median(values).toFixed(2).padStart(10)}\n`;
  return [
    `\n  a tool with a schema of ${Math.round(size / 1000)} KB, ms\n`,
    row('its first call, valid', valid.first),
    row('its first call, invalid', invalid.first),
    row("Ajv's compilation of it", ajv),
    row('a later call, valid', valid.later),
    row('a later call, invalid', invalid.later),
    row('without a schema', small.later),
  ].join('');
}

interface Times {
  readonly first: number[];
  readonly later: number[];
}

function noTimes(): Times {
  return { first: [], later: [] };
}

/** Adds the first call and later ones of a fresh server. */
async function timeLane(entry: string, lane: Lane, { first, later }: Times): Promise<void> {
  await using server = await startServer({ args: [entry], env: { SCHEMA: schemaFile } });
  // What the first call of any tool takes belongs to the start of the server.
  await timeCall(server, lanes.small);
  first.push(await timeCall(server, lane));
  for (let call = 0; call < laterCalls; call += 1) later.push(await timeCall(server, lane));
}

/** The schema of a real tool, cut to 180 KB; returns its bytes. */
async function writeSchema(): Promise<number> {
  const descriptions = await installDescriptions();
  const source = descriptions.find(({ id }) => id === 'kubernetes.io.json')?.file;
  if (source === undefined) throw new Error('Kubernetes is not among the descriptions');
  const settings = await resolveSettings({ source, output: join(folder, 'none') });
  const { document } = await loadSource(settings, () => undefined);
  const { groups } = buildModel(document, { ...settings, schemaBudget }, () => undefined);
  const tools = groups.flatMap((group) => group.tools);
  const tool = tools.find(({ name }) => name === 'replace_apps_v1_namespaced_stateful_set');
  const text = JSON.stringify(tool?.inputSchema);
  await mkdir(folder, { recursive: true });
  await writeFile(schemaFile, text);
  return Buffer.byteLength(text);
}

async function buildServer(): Promise<string> {
  const project = join(folder, 'project');
  const source = join(repository, 'fixtures/petstore/openapi.yaml');
  const generated = await ours.generate(source, project);
  await writeFile(join(project, 'src/custom/index.ts'), custom);
  const built = await ours.build(project);
  if (generated.code !== 0 || built.code !== 0) throw new Error(`No server: ${built.stdout}`);
  return ours.entry(project);
}

async function timeCall(server: ServerProcess, { tool, values, answer }: Lane): Promise<number> {
  const begin = performance.now();
  const reply = await server.ask('tools/call', { name: tool, arguments: values });
  const milliseconds = performance.now() - begin;
  if (!reply.includes(answer)) throw new Error(`The call of ${tool} failed: ${reply}`);
  return milliseconds;
}

async function timeAjv(): Promise<number> {
  const script = ['--input-type=module', '--eval', compileWithAjv];
  const env = { SCHEMA: schemaFile };
  const { stdout, stderr } = await run(process.execPath, script, { cwd: repository, env });
  if (stdout === '') throw new Error(stderr);
  return Number(stdout);
}
