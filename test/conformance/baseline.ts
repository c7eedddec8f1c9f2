import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repository } from '../support/workspace.js';
import type { Check } from './runs.js';

/** Why checks of a run do not pass: `scenario`, for all of a scenario's, or `scenario:check`. */
export interface Exemption {
  readonly why: string;
  readonly runs: readonly string[];
  readonly checks: readonly string[];
}

export async function readBaseline(): Promise<readonly Exemption[]> {
  const file = join(repository, 'test/conformance/baseline.yaml');
  return parse(await readFile(file, 'utf8')) as readonly Exemption[];
}

export interface Verdict {
  /** Checks that fail and that the baseline does not explain. */
  readonly unexplained: readonly Check[];
  /** What the baseline explains though it passes. */
  readonly outdated: readonly string[];
}

/** Holds what a run has found against the baseline. */
export function judge(
  run: string,
  checks: readonly Check[],
  baseline: readonly Exemption[],
): Verdict {
  const failing = checks.filter(({ outcome }) => outcome === 'fail');
  const exempt = baseline
    .filter(({ runs }) => runs.includes(run))
    .flatMap((exemption) => exemption.checks);
  const isMeant = (entry: string, { scenario, id }: Check): boolean =>
    entry === scenario || entry === `${scenario}:${id}`;
  return {
    unexplained: failing.filter((check) => !exempt.some((entry) => isMeant(entry, check))),
    outdated: exempt.filter((entry) => !failing.some((check) => isMeant(entry, check))),
  };
}
