import { Command, Option } from 'commander';
import type { ListOptions } from '../list.js';
import { addSourceOptions } from './source-options.js';

/** What `mcp-gen list` is asked for. */
export type ListCommandOptions = ListOptions & { readonly json?: boolean };

const notes = `
Examples:
  mcp-gen list openapi.yaml --sort tokens
  mcp-gen list openapi.yaml --include 'tag:pets' --read-only
  mcp-gen list openapi.yaml --profile cursor      and which tools Cursor would leave out
  mcp-gen list petstore-mcp                       what a project was generated from
  mcp-gen list                                    inside a project or beside mcp-gen.config.yaml

All options count as they do for a generation, and nothing is written. Tokens are those of a tool
as tools/list has it, counted by OpenAI's o200k_base. Claude's tokenizers are not public, and tend
to count more.`;

/** The command `mcp-gen list`; calls `action` with the options given. */
export function createListCommand(action: (options: ListCommandOptions) => Promise<void>): Command {
  const command = new Command('list')
    .description('Lists the tools of an API and the tokens that a model spends on them.')
    .argument(
      '[source]',
      'what mcp-gen reads, or the folder of a project: what that was generated from',
    )
    .option('-o, --output <dir>', 'project whose names stay (default: ./<name>-mcp)')
    .addOption(
      new Option('--sort <key>', 'order of the tools')
        .choices(['name', 'tokens', 'path'])
        .default('name'),
    );
  return addSourceOptions(command)
    .option('--json', 'print the list as JSON')
    .addHelpText('after', notes)
    .action(async (source: string | undefined, flags: Flags) => {
      const { profile, sourceHeader, ...options } = flags;
      await action({
        ...options,
        ...(source !== undefined && { source }),
        ...(profile && { profiles: profile }),
        ...(sourceHeader && { sourceHeaders: sourceHeader }),
      });
    });
}

/** Flags as commander gives them: what was repeated is named in the singular. */
type Flags = Omit<ListCommandOptions, 'profiles' | 'sourceHeaders'> & {
  readonly profile?: ListCommandOptions['profiles'];
  readonly sourceHeader?: readonly string[];
};
