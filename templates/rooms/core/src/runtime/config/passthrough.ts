import { overridesMethod } from '../access/method-override.js';
import { isMessageHeader } from './extra-headers.js';
import { shown, type Environment } from './environment.js';
import { credentialHeader, type InboundConfig } from './inbound-config.js';

/**
 * The headers of a client's HTTP request that go on to the API, in lower case: those that UPSTREAM_HEADER_PASSTHROUGH
 * names. What must not be passed on is told to `report`: headers of the message, of MCP, and the one that carries the
 * credentials of this server's clients.
 */
export function readPassthrough(
  environment: Environment,
  inbound: InboundConfig,
  report: (problem: string) => void,
): readonly string[] {
  const variable = 'UPSTREAM_HEADER_PASSTHROUGH';
  const names = environment.list(variable).map((name) => name.toLowerCase());
  return [...new Set(names)].filter((name) => {
    if (name === credentialHeader(inbound)) {
      report(
        `${variable} lists ${name}, which carries the credentials of MCP_AUTH=${inbound.kind}; those must never reach the API`,
      );
      return false;
    }
    const isUsable =
      /^[\w.-]+$/.test(name) &&
      !isMessageHeader(name) &&
      !overridesMethod(name) &&
      !/^(?:accept|origin|last-event-id|mcp-.*)$/.test(name);
    if (!isUsable) report(`${variable} lists ${shown(name)}, which cannot be passed on`);
    return isUsable;
  });
}
