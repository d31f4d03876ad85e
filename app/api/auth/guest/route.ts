import { authError } from '@/lib/auth/auth-error';
import { getGuestLimit } from '@/lib/auth/guest';
import { createAuthClient, requireSession, toSessionView } from '@/lib/auth/session';
import { defineRoute } from '@/lib/http/define-route';

/** A new guest for a client that keeps its own tokens. A browser needs none: its first action makes it a guest. */
export const POST = defineRoute({ caller: 'none', limit: getGuestLimit }, async () => {
  const { data, error } = await createAuthClient().auth.signInAnonymously();
  if (error) throw authError(error);
  return toSessionView(requireSession(data.session));
});
