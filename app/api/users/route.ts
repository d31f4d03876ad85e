import { z } from 'zod';
import { saveProfile } from '@/lib/auth/profile';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';

const body = z.object({
  user_id: z.uuid().nullish(),
  email: z.email('This is not an email address.').max(320).nullish(),
  display_name: z.string().trim().max(80).nullish(),
  avatar_url: z
    .url({ protocol: /^https?$/, error: 'This is not an address that begins with http:// or https://.' })
    .max(2_000)
    .nullish(),
});

/** Creates or changes the caller's own profile (Stories We Tell). What is left out stays as it is. */
export const POST = defineRoute(
  { caller: 'required', body, limit: { name: 'users', points: 60, durationSeconds: 60 } },
  ({ caller, body }) => {
    if (body.user_id && body.user_id !== caller.userId)
      throw new AppError('not_found', 'There is no such user.');
    return saveProfile(caller, body);
  },
);
