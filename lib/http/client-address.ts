import { isIP } from 'node:net';
import { getEnv } from '../env.ts';

/**
 * The address to count a stranger's requests by. `server.ts` has put the socket's address into X-Forwarded-For unless
 * a proxy is trusted (lib/http/forwarded-headers.ts), because a route handler cannot see the socket.
 *
 * @returns an IPv4 address, the /64 network of an IPv6 one (one household owns all of it), or 'unknown'
 */
export function getClientAddress(request: Request, trustedProxies: number = getEnv().trustedProxies): string {
  const entries = (request.headers.get('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim());
  // Each trusted proxy appended the address it was called from; whatever stands further left is the client's own claim.
  const address = entries[Math.max(0, entries.length - Math.max(1, trustedProxies))] ?? '';
  return toNetwork(address.replace(/^\[(.*)\](?::\d+)?$/, '$1'));
}

function toNetwork(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const version = isIP(mapped);
  if (version === 4) {
    return mapped;
  }
  if (version !== 6) {
    return 'unknown';
  }
  const [left = '', right] = mapped.toLowerCase().split('::');
  const head = left ? left.split(':') : [];
  const tail = right ? right.split(':') : [];
  const groups =
    right === undefined ? head : [...head, ...Array(8 - head.length - tail.length).fill('0'), ...tail];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
