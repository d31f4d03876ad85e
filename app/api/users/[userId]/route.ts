import { z } from 'zod';
import { getProfile } from '@/lib/auth/profile';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';

/** One's own profile; everybody else's is not there. */
export const GET = defineRoute(
  { caller: 'required', params: z.object({ userId: z.uuid() }) },
  ({ caller, params }) => {
    if (params.userId !== caller.userId) throw new AppError('not_found', 'There is no such user.');
    return getProfile(caller);
  },
);
