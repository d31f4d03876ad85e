import { signInSchema } from '@/lib/auth/account-schemas';
import { authError } from '@/lib/auth/auth-error';
import { enterAccount } from '@/lib/auth/enter-account';
import { createAuthClient, requireSession } from '@/lib/auth/session';
import { defineRoute } from '@/lib/http/define-route';

/** `moved` counts what a guest brought along: {"sessions", "dossiers", "stories"}, or null when nobody was a guest. */
export const POST = defineRoute(
  {
    caller: 'optional',
    sameOrigin: true,
    body: signInSchema,
    limit: { name: 'sign-in', points: 60, durationSeconds: 300, by: 'address' },
  },
  async ({ body, caller, jar }) => {
    const { data, error } = await createAuthClient().auth.signInWithPassword(body);
    if (error) throw authError(error);
    const session = requireSession(data.session);
    const moved = await enterAccount(session, caller, jar);
    return { user_id: session.user.id, email: session.user.email, is_guest: false, moved };
  },
);
