import { performance } from 'node:perf_hooks';

/** The steps of a generation, in order. */
export type Stage = 'load' | 'model' | 'emit' | 'write';

export interface Stopwatch {
  /** Ends the stage before and begins the next. */
  readonly enter: (stage: Stage) => void;
  /** Milliseconds by stage. */
  readonly stop: () => Readonly<Record<Stage, number>>;
}

/** Measures the stages of a run and tells `onStage` of each. */
export function startStopwatch(onStage: (stage: Stage) => void): Stopwatch {
  const timings: Record<Stage, number> = { load: 0, model: 0, emit: 0, write: 0 };
  let current: { readonly stage: Stage; readonly since: number } | undefined;
  const end = () => {
    if (current) timings[current.stage] += performance.now() - current.since;
    current = undefined;
  };
  return {
    enter(stage) {
      end();
      current = { stage, since: performance.now() };
      onStage(stage);
    },
    stop() {
      end();
      return timings;
    },
  };
}
