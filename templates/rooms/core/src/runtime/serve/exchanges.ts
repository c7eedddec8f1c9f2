import type { ServerResponse } from 'node:http';

/** Requests that are being answered over HTTP, from their heads to the ends of their answers. */
export interface Exchanges {
  /** Counts a request until its answer has ended or its client is gone; false if there are too many. */
  readonly begin: (response: ServerResponse) => boolean;
  /** Counts a request that has no response of its own until the returned function is called; undefined if there are too many. */
  readonly hold: () => (() => void) | undefined;
  /** No longer counts one, such as a stream that a client listens on for as long as it likes. */
  readonly forget: (response: ServerResponse) => void;
  /** From now on, each connection ends with its answer. */
  readonly drain: () => void;
  readonly isDraining: () => boolean;
  /** Resolves when no request is being answered, at the latest after `deadlineMs`; says how many still are. */
  readonly settled: (deadlineMs: number) => Promise<number>;
}

export function createExchanges(max: number): Exchanges {
  const open = new Set<ServerResponse | symbol>();
  let draining = false;
  let settle = (): void => undefined;
  const forget = (exchange: ServerResponse | symbol): void => {
    open.delete(exchange);
    if (open.size === 0) settle();
  };
  return {
    begin: (response) => {
      if (draining) response.setHeader('Connection', 'close');
      if (open.size >= max) return false;
      open.add(response);
      response.once('close', () => {
        forget(response);
      });
      return true;
    },
    hold: () => {
      if (open.size >= max) return undefined;
      const exchange = Symbol();
      open.add(exchange);
      return () => {
        forget(exchange);
      };
    },
    forget,
    drain: () => {
      draining = true;
      for (const exchange of open) {
        if (typeof exchange === 'symbol' || exchange.headersSent) continue;
        exchange.setHeader('Connection', 'close');
      }
    },
    isDraining: () => draining,
    settled: async (deadlineMs) => {
      if (open.size === 0) return 0;
      await new Promise<void>((resolve) => {
        settle = resolve;
        setTimeout(resolve, deadlineMs).unref();
      });
      return open.size;
    },
  };
}
