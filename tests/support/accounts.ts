import { type Client, createClientWith } from './client.ts';
import { newEmail, openBrowser } from './open-browser.ts';

export const PASSWORD = 'a long enough secret';

export type Account = { email: string; client: Client; refreshToken: string };

/** A new account, signed in with its own tokens as a client on a phone is. */
export async function createAccount(url: string): Promise<Account> {
  const email = newEmail();
  const signedUp = await openBrowser(url).post('/api/auth/sign-up', { email, password: PASSWORD });
  if (signedUp.status !== 200) throw new Error(`sign-up: ${signedUp.status} ${await signedUp.text()}`);
  const response = await fetch(new URL('/api/auth/login', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (response.status !== 200) throw new Error(`login: ${response.status} ${await response.text()}`);
  const { access_token, refresh_token, user_id } = await response.json();
  return { email, client: createClientWith(url, access_token, user_id), refreshToken: refresh_token };
}

/** A client that acts for this account by an API key. */
export async function createKeyClient(
  account: Client,
  scopes: ('read' | 'write')[] = ['read', 'write'],
): Promise<{ id: string; client: Client }> {
  const response = await account.post('/api/keys', { name: 'A script', scopes });
  if (response.status !== 201) throw new Error(`key: ${response.status} ${await response.text()}`);
  const { id, key } = await response.json();
  return { id, client: createClientWith(account.url, key, account.userId) };
}
