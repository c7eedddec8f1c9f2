import type { Report } from '../../diagnostics.js';
import type { TokenGrant } from '../model.js';
import { compare, objectField, textField, type JsonObject } from '../node.js';
import { pointerTo } from '../reference.js';

/** A way to get a token, before its variables are named. */
export interface GrantKind {
  readonly type: TokenGrant['type'];
  /** Absolute, or relative to the root server. */
  readonly tokenUrl?: string;
}

const urlLimit = 2000;

/**
 * The grants that a server can make by itself in one of the flows (OpenAPI 3.1, section 4.8.28), in the order in
 * which they are tried. A flow with a token URL that a person must go through leaves its refresh token.
 */
export function readGrants(
  scheme: JsonObject,
  pointer: string,
  report: Report,
): readonly GrantKind[] {
  const flows = Object.keys(objectField(scheme, 'flows') ?? {}).toSorted(compare);
  const grants = flows.flatMap((name): readonly GrantKind[] => {
    const flow = objectField(objectField(scheme, 'flows'), name);
    const place = pointerTo(pointer, 'flows', name);
    const tokenUrl = readCredentialUrl(flow, 'tokenUrl', place, report);
    const refreshUrl = readCredentialUrl(flow, 'refreshUrl', place, report) ?? tokenUrl;
    switch (name) {
      case 'clientCredentials':
        return [{ type: 'client_credentials', ...(tokenUrl !== undefined && { tokenUrl }) }];
      case 'password':
        return [{ type: 'password', ...(tokenUrl !== undefined && { tokenUrl }) }];
      default:
        return refreshUrl === undefined ? [] : [{ type: 'refresh_token', tokenUrl: refreshUrl }];
    }
  });
  return (['refresh_token', 'password', 'client_credentials'] as const).flatMap((type) =>
    grants.filter((grant) => grant.type === type).slice(0, 1),
  );
}

/** A URL of the description that gets credentials: http or https, or relative; any other is reported. */
export function readCredentialUrl(
  node: JsonObject | undefined,
  name: string,
  pointer: string,
  report: Report,
): string | undefined {
  const text = textField(node, name)?.trim();
  if (text === undefined) return undefined;
  const url = normaliseUrl(text);
  if (url === undefined) {
    report({
      code: 'MG225',
      severity: 'warning',
      message: `\`${name}\` is no URL that credentials can be sent to.`,
      pointer: pointerTo(pointer, name),
      help: 'The environment of the server can give one instead.',
    });
  }
  return url;
}

function normaliseUrl(text: string): string | undefined {
  if (text.length > urlLimit || /[\s\p{Cc}<>"\\^`{}]|^\/\//u.test(text)) return undefined;
  if (!URL.canParse(text)) {
    return URL.canParse(text, 'https://host.invalid') ? withoutFragment(text) : undefined;
  }
  const { protocol, username, password, href } = new URL(text);
  const isPlain = /^https?:$/.test(protocol) && username + password === '';
  return isPlain ? withoutFragment(href) : undefined;
}

/** RFC 6749, section 3.2. */
function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}
