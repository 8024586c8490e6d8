/** Which addresses are outside the house: a webhook must not reach what only our servers can reach (EVT-3, S6). */
import { BlockList, isIP } from 'node:net';

/** Special ranges of IPv4 (IANA registry): this host, private, shared, loopback, link-local, documentation, multicast. */
const INSIDE: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Of IPv6 only 2000::/3 is the outside world, and of that not what carries an IPv4 address or is documentation. */
const WORLD: readonly [string, number] = ['2000::', 3];
const NOT_WORLD: readonly (readonly [network: string, bits: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const inside = listOf(INSIDE, 'ipv4');
const world = listOf([WORLD], 'ipv6');
const notWorld = listOf(NOT_WORLD, 'ipv6');

/** Is this address in the public internet? `false` also for what is no address. */
export function isPublicAddress(address: string): boolean {
  const plain = withoutZone(address);
  switch (isIP(plain)) {
    case 4:
      return !inside.check(plain, 'ipv4');
    case 6:
      // ::ffff:10.0.0.1 and the like lie outside 2000::/3 and are refused with all the rest.
      return world.check(plain, 'ipv6') && !notWorld.check(plain, 'ipv6');
    default:
      return false;
  }
}

/** Does a list of allowed networks hold the address? */
export function isIn(list: BlockList, address: string): boolean {
  const plain = withoutZone(address);
  const family = isIP(plain);
  return family !== 0 && list.check(plain, family === 4 ? 'ipv4' : 'ipv6');
}

const withoutZone = (address: string): string => address.replace(/%.*$/, '');

function listOf(networks: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [network, bits] of networks) list.addSubnet(network, bits, family);
  return list;
}
