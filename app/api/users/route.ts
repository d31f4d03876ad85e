import { saveProfileSchema } from '@/lib/auth/account-schemas';
import { saveProfile } from '@/lib/auth/profile';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';

/** Creates or changes the caller's own profile (Stories We Tell). What is left out stays as it is. */
export const POST = defineRoute(
  { caller: 'required', body: saveProfileSchema, limit: { name: 'users', points: 60, durationSeconds: 60 } },
  ({ caller, body }) => {
    if (body.user_id && body.user_id !== caller.userId)
      throw new AppError('not_found', 'There is no such user.');
    return saveProfile(caller, body);
  },
);
