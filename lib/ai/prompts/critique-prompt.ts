import type { StoryBrief, StoryDraft } from '../../story/schema.ts';
import type { MeasuredDraft } from '../writer/measure-draft.ts';
import { markData } from './as-data.ts';
import { SAFETY_RULES } from './safety-rules.ts';
import { buildStoryPrompt, describeSheet } from './story-prompt.ts';

/**
 * Purpose: an editor reads the draft once against a rubric and says, page by page, what to change. Only what it marks low is
 * written again; what it writes is for the writer and never part of the story.
 */
export const CRITIQUE_INSTRUCTIONS = `You are the editor of picture books that are read aloud to children. You judge a draft; you do not rewrite it.

Give each criterion a score from 1 to 5 (5: print it; 4: good; 3: a listener would notice; 2: weak; 1: not to be printed) and one sentence of reason.
- age: words, sentences and thoughts fit the readers; the reading grade is in the band.
- sound: it reads aloud well: rhythm, no tongue-twisters, no sentence that needs a second breath, nothing a voice cannot say.
- arc: one wish, an obstacle, a turn the hero causes, an end that answers the beginning; every page follows from the one before.
- characters: names, pronouns, looks, voices and what they know stay the same; nobody appears from nowhere; the pictures' lists show who is there.
- safety: nothing the safety rules forbid.
- length: near the words asked for, pages of about equal weight.
- wishes: every wish of the request is kept: people, places, things that happen, theme, title, tone, teller, point of view, ending, and what the listener likes.

Be strict and fair: a 5 needs no praise, and what is good is left alone. For every score below 4 give fixes.
- fixes: page counts from 1, or 0 for the whole story. problem names the words meant. fix says what to do instead, concretely enough that another writer can do it.

${SAFETY_RULES}`;

/** The request, what a machine has measured, and the draft: data, because a model wrote it after reading a stranger's words. */
export function buildCritiquePrompt(brief: StoryBrief, draft: StoryDraft, measured: MeasuredDraft): string {
  const { words, wantedWords, grade, band } = measured;
  return [
    'Judge the draft below.',
    buildStoryPrompt(brief),
    `Measured: ${words} words where ${wantedWords} were asked for; reading grade ${grade} where ${band.min} to ${band.max} is the band. Words on each page: ${measured.wordsOfPages.join(', ')}.`,
    ...markData('cast', draft.characters.map(describeSheet)),
    ...draftLines(draft),
  ].join('\n');
}

/** The pages of a draft with what their pictures show. */
export function draftLines(draft: StoryDraft): string[] {
  return markData('draft', [
    `Title: ${draft.title}`,
    ...draft.scenes.flatMap((scene, index) => [
      `Page ${index + 1}`,
      scene.text,
      `[Seen: ${scene.summary} Who: ${scene.characterIds.join(', ') || 'nobody'}.]`,
    ]),
    `Moral: ${draft.moral}`,
  ]);
}
