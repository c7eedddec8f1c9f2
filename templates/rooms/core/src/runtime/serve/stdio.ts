import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { gatherWrites } from './gather-writes.js';
import { createInFlight } from './in-flight.js';
import { createServerFactory } from '../mcp-server.js';
import type { Services } from '../services.js';
import { stopOnSignal } from './shutdown.js';

/** Serves one client on stdin and stdout until stdin ends or a signal comes; what was asked before is answered. */
export function serveOverStdio(services: Services): void {
  const { runtime, furnishing } = services;
  const { config, log } = runtime;
  const inFlight = createInFlight();
  // The transport drops what it is answering when its input ends, so its input is one that does not. It takes whatever
  // comes as it comes: there is nothing to hold back.
  const input = new Readable({ read: () => undefined });
  process.stdin.on('data', (chunk) => input.push(chunk));
  const output = gatherWrites(process.stdout);
  const handle = serveStdio(createServerFactory(services, inFlight), {
    transport: new StdioServerTransport(input, output),
    onerror: ({ message }) => {
      log.warn('protocol error', { message });
    },
  });
  const stop = stopOnSignal(async () => {
    process.stdin.pause();
    await setImmediate();
    await inFlight.settled(config.shutdown.deadlineMs);
    await setImmediate();
    await handle.close();
    await finished(output.end());
    await furnishing.close();
  });
  process.stdin.once('end', stop);
  process.stdin.once('close', stop);
  process.stdout.once('error', stop);
  log.info('serving on stdio');
}
