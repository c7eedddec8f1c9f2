import { textWidth } from '../emit/text-width.js';
import type { ListedTool, ListResult } from '../list.js';
import type { Objection } from '../model/hosts/objection.js';
import type { ToolListSize } from '../model/tool-list.js';
import { count } from './count.js';
import type { Style } from './style.js';
import { visibleText } from './visible-text.js';

/** The heading of the column whose cells stand to the right. */
const figures = 'tokens';

/** Columns that a cell makes its column wide; a longer one pushes the rest of its own line. */
const widest = 48;

interface Column {
  readonly heading: string;
  readonly cell: (tool: ListedTool) => string;
}

const columns: readonly Column[] = [
  { heading: 'tool', cell: ({ name }) => name },
  { heading: 'request', cell: ({ method, path }) => visibleText(`${method} ${path}`) },
  { heading: figures, cell: ({ tokens }) => tokens.toLocaleString('en') },
  { heading: 'hints', cell: hintText },
];

/** The last column: its cells may be long. */
const argumentColumn: Column = {
  heading: 'arguments (! required)',
  cell: (tool) =>
    tool.arguments.map(({ name, required }) => (required ? `${name}!` : name)).join(', '),
};

/** The tools as a table, with the totals under it, for people. */
export function listText(
  { name, source, tools, toolList, searchList, surface, counts, objections }: ListResult,
  style: Style,
): string {
  const all = [...columns, ...refusalColumns(objections), argumentColumn];
  const cells = all.map(({ heading, cell }) => [heading, ...tools.map(cell)]);
  const widths = cells.map(([heading = '', ...rest]) =>
    Math.max(textWidth(heading), ...rest.map(cellWidth)),
  );
  const line = (row: number) =>
    cells
      .map((column, index) => padded(column[row] ?? '', widths[index] ?? 0, column[0] === figures))
      .join('  ')
      .trimEnd();
  const table = [style.dim(line(0)), ...tools.map((_, index) => line(index + 1))];
  const { excluded, resources, skipped } = counts;
  const leftOut = [
    ...(excluded > 0 ? [`${count(excluded, 'operation')} excluded`] : []),
    ...(skipped > 0 ? [`${count(skipped, 'operation')} skipped`] : []),
  ];
  const totals = [
    `${style.bold(name)}: ${count(tools.length, 'tool')}, ${count(resources, 'resource')} from ${visibleText(source.label)}`,
    surfaceText('tools/list', toolList),
    ...(surface === 'search' ? [surfaceText('with search, as clients get it', searchList)] : []),
    ...(leftOut.length > 0 ? [leftOut.join(', ')] : []),
  ];
  return [...(tools.length > 0 ? [...table, ''] : []), ...totals, ''].join('\n');
}

/** One line for each list that clients may get. */
function surfaceText(surface: string, { tokens, bytes, pages }: ToolListSize): string {
  return `${surface}: ${count(tokens, 'token')}, ${count(bytes, 'byte')}, ${count(pages, 'page')}`;
}

/** The hosts of the profiles that do not take a tool as it is; no column if they take all. */
function refusalColumns(objections: readonly Objection[]): readonly Column[] {
  const severe = objections.filter((objection) => objection.severe);
  if (severe.length === 0) return [];
  const hostsOf = ({ name }: ListedTool) =>
    severe.filter(({ tools }) => tools.includes(name)).map(({ host }) => host);
  return [{ heading: 'not taken by', cell: (tool) => [...new Set(hostsOf(tool))].join(', ') }];
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

function padded(cell: string, width: number, toTheRight: boolean): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(cell)));
  return toTheRight ? space + cell : cell + space;
}
