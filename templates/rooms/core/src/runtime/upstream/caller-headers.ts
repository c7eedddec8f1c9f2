import type { Call } from '../call.js';
import type { Config } from '../config/config.js';
import { ToolError } from '../tool-error.js';
import type { Credential } from './credentials.js';
import { createRedactor, type Redact } from './redactor.js';
import { headerSecrets } from './secrets.js';

/**
 * The headers of the client's own request that UPSTREAM_HEADER_PASSTHROUGH lets through to the API.
 * @throws ToolError if one holds the token by which the client was let in: that never goes to the API.
 */
export function callerHeaders(
  { passthrough, http }: Pick<Config, 'passthrough' | 'http'>,
  call: Call,
): readonly Credential[] {
  return passthrough.flatMap((name) => {
    const value = call.header(name)?.trim() ?? '';
    if (value === '') return [];
    if (http.authToken !== undefined && value.includes(http.authToken)) {
      throw new ToolError(
        `Nothing was sent: the header ${name} holds the token of this server, which is not for the API.`,
      );
    }
    return [{ in: 'header', name, value }];
  });
}

/** As `redact`, and takes out what the headers of the client's request hold. */
export function redactorFor(
  call: Call,
  { passthrough }: Pick<Config, 'passthrough'>,
  redact: Redact,
): Redact {
  const secrets = passthrough.flatMap((name) => headerSecrets(call.header(name)?.trim() ?? ''));
  if (secrets.every((secret) => secret === '')) return redact;
  const redactOwn = createRedactor(secrets);
  return (text) => redact(redactOwn(text));
}
