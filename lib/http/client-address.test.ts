import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { getClientAddress } from './client-address.ts';
import { replaceForwardedHeaders } from './forwarded-headers.ts';

const from = (forwardedFor: string, trustedProxies = 0) =>
  getClientAddress(
    new Request('http://localhost', { headers: { 'x-forwarded-for': forwardedFor } }),
    trustedProxies,
  );

describe('getClientAddress', () => {
  it('believes only what trusted proxies appended', () => {
    expect(from('203.0.113.9')).toBe('203.0.113.9');
    expect(from('1.1.1.1, 203.0.113.9', 1)).toBe('203.0.113.9');
    expect(from('1.1.1.1, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9');
    expect(from('203.0.113.9', 3)).toBe('203.0.113.9');
  });

  it('counts a household of IPv6 addresses as one', () => {
    expect(from('2001:db8:0:12::1')).toBe('2001:db8:0:12::/64');
    expect(from('2001:0DB8::12:aaaa:bbbb:cccc:dddd')).toBe('2001:db8:0:12::/64');
    expect(from('::1')).toBe('0:0:0:0::/64');
    expect(from('::ffff:192.0.2.7')).toBe('192.0.2.7');
  });

  it('puts everything it cannot read into one count', () => {
    expect(from('')).toBe('unknown');
    expect(from('<script>')).toBe('unknown');
  });
});

describe('replaceForwardedHeaders', () => {
  const request = () =>
    ({
      headers: { 'x-forwarded-for': '6.6.6.6', 'x-forwarded-host': 'evil.example', host: 'localhost' },
      socket: { remoteAddress: '203.0.113.9' },
    }) as unknown as IncomingMessage;

  it('puts the socket’s address in place of what a client claims', () => {
    const incoming = request();
    replaceForwardedHeaders(incoming, 0);
    expect(incoming.headers).toEqual({ 'x-forwarded-for': '203.0.113.9', host: 'localhost' });
  });

  it('leaves the headers of a trusted proxy alone', () => {
    const incoming = request();
    replaceForwardedHeaders(incoming, 1);
    expect(incoming.headers['x-forwarded-for']).toBe('6.6.6.6');
  });
});
