import 'server-only';
import { getEnv } from '@/lib/env';
import { isOriginAllowed } from '@/lib/http/cors';
import { isSameOrigin } from '@/lib/http/same-origin';
import { ensureOwnUser } from './ensure-own-user';
import { isSameSecret } from './same-secret';

/**
 * The user of an installation that serves programs of one owner: who comes with `API_KEY`, or with nothing where
 * `OPEN_API` is set. Its id is fixed, so that all instances mean the same one; its address is random, so that nobody can
 * sign up with it first; it has no password.
 */
export const INSTALLATION_USER_ID = '5705100a-0000-4000-8000-000000000001';

/** Whether a bearer is the `API_KEY` of the environment. */
export function isInstallationKey(bearer: string): boolean {
  const { apiKey } = getEnv();
  return apiKey !== undefined && isSameSecret(bearer, apiKey);
}

/** Whether a request without any credential counts as the installation's: not one of our pages, nor of a stranger's. */
export function isOpenToAll(request: Request): boolean {
  if (!getEnv().openApi || isSameOrigin(request)) return false;
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const isOtherSite = (site !== null && site !== 'none') || origin !== null;
  return !isOtherSite || (origin !== null && isOriginAllowed(origin));
}

let made: { url: string; done: Promise<void> } | undefined;

/** Makes the user where there is none yet; asked about once in this process. */
export function ensureInstallationUser(): Promise<void> {
  const url = getEnv().supabase?.url ?? '';
  if (made?.url !== url) {
    const done = ensureOwnUser({
      id: INSTALLATION_USER_ID,
      mailName: 'installation',
      displayName: 'This installation',
    });
    made = { url, done };
    done.catch(() => {
      made = undefined;
    });
  }
  return made.done;
}
