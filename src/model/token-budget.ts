import { InputError } from '../diagnostics.js';
import { loadTokenCounter } from './token-counter.js';
import { listedJson, type ShownTool } from './tool-list.js';

/** How many of the largest tools are named. */
const named = 5;

/** @throws InputError if `shown`, the tools that a server lists, have more tokens of o200k_base than `maxTokens` */
export async function checkTokens(shown: readonly ShownTool[], maxTokens: number): Promise<void> {
  const count = await loadTokenCounter();
  const tools = shown.map((tool) => ({
    name: tool.name,
    tokens: count(listedJson(tool)),
  }));
  const total = tools.reduce((sum, { tokens }) => sum + tokens, 0);
  if (total <= maxTokens) return;
  const largest = tools
    .toSorted((left, right) => right.tokens - left.tokens)
    .slice(0, named)
    .map(({ name, tokens }) => `${name} (${figure(tokens)})`);
  throw new InputError([
    {
      code: 'MG241',
      severity: 'error',
      message: `tools/list has ${figure(total)} tokens, where at most ${figure(maxTokens)} are asked for. The largest tools: ${largest.join(', ')}.`,
      help: 'Choose operations with --include, --exclude or --read-only, make GETs resources alone with --resources resources-only, or leave --output-schema out; with a lower --surface-threshold, clients search for tools. `mcp-gen list --sort tokens` shows every tool.',
    },
  ]);
}

function figure(value: number): string {
  return value.toLocaleString('en');
}
