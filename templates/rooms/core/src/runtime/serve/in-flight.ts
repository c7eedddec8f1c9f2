/** Counts requests that are being answered. */
export interface InFlight {
  readonly track: <T>(request: Promise<T>) => Promise<T>;
  /** Resolves when nothing is being answered, at the latest after `deadlineMs`. */
  readonly settled: (deadlineMs: number) => Promise<void>;
}

export function createInFlight(): InFlight {
  const requests = new Set<Promise<unknown>>();
  return {
    track: (request) => {
      requests.add(request);
      const done = (): void => void requests.delete(request);
      request.then(done, done);
      return request;
    },
    settled: async (deadlineMs) => {
      const deadline = new Promise<void>((resolve) => setTimeout(resolve, deadlineMs).unref());
      await Promise.race([Promise.allSettled(requests), deadline]);
    },
  };
}

/** For a way in that counts its requests itself. */
export const untracked: InFlight = {
  track: (request) => request,
  settled: () => Promise.resolve(),
};
