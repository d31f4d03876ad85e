import { migrateSessionsSchema } from '@/lib/auth/account-schemas';
import { identify } from '@/lib/auth/caller';
import { migrateGuest } from '@/lib/auth/migrate-guest';
import { AppError } from '@/lib/errors';
import { requireGrownUp } from '@/lib/household/grown-up';
import { GROWN_UP_HEADER } from '@/lib/household/grown-up-token';
import { defineRoute } from '@/lib/http/define-route';

/**
 * Gives a guest's sessions, dossiers and stories to the caller's account (Stories We Tell). Both are proven by their
 * tokens: the account as the caller, the guest by `temp_access_token` or `X-Guest-Authorization: Bearer …`. Called again
 * it answers the same. A guest with a PIN is brought by a grown-up: `X-Grown-Up` is the guest's proof here.
 */
export const POST = defineRoute(
  {
    caller: 'required',
    body: migrateSessionsSchema,
    limit: { name: 'migrate-sessions', points: 30, durationSeconds: 300 },
  },
  async ({ request, caller, body }) => {
    if (body.permanent_user_id !== caller.userId) {
      throw new AppError('not_found', 'permanent_user_id is not the account whose access token was sent.');
    }
    if (caller.isGuest) {
      throw new AppError('conflict', 'A guest cannot take over another guest. Sign in to an account first.');
    }
    const header = request.headers.get('x-guest-authorization');
    const token = body.temp_access_token ?? /^bearer\s+(\S+)\s*$/i.exec(header ?? '')?.[1];
    if (!token) {
      throw new AppError(
        'invalid_request',
        'Prove the guest as well: send its access token as temp_access_token, or as X-Guest-Authorization: Bearer <access token>.',
        { fields: [{ path: 'temp_access_token', message: 'The guest’s access token is missing.' }] },
      );
    }
    const guest = await identify(token, 'bearer');
    if (guest.userId !== body.temp_user_id) {
      throw new AppError('not_found', 'temp_user_id is not the guest whose access token was sent.');
    }
    await requireGrownUp({ ...guest, grownUpProof: request.headers.get(GROWN_UP_HEADER) ?? undefined });
    const moved = await migrateGuest({ guestId: guest.userId, accountId: caller.userId });
    return {
      success: true,
      temp_user_id: guest.userId,
      permanent_user_id: caller.userId,
      migrated_sessions: moved.sessions,
      migrated_dossiers: moved.dossiers,
      migrated_stories: moved.stories,
    };
  },
);
