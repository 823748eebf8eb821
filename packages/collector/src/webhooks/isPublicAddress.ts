import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * Whether an address is one that anybody on the internet could reach. What answers elsewhere (this
 * machine, its network, a cloud's metadata) trusts whoever asks from inside, so nothing is sent there.
 *
 * https://www.iana.org/assignments/iana-ipv4-special-registry
 * https://www.iana.org/assignments/iana-ipv6-special-registry
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !SPECIAL.check(address, 'ipv4');
  // A zone (`fe80::1%eth0`) names a link of this machine.
  if (!isIPv6(address) || address.includes('%')) return false;
  // Whatever is not handed out to the world is no place to send to: unique local, link-local, mapped
  // and NAT64 addresses all lie outside.
  return GLOBAL.check(address, 'ipv6') && !SPECIAL.check(address, 'ipv6');
}

const SPECIAL = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // Shared by a carrier's customers
  ['127.0.0.0', 8],
  ['168.63.129.16', 32], // Azure's own services, under a public address
  ['169.254.0.0', 16], // Link-local, and most clouds' metadata
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
] as const) {
  SPECIAL.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['2001::', 23], // Teredo and other protocols
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4: an IPv4 address in disguise
  ['3fff::', 20],
] as const) {
  SPECIAL.addSubnet(network, prefix, 'ipv6');
}

const GLOBAL = new BlockList();
GLOBAL.addSubnet('2000::', 3, 'ipv6');
