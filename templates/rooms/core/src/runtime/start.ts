import { Console } from 'node:console';
import type { Custom } from './custom.js';
import { ConfigError, createRuntime, type Runtime } from './runtime.js';
import { openRooms, type Room } from './room.js';
import { serveOverStdio } from './serve/stdio.js';
import { createServices } from './services.js';
import type { ServerDefinition } from './tool.js';

/** Runs the server as the environment says; what keeps it from starting is on stderr, with exit code 1. */
export async function start(
  definition: ServerDefinition,
  loadCustom: () => Promise<{ readonly custom: Custom }>,
  rooms: readonly Room[] = [],
): Promise<void> {
  // On stdio, stdout belongs to the protocol, whatever custom code and its packages print.
  globalThis.console = new Console(process.stderr);
  // A server whose log nobody reads any more goes on.
  process.stderr.on('error', () => undefined);
  let runtime: Runtime | undefined;
  try {
    const { custom } = await loadCustom();
    runtime = createRuntime(definition, custom, process.env, rooms);
    endOnFault(runtime);
    await serve(runtime);
  } catch (error) {
    const problems = error instanceof ConfigError ? error.problems : [describe(error)];
    const lines = problems.map((problem) => `  - ${problem}\n`).join('');
    const text = `${definition.name} cannot start:\n${lines}`;
    process.stderr.write(runtime === undefined ? text : runtime.redact(text));
    process.exitCode = 1;
  }
}

async function serve(runtime: Runtime): Promise<void> {
  const services = createServices(runtime, await openRooms(runtime));
  const { custom, env, log } = runtime;
  await custom.hooks?.start?.({ env, log, notify: services.changes.announce });
  if (runtime.config.transport === 'http') {
    const { serveOverHttp } = await import('./serve/http.js');
    await serveOverHttp(services);
  } else {
    serveOverStdio(services);
  }
}

/** Node itself would print the error of a fault, or of a promise that nobody handles, with any secret in it. */
function endOnFault({ log }: Runtime): void {
  process.on('uncaughtException', (error) => {
    log.error('ends on a fault', { error });
    process.exit(1);
  });
}

/** What the system refuses, such as a port in use, needs no stack. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'syscall' in error ? error.message : (error.stack ?? error.message);
}
