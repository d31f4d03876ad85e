import ipaddr from 'ipaddr.js';
import { isPublicAddress } from '../../egress/public-address.ts';

/** Ends of names that lead to nobody outside (RFC 6761, 6762, 8375, and what containers call their host). */
const OWN_NAMES = /(?:^|\.)(?:localhost|local|internal|lan|home\.arpa)$/;

/** Whether an address names this machine, its network or a container beside it; the name is not looked up. */
export function isOwnNetwork(address: string): boolean {
  const host = new URL(address).hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host)) return !isPublicAddress(host);
  // A name without a full stop is a container's or one of the local network.
  return !host.includes('.') || OWN_NAMES.test(host);
}
