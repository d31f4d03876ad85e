import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Whether a browser's page that opens a socket is one of ours. A client without an Origin is no browser. */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicUrl: string, trustsProxy: boolean): boolean {
  const { origin } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const hosts = [headers.host, new URL(publicUrl).host];
  if (trustsProxy) hosts.push(String(headers['x-forwarded-host'] ?? ''));
  return hosts.includes(new URL(origin).host);
}

/** Where a process reaches its own server: on the address it listens on, or on loopback when that is every address. */
export function getLoopbackOrigin(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string')
    throw new Error('the server does not listen on a port');
  const host =
    address.address === '0.0.0.0' ? '127.0.0.1' : address.address === '::' ? '::1' : address.address;
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}
