import type { Call } from '../call.js';
import type { Config } from '../config/config.js';
import { readCredential } from '../inbound/credential.js';
import { ToolError } from '../tool-error.js';
import type { Credential } from './credentials.js';
import { createRedactor, type Redact } from './redactor.js';
import { basicToken, headerSecrets } from './secrets.js';

/**
 * The headers of the client's own request that UPSTREAM_HEADER_PASSTHROUGH lets through to the API.
 * @throws ToolError if one holds that by which the client was let in: it never goes to the API.
 */
export function callerHeaders(
  { passthrough, inbound }: Pick<Config, 'passthrough' | 'inbound'>,
  call: Call,
): readonly Credential[] {
  const shown = shownSecrets(inbound, call);
  return passthrough.flatMap((name) => {
    const value = call.header(name)?.trim() ?? '';
    if (value === '') return [];
    if (shown.some((secret) => value.includes(secret))) {
      throw new ToolError(
        `Nothing was sent: the header ${name} holds what let the client in to this server, which is not for the API.`,
      );
    }
    return [{ in: 'header', name, value }];
  });
}

/** By what the client was let in, in the forms in which a header can hold it. */
function shownSecrets(inbound: Config['inbound'], call: Call): readonly string[] {
  const credential = readCredential(inbound, call.header);
  if (credential === undefined) return [];
  const { user, secret } = credential;
  return user === undefined ? [secret] : [secret, basicToken(user, secret)];
}

/** As `redact`, and takes out what the headers of the client's request hold, and the tokens that stand for the caller. */
export function redactorFor(
  call: Call,
  { passthrough }: Pick<Config, 'passthrough'>,
  redact: Redact,
): Redact {
  const secrets = passthrough.flatMap((name) => headerSecrets(call.header(name)?.trim() ?? ''));
  const tokens = call.caller.upstream;
  if (tokens === undefined && secrets.every((secret) => secret === '')) return redact;
  const redactOwn = createRedactor(secrets);
  if (tokens === undefined) return (text) => redact(redactOwn(text));
  return (text) => redact(tokens.redact(redactOwn(text)));
}
