import type { Check, Outcome } from './runs.js';

/** The checks of a run, counted by scenario, as a Markdown table. */
export function resultTable(run: string, checks: readonly Check[]): string {
  const scenarios = [...new Set(checks.map(({ scenario }) => scenario))];
  const rows = scenarios.map((scenario) =>
    row(
      scenario,
      checks.filter((check) => check.scenario === scenario),
    ),
  );
  return [
    `\n## ${run}\n`,
    '| scenario | passed | failed | skipped |',
    '| --- | --: | --: | --: |',
    ...rows,
    row('**all**', checks),
    '',
  ].join('\n');
}

function row(name: string, checks: readonly Check[]): string {
  const count = (wanted: Outcome): number =>
    checks.filter(({ outcome }) => outcome === wanted).length;
  return `| ${name} | ${count('pass')} | ${count('fail')} | ${count('skip')} |`;
}
