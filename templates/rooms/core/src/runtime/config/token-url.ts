import type { Target, Targets } from './targets.js';

/**
 * Where a URL of the description that receives credentials leads; a relative one is below the root server. One that
 * is no match for the API that the operator has chosen is not used: staging must not get the keys of production.
 */
export function readTokenUrl(text: string, { root, replaced, allowedOrigins }: Targets): Target {
  if ('problem' in root) return root;
  const base = `${root.url}/`;
  if (!URL.canParse(text, base)) return { problem: `${JSON.stringify(text)} is no URL` };
  const url = new URL(text, base);
  const isNear = url.origin === root.origin || allowedOrigins.includes(url.origin);
  if (replaced && !isNear) {
    return { problem: `${url.href} is not used because API_BASE_URL is set` };
  }
  return isNear || isPrivateChannel(url)
    ? { url: url.href, origin: url.origin }
    : { problem: `${url.href} is not used because it is not https` };
}

/** Whether secrets may be sent there: RFC 6749, section 3.2 wants TLS, which this machine can do without. */
export function isPrivateChannel({ protocol, hostname }: URL): boolean {
  const isLoopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback);
}
