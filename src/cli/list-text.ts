import { textWidth } from '../emit/text-width.js';
import type { ListedTool, ListResult } from '../list.js';
import { count } from './count.js';
import type { Style } from './style.js';
import { visibleText } from './visible-text.js';

/** Columns that a cell makes its column wide; a longer one pushes the rest of its own line. */
const widest = 48;

const headings = ['tool', 'request', 'tokens', 'hints', 'arguments (! required)'] as const;
type Row = readonly [string, string, string, string, string];

/** The tools as a table, with the totals under it, for people. */
export function listText(
  { name, source, tools, toolList, counts }: ListResult,
  style: Style,
): string {
  const rows = tools.map(rowOf);
  const widths = headings.map((heading, column) =>
    Math.max(textWidth(heading), ...rows.map((row) => cellWidth(row[column] ?? ''))),
  );
  const line = (row: Row) =>
    row
      .map((cell, column) => padded(cell, column, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const table = [style.dim(line(headings)), ...rows.map(line)];
  const { excluded, resources, skipped } = counts;
  const leftOut = [
    ...(excluded > 0 ? [`${count(excluded, 'operation')} excluded`] : []),
    ...(skipped > 0 ? [`${count(skipped, 'operation')} skipped`] : []),
  ];
  const totals = [
    `${style.bold(name)}: ${count(tools.length, 'tool')}, ${count(resources, 'resource')} from ${visibleText(source.label)}`,
    `tools/list: ${count(toolList.tokens, 'token')}, ${count(toolList.bytes, 'byte')}, ${count(toolList.pages, 'page')}`,
    ...(leftOut.length > 0 ? [leftOut.join(', ')] : []),
  ];
  return [...(tools.length > 0 ? [...table, ''] : []), ...totals, ''].join('\n');
}

function rowOf(tool: ListedTool): Row {
  const { name, method, path, tokens, arguments: all } = tool;
  const names = all.map((argument) => (argument.required ? `${argument.name}!` : argument.name));
  return [
    name,
    visibleText(`${method} ${path}`),
    tokens.toLocaleString('en'),
    hintText(tool),
    names.join(', '),
  ];
}

/** The tool's class, as `serve.access` of the config has it, and whether a second call changes nothing more. */
function hintText({ annotations }: ListedTool): string {
  const { readOnlyHint, destructiveHint, idempotentHint } = annotations;
  if (readOnlyHint) return 'read';
  const effect = destructiveHint ? 'destructive' : 'write';
  return idempotentHint ? `${effect}, idempotent` : effect;
}

function cellWidth(cell: string): number {
  return Math.min(textWidth(cell), widest);
}

/** Figures stand to the right of their column. */
function padded(cell: string, column: number, width: number): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(cell)));
  return headings[column] === 'tokens' ? space + cell : cell + space;
}
