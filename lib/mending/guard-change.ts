import 'server-only';
import { moderateTexts, type TextToModerate } from '@/lib/ai/moderate-texts';
import { prepareBrief } from '@/lib/household/prepare-brief';
import { describeListener, guardText } from '@/lib/safety/guard';
import { checkGivenText } from '@/lib/story/check-given-text';
import type { SavedBrief } from '@/lib/story/rows';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { MAX_PAGE_TEXT, MAX_PAGE_TITLE, MAX_PICTURE_NOTE, MAX_STORY_TITLE } from './mend-views';
import type { Change } from './plan-change';
import type { StoryState } from './story-state';

type Listening = { client: DatabaseClient; ownerId: string; storyId: string; brief: SavedBrief };

/**
 * A change whose words may reach the story's listener, with the subjects that its household leaves out by now. Words of a page
 * are given to be told as they are (place `document`: masked, no orders) and are told (`page`), and the story they make is
 * held to its tone; a note for a picture is a wish (`prompt`). What comes back with a version is looked at again.
 * @throws AppError `guardrail_violation`, `invalid_request`; what `moderateTexts` throws
 */
export async function guardChange(change: Change, story: StoryState, listening: Listening): Promise<Change> {
  const { client, ownerId, storyId, brief } = listening;
  const listener = await prepareBrief({ client, ownerId }, { ...brief, readerId: undefined });
  const options = describeListener(listener);
  const asked: TextToModerate[] = [];
  const guardTold = (text: string, field: string, maxLength: number): string => {
    if (text === '') return text;
    const given = guardText(text, { ...options, place: 'document', field, maxLength, outcome: 'refused' });
    const told = guardText(given, { ...options, place: 'page', field, outcome: 'refused' });
    asked.push({ text: told, place: 'document', field });
    return told;
  };
  const guarded = guardWords(change, guardTold, (note) => {
    const said = guardText(note, { ...options, place: 'prompt', field: 'note', maxLength: MAX_PICTURE_NOTE });
    asked.push({ text: said, place: 'prompt', field: 'note' });
    return said;
  });
  const texts = listTexts(guarded, story);
  if (texts) {
    const whole = texts.join('\n');
    guardText(whole, { ...options, place: 'story', field: 'text', outcome: 'refused' });
    checkGivenText({ sourceText: whole, narration: brief.narration, film: brief.film });
  }
  await moderateTexts(asked, {
    payer: { ownerId, storyId },
    listener,
    maxCostMicros: brief.maxCostMicros,
    outcome: 'refused',
  });
  return guarded;
}

function guardWords(
  change: Change,
  guardTold: (text: string, field: string, maxLength: number) => string,
  guardNote: (note: string) => string,
): Change {
  switch (change.kind) {
    case 'title':
      return { ...change, title: guardTold(change.title, 'title', MAX_STORY_TITLE) };
    case 'text':
      return {
        ...change,
        ...(change.text !== undefined && { text: guardTold(change.text, 'text', MAX_PAGE_TEXT) }),
        ...(change.title !== undefined && { title: guardTold(change.title, 'title', MAX_PAGE_TITLE) }),
      };
    case 'picture':
      return change.note ? { ...change, note: guardNote(change.note) } : change;
    case 'restore':
      // Looked at, and told as it was.
      guardTold(change.state.title, 'title', MAX_STORY_TITLE);
      for (const [index, { title, text, pictureNote }] of change.state.scenes.entries()) {
        guardTold(title, `scenes.${index}.title`, MAX_PAGE_TITLE);
        guardTold(text, `scenes.${index}.text`, text.length);
        if (pictureNote) guardNote(pictureNote);
      }
      return change;
    default:
      return change;
  }
}

/** Every page's words after a change of them; null where it changes none. */
function listTexts(change: Change, story: StoryState): string[] | null {
  if (change.kind === 'restore') return change.state.scenes.map(({ text }) => text);
  if (change.kind !== 'text' || change.text === undefined) return null;
  return story.scenes.map(({ id, text }) => (id === change.sceneId ? (change.text ?? text) : text));
}
