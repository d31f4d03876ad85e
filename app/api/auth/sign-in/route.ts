import { signInSchema } from '@/lib/auth/account-schemas';
import { authError } from '@/lib/auth/auth-error';
import { defineRoute } from '@/lib/http/define-route';
import { createCookieClient } from '@/lib/supabase/server';

export const POST = defineRoute(
  {
    caller: 'none',
    sameOrigin: true,
    body: signInSchema,
    limit: { name: 'sign-in', points: 60, durationSeconds: 300, by: 'address' },
  },
  async ({ body, jar }) => {
    const { data, error } = await createCookieClient(jar).auth.signInWithPassword(body);
    if (error) throw authError(error);
    return { user_id: data.user.id, email: data.user.email, is_guest: false };
  },
);
