import {
  McpServer,
  type Implementation,
  type ScopeChallengeHandler,
  type ServerOptions,
  type Transport,
} from '@modelcontextprotocol/server';
import type { InputSchema } from '../tool.js';

/** What the SDK asks of a server besides its handlers. */
export interface ShellParts {
  /** The input schema of a tool that clients mirror arguments of in `Mcp-Param-*` headers (SEP-2243). */
  readonly headerSchema: (tool: string) => InputSchema | undefined;
  readonly scopeChallenge: ScopeChallengeHandler;
  /** Called once the server has a client; what it returns is called when that client is gone. */
  readonly onConnected?: () => () => void;
}

/**
 * An MCP server whose handlers stand on `server`, over tables. The SDK checks headers and scopes only of a McpServer,
 * and asks the members below for what it would know of registered tools.
 */
export class McpShell extends McpServer {
  readonly #parts: ShellParts;
  override resolveScopeChallenge: ScopeChallengeHandler;

  constructor(info: Implementation, options: ServerOptions, parts: ShellParts) {
    super(info, options);
    this.#parts = parts;
    this.resolveScopeChallenge = parts.scopeChallenge;
  }

  override toolInputSchemaJson(name: string): Record<string, unknown> | undefined {
    return this.#parts.headerSchema(name);
  }

  override async connect(transport: Transport): Promise<void> {
    await super.connect(transport);
    const release = this.#parts.onConnected?.();
    if (release === undefined) return;
    const { onclose } = transport;
    transport.onclose = () => {
      release();
      onclose?.();
    };
  }
}
