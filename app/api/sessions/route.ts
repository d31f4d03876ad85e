import { z } from 'zod';
import { listSessionViews } from '@/lib/chat/data';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';

const query = z.object({ query: z.string().max(200).default(''), user_id: z.uuid().optional() });

/** The caller's conversations, the latest first. */
export const GET = defineRoute({ caller: 'required', query }, ({ caller, query }) => {
  if (query.user_id && query.user_id !== caller.userId) {
    throw new AppError('not_found', 'There is no such user.');
  }
  return listSessionViews(caller.client, query.query);
});
