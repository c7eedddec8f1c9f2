import { InvalidArgumentError, Option, type Command } from 'commander';
import { hostNames, type HostName } from '../model/hosts/host.js';

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
    .addOption(
      new Option(
        '--profile <host...>',
        `hosts that the tools are to suit: ${hostNames.join(', ')}`,
      ).argParser(collectProfile),
    )
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

/** Gathers hosts, separated by commas or repeated, each once. */
function collectProfile(
  value: string,
  previous: readonly HostName[] | undefined,
): readonly HostName[] {
  const found = value.split(',').map((name) => {
    const host = hostNames.find((each) => each === name.trim());
    if (host === undefined) throw new InvalidArgumentError(`Hosts are ${hostNames.join(', ')}.`);
    return host;
  });
  return [...new Set([...(previous ?? []), ...found])];
}

/** Gathers the values of an option that may be repeated. */
export function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}
