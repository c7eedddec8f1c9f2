import { isMessageHeader } from './extra-headers.js';
import { shown, type Environment } from './environment.js';

/**
 * The headers of a client's HTTP request that go on to the API, in lower case: those that UPSTREAM_HEADER_PASSTHROUGH
 * names. What must not be passed on is told to `report`: headers of the message, of MCP, and the one that carries the
 * token of this server.
 */
export function readPassthrough(
  environment: Environment,
  authToken: string | undefined,
  report: (problem: string) => void,
): readonly string[] {
  const variable = 'UPSTREAM_HEADER_PASSTHROUGH';
  const names = environment.list(variable).map((name) => name.toLowerCase());
  return [...new Set(names)].filter((name) => {
    if (name === 'authorization' && authToken !== undefined) {
      report(
        `${variable} lists authorization, which carries MCP_AUTH_TOKEN; that must never reach the API`,
      );
      return false;
    }
    const isUsable =
      /^[\w.-]+$/.test(name) &&
      !isMessageHeader(name) &&
      !/^(?:accept|origin|last-event-id|mcp-.*)$/.test(name);
    if (!isUsable) report(`${variable} lists ${shown(name)}, which cannot be passed on`);
    return isUsable;
  });
}
