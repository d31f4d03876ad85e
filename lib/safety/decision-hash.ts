import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { getEnv } from '../env.ts';
import { normaliseText } from './normalise-text.ts';

/** Names what the key is for: the same secret serves nothing else with it. */
const PURPOSE = 'storyloom guard decisions 1';
const KEY_BYTES = 32;

/** Without a database nothing is kept; what is compared in such a process is compared within it. */
const withoutInstallation = randomBytes(KEY_BYTES).toString('hex');

let known: { secret: string; key: Buffer } | undefined;

/**
 * What stands in an audit row for a text: HMAC-SHA-256 of it as we would keep it, in hex. The key comes from the
 * installation's own secret (HKDF, RFC 5869), because the words of children are few enough to be guessed from a plain hash:
 * whoever has only the rows cannot try. The same text has the same hash until that secret is changed.
 */
export function hashDecisionText(text: string): string {
  const secret = getEnv().supabase?.secretKey ?? withoutInstallation;
  if (known?.secret !== secret) {
    known = { secret, key: Buffer.from(hkdfSync('sha256', secret, '', PURPOSE, KEY_BYTES)) };
  }
  return createHmac('sha256', known.key).update(normaliseText(text)).digest('hex');
}
