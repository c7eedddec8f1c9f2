import type { SecurityScheme } from '../security-scheme.js';

/** Whether a scheme is one of bearer tokens, as OAuth 2 and OpenID Connect are. */
export function takesToken({ type }: SecurityScheme): boolean {
  return type === 'bearer' || type === 'oauth2';
}
