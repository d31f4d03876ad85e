import 'server-only';
import { judgeStory } from '@/lib/ai/writer/notes-on-reading';
import { type Check, findFaults } from '@/lib/builtin/softener/find-faults';
import { adjustDraft } from '@/lib/story/reading/adjust-draft';
import type { StoryBrief, StoryDraft } from '@/lib/story/schema';

/**
 * A story brought towards the reading band of its age by rule, as far as that goes; one that is in it, or has none, comes back as it
 * is. So does one whose simpler words would break a rule.
 */
export function adjustToBand(draft: StoryDraft, brief: StoryBrief, check: Check): StoryDraft {
  if (judgeStory(brief, draft) === 'in_band') return draft;
  const adjusted = adjustDraft(draft, brief.ageGroup);
  return findFaults(adjusted, check).length === 0 ? adjusted : draft;
}
