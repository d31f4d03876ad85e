import { saveProfileSchema } from '@/lib/auth/account-schemas';
import { INSTALLATION_USER_ID } from '@/lib/auth/installation-user';
import { saveProfile } from '@/lib/auth/profile';
import { register } from '@/lib/auth/register';
import { getSignUpLimit } from '@/lib/auth/sign-up-limit';
import { AppError } from '@/lib/errors';
import { getClientAddress } from '@/lib/http/client-address';
import { defineRoute } from '@/lib/http/define-route';
import { consumeRateLimit, rateLimitError } from '@/lib/http/rate-limit';

/**
 * Creates or changes the caller's own profile (Stories We Tell): what is left out stays as it is. Without a caller, an
 * email address and a password open an account (StoryMimi), answered 201 with its tokens.
 */
export const POST = defineRoute(
  { caller: 'optional', body: saveProfileSchema, limit: { name: 'users', points: 60, durationSeconds: 60 } },
  async ({ request, caller, body }) => {
    if (body.password && (!caller || caller.userId === INSTALLATION_USER_ID)) {
      const state = await consumeRateLimit(getSignUpLimit(), getClientAddress(request));
      if (!state.allowed) throw rateLimitError(state);
      return Response.json(await register(body), { status: 201 });
    }
    if (!caller) {
      throw new AppError(
        'unauthenticated',
        'Send email and password to open an account, or Authorization: Bearer <API key or access token> to change your profile.',
      );
    }
    if (body.password) {
      throw new AppError(
        'conflict',
        'Whoever calls has an account or is a guest already. Send no credential to open an account; a guest’s stories are brought along with POST /api/sessions/migrate.',
      );
    }
    if (body.user_id && body.user_id !== caller.userId)
      throw new AppError('not_found', 'There is no such user.');
    return saveProfile(caller, body);
  },
);
