import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * The address of the client: that of the peer, or, where the peer is a trusted proxy, the nearest one in
 * `X-Forwarded-For` that is none. What a client writes there itself stands farther away, and is not believed.
 */
export function remoteAddress(
  { socket, headers }: Pick<IncomingMessage, 'headers' | 'socket'>,
  isTrustedProxy: (address: string) => boolean,
): string {
  let address = plain(socket.remoteAddress ?? '');
  let forwarded: string[] | undefined;
  while (isIP(address) !== 0 && isTrustedProxy(address)) {
    forwarded ??= [headers['x-forwarded-for'] ?? ''].flat().join(',').split(',');
    const next = plain(forwarded.pop() ?? '');
    if (isIP(next) === 0) break;
    address = next;
  }
  return address;
}

/** Without port, brackets, zone, and the IPv6 form of an IPv4 address. */
function plain(text: string): string {
  const address = text.trim().replace(/^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/, '$1$2');
  return address.replace(/%.*$/s, '').replace(/^::ffff:(?=[\d.]+$)/i, '');
}

/** What hosts of one network have in common: one host has 2^64 IPv6 addresses to choose from (RFC 4291, section 2.5.4). */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => '0');
  return `${[...first, ...zeros, ...last].slice(0, 4).join(':')}::/64`;
}
