import { createHash } from 'node:crypto';
import { z } from 'zod';
import { getSpeechModel, modelName } from '@/lib/ai/models';
import { generateNarration } from '@/lib/ai/speak';
import { readAloudQuerySchema } from '@/lib/chat/views';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';
import { matchesEtag } from '@/lib/http/etag';
import { guardText } from '@/lib/safety/guard';
import { databaseError } from '@/lib/supabase/database-error';

const params = z.object({ sessionId: z.uuid(), messageId: z.uuid() });
const LONGEST_TEXT = 4_000;

/** Reads an answer of a conversation aloud: WAV. The same words in the same voice sound the same, so browsers may keep it. */
export const GET = defineRoute(
  {
    caller: 'required',
    params,
    query: readAloudQuerySchema,
    limit: { name: 'read-aloud', points: 30, durationSeconds: 60 },
  },
  async ({ request, caller, params, query }) => {
    const { data, error } = await caller.client
      .from('chat_messages')
      .select('content, role, status')
      .eq('id', params.messageId)
      .eq('session_id', params.sessionId)
      .maybeSingle();
    if (error) throw databaseError(error);
    if (data?.role !== 'assistant') throw new AppError('not_found', 'There is no such answer.');
    if (data.status === 'streaming') throw new AppError('conflict', 'This answer is still being written.');
    const written = data.content.trim().slice(0, LONGEST_TEXT);
    if (!written) throw new AppError('not_found', 'There is nothing to read in this answer.');
    // Rules may have become stricter since it was written.
    const text = guardText(written, { place: 'chat' });
    const model = getSpeechModel();
    const digest = createHash('sha256')
      .update([modelName(model), query.voice, text].join('\n'))
      .digest('hex');
    const etag = `"${digest}"`;
    const headers = { etag, 'cache-control': 'private, max-age=3600' };
    if (matchesEtag(request, etag)) return new Response(null, { status: 304, headers });
    const { bytes, mediaType } = await generateNarration({
      text,
      voice: query.voice,
      model,
      signal: request.signal,
    });
    return new Response(new Uint8Array(bytes), {
      headers: { ...headers, 'content-type': mediaType, 'content-length': String(bytes.byteLength) },
    });
  },
);
