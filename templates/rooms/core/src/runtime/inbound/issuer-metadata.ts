import { isPrivateChannel } from '../config/token-url.js';
import type { FetchJson } from './fetch-json.js';

/** What is looked for in the metadata of an authorization server. */
export interface Wanted {
  readonly issuer: string;
  /** The metadata value. */
  readonly name: 'jwks_uri' | 'introspection_endpoint';
  /** What the operator can do if it is not found. */
  readonly fix: string;
}

/**
 * The URL that an authorization server's metadata give: by RFC 8414, section 3, or by OpenID Connect Discovery 1.0,
 * section 4. It throws an Error that tells why there is none.
 */
export async function findUrl(
  { issuer, name, fix }: Wanted,
  fetchJson: FetchJson,
): Promise<string> {
  const problems: string[] = [];
  for (const url of metadataUrls(issuer)) {
    try {
      const { issuer: named, [name]: found } = await fetchJson(url);
      // Else one server could speak for another (RFC 8414, section 3.3).
      if (named !== issuer) throw new Error(`${url}: the metadata are of another issuer`);
      if (typeof found === 'string' && URL.canParse(found) && isPrivateChannel(new URL(found))) {
        return found;
      }
      throw new Error(`${url}: ${name} is no https URL`);
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(`${fix}. ${problems.join('; ')}`);
}

/** All places where clients of MCP look, with the path of the issuer before and after the well-known one. */
function metadataUrls(issuer: string): readonly string[] {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, '');
  return [
    ...new Set([
      `${origin}/.well-known/oauth-authorization-server${path}`,
      `${origin}/.well-known/openid-configuration${path}`,
      `${origin}${path}/.well-known/openid-configuration`,
    ]),
  ];
}
