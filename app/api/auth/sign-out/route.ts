import { isAuthServiceDown } from '@/lib/auth/auth-error';
import { clearGuestAside } from '@/lib/auth/guest-aside';
import { getEnv } from '@/lib/env';
import { defineRoute } from '@/lib/http/define-route';
import { createCookieClient } from '@/lib/supabase/server';
import { clearSessionCookies } from '@/lib/supabase/session-cookie';

/** Ends this browser's session. Its cookies go even when the session was over already or nobody could be told. */
export const POST = defineRoute({ caller: 'none', sameOrigin: true }, async ({ jar, log }) => {
  const client = createCookieClient(jar);
  const { error } = await client.auth.signOut({ scope: 'local' });
  if (error && isAuthServiceDown(error))
    log.warn({ err: error }, 'sign-out was not told to the auth service');
  clearSessionCookies(jar, getEnv().secureCookies);
  clearGuestAside(jar);
});
