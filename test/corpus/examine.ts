import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { InputError, type Finding, type Report } from '../../src/diagnostics.js';
import { emitProject, prepareEmitter, type Emitter } from '../../src/emit/emit-project.js';
import type { OutputFile } from '../../src/emit/output-file.js';
import { loadSource } from '../../src/load/load-source.js';
import { makeCases, type ModelCases } from '../../src/model/cases/make-cases.js';
import { loadSampler } from '../../src/model/cases/sampler.js';
import { buildModel } from '../../src/model/build-model.js';
import type { ServerModel, Tool } from '../../src/model/model.js';
import { defaultSchemaBudget } from '../../src/model/schema/input-schema.js';
import { listedTools, measureToolList } from '../../src/model/tool-list.js';
import { checkCases } from './case-rules.js';
import { createCompile } from './compile.js';
import { get } from './document.js';
import type { Description } from './inputs.js';
import { checkInstances, type InstanceReport } from './instances.js';
import { compareKept, type KeptReport } from './kept.js';
import { dialectOf } from './oracle.js';
import { pairOperations } from './pairing.js';
import { checkReplies, type ReplyReport } from './replies.js';
import { readReported } from './reported.js';
import {
  checkFiles,
  checkNames,
  checkPairs,
  checkResources,
  checkTool,
  messageOf,
  type Accuse,
} from './rules.js';
import { sourceOperations, type SourceOperation } from './source-operation.js';

/** What became of one description. */
export interface Examined extends Partial<KeptReport> {
  readonly id: string;
  /** Milliseconds by stage. */
  readonly timings: Readonly<Record<string, number>>;
  /** As counted in the source. */
  readonly operations: number;
  readonly tools?: number;
  readonly resources?: number;
  readonly skipped?: number;
  readonly collapsed?: number;
  /** Tools whose argument names alone exceed the budget. */
  readonly overBudget?: number;
  readonly listBytes?: number;
  readonly instances?: InstanceReport;
  readonly replies?: ReplyReport;
  /** Findings by code. */
  readonly findings: Readonly<Record<string, number>>;
  /** What the generator said if it refused the description. */
  readonly refusal?: string;
  /** An exception that is no `InputError`, with its stack. */
  readonly crash?: string;
  /** What must never be, `<rule>: <what>`. */
  readonly violations: readonly string[];
}

const mostPerRule = 10;
/** With output schemas, which only add to what is made without: a model of each kind would take twice the time. */
const options = {
  resources: 'both',
  include: [],
  exclude: [],
  readOnly: false,
  outputSchema: true,
} as const;

let emitter: Promise<Emitter> | undefined;
const sampler = loadSampler();

/** What a failure does not take away. */
interface Examination {
  readonly findings: Finding[];
  readonly timings: Record<string, number>;
  operations: number;
}

/** Takes one description through load, model and emit, and checks all that comes of it. Never rejects. */
export async function examine(description: Description): Promise<Examined> {
  const examination: Examination = { findings: [], timings: {}, operations: 0 };
  const outcome = await generate(description, examination).catch(failure(examination));
  const { findings, timings, operations } = examination;
  const counts: Record<string, number> = {};
  for (const { code } of findings) counts[code] = (counts[code] ?? 0) + 1;
  return { id: description.id, timings, operations, findings: counts, ...outcome };
}

type Outcome = Omit<Examined, 'id' | 'timings' | 'operations' | 'findings'>;

async function generate({ id, file }: Description, examination: Examination): Promise<Outcome> {
  const { findings, timings } = examination;
  const time = async <T>(stage: string, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    timings[stage] = Math.round(performance.now() - start);
    return result;
  };
  const report: Report = (finding) => findings.push(finding);
  const source = await time('load', () =>
    loadSource(
      { source: basename(file), cwd: dirname(file), allowRemoteRefs: [], sourceHeaders: {} },
      report,
    ),
  );
  const raw = await readRaw(file, source.document);
  const operations = sourceOperations(raw);
  examination.operations = operations.length;
  const model = await time('model', () => buildModel(source.document, options, report));
  const prepared = await (emitter ??= prepareEmitter());
  const cases = await time('cases', () => makeCases(model, sampler, report));
  const files = await time('emit', () =>
    emitProject(model, () => Promise.resolve(cases), prepared),
  );
  const made = { raw, operations, model, findings, cases, files };
  return time('checks', () => judge(id, made));
}

