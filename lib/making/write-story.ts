import 'server-only';
import { getStoryModel, modelName } from '@/lib/ai/models';
import { generateStoryDraft } from '@/lib/ai/write-draft';
import { estimateText } from '@/lib/ledger/estimate';
import { payFor } from '@/lib/ledger/pay-for';
import { guardBrief, guardDraft } from '@/lib/safety/guard';
import { measureReadability } from '@/lib/story/readability';
import { type StoryDraft, storyDraftSchema } from '@/lib/story/schema';
import type { Json } from '@/lib/supabase/database.types';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { PROGRESS, recordJobNews } from './job-news';
import { getStoryInMaking, type StoryKey } from './story-in-making';

type Key = StoryKey & { jobId: string };
/** Instructions and schema. */
const INSTRUCTION_LETTERS = 12_000;
/** 3,000 words of story and its pictures' descriptions. */
const MOST_DRAFT_TOKENS = 9_000;
export type WrittenDraft = { draft: StoryDraft; model: string };

/**
 * Calls the writer once. The draft is text of a few kilobytes, so it may travel as a step's result.
 * @throws AppError `guardrail_violation`, or as `generateStoryDraft`
 */
export async function draftStory(admin: DatabaseClient, key: Key): Promise<WrittenDraft> {
  const { brief } = await getStoryInMaking(admin, key);
  const model = getStoryModel();
  const guarded = guardBrief(brief);
  const draft = await payFor<StoryDraft>(
    admin,
    {
      payer: key,
      step: 'draft',
      modality: 'text',
      model,
      request: { brief: guarded },
      estimate: estimateText(JSON.stringify(guarded).length + INSTRUCTION_LETTERS, MOST_DRAFT_TOKENS),
      maxCostMicros: brief.maxCostMicros,
    },
    {
      readAnswer: (answer) => storyDraftSchema.parse(answer),
      call: async ({ signal }) => {
        const written = await generateStoryDraft({ brief: guarded, model, ...(signal && { signal }) });
        return {
          result: written.draft,
          units: written.usage,
          answer: JSON.parse(JSON.stringify(written.draft)) as Json,
        };
      },
    },
  );
  return { draft, model: modelName(model) };
}

/**
 * Guards what was written, measures it, and turns it into rows; from here on the story can be read.
 * @throws AppError `guardrail_violation` when the text must not reach a child
 */
export async function saveDraft(admin: DatabaseClient, key: Key, written: WrittenDraft): Promise<void> {
  const { brief } = await getStoryInMaking(admin, key);
  const draft = guardDraft(storyDraftSchema.parse(written.draft), brief.ageGroup);
  const { words, sentences, grade } = measureReadability(draft.scenes.map((scene) => scene.text).join('\n'));
  const { error } = await admin.rpc('save_story_draft', {
    p_story_id: key.storyId,
    p_draft: draft,
    p_reading: { words, sentences, grade },
    p_text_model: written.model,
  });
  if (error) throw databaseError(error);
  await recordJobNews(admin, key.jobId, {
    type: 'story',
    key: 'story',
    stage: brief.pictures || brief.narration ? 'illustrating' : 'writing',
    progress: PROGRESS.written,
  });
}
