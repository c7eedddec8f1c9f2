import { compareDiagnostics, type Diagnostic } from './diagnostics.js';
import type { Source } from './load/source.js';
import type { Objection } from './model/hosts/objection.js';
import type { HttpMethod, ModelCounts, Tool, ToolAnnotations } from './model/model.js';
import { compare } from './model/node.js';
import { loadTokenCounter, type TokenCounter } from './model/token-counter.js';
import { listedJson, listedTools, measureToolList, type ToolListSize } from './model/tool-list.js';
import type { GenerateOptions } from './options.js';
import { fromProject } from './project-source.js';
import { locateAll, readModel } from './read-model.js';
import { searchTools, shownTools, type ShownTools } from './search/shown-tools.js';
import type { Stage } from './stopwatch.js';

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
  | 'profiles'
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
  /** What takes their place where clients search for them; the tokens are counted, with those of the instructions. */
  readonly searchList: ToolListSize;
  /** Which of the two clients get unless the environment of the server says otherwise. */
  readonly surface: ShownTools['surface'];
  readonly counts: ModelCounts;
  /** What the hosts of `profiles` refuse, leave out or cut: by host, in their order. */
  readonly objections: readonly Objection[];
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
  const [{ source, model, objections, found }, count] = await Promise.all([
    fromProject(asked).then((all) => readModel(all, false, onStage)),
    loading,
  ]);
  const tools = listedTools(model).map((tool) => listed(tool, count));
  const tokens = tools.reduce((sum, tool) => sum + tool.tokens, 0);
  return {
    name: model.name,
    source: { label: source.label, digest: source.digest },
    tools: tools.toSorted(orders[sort]),
    toolList: { ...measureToolList(listedTools(model)), tokens },
    searchList: sizeOf(searchTools(model), count),
    surface: shownTools(model).surface,
    counts: model.counts,
    objections,
    diagnostics: locateAll(found, source).toSorted(compareDiagnostics),
  };
}

function sizeOf({ tools, instructions }: ShownTools, count: TokenCounter): ToolListSize {
  const texts = [...tools.map(listedJson), instructions];
  const tokens = texts.reduce((sum, text) => sum + count(text), 0);
  return { ...measureToolList(tools), tokens };
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
