import { describe, expect, it } from 'vitest';
import { checkPublicUrl } from './check-public-url.ts';
import type { Lookup } from './public-url.ts';

const answering =
  (...addresses: string[]): Lookup =>
  async () =>
    addresses.map((address) => ({ address, family: 4 }));

describe('checkPublicUrl', () => {
  it('passes a public name, one that cannot be found just now, and one whose resolver says nothing', async () => {
    await checkPublicUrl('https://your-app.example/webhook', {
      lookup: answering('93.184.215.14'),
      allow: [],
    });
    await checkPublicUrl('https://your-app.example/webhook', {
      lookup: async () => {
        throw new Error('ENOTFOUND');
      },
      allow: [],
    });
    await checkPublicUrl('https://your-app.example/webhook', {
      lookup: () => new Promise(() => {}),
      allow: [],
    });
  });

  it.each([
    ['an inner name', 'https://your-app.example/', answering('10.1.2.3')],
    ['an inner address', 'http://192.168.0.1/', answering()],
    ['no address', 'nonsense', answering()],
  ])('refuses %s', async (_kind, address, lookup) => {
    await expect(checkPublicUrl(address, { lookup, allow: [] })).rejects.toMatchObject({
      code: 'address_not_allowed',
    });
  });
});
