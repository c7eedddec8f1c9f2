import type { Examined } from './examine.js';
import type { InstanceReport } from './instances.js';
import type { Fate } from './kept.js';

/** The figures of stage one, for people. */
export function stageOneSummary(results: readonly Examined[]): string {
  const rows = [...countRows(results), ...listRows(results)];
  return [
    '\nStage one\n',
    ...rows.map(([label, text]) => `  ${label.padEnd(24)}${text}\n`),
    violationsTable(results),
    keptTable(results),
    instancesTable(results),
    repliesTable(results),
  ].join('');
}

type LabelledText = readonly [label: string, text: string];

function countRows(results: readonly Examined[]): readonly LabelledText[] {
  const count = (matches: (result: Examined) => boolean): string =>
    number(results.filter(matches).length);
  const generated = count(({ tools }) => tools !== undefined);
  const withOperations = count(({ operations }) => operations > 0);
  return [
    ['descriptions', number(results.length)],
    ['generated', `${generated} of ${withOperations} with operations`],
    ['refused, no operation', count(isRefused)],
    ['crashes', count(({ crash }) => crash !== undefined)],
    ['violations', number(sum(results, ({ violations }) => violations.length))],
  ];
}

function listRows(results: readonly Examined[]): readonly LabelledText[] {
  const generated = results.filter(({ tools }) => tools !== undefined);
  const others = generated.filter(({ id }) => !id.startsWith('microsoft.com/graph'));
  const total = (figure: (result: Examined) => number | undefined): string =>
    number(sum(generated, figure));
  const collapsed = sum(others, (result) => result.collapsed);
  const tools = sum(others, (result) => result.tools);
  const perTool = generated.map(({ listBytes = 0, tools = 1 }) => Math.round(listBytes / tools));
  return [
    ['operations', total(({ operations }) => operations)],
    ['tools', `${total((result) => result.tools)}; ${total((result) => result.skipped)} skipped`],
    ['resources', total((result) => result.resources)],
    ['collapsed tools', total((result) => result.collapsed)],
    [
      '  outside MS Graph',
      `${number(collapsed)} of ${number(tools)}, ${percent(collapsed, tools)}`,
    ],
    ['beyond the budget', `${total((result) => result.overBudget)}, by argument names alone`],
    ['tools/list', `${number(median(perTool))} bytes a tool in the median description`],
  ];
}

function sum(
  results: readonly Examined[],
  figure: (result: Examined) => number | undefined,
): number {
  return results.reduce((total, result) => total + (figure(result) ?? 0), 0);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((left, right) => left - right)[numbers.length >> 1] ?? 0;
}

function isRefused({ refusal, violations }: Examined): boolean {
  return refusal !== undefined && violations.length === 0;
}

function violationsTable(results: readonly Examined[]): string {
  const rules = new Map<string, string[]>();
  for (const { id, violations } of results) {
    for (const violation of violations) {
      const rule = violation.split(':', 1)[0] ?? '';
      rules.set(rule, [...(rules.get(rule) ?? []), `${id} ${violation.slice(rule.length + 2)}`]);
    }
  }
  const rows = [...rules].map(
    ([rule, examples]) =>
      `  ${rule} × ${examples.length}, e.g. ${(examples[0] ?? '').slice(0, 200)}\n`,
  );
  return rows.length === 0
    ? ''
    : `\nViolations (at most 10 of a rule and description)\n${rows.join('')}`;
}

function keptTable(results: readonly Examined[]): string {
  const total = new Map<string, Fate>();
  for (const { kept = {} } of results) {
    for (const [keyword, fate] of Object.entries(kept)) {
      const sum = total.get(keyword) ?? { kept: 0, collapsed: 0, reported: 0, lost: 0 };
      total.set(keyword, {
        kept: sum.kept + fate.kept,
        collapsed: sum.collapsed + fate.collapsed,
        reported: sum.reported + fate.reported,
        lost: sum.lost + fate.lost,
      });
    }
  }
  const rows = [...total]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([keyword, fate]) => {
      const all = fate.kept + fate.collapsed + fate.reported + fate.lost;
      const cells = [all, fate.kept, fate.collapsed, fate.reported, fate.lost].map(number);
      return row(keyword, [...cells, percent(fate.kept, all)]);
    });
  const head = row('What the source says', [
    'said',
    'kept',
    'collapsed',
    'reported',
    'lost',
    'kept',
  ]);
  return `\n${head}${rows.join('')}`;
}

function instancesTable(results: readonly Examined[]): string {
  const total = (key: Exclude<keyof InstanceReport, 'misses'>): number =>
    sum(results, ({ instances }) => instances?.[key]);
  const reasons = new Map<string, number>();
  for (const { kind, keyword } of results.flatMap(({ instances }) => instances?.misses ?? [])) {
    const reason = `${kind} (${keyword})`;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const misses = [...reasons].toSorted(([, left], [, right]) => right - left);
  const checked = total('broken') - total('reported');
  const share = (part: number, whole: number): string =>
    `${number(part)} of ${number(whole)}, ${percent(part, whole)}`;
  return [
    `\nInstances of ${number(total('schemas'))} sampled schemas (${number(total('barren'))} without any)\n`,
    `  valid ones accepted               ${share(total('accepted'), total('made'))}\n`,
    `  with a keyword violated, refused  ${share(total('refused'), checked)}\n`,
    `  accepted, as a finding says       ${number(total('reported'))}\n`,
    ...misses.map(([reason, count]) => `  ${number(count)} × ${reason}\n`),
  ].join('');
}

function repliesTable(results: readonly Examined[]): string {
  const total = (key: 'schemas' | 'examples' | 'accepted'): number =>
    sum(results, ({ replies }) => replies?.[key]);
  const [accepted, examples] = [total('accepted'), total('examples')];
  return [
    `\nOutput schemas of ${number(total('schemas'))} tools\n`,
    `  examples of replies accepted      ${number(accepted)} of ${number(examples)}, ${percent(accepted, examples)}\n`,
  ].join('');
}

function row(label: string, cells: readonly string[]): string {
  return `  ${label.padEnd(22)}${cells.map((cell) => cell.padStart(11)).join('')}\n`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;
}
