import { Command, InvalidArgumentError, Option } from 'commander';
import type { ServeOptions } from '../serve.js';
import { addSourceOptions, collect } from './source-options.js';

const notes = `
Examples:
  mcp-gen serve openapi.yaml                      over stdio, to a client that starts it
  mcp-gen serve openapi.yaml --http --port 8080   at http://127.0.0.1:8080/mcp
  mcp-gen serve openapi.yaml --include 'tag:pets' --read-only
  mcp-gen serve petstore-mcp                      what a project was generated from
  cat openapi.json | mcp-gen serve - --http

In the configuration of a client:
  {
    "mcpServers": {
      "petstore": {
        "command": "npx",
        "args": ["-y", "mcp-gen", "serve", "https://api.example.com/openapi.json"],
        "env": { "PETSTORE_API_KEY": "…" }
      }
    }
  }

It reads the environment variables of a generated server: API_BASE_URL, the credentials of the API,
MCP_AUTH, MCP_READ_ONLY, LOG_LEVEL and so on. When it starts, it says on stderr what the API wants of
them and what is missing. API_BASE_URL also keeps credentials from going wherever a description that
changes may say.

It is for trying an API out, not for production: the source is read at every start, names are not
pinned, and there is no custom code and no room. mcp-gen without serve writes a project.`;

/** The command `mcp-gen serve`; calls `action` with the options given. */
export function createServeCommand(action: (options: ServeOptions) => Promise<void>): Command {
  const command = new Command('serve')
    .description('Serves the tools of an API at once, without a project, to try them out.')
    .argument(
      '[source]',
      'what mcp-gen reads, or the folder of a project: what that was generated from',
    )
    .option('--http', 'Streamable HTTP instead of stdio')
    .addOption(
      new Option('--port <number>', 'port of HTTP (default: PORT, or 3000)').argParser(readPort),
    )
    .option('--host <address>', 'address that HTTP listens on (default: HOST, or 127.0.0.1)')
    .option('-o, --output <dir>', 'project whose names stay (default: ./<name>-mcp)');
  return addSourceOptions(command)
    .option(
      '--accept-origin <origin>',
      'origin that may get credentials, which that project does not know; repeatable',
      collect,
    )
    .addHelpText('after', notes)
    .action(async (source: string | undefined, flags: Flags) => {
      const { acceptOrigin, sourceHeader, ...options } = flags;
      await action({
        ...options,
        ...(source !== undefined && { source }),
        ...(acceptOrigin && { acceptOrigins: acceptOrigin }),
        ...(sourceHeader && { sourceHeaders: sourceHeader }),
      });
    });
}

/** Flags as commander gives them: what was repeated is named in the singular. */
type Flags = Omit<ServeOptions, 'acceptOrigins' | 'sourceHeaders'> & {
  readonly acceptOrigin?: readonly string[];
  readonly sourceHeader?: readonly string[];
};

function readPort(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535)
    throw new InvalidArgumentError('Give a whole number from 0 to 65535.');
  return port;
}
