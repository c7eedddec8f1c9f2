#!/usr/bin/env node
import { CommanderError } from 'commander';
import { createCommand, type CommandOptions } from './cli/command.js';
import { diagnosticText } from './cli/diagnostic-text.js';
import { progressOn } from './cli/progress.js';
import { reportJson, failureJson } from './cli/report.js';
import { styleFor } from './cli/style.js';
import { summaryText } from './cli/summary.js';
import { InputError } from './diagnostics.js';
import { generatorVersion } from './package.js';
import type { Stage } from './stopwatch.js';

const { stdout, stderr } = process;

// A reader that has seen enough, such as `head`, is no failure.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const stageTexts: Readonly<Record<Stage, string>> = {
  load: 'Reading the source …',
  model: 'Mapping operations …',
  emit: 'Writing TypeScript …',
  write: 'Comparing with the folder …',
};

async function run(options: CommandOptions): Promise<void> {
  const { json = false, quiet = false } = options;
  const progress = progressOn(stderr, quiet || json);
  try {
    // Only here, so that help and usage errors come at once.
    const { generate } = await import('./generate.js');
    const result = await generate(options, (stage) => {
      progress.show(stageTexts[stage]);
    });
    progress.clear();
    if (json) {
      stdout.write(reportJson(result));
    } else if (!quiet) {
      stderr.write(diagnosticText(result.diagnostics, styleFor(stderr)));
      stdout.write(summaryText(result, process.cwd(), styleFor(stdout)));
    }
  } catch (error) {
    progress.clear();
    if (!(error instanceof InputError)) throw error;
    const errors = error.diagnostics.filter(({ severity }) => severity === 'error');
    if (json) stdout.write(failureJson(error));
    else stderr.write(diagnosticText(quiet ? errors : error.diagnostics, styleFor(stderr)));
    process.exitCode = 1;
  }
}

try {
  await createCommand(run).exitOverride().parseAsync();
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
