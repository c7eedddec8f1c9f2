export interface Progress {
  readonly step: (id: string, problems: readonly string[]) => void;
  readonly end: () => void;
}

/** Shows on stderr how far a sweep is: one line that changes on a terminal, and a line for every problem. */
export function createProgress(title: string, total: number, pending: number): Progress {
  const { stderr } = process;
  const started = performance.now();
  let done = total - pending;
  const clear = (): void => {
    if (stderr.isTTY) stderr.write('\r\u001b[K');
  };
  return {
    step: (id, problems) => {
      done += 1;
      clear();
      for (const problem of problems.slice(0, 3)) stderr.write(`${id}: ${problem}\n`);
      if (problems.length > 3) stderr.write(`${id}: and ${problems.length - 3} more\n`);
      if (stderr.isTTY) stderr.write(`${title} ${done}/${total} ${id}`);
      else if (done % 200 === 0) stderr.write(`${title} ${done}/${total}\n`);
    },
    end: () => {
      clear();
      const seconds = Math.round((performance.now() - started) / 1000);
      stderr.write(`${title}: ${pending} of ${total} done now, in ${seconds} s\n`);
    },
  };
}
