#!/usr/bin/env node
import { CommanderError } from 'commander';
import { createCommand, type CommandOptions } from './cli/command.js';
import { diagnosticText } from './cli/diagnostic-text.js';
import type { ListCommandOptions } from './cli/list-command.js';
import { listText } from './cli/list-text.js';
import { progressOn } from './cli/progress.js';
import { failureJson, listJson, reportJson } from './cli/report.js';
import { servingText } from './cli/serving-text.js';
import { styleFor } from './cli/style.js';
import { summaryText } from './cli/summary.js';
import { InputError, type Diagnostic } from './diagnostics.js';
import { generatorVersion } from './package.js';
import type { ServeOptions } from './serve.js';
import type { Stage } from './stopwatch.js';

const { stdout, stderr } = process;

// A reader that has seen enough, such as `head`, is no failure.
const endWithReader = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
};
stdout.on('error', endWithReader);

const stageTexts: Readonly<Record<Stage, string>> = {
  load: 'Reading the source …',
  model: 'Mapping operations …',
  emit: 'Writing TypeScript …',
  write: 'Comparing with the folder …',
};

/** What a command has to say: its answer for people and for machines, and what it found on the way. */
interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly text: () => string;
  readonly json: () => string;
}

interface Reporting {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

async function generateProject(options: CommandOptions): Promise<void> {
  await perform(options, async (onStage) => {
    // Only here, so that help and usage errors come at once.
    const { generate } = await import('./generate.js');
    const result = await generate(options, onStage);
    return {
      diagnostics: result.diagnostics,
      text: () => summaryText(result, process.cwd(), styleFor(stdout)),
      json: () => reportJson(result),
    };
  });
}

async function listProject(options: ListCommandOptions): Promise<void> {
  await perform(options, async (onStage) => {
    const { listTools } = await import('./list.js');
    const result = await listTools(options, onStage);
    return {
      diagnostics: result.diagnostics,
      text: () => listText(result, styleFor(stdout)),
      json: () => listJson(result),
    };
  });
}

async function serveSource(options: ServeOptions): Promise<void> {
  const server = await attempt({}, async (onStage) => {
    const { prepareServer } = await import('./serve.js');
    return prepareServer(options, onStage);
  });
  if (server === undefined) return;
  const style = styleFor(stderr);
  stderr.write(diagnosticText(server.diagnostics, style) + servingText(server, style, process.env));
  // The server itself ends in order when its client has gone.
  stdout.off('error', endWithReader);
  await server.start();
}

async function perform(
  reporting: Reporting,
  work: (onStage: (stage: Stage) => void) => Promise<Outcome>,
): Promise<void> {
  const outcome = await attempt(reporting, work);
  if (outcome === undefined) return;
  if (reporting.json) {
    stdout.write(outcome.json());
  } else if (!reporting.quiet) {
    stderr.write(diagnosticText(outcome.diagnostics, styleFor(stderr)));
    stdout.write(outcome.text());
  }
}

/** What the work comes to; undefined if the input failed, which has been reported. */
async function attempt<T>(
  { json = false, quiet = false }: Reporting,
  work: (onStage: (stage: Stage) => void) => Promise<T>,
): Promise<T | undefined> {
  const progress = progressOn(stderr, quiet || json);
  try {
    const outcome = await work((stage) => {
      progress.show(stageTexts[stage]);
    });
    progress.clear();
    return outcome;
  } catch (error) {
    progress.clear();
    if (!(error instanceof InputError)) throw error;
    const errors = error.diagnostics.filter(({ severity }) => severity === 'error');
    if (json) stdout.write(failureJson(error));
    else stderr.write(diagnosticText(quiet ? errors : error.diagnostics, styleFor(stderr)));
    process.exitCode = 1;
    return undefined;
  }
}

try {
  await createCommand({
    generate: generateProject,
    list: listProject,
    serve: serveSource,
  }).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode;
  } else {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    stderr.write(
      `mcp-gen ${generatorVersion} failed; this is a bug in mcp-gen, not in your source.\n${text}\n` +
        'Please report it, with the part of the source that causes it: npm bugs mcp-gen\n',
    );
    process.exitCode = 2;
  }
}
