import { endSession } from '@/lib/auth/token-session';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';

/** Ends the session of the access token that is sent. Its refresh token ends with it. */
export const POST = defineRoute({ caller: 'required', scope: 'read' }, async ({ caller }) => {
  if (caller.via === 'api-key') {
    throw new AppError('conflict', 'An API key has no session to end. Revoke it with DELETE /api/keys/{id}.');
  }
  if (caller.via === 'cookie') {
    throw new AppError('conflict', 'A browser signs out with POST /api/auth/sign-out.');
  }
  await endSession(caller.accessToken);
  return { success: true };
});
