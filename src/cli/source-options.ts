import { Option, type Command } from 'commander';

/** Adds the options that say what is read and which tools come of it; all commands that read a source have them. */
export function addSourceOptions(command: Command): Command {
  return command
    .option('-n, --name <name>', 'name of the server (default: from info.title)')
    .option('--base-url <url>', 'URL of the API, instead of the source’s first server')
    .addOption(
      new Option('--resources <mode>', 'what GETs become (default: both)').choices([
        'both',
        'tools-only',
        'resources-only',
      ]),
    )
    .option('--include <pattern>', 'only operations that match; repeatable', collect)
    .option('--exclude <pattern>', 'no operations that match; repeatable', collect)
    .option('--read-only', 'only operations that change nothing')
    .option('--output-schema', 'tools tell what their results look like; makes the list longer')
    .option('--fields', 'tools with large replies take what to read of them; makes the list longer')
    .option(
      '--allow-remote-refs <host>',
      'host that $refs may be fetched from; repeatable',
      collect,
    )
    .option('--ref-root <dir>', 'folder that file $refs may reach (default: the source’s own)')
    .option(
      '--source-header <header>',
      "'Name: $ENV' sent when fetching the source; repeatable",
      collect,
    );
}

/** Gathers the values of an option that may be repeated. */
export function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}
