import { describe, expect, test } from 'vitest';
import { buildPicturePrompt } from '../ai/picture-prompt.ts';
import { buildVideoPrompt } from '../ai/video-prompt.ts';
import { PROMPTS } from '../builtin/storyteller/fixtures/prompts.ts';
import { tellStory } from '../builtin/storyteller/tell-story.ts';
import { AGE_GROUPS, ILLUSTRATION_STYLES, storyBriefSchema } from '../story/schema.ts';
import { collectDecisions, type Decision } from './decisions.ts';
import { guardDepiction } from './guard-depiction.ts';

/** A told story's pages, as they are asked for. */
function listPrompts(prompt: string, index: number) {
  const ageGroup = AGE_GROUPS[index % AGE_GROUPS.length];
  const bedtime = index % 2 === 0 ? ({ bedtime: true } as const) : {};
  const brief = storyBriefSchema.parse({ prompt, ageGroup, ...bedtime });
  const story = tellStory({ ...brief, seed: index });
  return story.scenes.map((scene, position) => {
    const { setting, props } = scene;
    const characters = story.characters.filter(({ id }) => scene.characterIds.includes(id));
    const style = ILLUSTRATION_STYLES[index % ILLUSTRATION_STYLES.length] ?? 'storybook';
    const picture = buildPicturePrompt({ setting, characters, props, style }, scene.summary);
    const video = buildVideoPrompt(picture, { setting, seed: index, position, hasFirstFrame: true });
    return { brief, picture, video };
  });
}

describe('the words for a picture or a film', () => {
  test('of stories that are told here are let through, every one', () => {
    const pages = PROMPTS.filter((_, index) => index % 4 === 0).flatMap(listPrompts);
    expect(pages.length).toBeGreaterThan(150);
    const refused = pages.filter(({ brief, picture, video }) => {
      try {
        guardDepiction(picture, 'picture', brief);
        guardDepiction(video, 'video', brief);
        return false;
      } catch {
        return true;
      }
    });
    expect(refused.map(({ video }) => video)).toEqual([]);
  });

  test.each(['picture', 'video'] as const)('that break a rule are refused and noted: %s', async (place) => {
    const noted: Decision[] = [];
    const keep = async (decisions: Decision[]) => {
      noted.push(...decisions);
    };
    const prompt = 'A page of a picture book: the children drink vodka and snort cocaine.';
    const work = async () => guardDepiction(prompt, place, { ageGroup: '6-8' });
    await expect(collectDecisions(keep, work)).rejects.toMatchObject({
      code: 'guardrail_violation',
      rule: 'drugs',
    });
    expect(noted).toMatchObject([{ action: 'refused', rule: 'drugs', place }]);
  });
});
