import { expect, test } from 'vitest';
import { openToken, sealToken } from './socket-tickets.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl';

test('a token comes out as it went in, and reads as nothing in between', () => {
  const sealed = sealToken(TOKEN, 'a ticket');
  expect(openToken(sealed, 'a ticket')).toBe(TOKEN);
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('eyJ');
  expect(sealToken(TOKEN, 'a ticket')).not.toBe(sealed);
});

test('another ticket or one changed letter opens nothing', () => {
  const sealed = sealToken(TOKEN, 'a ticket');
  const changed = Buffer.from(sealed, 'base64url');
  changed[40] = (changed[40] ?? 0) ^ 1;
  for (const [text, ticket] of [
    [sealed, 'another ticket'],
    [changed.toString('base64url'), 'a ticket'],
    ['', 'a ticket'],
  ] as const) {
    expect(() => openToken(text, ticket)).toThrow(expect.objectContaining({ code: 'unauthenticated' }));
  }
});
