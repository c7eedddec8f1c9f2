import { resolve } from 'node:path';
import { compareDiagnostics, type Diagnostic } from './diagnostics.js';
import type { Source } from './load/source.js';
import type { HttpMethod, ModelCounts, Tool, ToolAnnotations } from './model/model.js';
import { compare } from './model/node.js';
import { loadTokenCounter, type TokenCounter } from './model/token-counter.js';
import { listedJson, listedTools, measureToolList, type ToolListSize } from './model/tool-list.js';
import type { GenerateOptions } from './options.js';
import { locateAll, readModel } from './read-model.js';
import type { Stage } from './stopwatch.js';
import { readManifest } from './write/manifest.js';

/** What tools are listed by: name, most tokens first, or path and method. */
export type ListOrder = 'name' | 'tokens' | 'path';

/** What `listTools` can be asked for: the options of `generate` that decide on tools; `source` may be a project's folder. */
export type ListOptions = Pick<
  GenerateOptions,
  | 'source'
  | 'cwd'
  | 'stdin'
  | 'output'
  | 'name'
  | 'baseUrl'
  | 'resources'
  | 'include'
  | 'exclude'
  | 'readOnly'
  | 'outputSchema'
  | 'fields'
  | 'allowRemoteRefs'
  | 'refRoot'
  | 'sourceHeaders'
> & {
  /** Default: `name`. */
  readonly sort?: ListOrder;
};

/** A tool, and what reading it costs a model. */
export interface ListedTool {
  readonly name: string;
  readonly method: HttpMethod;
  /** Below the server's URL. */
  readonly path: string;
  readonly arguments: readonly { readonly name: string; readonly required: boolean }[];
  /** Of the tool as `tools/list` has it, in o200k_base. */
  readonly tokens: number;
  readonly annotations: ToolAnnotations;
}

export interface ListResult {
  /** The name of the server. */
  readonly name: string;
  readonly source: Pick<Source, 'label' | 'digest'>;
  /** Sorted as asked for. */
  readonly tools: readonly ListedTool[];
  /** All of the tools together; the tokens are counted. */
  readonly toolList: ToolListSize;
  readonly counts: ModelCounts;
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lists the tools that a generation with the same options would make, and writes nothing. Rejects with an
 * `InputError` if the source fails.
 */
export async function listTools(
  options: ListOptions = {},
  onStage: (stage: Stage) => void = () => undefined,
): Promise<ListResult> {
  const loading = loadTokenCounter();
  const { sort = 'name', ...asked } = options;
  const [{ source, model, found }, count] = await Promise.all([
    fromProject(asked).then((all) => readModel(all, false, onStage)),
    loading,
  ]);
  const tools = listedTools(model).map((tool) => listed(tool, count));
  const tokens = tools.reduce((sum, tool) => sum + tool.tokens, 0);
  return {
    name: model.name,
    source: { label: source.label, digest: source.digest },
    tools: tools.toSorted(orders[sort]),
    toolList: { ...measureToolList(model), tokens },
    counts: model.counts,
    diagnostics: locateAll(found, source).toSorted(compareDiagnostics),
  };
}

/** The folder of a project stands for what the project was generated from, as if mcp-gen ran there. */
async function fromProject({ source, ...options }: GenerateOptions): Promise<GenerateOptions> {
  if (source === undefined) return options;
  const cwd = resolve(options.cwd ?? '.');
  const folder = resolve(cwd, source);
  if ((await readManifest(folder)) === undefined) return { ...options, source };
  const { output, refRoot } = options;
  return {
    ...options,
    cwd: folder,
    ...(output !== undefined && { output: resolve(cwd, output) }),
    ...(refRoot !== undefined && { refRoot: resolve(cwd, refRoot) }),
  };
}

function listed(tool: Tool, count: TokenCounter): ListedTool {
  const { name, request, inputSchema, annotations } = tool;
  const required = new Set(inputSchema.required);
  return {
    name,
    method: request.method,
    path: request.path,
    arguments: Object.keys(inputSchema.properties ?? {}).map((argument) => ({
      name: argument,
      required: required.has(argument),
    })),
    tokens: count(listedJson(tool)),
    annotations,
  };
}

type Comparison = (left: ListedTool, right: ListedTool) => number;

const byName: Comparison = (left, right) => compare(left.name, right.name);

const orders: Readonly<Record<ListOrder, Comparison>> = {
  name: byName,
  tokens: (left, right) => right.tokens - left.tokens || byName(left, right),
  path: (left, right) =>
    compare(left.path, right.path) || compare(left.method, right.method) || byName(left, right),
};
