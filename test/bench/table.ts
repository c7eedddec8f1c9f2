import { stageTimings } from './generators.js';
import type { Figures, Subject } from './measure.js';

interface Row {
  readonly label: string;
  readonly digits: number;
  readonly figure: (figures: Figures) => number | undefined;
}

const rows: readonly Row[] = [
  { label: 'generation, s', digits: 2, figure: ({ generateSeconds }) => generateSeconds },
  { label: 'peak memory, MB', digits: 0, figure: ({ peakMegabytes }) => peakMegabytes },
  { label: 'build, s', digits: 2, figure: ({ buildSeconds }) => buildSeconds },
  { label: 'description to server, s', digits: 2, figure: wholeSeconds },
  { label: 'start to initialize, ms', digits: 0, figure: (figures) => figures.startMilliseconds },
  { label: 'memory after list, MB', digits: 0, figure: ({ listing }) => listing?.megabytes },
  { label: 'tools', digits: 0, figure: ({ listing }) => listing?.tools },
  { label: 'tools/list, KB', digits: 0, figure: ({ listing }) => listing && listing.bytes / 1000 },
  {
    label: 'bytes a tool',
    digits: 0,
    figure: ({ listing }) => listing && listing.bytes / listing.tools,
  },
];

/** Ours and theirs side by side, with the ratio, and our start beside that of a server that does nothing. */
export function comparisonTable(
  { name }: Subject,
  [ours, theirs, empty]: readonly [Figures, Figures, Figures],
): string {
  const lines = rows.map(({ label, digits, figure }) => {
    const [mine, other] = [figure(ours), figure(theirs)];
    return line(label, show(mine, digits), show(other, digits), show(ratio(mine, other), 2));
  });
  const start = ratio(ours.startMilliseconds, empty.startMilliseconds);
  const stages = ours.output === undefined ? {} : stageTimings(ours.output);
  const inStages = Object.entries(stages).map(([stage, time]) => `${stage} ${Math.round(time)}`);
  return [
    `\n${line(name, 'mcp-gen', 'peer', 'ratio')}`,
    ...lines,
    `  stages, ms: ${inStages.join(', ')}; list in ${ours.listing?.pages ?? 0} pages\n`,
    `  start against an empty SDK server (${show(empty.startMilliseconds, 0)} ms): ${show(start, 2)} ×\n`,
    ...problem('mcp-gen', ours),
    ...problem('peer', theirs),
  ].join('');
}

function wholeSeconds({ generateSeconds, buildSeconds }: Figures): number | undefined {
  return generateSeconds === undefined || buildSeconds === undefined
    ? undefined
    : generateSeconds + buildSeconds;
}

function ratio(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || right === undefined ? undefined : left / right;
}

function problem(name: string, { problem: text }: Figures): readonly string[] {
  return text === undefined ? [] : [`  ${name}: ${text}\n`];
}

function show(value: number | undefined, digits: number): string {
  return value === undefined
    ? '–'
    : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function line(label: string, ...cells: readonly string[]): string {
  return `  ${label.padEnd(26)}${cells.map((cell) => cell.padStart(12)).join('')}\n`;
}
