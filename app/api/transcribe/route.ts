import { listCandidates } from '@/lib/ai/models';
import { moderateTexts } from '@/lib/ai/moderate-texts';
import { recogniseAudio } from '@/lib/ai/recognise-audio';
import { transcribeSpeech } from '@/lib/ai/transcribe-speech';
import { tryCandidates } from '@/lib/ai/try-candidates';
import { MAX_MESSAGE_LENGTH } from '@/lib/chat/schema';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';
import { readAudioBody } from '@/lib/http/read-audio-body';
import { estimateTranscription } from '@/lib/ledger/estimate';
import { payFor } from '@/lib/ledger/pay-for';
import { guardText } from '@/lib/safety/guard';
import { hashContent } from '@/lib/story/content-hash';
import { getAdminClient } from '@/lib/supabase/admin';

/** Whether anybody here writes down speech, so that a page can tell before somebody has spoken: {"available"}. */
export const GET = defineRoute({ caller: 'none' }, () => ({
  available: listCandidates('transcription').length > 0,
}));

/** Recorded speech as text: {"text", "language"?, "duration_seconds"?}. The sound is neither kept nor logged. */
export const POST = defineRoute(
  { caller: 'guest-allowed', limit: { name: 'transcribe', points: 30, durationSeconds: 60 } },
  async ({ request, caller }) => {
    const candidates = listCandidates('transcription');
    if (candidates.length === 0) {
      throw new AppError(
        'not_configured',
        'This Storyloom has no model that writes down recorded speech. You can write instead.',
      );
    }
    const audio = await readAudioBody(request);
    if (!recogniseAudio(audio)) {
      throw new AppError('unsupported_media_type', 'Send speech as WebM, Ogg, MP4 (M4A), WAV, MP3 or FLAC.');
    }
    const { text, language, durationSeconds } = await tryCandidates(candidates, (candidate) => {
      const model = candidate.create();
      return payFor(
        getAdminClient(),
        {
          payer: { ownerId: caller.userId, jobId: null, storyId: null },
          step: 'transcription',
          modality: 'transcription',
          model,
          request: { audio: hashContent(Buffer.from(audio).toString('base64')) },
          estimate: estimateTranscription(audio.byteLength),
        },
        {
          call: async ({ signal }) => {
            const transcript = await transcribeSpeech({ audio, model, ...(signal && { signal }) });
            const units = { bytes: audio.byteLength, seconds: transcript.durationSeconds };
            return { result: transcript, units };
          },
        },
        { signal: request.signal },
      );
    });
    const words =
      text.trim() === ''
        ? ''
        : guardText(text, { place: 'chat', field: 'audio', maxLength: MAX_MESSAGE_LENGTH });
    await moderateTexts([{ text: words, place: 'chat', field: 'audio' }], {
      payer: { ownerId: caller.userId },
      signal: request.signal,
    });
    return { text: words, language, duration_seconds: durationSeconds };
  },
);
