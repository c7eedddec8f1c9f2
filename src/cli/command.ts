import { Command, InvalidArgumentError, Option } from 'commander';
import type { GenerateOptions } from '../options.js';
import { generatorVersion } from '../package.js';
import { roomNames, rooms, type RoomName } from '../rooms.js';

/** What the command line asks for: the options of `generate` and how to report. */
export type CommandOptions = GenerateOptions & {
  readonly json?: boolean;
  readonly quiet?: boolean;
};

/** First words that belong to commands; a file of such a name is given as `./list`. */
const reservedWords: ReadonlySet<string> = new Set(['list', 'serve', 'diff', 'init', 'watch']);

const examples = `
Examples:
  mcp-gen openapi.yaml                            writes ./<name>-mcp
  mcp-gen https://api.example.com/openapi.json -o server
  mcp-gen openapi.yaml --include tag:pets --exclude 'DELETE /**'
  mcp-gen openapi.yaml --read-only                only what changes nothing
  mcp-gen openapi.yaml --with metrics,redis       more than every project has
  mcp-gen openapi.yaml --check                    for CI: would anything change?
  mcp-gen                                         inside a project or beside mcp-gen.config.yaml: again
  cat openapi.json | mcp-gen -                    from standard input

Rooms, for --with:
${roomNames.map((name) => `  ${name.padEnd(16)}${rooms[name]}`).join('\n')}

Patterns are operationIds, tags (tag:pets), paths (/pets/**) or methods and paths (GET /pets/*).
Exit codes: 0 done, 1 the input or a check failed, 2 a bug in mcp-gen.`;

/** The command line of mcp-gen; calls `action` with the options given. */
export function createCommand(action: (options: CommandOptions) => Promise<void>): Command {
  return new Command('mcp-gen')
    .description('Writes a TypeScript MCP server project for an API.')
    .version(generatorVersion)
    .argument(
      '[source]',
      'OpenAPI 3.0/3.1, Swagger 2.0 or mcp-gen config: a file, an http(s) URL, or - for stdin',
      refuseReservedWord,
    )
    .option('-o, --output <dir>', 'folder of the project (default: ./<name>-mcp)')
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
        '--with <room...>',
        'parts of the project besides the usual ones; see below',
      ).argParser(collectRoom),
    )
    .option('--check', 'write nothing; exit 1 and say why if a run would change anything')
    .option('--dry-run', 'write nothing; list what a run would change')
    .option('--force', 'overwrite generated files that were edited by hand')
    .option('--adopt', 'enter a folder that mcp-gen did not write')
    .option('--strict', 'make every warning an error')
    .option('--json', 'print the whole report as JSON on stdout')
    .option('--quiet', 'print errors only')
    .option(
      '--allow-remote-refs <host>',
      'host that $refs may be fetched from; repeatable',
      collect,
    )
    .option('--ref-root <dir>', 'folder that file $refs may reach (default: the source’s own)')
    .option(
      '--accept-origin <origin>',
      'origin that may newly get credentials; repeatable',
      collect,
    )
    .option(
      '--source-header <header>',
      "'Name: $ENV' sent when fetching the source; repeatable",
      collect,
    )
    .addHelpText('after', examples)
    .action(async (source: string | undefined, flags: Flags) => {
      await action(toOptions(source, flags));
    });
}

/** Flags as commander gives them: what was repeated is named in the singular. */
type Flags = Omit<CommandOptions, 'acceptOrigins' | 'sourceHeaders'> & {
  readonly acceptOrigin?: readonly string[];
  readonly sourceHeader?: readonly string[];
};

function toOptions(source: string | undefined, flags: Flags): CommandOptions {
  const { acceptOrigin, sourceHeader, ...options } = flags;
  return {
    ...options,
    ...(source !== undefined && { source }),
    ...(acceptOrigin && { acceptOrigins: acceptOrigin }),
    ...(sourceHeader && { sourceHeaders: sourceHeader }),
  };
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

function collectRoom(
  value: string,
  previous: readonly RoomName[] | undefined,
): readonly RoomName[] {
  const found = value.split(',').map((name) => {
    const room = roomNames.find((each) => each === name);
    if (room === undefined) throw new InvalidArgumentError(`Rooms are ${roomNames.join(', ')}.`);
    return room;
  });
  return [...(previous ?? []), ...found];
}

function refuseReservedWord(source: string): string {
  if (reservedWords.has(source)) {
    throw new InvalidArgumentError(
      `"${source}" is reserved for a command that does not exist yet; write ./${source} for a file.`,
    );
  }
  return source;
}
