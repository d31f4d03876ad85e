import { describe, expect, it } from 'vitest';
import { isAppError } from '../errors.ts';
import { isPublicAddress } from './public-address.ts';
import { parsePublicUrl, resolvePublic } from './public-url.ts';

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
  return 'passed';
}

describe('isPublicAddress', () => {
  it.each([
    '93.184.215.14',
    '8.8.8.8',
    '172.15.255.255',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450:4001::1',
  ])('takes %s', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    ['this network', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['link-local', '169.254.169.254'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['carrier-grade NAT', '100.100.100.200'],
    ['protocol assignments', '192.0.0.192'],
    ['documentation', '192.0.2.1'],
    ['documentation', '198.51.100.1'],
    ['documentation', '203.0.113.1'],
    ['6to4 relay', '192.88.99.1'],
    ['benchmarking', '198.19.0.1'],
    ['multicast', '224.0.0.1'],
    ['multicast', '239.255.255.250'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['a cloud’s platform', '168.63.129.16'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['IPv4-compatible', '::127.0.0.1'],
    ['IPv4-compatible public', '::8.8.8.8'],
    ['IPv4-mapped', '::ffff:127.0.0.1'],
    ['IPv4-mapped', '::ffff:7f00:1'],
    ['IPv4-mapped public', '::ffff:8.8.8.8'],
    ['IPv4-translated', '::ffff:0:127.0.0.1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['local NAT64', '64:ff9b:1::7f00:1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001:0:7f00:1::'],
    ['unique local', 'fc00::1'],
    ['unique local', 'fd12:3456::1'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['documentation', '2001:db8::1'],
    ['documentation', '3fff::1'],
    ['discard', '100::1'],
    ['segment routing', '5f00::1'],
    ['not given out', '4000::1'],
    ['a zone', '2606:4700::1111%eth0'],
    ['no address', 'tales.example'],
    ['nothing', ''],
  ])('refuses %s: %s', (_kind, address) => expect(isPublicAddress(address)).toBe(false));
});

describe('parsePublicUrl', () => {
  it.each([
    'https://tales.example/hook?a=b',
    'http://tales.example:8080/',
    'https://93.184.215.14/',
    'https://[2606:4700::1111]:8443/',
    'https://märchen.example/',
  ])('takes %s', (address) => expect(parsePublicUrl(address)).toBeInstanceOf(URL));

  it.each([
    ['no address', 'tales.example/hook'],
    ['another scheme', 'ftp://tales.example/'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:text/plain,hello'],
    ['a name in it', 'https://user@tales.example/'],
    ['a password in it', 'https://user:secret@tales.example/'],
    ['a name that hides the host', 'https://tales.example@127.0.0.1/'],
    ['an empty host', 'http:///hook'],
    ['localhost', 'http://localhost/'],
    ['localhost in capitals', 'http://LOCALHOST/'],
    ['below localhost', 'http://hook.localhost/'],
    ['localhost with a dot', 'http://localhost./'],
    ['a trailing dot', 'https://tales.example./'],
    ['a number with a trailing dot', 'http://127.0.0.1./'],
    ['one label', 'http://intranet/'],
    ['mdns', 'http://printer.local/'],
    ['cloud metadata by name', 'http://metadata.google.internal/'],
    ['loopback', 'http://127.0.0.1/'],
    ['decimal', 'http://2130706433/'],
    ['octal', 'http://017700000001/'],
    ['octal parts', 'http://0177.0.0.1/'],
    ['hex', 'http://0x7f000001/'],
    ['hex parts', 'http://0x7f.0x0.0x0.0x1/'],
    ['mixed and short', 'http://0x7f.1/'],
    ['short', 'http://127.1/'],
    ['nothing', 'http://0/'],
    ['percent-encoded', 'http://%31%32%37.0.0.1/'],
    ['full-width digits', 'http://１２７.０.０.１/'],
    ['circled digits', 'http://①②⑦.⓪.⓪.①/'],
    ['full-width dots', 'http://127。0。0。1/'],
    ['metadata', 'http://169.254.169.254/latest/meta-data/'],
    ['IPv6 loopback', 'http://[::1]/'],
    ['IPv6 unspecified', 'http://[::]/'],
    ['IPv6 mapped', 'http://[::ffff:127.0.0.1]/'],
    ['IPv6 mapped in hex', 'http://[::ffff:7f00:1]/'],
    ['IPv6 compatible', 'http://[::127.0.0.1]/'],
    ['6to4', 'http://[2002:7f00:1::]/'],
    ['NAT64', 'http://[64:ff9b::7f00:1]/'],
    ['unique local', 'http://[fd00::1]/'],
    ['the port of mail', 'http://tales.example:25/'],
    ['the port of shells', 'http://tales.example:22/'],
    ['the port of a chat', 'http://tales.example:6667/'],
    ['port 0', 'http://tales.example:0/'],
    ['too long', `https://tales.example/${'a'.repeat(3_000)}`],
  ])('refuses %s: %s', (_kind, address) =>
    expect(codeOf(() => parsePublicUrl(address))).toBe('address_not_allowed'),
  );

  it('lets through what the installation names, at that port only', () => {
    const allow = ['127.0.0.1:4000', '[::1]:4000', 'hooks.internal:443'];
    expect(parsePublicUrl('http://127.0.0.1:4000/hook', allow).port).toBe('4000');
    expect(parsePublicUrl('http://[::1]:4000/', allow).port).toBe('4000');
    expect(parsePublicUrl('https://hooks.internal/', allow).hostname).toBe('hooks.internal');
    expect(codeOf(() => parsePublicUrl('http://127.0.0.1:4001/hook', allow))).toBe('address_not_allowed');
    expect(codeOf(() => parsePublicUrl('http://hooks.internal/', allow))).toBe('address_not_allowed');
    expect(codeOf(() => parsePublicUrl('http://a:b@127.0.0.1:4000/', allow))).toBe('address_not_allowed');
  });
});

describe('resolvePublic', () => {
  const url = new URL('https://tales.example/');
  const answering = (...addresses: string[]) => ({
    lookup: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  });

  it('gives every address of a name when all are public', async () => {
    const addresses = await resolvePublic(url, answering('93.184.215.14', '2606:4700::1111'));
    expect(addresses.map(({ address }) => address)).toEqual(['93.184.215.14', '2606:4700::1111']);
  });

  it('refuses a name with one inner address among public ones', async () => {
    await expect(resolvePublic(url, answering('93.184.215.14', '10.0.0.5'))).rejects.toMatchObject({
      code: 'address_not_allowed',
    });
  });

  it('says that a name without an address cannot be reached, and keeps why', async () => {
    await expect(resolvePublic(url, answering())).rejects.toMatchObject({ code: 'address_unreachable' });
    const cause = new Error('ENOTFOUND');
    await expect(
      resolvePublic(url, {
        lookup: async () => {
          throw cause;
        },
      }),
    ).rejects.toMatchObject({ code: 'address_unreachable', cause });
  });
});
