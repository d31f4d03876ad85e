import { refreshSchema } from '@/lib/auth/account-schemas';
import { authError, isAuthServiceDown } from '@/lib/auth/auth-error';
import { createAuthClient, requireSession, toSessionView } from '@/lib/auth/session';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';

/** New tokens for a client that keeps its own; the old refresh token is used up. */
export const POST = defineRoute(
  {
    caller: 'none',
    body: refreshSchema,
    limit: { name: 'refresh', points: 120, durationSeconds: 600, by: 'address' },
  },
  async ({ body }) => {
    const { data, error } = await createAuthClient().auth.refreshSession({
      refresh_token: body.refresh_token,
    });
    if (error) {
      if (isAuthServiceDown(error)) throw authError(error);
      throw new AppError('unauthenticated', 'The refresh token is not valid or was used before.', {
        cause: error,
      });
    }
    return toSessionView(requireSession(data.session));
  },
);
