import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Examined } from './examine.js';
import { corpusDirectory, type Description } from './inputs.js';
import { openLedger } from './ledger.js';
import { runPool } from './pool.js';
import { createProgress } from './progress.js';

const workers = 2;
/** Milliseconds: of the largest on a machine that does much else. */
const timeLimit = 3_600_000;
const heapMegabytes = 4096;

/** Takes every description through load, model and emit, and checks what comes of it; in the order of the list. */
export async function runStageOne(
  descriptions: readonly Description[],
  options: { readonly digest: string; readonly fresh: boolean },
): Promise<readonly Examined[]> {
  const file = join(corpusDirectory, 'report.jsonl');
  const ledger = await openLedger<Examined>(file, options.digest, options.fresh);
  const known = ledger.entries;
  // The largest first, so that none is left alone at the end.
  const pending = descriptions.filter(({ id }) => !known.has(id)).toSorted(bySize);
  const progress = createProgress('Stage one', descriptions.length, pending.length);
  const pool = {
    worker: new URL('stage-one-worker.ts', import.meta.url),
    size: workers,
    timeout: timeLimit,
    heapMegabytes,
  };
  await runPool<Description, Examined>(pending, pool, ({ id }, outcome) => {
    const result = 'result' in outcome ? outcome.result : lost(id, outcome.failure);
    ledger.add(result);
    progress.step(id, result.violations);
  });
  progress.end();
  return descriptions.flatMap(({ id }) => ledger.entries.get(id) ?? []);
}

function bySize(left: Description, right: Description): number {
  return statSync(right.file).size - statSync(left.file).size;
}

function lost(id: string, failure: string): Examined {
  return { id, timings: {}, operations: 0, findings: {}, violations: [`crash: ${failure}`] };
}
