import { createHash } from 'node:crypto';
import { z } from 'zod';
import { listCandidates } from '@/lib/ai/models';
import { generateNarration } from '@/lib/ai/speak';
import { tryCandidates } from '@/lib/ai/try-candidates';
import { readAloudQuerySchema } from '@/lib/chat/views';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';
import { matchesEtag } from '@/lib/http/etag';
import { payFor } from '@/lib/ledger/pay-for';
import { guardText } from '@/lib/safety/guard';
import { getAdminClient } from '@/lib/supabase/admin';
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
    const text = guardText(written, { place: 'answer', outcome: 'failed', masks: false });
    const { voice } = query;
    const candidates = listCandidates('speech');
    const toHeaders = (model: { id: string }) => ({
      etag: buildEtag([model.id, voice, text]),
      'cache-control': 'private, max-age=3600',
    });
    // Whichever of them read it to the browser: it has been read.
    const known = candidates.map(toHeaders).find(({ etag }) => matchesEtag(request, etag));
    if (known) return new Response(null, { status: 304, headers: known });
    const { bytes, mediaType, headers } = await tryCandidates(candidates, async (candidate) => {
      const model = candidate.create();
      const spoken = await payFor(
        getAdminClient(),
        {
          payer: { ownerId: caller.userId, jobId: null, storyId: null },
          step: 'read-aloud',
          modality: 'speech',
          model,
          request: { voice, text },
          estimate: { characters: text.length },
        },
        {
          call: async ({ signal }) => {
            const narration = await generateNarration({ text, voice, model, ...(signal && { signal }) });
            return { result: narration, units: narration.usage };
          },
        },
        { signal: request.signal },
      );
      return { ...spoken, headers: toHeaders(candidate) };
    });
    return new Response(new Uint8Array(bytes), {
      headers: { ...headers, 'content-type': mediaType, 'content-length': String(bytes.byteLength) },
    });
  },
);

function buildEtag(parts: string[]): string {
  return `"${createHash('sha256').update(parts.join('\n')).digest('hex')}"`;
}
