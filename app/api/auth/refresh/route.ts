import { refreshSchema } from '@/lib/auth/account-schemas';
import { refresh } from '@/lib/auth/token-session';
import { defineRoute } from '@/lib/http/define-route';

/** New tokens for a client that keeps its own; the old refresh token is used up. */
export const POST = defineRoute(
  {
    caller: 'none',
    body: refreshSchema,
    limit: { name: 'refresh', points: 120, durationSeconds: 600, by: 'address' },
  },
  ({ body }) => refresh(body.refresh_token),
);
