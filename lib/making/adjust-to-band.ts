import 'server-only';
import { judgeStory } from '@/lib/ai/writer/notes-on-reading';
import { wholeOf } from '@/lib/builtin/softener/draft-texts';
import type { Check } from '@/lib/builtin/softener/find-faults';
import { adjustReading } from '@/lib/story/reading/adjust-reading';
import type { StoryBrief, StoryDraft } from '@/lib/story/schema';

/** Between pages, and between the paragraphs of one. */
const BREAK = '\n\n';

/**
 * A story brought towards the reading band of its age by rule, as far as that goes; one that is in it, or has none, comes back as it
 * is. So does one whose simpler words would break a rule.
 */
export function adjustToBand(draft: StoryDraft, brief: StoryBrief, check: Check): StoryDraft {
  if (judgeStory(brief, draft) === 'in_band') return draft;
  const names = draft.characters.map(({ name }) => name);
  const whole = draft.scenes.map(({ text }) => text).join(BREAK);
  const paragraphs = adjustReading(whole, brief.ageGroup, names).split(BREAK);
  let next = 0;
  const scenes = draft.scenes.map((scene) => {
    const count = scene.text.split(BREAK).length;
    const text = paragraphs.slice(next, next + count).join(BREAK);
    next += count;
    return { ...scene, text };
  });
  const adjusted = { ...draft, scenes };
  // Paragraphs that were not kept apart cannot be given back to their pages.
  const isWhole = next === paragraphs.length && scenes.every(({ text }) => text.trim() !== '');
  const isAllowed = () =>
    scenes.every(({ text }) => !check(text)) && check(wholeOf(adjusted), 'story') === undefined;
  return isWhole && isAllowed() ? adjusted : draft;
}
