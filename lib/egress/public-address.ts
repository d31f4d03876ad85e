import ipaddr from 'ipaddr.js';

/** Where clouds answer their own machines although the address is a public one (Azure's platform address). */
const PLATFORM_ADDRESSES: ReadonlySet<string> = new Set(['168.63.129.16']);
/** All that IANA has given out as global unicast. Outside it are old and special forms: `::1.2.3.4`, `fec0::`, `5f00::`. */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Whether an IP address, as the resolver or a socket writes it, is one that anybody on the internet could mean. Every form
 * that carries another address inside (IPv4-mapped and -compatible, 6to4, NAT64, Teredo) counts as not public, whatever it
 * carries: nobody needs them to be reached, and what they lead to is decided by somebody else's router.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed instanceof ipaddr.IPv6) return parsed.zoneId === undefined && parsed.match(GLOBAL_UNICAST);
  return !PLATFORM_ADDRESSES.has(parsed.toString());
}
