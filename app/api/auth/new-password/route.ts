import { newPasswordSchema } from '@/lib/auth/account-schemas';
import { authError } from '@/lib/auth/auth-error';
import { bringGuestAside } from '@/lib/auth/guest-aside';
import { createSignedInAuthClient } from '@/lib/auth/session';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';
import { readSessionCookie } from '@/lib/supabase/session-cookie';

/** For somebody with an account in this browser, usually signed in a moment ago by the link of a recovery mail. What it made as a guest comes along. */
export const POST = defineRoute(
  { caller: 'required', grownUp: true, sameOrigin: true, body: newPasswordSchema },
  async ({ body, caller, jar }) => {
    const session = await readSessionCookie(jar);
    if (caller.isGuest || !session) {
      throw new AppError('unauthenticated', 'Only somebody with an account, signed in here, has a password.');
    }
    const client = await createSignedInAuthClient(session);
    const { error } = await client.auth.updateUser({ password: body.password });
    if (error) throw authError(error);
    await bringGuestAside(jar, caller.userId);
  },
);
