import { expect, test } from 'vitest';
import { readSocketCredentials, readTokenEnd } from './credentials.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjE3MDB9.c2ln';

test.each([
  [{ authorization: `Bearer ${TOKEN}` }, null],
  [{ authorization: `bearer  ${TOKEN}` }, null],
  [{ 'sec-websocket-protocol': `Authorization, Bearer ${TOKEN}` }, 'Authorization'],
  [{ 'sec-websocket-protocol': `Authorization,${TOKEN}` }, 'Authorization'],
  [{ 'sec-websocket-protocol': `chat, authorization, ${TOKEN}` }, 'Authorization'],
])('a token is found in %j', (headers, protocol) => {
  expect(readSocketCredentials(headers, null)).toEqual({ via: 'token', token: TOKEN, protocol });
});

test('a ticket counts where there is no token', () => {
  expect(readSocketCredentials({}, 'a-ticket')).toEqual({ via: 'ticket', ticket: 'a-ticket' });
  expect(readSocketCredentials({ authorization: `Bearer ${TOKEN}` }, 'a-ticket').via).toBe('token');
});

test.each([
  {},
  { authorization: 'Basic dXNlcg==' },
  { authorization: TOKEN },
  { 'sec-websocket-protocol': 'Authorization' },
  { 'sec-websocket-protocol': `${TOKEN}` },
  { authorization: 'Bearer two words' },
])('nobody is calling in %j', (headers) => {
  expect(() => readSocketCredentials(headers, null)).toThrow(
    expect.objectContaining({ code: 'unauthenticated' }),
  );
});

test('the end of a token is read, and of nonsense nothing', () => {
  expect(readTokenEnd(TOKEN)).toBe(1_700_000);
  expect(readTokenEnd('a.b.c')).toBeNull();
  expect(readTokenEnd('')).toBeNull();
});
