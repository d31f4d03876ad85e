import 'server-only';
import { getCandidate, labelModel, listCandidates } from '@/lib/ai/models';
import { moderateBrief } from '@/lib/ai/moderate-story';
import { keptAnswerSchema, type PayForText, type Writer } from '@/lib/ai/writer/ask-writer';
import { chooseRoute } from '@/lib/ai/writer/choose-route';
import type { WritingPlan, WrittenStory } from '@/lib/ai/writer/write-story';
import type { DraftFault } from '@/lib/builtin/softener/find-faults';
import { fillPalettes } from '@/lib/characters/fill-palettes';
import { getEnv } from '@/lib/env';
import { type ErrorCode, toAppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { guardBrief } from '@/lib/safety/guard';
import { detectLanguage } from '@/lib/story/detect-language';
import { measureStory } from '@/lib/story/reading/measure-story';
import type { StoryBrief, StoryDraft } from '@/lib/story/schema';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { PROGRESS, recordJobNews } from './job-news';
import { makeFit } from './make-fit';
import { type Moderation, moderateDraft } from './moderate-draft';
import { payUntilCancelled } from './pay-until-cancelled';
import { getStoryInMaking, type StoryKey } from './story-in-making';
import { writingProgress } from './writing-progress';

type Key = StoryKey & { jobId: string };
type GaveUp = { model: string; code: ErrorCode; message: string };

/** The writers that are tried, in order, and how each would get to a whole story. Small: it is a step's result. */
export async function planWriting(
  admin: DatabaseClient,
  key: Key,
): Promise<{ id: string; plan: WritingPlan }[]> {
  const { brief } = await getStoryInMaking(admin, key);
  // Once more, before any writer reads it: a job can be begun past our API. What was judged when it was asked for is not asked again.
  await moderateBrief(guardBrief(brief), { payer: key });
  const route = chooseRoute(brief, getEnv().ai.maxNewTokens);
  return listCandidates('text', brief.models?.text).map(({ id, provider }) => ({
    id,
    plan: { route: provider.builtIn ? 'built-in' : route, pages: brief.sceneCount },
  }));
}

/**
 * Somebody to ask for one stage of a story: the model, the guarded brief, and who pays.
 * @throws AppError `guardrail_violation`, `misconfigured`
 */
export async function createWriter(admin: DatabaseClient, key: Key, modelId: string): Promise<Writer> {
  const { brief } = await getStoryInMaking(admin, key);
  const { create, provider } = getCandidate('text', modelId);
  return {
    brief: guardBrief(brief),
    model: create(),
    maxNewTokens: getEnv().ai.maxNewTokens,
    roomToThink: provider.answerRoom,
    isFree: provider.isFree,
    moderate: (draft) => moderateForRepair(draft, { admin, key, brief }),
    pay: payForText(admin, key, brief, provider.builtIn ? undefined : tellProgress(admin, key, brief)),
  };
}

/**
 * Findings for a writer to mend. A judge that cannot be asked costs no writer their turn: before anything is saved it is asked again,
 * and there nothing passes without its word.
 */
async function moderateForRepair(draft: StoryDraft, moderation: Moderation): Promise<DraftFault[]> {
  try {
    return await moderateDraft(draft, moderation);
  } catch (error) {
    const failure = toAppError(error);
    if (!failure.code.startsWith('provider_')) throw error;
    log.warn({ err: failure, jobId: moderation.key.jobId }, 'a draft is not judged before it is saved');
    return [];
  }
}

/** Answers are kept beside their bill: a stage that is repeated after a crash reads them and pays nothing. */
function payForText(
  admin: DatabaseClient,
  key: Key,
  brief: StoryBrief,
  onAnswer: ((step: string) => Promise<void>) | undefined,
): PayForText {
  return async ({ step, model, request, estimate, run }) => {
    const answer = await payUntilCancelled(
      admin,
      {
        payer: { ownerId: key.ownerId, jobId: key.jobId, storyId: key.storyId },
        step,
        modality: 'text',
        model,
        request,
        estimate,
        maxCostMicros: brief.maxCostMicros,
      },
      {
        readAnswer: (answer) => keptAnswerSchema.parse(answer),
        call: async ({ signal }) => {
          const { answer, units, providerId } = await run(signal);
          return { result: answer, answer, units, providerId };
        },
      },
    );
    await onAnswer?.(step);
    return answer;
  };
}

/** A real model takes minutes: each answer moves the job's progress. */
function tellProgress(admin: DatabaseClient, key: Key, { sceneCount }: StoryBrief) {
  return async (step: string): Promise<void> => {
    const progress = writingProgress(step, sceneCount);
    if (progress === undefined) return;
    await recordJobNews(admin, key.jobId, {
      type: 'stage',
      key: `writing:${step}`,
      stage: 'writing',
      progress,
    });
  };
}

/**
 * Guards what was written, softens and simplifies what still needs it, measures it, and turns it into rows; from here on the
 * story can be read. Safe to repeat: it decides the same.
 * @param written.gaveUp models that failed for good before this one got it done: the job says so
 * @throws AppError `guardrail_violation` when the text must not reach a child
 */
export async function saveDraft(
  admin: DatabaseClient,
  key: Key,
  written: WrittenStory & { model: string; gaveUp: readonly GaveUp[] },
): Promise<void> {
  const { brief } = await getStoryInMaking(admin, key);
  const { draft: guarded, isOutOfBand } = await makeFit(written.draft, brief, (draft) =>
    moderateDraft(draft, { admin, key, brief }),
  );
  const isDrawnHere = listCandidates('picture', brief.models?.picture)[0]?.provider.builtIn === true;
  const draft = { ...guarded, characters: await fillPalettes(guarded.characters, { isDrawnHere }) };
  const language = detectLanguage(draft.scenes.map(({ text }) => text).join('\n'));
  const spoken = await admin.from('stories').update({ language }).eq('id', key.storyId);
  if (spoken.error) throw databaseError(spoken.error);
  const { error } = await admin.rpc('save_story_draft', {
    p_story_id: key.storyId,
    p_draft: draft,
    p_reading: await measureStory(draft, brief),
    p_text_model: written.model,
  });
  if (error) throw databaseError(error);
  await recordWarnings(admin, key, { ...written, isOutOfBand });
  await recordJobNews(admin, key.jobId, {
    type: 'story',
    key: 'story',
    stage: brief.pictures || brief.narration ? 'illustrating' : 'writing',
    progress: PROGRESS.written,
  });
}

async function recordWarnings(
  admin: DatabaseClient,
  key: Key,
  {
    model,
    gaveUp,
    notRead,
    isOutOfBand,
  }: WrittenStory & { model: string; gaveUp: readonly GaveUp[]; isOutOfBand: boolean },
): Promise<void> {
  const warnings = [
    ...gaveUp.map((one) => ({
      key: `warning:text:${one.model}`,
      code: one.code,
      message: `The story was written by ${labelModel(model)}, because ${labelModel(one.model)} failed: ${one.message}`,
    })),
    ...(notRead
      ? [
          {
            key: 'warning:text:not-read',
            code: notRead.code,
            message: `The story was not read over, or not mended everywhere, before it was made: ${notRead.message}`,
          },
        ]
      : []),
    ...(isOutOfBand
      ? [
          {
            key: 'warning:text:reading',
            code: 'provider_bad_output' as const,
            message:
              'The story is harder or simpler to read than its age group usually is, also after it was told again.',
          },
        ]
      : []),
  ];
  for (const { key: newsKey, code, message } of warnings) {
    await recordJobNews(admin, key.jobId, {
      type: 'warning',
      key: newsKey,
      data: { code, message },
      warning: { code, message },
    });
  }
}
