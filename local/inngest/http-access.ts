import type { IncomingHttpHeaders } from 'node:http';
import type { Settings } from './settings.ts';
import { hashSigningKey, isSameSecret } from './signature.ts';

const LOCAL_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

const hostnameOf = (url: string): string | undefined => URL.parse(url)?.hostname;

/**
 * Binding to loopback keeps other machines out, but not a web page in a browser on this one. A page can neither forge
 * its Origin nor, by DNS rebinding, the Host it was loaded from.
 */
export function isLocalRequest(headers: IncomingHttpHeaders): boolean {
  const host = hostnameOf(`http://${headers.host}`);
  const origin = headers.origin === undefined ? undefined : hostnameOf(headers.origin);
  return (
    host !== undefined &&
    LOCAL_NAMES.has(host) &&
    (headers.origin === undefined || LOCAL_NAMES.has(origin ?? ''))
  );
}

/** In signed mode: events need the event key in their path, the rest the hash of the signing key; looking is free. */
export function isAllowed(settings: Settings, path: string, headers: IncomingHttpHeaders): boolean {
  const { signingKey, eventKey } = settings;
  if (!signingKey || path === '/' || path === '/health') return true;
  if (path.startsWith('/e/')) return isSameSecret(path.slice('/e/'.length), eventKey ?? '');
  return isSameSecret(headers.authorization ?? '', `Bearer ${hashSigningKey(signingKey)}`);
}
