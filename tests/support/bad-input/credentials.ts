import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** Everything that looks like somebody's token and is none, by name. */
export async function forgeTokens(
  dataDir: string,
  genuine: string,
): Promise<[name: string, authorization: string][]> {
  const [head = '', claims = '', signature = ''] = genuine.split('.');
  const known = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
  const { jwtSecret } = JSON.parse(await readFile(path.join(dataDir, 'secrets.json'), 'utf8'));
  const signed = (header: object, payload: object, secret: string) => {
    const text = `${encode(header)}.${encode(payload)}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };
  const header = { alg: 'HS256', typ: 'JWT' };
  const hourAgo = Math.floor(Date.now() / 1_000) - 3_600;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const elliptic = `${encode({ alg: 'ES256', typ: 'JWT', kid: 'mine' })}.${claims}`;
  const tokens: [string, string][] = [
    ['run out', signed(header, { ...known, iat: hourAgo - 60, exp: hourAgo }, jwtSecret)],
    ['signed by a stranger', signed(header, known, 'x'.repeat(48))],
    ['with another owner', `${head}.${encode({ ...known, role: 'service_role' })}.${signature}`],
    ['unsigned', `${encode({ alg: 'none', typ: 'JWT' })}.${claims}.`],
    [
      'of another kind',
      `${elliptic}.${sign('sha256', Buffer.from(elliptic), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`,
    ],
    ['without its signature', `${head}.${claims}`],
    ['without claims', signed(header, {}, 'x'.repeat(48))],
    ['claims that are no JSON', `${head}.bm90IGpzb24.${signature}`],
    ['a key that was never made', `sl_${'A'.repeat(43)}`],
    ['half a key', 'sl_A'],
    ['words', 'your_api_key_here'],
    ['very long', 'x'.repeat(7_000)],
    ['with odd characters', "' or 1=1 --"],
    ['not of ASCII', 'clé'],
  ];
  return [
    ...tokens.map(([name, token]): [string, string] => [name, `Bearer ${token}`]),
    ['nothing after Bearer', 'Bearer '],
    ['another scheme', `Basic ${Buffer.from('mia:secret').toString('base64')}`],
  ];
}
