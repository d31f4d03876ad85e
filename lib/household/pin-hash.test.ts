import { scryptSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashPin, isPin } from './pin-hash.ts';

test('a PIN is known again, another is not, and nobody reads it from its hash', async () => {
  const hash = await hashPin('4711');
  expect(hash).toMatch(/^scrypt\$32768\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  expect(await isPin('4711', hash)).toBe(true);
  expect(await isPin('4712', hash)).toBe(false);
  expect(await isPin('', hash)).toBe(false);
});

test('the same PIN hashes differently each time', async () => {
  expect(await hashPin('0000')).not.toBe(await hashPin('0000'));
});

test('a hash with other parameters still counts, and one that is none of ours is nobody’s', async () => {
  const salt = Buffer.from('salt');
  const key = scryptSync('1234', salt, 32, { N: 16, r: 1, p: 1 });
  const older = `scrypt$16$1$1$${salt.toString('base64url')}$${key.toString('base64url')}`;
  expect(await isPin('1234', older)).toBe(true);
  expect(await isPin('1235', older)).toBe(false);
  expect(await isPin('1234', 'plain$1234')).toBe(false);
});
