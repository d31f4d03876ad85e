import { z } from 'zod';
import { listTranscripts, meOrIdSchema, transcriptListQuerySchema } from '@/lib/chat/transcripts';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';

const params = z.object({ userId: meOrIdSchema });

/** The transcripts a device has saved, the newest first. */
export const GET = defineRoute(
  { params, query: transcriptListQuerySchema, caller: 'required' },
  ({ params, query, caller }) => {
    if (params.userId !== 'me' && params.userId !== caller.userId)
      throw new AppError('not_found', 'There is no such user.');
    return listTranscripts(caller.client, query.limit);
  },
);
