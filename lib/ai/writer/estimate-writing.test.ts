import { expect, test } from 'vitest';
import { type StoryBriefInput, storyBriefSchema } from '../../story/schema.ts';
import type { PayForText, TextCall } from './ask-writer.ts';
import { chooseRoute } from './choose-route.ts';
import { estimateWriting } from './estimate-writing.ts';
import { stagesOf, startStudio } from './fixtures/obedient-studio.ts';
import { writeStory } from './write-story.ts';

const EVERY_PAGE = { finds: [{ criterion: 'sound' as const, score: 2, pages: [0] }] };

test.each<[string, Partial<StoryBriefInput>]>([
  ['a short story', { sceneCount: 4, targetLength: 200 }],
  ['the longest story told at once', { sceneCount: 12, targetLength: 1_200, ageGroup: '9-12' }],
  ['the longest story', { sceneCount: 12, targetLength: 3_000, ageGroup: '9-12' }],
  ['chapters', { sceneCount: 3, chapters: true }],
  ['a brief that says very much', { words: Array(60).fill('She should be small and red. '.repeat(20)) }],
  ['a given text', { sourceText: 'Nova found a lantern under the old roots. '.repeat(300), sceneCount: 6 }],
])('a quote for %s names every call and covers what is reserved for it', async (_, more) => {
  const studio = await startStudio();
  try {
    studio.obey(EVERY_PAGE);
    const brief = storyBriefSchema.parse({ prompt: 'A fox wakes a lantern', ...more });
    const calls: TextCall[] = [];
    const pay: PayForText = async (call) => {
      calls.push(call);
      return (await call.run()).answer;
    };
    const plan = { route: chooseRoute(brief), pages: brief.sceneCount };
    await writeStory(plan, stagesOf(studio.writerOf(brief, { pay })));
    const quoted = estimateWriting(brief);
    expect(quoted.map(({ step }) => step)).toEqual(calls.map(({ step }) => step));
    for (const [index, { step, units, usual }] of quoted.entries()) {
      expect([step, usual.outputTokens < units.outputTokens]).toEqual([step, true]);
      expect([step, usual.inputTokens < units.inputTokens]).toEqual([step, true]);
      const reserved = calls[index]?.estimate;
      expect([step, units.outputTokens]).toEqual([step, reserved?.outputTokens]);
      expect([step, units.inputTokens >= (reserved?.inputTokens ?? 0)]).toEqual([step, true]);
      // The obedient writer plans in few words; a quote must have room for many.
      expect(units.inputTokens).toBeLessThan((reserved?.inputTokens ?? 0) * 5);
    }
  } finally {
    await studio.server.close();
  }
});
