import type { ServerModel } from '../model/model.js';

/** What to paste into an MCP client's configuration. */
export interface ClientSnippets {
  /** JSON for `claude_desktop_config.json` and Cursor's `mcp.json`. */
  readonly mcpServers: string;
  /** JSON for `.vscode/mcp.json`, which asks for secrets instead of holding them. */
  readonly vscode: string;
  /** A shell command. */
  readonly claudeCode: string;
}

/** Snippets that start the built project over stdio, with the variables that it cannot do without. */
export function clientSnippets(model: ServerModel): ClientSnippets {
  const { name } = model;
  const launch = { command: 'node', args: [`/absolute/path/to/${name}-mcp/dist/index.js`] };
  const variables = model.environment.filter(({ required }) => required);
  const env = (value: (name: string) => string) =>
    variables.length === 0
      ? {}
      : {
          env: Object.fromEntries(
            variables.map((variable) => [variable.name, value(variable.name)]),
          ),
        };
  const inputs = variables.map(({ name: id, secret }) => ({
    ...{ type: 'promptString', id, description: id },
    ...(secret && { password: true }),
  }));
  return {
    mcpServers: json({ mcpServers: { [name]: { ...launch, ...env(() => '<value>') } } }),
    vscode: json({
      ...(inputs.length > 0 && { inputs }),
      servers: { [name]: { type: 'stdio', ...launch, ...env((id) => `\${input:${id}}`) } },
    }),
    claudeCode: [
      'claude mcp add',
      ...variables.map((variable) => `--env ${variable.name}='<value>'`),
      `--transport stdio ${name} -- ${launch.command} ${launch.args.join(' ')}`,
    ].join(' \\\n  '),
  };
}

function json(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}
