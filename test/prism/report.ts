import { excuses, type Excuse } from './excuses.js';
import type { Hearing, Trial } from './judge.js';
import { notStarted } from './prism.js';

/** What is to be said of a call. */
type Verdict =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'excused'; readonly reasons: readonly string[] }
  | { readonly kind: 'ours'; readonly what: string };

/** A line for each description, and one for each call that is our fault. */
export function trialText(trial: Trial): string {
  const { id, tools, missing, hearings, problem } = trial;
  if (problem !== undefined) return `  ${id}: not heard: ${problem.slice(0, 300)}\n`;
  const verdicts = hearings.map((hearing) => verdictOf(hearing, trial));
  const accepted = verdicts.filter(({ kind }) => kind === 'accepted').length;
  const notes = [
    ...(hearings.length + missing < tools ? [`of ${tools} tools`] : []),
    ...(missing > 0 ? [`${missing} without arguments`] : []),
  ];
  const ours = verdicts.flatMap((verdict) => (verdict.kind === 'ours' ? [verdict.what] : []));
  return [
    `  ${id}: ${accepted} of ${hearings.length} accepted${notes.map((note) => `, ${note}`).join('')}\n`,
    ...ours.map((what) => `    ours: ${what}\n`),
  ].join('');
}

/** How many calls were accepted, what explains the others, and whether none is our fault. */
export function summary(trials: readonly Trial[]): {
  readonly text: string;
  readonly good: boolean;
} {
  const verdicts = trials.flatMap((trial) =>
    trial.hearings.map((hearing) => verdictOf(hearing, trial)),
  );
  const count = (kind: Verdict['kind']): number =>
    verdicts.filter((verdict) => verdict.kind === kind).length;
  const reasons = new Map<string, number>();
  for (const verdict of verdicts) {
    for (const reason of verdict.kind === 'excused' ? verdict.reasons : []) {
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  }
  const heard = trials.filter(({ problem }) => problem === undefined);
  const total = verdicts.length.toLocaleString('en');
  const rows = [...reasons].toSorted(([, left], [, right]) => right - left);
  const text = [
    `\n${heard.length} of ${trials.length} descriptions heard\n`,
    `${count('accepted').toLocaleString('en')} of ${total} requests accepted by Prism\n`,
    ...rows.map(([reason, times]) => `  ${String(times).padStart(4)}  ${reason}\n`),
    `  ${String(count('ours')).padStart(4)}  ours\n`,
  ].join('');
  // What Prism cannot read is no fault of ours; a server that cannot be made is.
  const failed = trials.some(({ problem = notStarted }) => !problem.startsWith(notStarted));
  return { text, good: count('ours') === 0 && !failed };
}

function verdictOf(hearing: Hearing, { diagnostics }: Trial): Verdict {
  const { operation, tool, testimony, failure } = hearing;
  if (testimony === undefined) {
    return { kind: 'ours', what: `${tool.name} (${operation}) sent nothing: ${failure ?? ''}` };
  }
  const { violations, method, url } = testimony;
  if (violations.length === 0 && failure === undefined) return { kind: 'accepted' };
  const evidence = { ...hearing, violations, diagnostics };
  const reasons = violations.map((violation) => {
    const excuse = excuses.find(({ holds }) => holds(violation, evidence));
    return excuse && reasonOf(excuse);
  });
  const explained = reasons.filter((reason) => reason !== undefined);
  if (explained.length === reasons.length && failure === undefined) {
    return { kind: 'excused', reasons: [...new Set(explained)] };
  }
  const said = violations.map(({ place, code, message }) => `${place} ${code}: ${message}`);
  const what = [...said, ...(failure === undefined ? [] : [failure])].join('; ');
  return {
    kind: 'ours',
    what: `${tool.name}: ${method} ${url.slice(0, 200)}: ${what.slice(0, 500)}`,
  };
}

function reasonOf({ fault, reason }: Pick<Excuse, 'fault' | 'reason'>): string {
  return `${fault}: ${reason}`;
}
