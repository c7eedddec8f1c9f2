import { Command, InvalidArgumentError, Option } from 'commander';
import type { GenerateOptions } from '../options.js';
import { generatorVersion } from '../package.js';
import { roomNames, rooms, type RoomName } from '../rooms.js';
import type { ServeOptions } from '../serve.js';
import { createListCommand, type ListCommandOptions } from './list-command.js';
import { createServeCommand } from './serve-command.js';
import { addSourceOptions, collect } from './source-options.js';

/** What the command line asks for: the options of `generate` and how to report. */
export type CommandOptions = GenerateOptions & {
  readonly json?: boolean;
  readonly quiet?: boolean;
};

/** First words that belong to commands to come; a file of such a name is given as `./diff`. */
const reservedWords: ReadonlySet<string> = new Set(['diff', 'init', 'watch']);

const examples = `
Examples:
  mcp-gen openapi.yaml                            writes ./<name>-mcp
  mcp-gen https://api.example.com/openapi.json -o server
  mcp-gen openapi.yaml --include tag:pets --exclude 'DELETE /**'
  mcp-gen openapi.yaml --read-only                only what changes nothing
  mcp-gen openapi.yaml --with metrics,redis       more than every project has
  mcp-gen openapi.yaml --profile cursor,gemini    tools that these hosts take
  mcp-gen openapi.yaml --check                    for CI: would anything change?
  mcp-gen                                         inside a project or beside mcp-gen.config.yaml: again
  mcp-gen list openapi.yaml                       what tools would come of it, in how many tokens
  mcp-gen serve openapi.yaml                      serves them at once, to try them out
  cat openapi.json | mcp-gen -                    from standard input

Rooms, for --with:
${roomNames.map((name) => `  ${name.padEnd(16)}${rooms[name]}`).join('\n')}

Patterns are operationIds, tags (tag:pets), paths (/pets/**) or methods and paths (GET /pets/*).
Exit codes: 0 done, 1 the input or a check failed, 2 a bug in mcp-gen.`;

/** What the commands do with the options given. */
export interface Actions {
  readonly generate: (options: CommandOptions) => Promise<void>;
  readonly list: (options: ListCommandOptions) => Promise<void>;
  readonly serve: (options: ServeOptions) => Promise<void>;
}

/** The command line of mcp-gen; where it is wrong, `parseAsync` rejects with a `CommanderError`. */
export function createCommand(actions: Actions): Command {
  const program = new Command('mcp-gen')
    .description('Writes a TypeScript MCP server project for an API.')
    .version(generatorVersion)
    .argument(
      '[source]',
      'OpenAPI 3.0/3.1, Swagger 2.0 or mcp-gen config: a file, an http(s) URL, or - for stdin',
      refuseReservedWord,
    )
    .option('-o, --output <dir>', 'folder of the project (default: ./<name>-mcp)')
    .addHelpText('after', examples)
    .action(async (source: string | undefined, flags: Flags) => {
      await actions.generate(toOptions(source, flags));
    })
    .exitOverride()
    .enablePositionalOptions()
    .addCommand(createListCommand(actions.list).exitOverride())
    .addCommand(createServeCommand(actions.serve).exitOverride())
    .hook('preSubcommand', (_, command) => {
      // They would be options of the generation, and would not count.
      if (Object.keys(program.opts()).length > 0)
        program.error(`error: options go after the command: mcp-gen ${command.name()} …`);
    });
  return addRunOptions(addSourceOptions(program));
}

function addRunOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--with <room...>',
        'parts of the project besides the usual ones; see below',
      ).argParser(collectRoom),
    )
    .addOption(
      new Option(
        '--max-tokens <number>',
        'fail if tools/list has more; mcp-gen list counts them',
      ).argParser(readTokens),
    )
    .addOption(
      new Option(
        '--surface-threshold <number>',
        'callers who may use more tools search for them (default: 60)',
      ).argParser(readCount),
    )
    .option('--rename', 'new names for tools that a --profile refuses, though they are pinned')
    .option('--check', 'write nothing; exit 1 and say why if a run would change anything')
    .option('--dry-run', 'write nothing; list what a run would change')
    .option('--force', 'overwrite generated files that were edited by hand')
    .option('--adopt', 'enter a folder that mcp-gen did not write')
    .option('--strict', 'make every warning an error')
    .option('--json', 'print the whole report as JSON on stdout')
    .option('--quiet', 'print errors only')
    .option(
      '--accept-origin <origin>',
      'origin that may newly get credentials; repeatable',
      collect,
    );
}

/** Flags as commander gives them: what was repeated is named in the singular. */
type Flags = Omit<CommandOptions, 'acceptOrigins' | 'profiles' | 'sourceHeaders'> & {
  readonly acceptOrigin?: readonly string[];
  readonly profile?: CommandOptions['profiles'];
  readonly sourceHeader?: readonly string[];
};

function toOptions(source: string | undefined, flags: Flags): CommandOptions {
  const { acceptOrigin, profile, sourceHeader, ...options } = flags;
  return {
    ...options,
    ...(source !== undefined && { source }),
    ...(acceptOrigin && { acceptOrigins: acceptOrigin }),
    ...(profile && { profiles: profile }),
    ...(sourceHeader && { sourceHeaders: sourceHeader }),
  };
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

function readCount(value: string): number {
  const count = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(count))
    throw new InvalidArgumentError('Give a whole number.');
  return count;
}

function readTokens(value: string): number {
  const tokens = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(tokens) || tokens < 1)
    throw new InvalidArgumentError('Give a whole number above 0.');
  return tokens;
}

function refuseReservedWord(source: string): string {
  if (reservedWords.has(source)) {
    throw new InvalidArgumentError(
      `"${source}" is reserved for a command that does not exist yet; write ./${source} for a file.`,
    );
  }
  return source;
}
