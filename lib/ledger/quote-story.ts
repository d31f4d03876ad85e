import 'server-only';
import { z } from 'zod';
import { checkChosenModels } from '@/lib/ai/chosen-models';
import { getEnv } from '@/lib/env';
import { prepareBrief } from '@/lib/household/prepare-brief';
import type { StoryBrief } from '@/lib/story/schema';
import { getAdminClient } from '@/lib/supabase/admin';
import { databaseError } from '@/lib/supabase/database-error';
import { capRefusal, capsOf, leftOf, spendSchema, toCapsColumn, toCapView } from './caps';
import { buildQuote } from './quote';
import type { QuoteView } from './quote-view';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * What a story would cost and whether it may begin. Nothing is kept.
 * @param ownerId null for a visitor, who has spent nothing yet
 * @throws AppError `invalid_request` for models that may not be chosen; `not_found` for a reader of another household
 */
export async function quoteStory(ownerId: string | null, asked: StoryBrief): Promise<QuoteView> {
  checkChosenModels(asked.models);
  const client = getAdminClient();
  const brief = ownerId === null ? asked : await prepareBrief({ client, ownerId }, asked);
  const { totalMicros, expectedMicros, items } = buildQuote(brief);
  const caps = capsOf(brief);
  const { data, error } = await getAdminClient().rpc('sum_spend', {
    p_owner: ownerId ?? NOBODY,
    p_now: new Date().toISOString(),
  });
  if (error) throw databaseError(error);
  const left = leftOf(caps, spendSchema.parse(data));
  return {
    currency: 'USD',
    total_micros: totalMicros,
    expected_micros: expectedMicros,
    items: items.map(({ modality, model, calls, units, costMicros, isGuess }) => ({
      modality,
      model,
      calls,
      units,
      cost_micros: costMicros,
      is_guess: isGuess,
    })),
    caps: {
      story_micros: toCapView(caps.storyMicros),
      user_day_left_micros: toCapView(left.userMicros),
      installation_day_left_micros: toCapView(left.installationMicros),
    },
    is_allowed:
      totalMicros === 0 ||
      totalMicros <= Math.min(caps.storyMicros, left.userMicros, left.installationMicros),
  };
}

const admissionSchema = z.object({
  /** Absent: all are let in. */
  refused: z.enum(['userDay', 'installationDay']).optional(),
  capMicros: z.int().default(0),
  spentMicros: z.int().default(0),
});

/**
 * Lets stories begin, all or none, before anything of them is written: each within its own cap, all together within what is left
 * of the day. Their jobs' rows take the quotes from here. Stories that cost nothing are let in unasked.
 * @throws AppError `spend_cap_reached`; `invalid_request` for models that may not be chosen
 */
export async function admitStories(
  ownerId: string,
  stories: readonly { jobId: string; brief: StoryBrief }[],
): Promise<void> {
  const quotes = stories.map(({ jobId, brief }) => {
    checkChosenModels(brief.models);
    const { totalMicros } = buildQuote(brief);
    const { storyMicros } = capsOf(brief);
    if (totalMicros > storyMicros) {
      throw capRefusal({
        refused: 'story',
        capMicros: storyMicros,
        spentMicros: 0,
        quotedMicros: totalMicros,
      });
    }
    return { jobId, quotedMicros: totalMicros };
  });
  const quotedMicros = quotes.reduce((sum, quote) => sum + quote.quotedMicros, 0);
  if (quotedMicros === 0) return;
  const { userDayMicros, installationDayMicros } = getEnv().ai.caps;
  const { data, error } = await getAdminClient().rpc('admit_stories', {
    p_owner: ownerId,
    p_quotes: quotes,
    p_caps: toCapsColumn({ userDayMicros, installationDayMicros }),
  });
  if (error) throw databaseError(error);
  const { refused, capMicros, spentMicros } = admissionSchema.parse(data);
  if (refused) throw capRefusal({ refused, capMicros, spentMicros, quotedMicros });
}
