import { loginSchema } from '@/lib/auth/account-schemas';
import { login } from '@/lib/auth/token-session';
import { defineRoute } from '@/lib/http/define-route';

/** Tokens for a client that keeps its own (StoryMimi). A page of ours signs in at /api/auth/sign-in and gets a cookie. */
export const POST = defineRoute(
  {
    caller: 'none',
    body: loginSchema,
    limit: { name: 'sign-in', points: 60, durationSeconds: 300, by: 'address' },
  },
  ({ body }) => login(body),
);