/** The document as it was before anything was read into it; conversions and YAML are taken as they are. */
async function readRaw(file: string, loaded: unknown): Promise<unknown> {
  if (!file.endsWith('.json')) return loaded;
  const raw: unknown = JSON.parse(await readFile(file, 'utf8'));
  return get(raw, 'openapi') === undefined ? loaded : raw;
}

interface Made {
  readonly raw: unknown;
  readonly operations: readonly SourceOperation[];
  readonly model: ServerModel;
  readonly findings: readonly Finding[];
  readonly cases: readonly ModelCases[];
  readonly files: readonly OutputFile[];
}

function judge(id: string, made: Made): Outcome {
  const { raw, operations, model, findings, cases, files } = made;
  const { violations, accuse } = createAccusation();
  const tools = model.groups.flatMap((group) => group.tools);
  const skipped = findings.filter(({ code }) => code === 'MG203').length;
  const { pairs, orphans } = pairOperations(operations, model);
  if (orphans.length > skipped) accuse('operation without tool', orphans[0]?.pointer ?? '');
  checkNames(model, accuse);
  checkPairs(pairs, { operations: operations.length, tools: tools.length, skipped }, accuse);
  checkResources(model, accuse);
  checkFiles(files, accuse);
  const compile = createCompile();
  for (const tool of tools) checkTool(tool, accuse);
  checkCases(tools, cases, { compile, accuse });
  const dialect = dialectOf(raw);
  const reported = readReported(findings);
  return {
    tools: tools.length,
    resources: model.resources.length,
    skipped,
    collapsed: findings.filter(({ code }) => code === 'MG230').length,
    overBudget: tools.filter(({ inputSchema }) => exceedsBudget(inputSchema)).length,
    listBytes: measureToolList(listedTools(model)).bytes - outputSchemaBytes(tools),
    ...compareKept(pairs, dialect, reported),
    replies: checkReplies(raw, pairs, { compile, accuse }),
    instances: checkInstances(pairs, { seed: id, dialect, reported, compile }),
    violations,
  };
}

/** What output schemas add to the list of tools, each as `,"outputSchema":…`. */
function outputSchemaBytes(tools: readonly Tool[]): number {
  const members = tools.flatMap(({ outputSchema }) =>
    outputSchema === undefined ? [] : [Buffer.byteLength(JSON.stringify({ outputSchema })) - 1],
  );
  return members.reduce((sum, bytes) => sum + bytes, 0);
}

function exceedsBudget(schema: Tool['inputSchema']): boolean {
  return Buffer.byteLength(JSON.stringify(schema)) > defaultSchemaBudget;
}

/** Collects at most ten violations of each rule, and how many there are. */
function createAccusation(): { readonly violations: readonly string[]; readonly accuse: Accuse } {
  const counts = new Map<string, number>();
  const violations: string[] = [];
  const accuse: Accuse = (rule, what) => {
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    if (count <= mostPerRule) violations.push(`${rule}: ${what}`);
  };
  return { violations, accuse };
}

function failure(examination: Examination): (error: unknown) => Outcome {
  return (error) => {
    if (!(error instanceof InputError)) {
      const crash = stackOf(error);
      return { crash, violations: [`crash: ${messageOf(error)}`] };
    }
    const refusal = error.diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n');
    const isRight = examination.operations === 0 && refusal.startsWith('MG232');
    return { refusal, violations: isRight ? [] : [`refused: ${refusal.slice(0, 300)}`] };
  };
}

/** With the lines of the sources, which is off otherwise: Node would look for a map in all that Ajv compiles. */
function stackOf(error: unknown): string {
  process.setSourceMapsEnabled(true);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.setSourceMapsEnabled(false);
  return stack;
}
