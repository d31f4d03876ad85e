import { z } from 'zod';
import { listTranscripts } from '@/lib/chat/transcripts';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';

const params = z.object({ userId: z.union([z.literal('me'), z.uuid()]) });
const query = z.object({ limit: z.coerce.number().int().min(1).max(100).default(5) });

/** The transcripts a device has saved, the newest first. */
export const GET = defineRoute({ params, query, caller: 'required' }, ({ params, query, caller }) => {
  if (params.userId !== 'me' && params.userId !== caller.userId)
    throw new AppError('not_found', 'There is no such user.');
  return listTranscripts(caller.client, query.limit);
});
