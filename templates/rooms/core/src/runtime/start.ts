import { Console } from 'node:console';
import type { Custom } from './custom.js';
import { ConfigError, createRuntime } from './runtime.js';
import { createServices } from './services.js';
import type { ServerDefinition } from './tool.js';

/** Runs the server as the environment says; what keeps it from starting is on stderr, with exit code 1. */
export async function start(
  definition: ServerDefinition,
  loadCustom: () => Promise<{ readonly custom: Custom }>,
): Promise<void> {
  // On stdio, stdout belongs to the protocol, whatever custom code and its packages print.
  globalThis.console = new Console(process.stderr);
  try {
    const { custom } = await loadCustom();
    const services = createServices(createRuntime(definition, custom, process.env));
    const { env, log } = services.runtime;
    await custom.hooks?.start?.({ env, log, notify: services.changes.announce });
    if (services.runtime.config.transport === 'http') {
      const { serveOverHttp } = await import('./serve/http.js');
      await serveOverHttp(services);
    } else {
      const { serveOverStdio } = await import('./serve/stdio.js');
      serveOverStdio(services);
    }
  } catch (error) {
    const problems = error instanceof ConfigError ? error.problems : [describe(error)];
    const lines = problems.map((problem) => `  - ${problem}\n`).join('');
    process.stderr.write(`${definition.name} cannot start:\n${lines}`);
    process.exitCode = 1;
  }
}

/** What the system refuses, such as a port in use, needs no stack. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'syscall' in error ? error.message : (error.stack ?? error.message);
}
