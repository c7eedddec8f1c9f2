import { BlockList, isIP } from 'node:net';

/** IPv4 and IPv6 special-purpose registries of IANA (RFC 6890): what is not globally reachable. */
const special4 = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
  192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3`;
/** Within 2000::/3; 6to4 and Teredo, which lead to an IPv4 address, as well. */
const special6 = '2001::/23 2001:db8::/32 2002::/16 3fff::/20';

const special = listOf(special4, special6);
const global6 = listOf('', '2000::/3');

/** Whether an IP address is one of the public internet: not of this machine, its network, or a special purpose. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !special.check(address, 'ipv4');
    case 6:
      return global6.check(address, 'ipv6') && !special.check(address, 'ipv6');
    default:
      return false;
  }
}

function listOf(ranges4: string, ranges6: string): BlockList {
  const list = new BlockList();
  for (const [family, ranges] of [
    ['ipv4', ranges4],
    ['ipv6', ranges6],
  ] as const) {
    for (const range of ranges.split(/\s+/).filter((each) => each !== '')) {
      const [network = '', bits] = range.split('/');
      list.addSubnet(network, Number(bits), family);
    }
  }
  return list;
}
