import { isPrivateChannel } from '../config/token-url.js';
import type { FetchJson } from './key-source.js';

/**
 * Where an authorization server says that its keys are: by RFC 8414, section 3, or by OpenID Connect Discovery 1.0,
 * section 4. It throws an Error that tells why there is no such place.
 */
export async function findJwksUrl(issuer: string, fetchJson: FetchJson): Promise<string> {
  const problems: string[] = [];
  for (const url of metadataUrls(issuer)) {
    try {
      const { issuer: named, jwks_uri: keys } = await fetchJson(url);
      // Else one server could speak for another (RFC 8414, section 3.3).
      if (named !== issuer) throw new Error(`${url}: the metadata are of another issuer`);
      if (typeof keys === 'string' && URL.canParse(keys) && isPrivateChannel(new URL(keys))) {
        return keys;
      }
      throw new Error(`${url}: jwks_uri is no https URL`);
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(
    `Set MCP_JWT_JWKS_URL, or mend the metadata of MCP_JWT_ISSUER. ${problems.join('; ')}`,
  );
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
