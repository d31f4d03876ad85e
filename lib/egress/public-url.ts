import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { AppError } from '../errors.ts';
import { isPublicAddress } from './public-address.ts';

export type ResolvedAddress = { address: string; family: number };
/** Asks the resolver for every address of a host name. */
export type Lookup = (hostname: string) => Promise<ResolvedAddress[]>;

const MAX_URL_LENGTH = 2_048;
/** Names that stand for this machine or for a network of its own (RFC 6761, 6762, 8375, 9476). */
const INNER_NAMES =
  /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home|corp|alt|onion|home\.arpa)$/;
/** Below these are the services of machines, not of the web; what is left of the fetch standard's "bad ports" is above. */
const LOW_PORTS: ReadonlySet<number> = new Set([80, 443]);
const BAD_PORTS: ReadonlySet<number> = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10080,
]);

/**
 * What can be known about an address without asking the resolver. `URL` has already read the host as browsers do, so
 * `http://2130706433`, `http://0x7f.1` and `http://017700000001` are the `127.0.0.1` they mean.
 *
 * @param allow `host:port` that may be called although they are not public (EGRESS_ALLOW)
 * @throws AppError `address_not_allowed`
 */
export function parsePublicUrl(address: string | URL, allow: readonly string[] = []): URL {
  const written = String(address);
  const url = URL.canParse(written) && written.length <= MAX_URL_LENGTH ? new URL(written) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') {
    throw notAllowed('Give a whole address that begins with http:// or https://.');
  }
  if (url.username !== '' || url.password !== '')
    throw notAllowed('An address must not carry a name or a password.');
  if (isAllowed(url, allow)) return url;
  const port = getPort(url);
  if ((port < 1024 && !LOW_PORTS.has(port)) || BAD_PORTS.has(port))
    throw notAllowed(`Port ${port} is not one for web addresses.`);
  const host = getHost(url);
  if (isIP(host) !== 0) {
    if (!isPublicAddress(host)) throw notPublic();
  } else if (host.endsWith('.') || !host.includes('.') || INNER_NAMES.test(host)) {
    throw notPublic();
  }
  return url;
}

/**
 * Every address the host has just now, each of them public. One that is not spoils the rest: whoever set it up so does not
 * mean the others.
 *
 * @throws AppError `address_not_allowed`, `address_unreachable` (no such name, or the resolver is away)
 */
export async function resolvePublic(
  url: URL,
  options: { allow?: readonly string[]; lookup?: Lookup } = {},
): Promise<[ResolvedAddress, ...ResolvedAddress[]]> {
  const host = getHost(url);
  const family = isIP(host);
  const addresses =
    family === 0 ? await askResolver(host, options.lookup ?? lookupAll) : [{ address: host, family }];
  const [first, ...others] = addresses;
  if (!first) throw new AppError('address_unreachable', 'This host has no address.');
  const allowed = isAllowed(url, options.allow ?? []);
  if (!allowed && !addresses.every(({ address }) => isPublicAddress(address))) throw notPublic();
  return [first, ...others];
}

/** An IPv6 address stands in brackets in a URL and without them everywhere else. */
function getHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function getPort(url: URL): number {
  return Number(url.port || (url.protocol === 'https:' ? 443 : 80));
}

function isAllowed(url: URL, allow: readonly string[]): boolean {
  return allow.includes(`${url.hostname}:${getPort(url)}`);
}

async function askResolver(host: string, lookup: Lookup): Promise<ResolvedAddress[]> {
  try {
    return await lookup(host);
  } catch (cause) {
    throw new AppError('address_unreachable', 'This host could not be found.', { cause });
  }
}

function lookupAll(hostname: string): Promise<ResolvedAddress[]> {
  return systemLookup(hostname, { all: true });
}

export function notPublic(cause?: unknown): AppError {
  return notAllowed('Only public addresses on the internet can be called from here.', cause);
}

function notAllowed(message: string, cause?: unknown): AppError {
  return new AppError('address_not_allowed', message, { cause });
}
