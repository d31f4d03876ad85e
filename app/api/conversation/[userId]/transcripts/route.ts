import { z } from 'zod';
import { readRequirements } from '@/lib/builtin/interviewer/read-requirements';
import { meOrIdSchema, saveTranscript, saveTranscriptSchema } from '@/lib/chat/transcripts';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';

const params = z.object({ userId: meOrIdSchema });
const limit = { name: 'transcripts', points: 120, durationSeconds: 60 };

/** Keeps what was said, with what it asks of a story. */
export const POST = defineRoute(
  { params, body: saveTranscriptSchema, caller: 'required', limit },
  async ({ params, body, caller }) => {
    if (params.userId !== 'me' && params.userId !== caller.userId)
      throw new AppError('not_found', 'There is no such user.');
    const saved = await saveTranscript(caller.client, caller.userId, body, readRequirements);
    return Response.json({ status: 'saved', ...saved }, { status: 201 });
  },
);
