import 'server-only';
import { isModerated, moderateTexts } from '@/lib/ai/moderate-texts';
import { mapDraftTexts } from '@/lib/builtin/softener/draft-texts';
import type { DraftFault } from '@/lib/builtin/softener/find-faults';
import { findSentences } from '@/lib/builtin/softener/sentence-spans';
import { AppError, isAppError } from '@/lib/errors';
import type { StoryBrief, StoryDraft } from '@/lib/story/schema';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import type { StoryKey } from './story-in-making';

/** Whom a moderation model is asked for, and at whose cost. */
export type Moderation = { admin: DatabaseClient; key: StoryKey & { jobId: string }; brief: StoryBrief };

/**
 * What `MODERATION_MODEL` stops of a draft, its first finding; nothing without that setting. The words of a page are narrowed
 * down to the sentence meant, where one alone is stopped too.
 * @throws AppError as `moderateTexts`, but for its refusals
 */
export async function moderateDraft(draft: StoryDraft, moderation: Moderation): Promise<DraftFault[]> {
  if (!isModerated()) return [];
  const places: DraftFault[] = [];
  mapDraftTexts(draft, (text, place) => {
    places.push({ place, reason: 'moderation', text });
    return text;
  });
  const found = await findRefused(
    places.map(({ text }) => text),
    moderation,
  );
  if (found === undefined) return [];
  const fault = places[found];
  // A refusal that names none of these texts is no leave to tell them.
  if (!fault) throw new AppError('internal', 'A refusal names a text that is not there.');
  if (fault.place?.part !== 'telling') return [fault];
  const sentences = findSentences(fault.text).map(({ text }) => text);
  const meant = sentences.length > 1 ? await findRefused(sentences, moderation) : undefined;
  return [{ ...fault, text: meant === undefined ? fault.text : (sentences[meant] ?? fault.text) }];
}

/** Which of these texts is refused, by its place in the list. */
async function findRefused(
  texts: readonly string[],
  { admin, key, brief }: Moderation,
): Promise<number | undefined> {
  try {
    await moderateTexts(
      texts.map((text, index) => ({ text, place: 'page' as const, field: String(index) })),
      { payer: key, listener: brief, maxCostMicros: brief.maxCostMicros, admin },
    );
    return undefined;
  } catch (error) {
    if (!isAppError(error) || error.code !== 'guardrail_violation') throw error;
    return Number(error.fields[0]?.path);
  }
}
