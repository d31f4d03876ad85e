import 'server-only';
import { isShort, judgeStory } from '@/lib/ai/writer/notes-on-reading';
import { createCheck, type DraftFault, findFaults } from '@/lib/builtin/softener/find-faults';
import { isTold, softenDraft } from '@/lib/builtin/softener/soften-draft';
import { AppError } from '@/lib/errors';
import { noteDecision } from '@/lib/safety/decisions';
import { guardDraft } from '@/lib/safety/guard';
import { guardrailViolation } from '@/lib/safety/guardrail-violation';
import { type StoryBrief, type StoryDraft, storyDraftSchema } from '@/lib/story/schema';
import { adjustToBand } from './adjust-to-band';

/** A moderation model names one finding at a time; a draft with more of them than this is not to be saved by softening. */
const MOST_MODERATIONS = 6;

/**
 * A written draft as it may reach its listener: what still breaks a rule is softened sentence by sentence, what is out of the reading band
 * is simplified or enriched by rule, and the guard has the last word. A given text is told as it is or not at all.
 * @param moderate what a moderation model stops of a draft that our own rules let pass
 * @returns the draft as it is to be kept, and whether it is still out of its reading band
 * @throws AppError `guardrail_violation` in kind words, without any of the story's
 */
export async function makeFit(
  written: StoryDraft,
  brief: StoryBrief,
  moderate: (draft: StoryDraft) => Promise<DraftFault[]>,
): Promise<{ draft: StoryDraft; isOutOfBand: boolean }> {
  const isGiven = brief.sourceText !== undefined;
  const faults = findFaults(written, createCheck(brief));
  const flagged: DraftFault[] = [];
  let draft: StoryDraft = brief.bedtime ? { ...written, musicMood: 'lullaby' } : written;
  for (let round = 0; round <= MOST_MODERATIONS; round++) {
    if (isGiven) failForGiven([...faults, ...flagged]);
    const texts = flagged.map(({ text }) => text);
    const check = createCheck(brief, texts);
    if (findFaults(draft, check).length > 0) {
      draft = softenDraft(draft, brief, { keepsTold: isGiven, flagged: texts });
    }
    const left = findFaults(draft, check);
    if (left.length > 0) throw fail(left);
    draft = adjustToBand(draft, brief, check);
    const [found] = await moderate(draft);
    if (!found) {
      noteAll('softened', [...faults, ...flagged]);
      const guarded = guardDraft(storyDraftSchema.parse(draft), brief);
      const isOutOfBand = !isShort(guarded) && judgeStory(brief, guarded) !== 'in_band';
      return { draft: guarded, isOutOfBand };
    }
    flagged.push(found);
  }
  throw fail(flagged);
}

/** Nobody changes words that were given: what is wrong with them is said as for any text. */
function failForGiven(faults: readonly DraftFault[]): void {
  const told = faults.filter(({ place }) => !place || isTold(place));
  const [first] = told;
  if (!first) return;
  noteAll('failed', told);
  const path = first.place?.path ?? 'scenes';
  if (first.reason !== 'unreadable') throw guardrailViolation(first.reason, path);
  const message = 'There is nothing to read in it.';
  throw new AppError('invalid_request', message, { fields: [{ path, message }] });
}

function fail(faults: readonly DraftFault[]): AppError {
  noteAll('failed', faults);
  const rule = faults.map(({ reason }) => reason).find((reason) => reason !== 'unreadable');
  const message =
    'This story did not become gentle enough for its listener, so nothing of it was kept. Another idea, or the same one told more gently, will work.';
  return new AppError('guardrail_violation', message, {
    ...(rule && { rule }),
    fields: faults.slice(0, 1).map(({ place }) => ({ path: place?.path ?? 'scenes', message })),
  });
}

function noteAll(action: 'softened' | 'failed', faults: readonly DraftFault[]): void {
  for (const { place, reason, text } of faults) {
    if (reason !== 'unreadable')
      noteDecision({ action, rule: reason, place: place ? 'page' : 'story', text });
  }
}
