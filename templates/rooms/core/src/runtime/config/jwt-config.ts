import { checkPrivateUrl, readBearerConfig, type BearerConfig } from './bearer-config.js';
import type { Environment } from './environment.js';

/** Whoever has an access token that the authorization server has signed. */
export interface JwtConfig extends BearerConfig {
  readonly kind: 'jwt';
  /** Where its public keys are; absent: its metadata say so. */
  readonly jwksUrl?: string;
  readonly algorithms: readonly string[];
}

type Report = (problem: string) => void;

/** RFC 7518, section 3.1; RFC 8037; RFC 9864. No HS256: whoever can check its signatures can make them. */
const algorithms: readonly string[] = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];

/** What MCP_JWT_… and MCP_RESOURCE_URL say; every problem with them is told to `report`. */
export function readJwtConfig(environment: Environment, report: Report): JwtConfig {
  const bearer = readBearerConfig('jwt', environment, report);
  const jwksUrl = environment.text('MCP_JWT_JWKS_URL');
  if (jwksUrl !== undefined) checkPrivateUrl('MCP_JWT_JWKS_URL', jwksUrl, report);
  return {
    kind: 'jwt',
    ...bearer,
    ...(jwksUrl !== undefined && { jwksUrl }),
    algorithms: readAlgorithms(environment, report),
  };
}

function readAlgorithms(environment: Environment, report: Report): readonly string[] {
  const wanted = environment.list('MCP_JWT_ALGORITHMS');
  for (const name of wanted.filter((each) => !algorithms.includes(each))) {
    report(
      `MCP_JWT_ALGORITHMS lists ${JSON.stringify(name)}; list any of ${algorithms.join(', ')}`,
    );
  }
  return wanted.length === 0 ? algorithms : wanted;
}
