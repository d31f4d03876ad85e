import { recoverSchema } from '@/lib/auth/account-schemas';
import { authError } from '@/lib/auth/auth-error';
import { createAuthClient } from '@/lib/auth/session';
import { getEnv } from '@/lib/env';
import { defineRoute } from '@/lib/http/define-route';

/** Sends a link to choose a new password. The answer does not tell whether there is such an account. */
export const POST = defineRoute(
  {
    caller: 'none',
    sameOrigin: true,
    body: recoverSchema,
    limit: { name: 'recover', points: 20, durationSeconds: 3_600, by: 'address' },
  },
  async ({ body }) => {
    const { error } = await createAuthClient().auth.resetPasswordForEmail(body.email, {
      redirectTo: `${getEnv().publicUrl}/auth/confirm`,
    });
    if (error && error.code !== 'user_not_found') throw authError(error);
    return Response.json({ status: 'sent' }, { status: 202 });
  },
);
