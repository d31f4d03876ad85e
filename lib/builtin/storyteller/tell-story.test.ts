import { describe, expect, it } from 'vitest';
import { judgeReading } from '../../story/reading/judge-reading.ts';
import { measureReading } from '../../story/reading/measure-reading.ts';
import { listWords } from '../../story/reading/split-text.ts';
import {
  AGE_GROUPS,
  type StoryBriefInput,
  type StoryDraft,
  storyBriefSchema,
  storyDraftSchema,
  TONES,
} from '../../story/schema.ts';
import { createRandom } from '../random.ts';
import { setStage } from './casting.ts';
import { choosePlot } from './choose-plot.ts';
import { FAMILY_PROMPTS } from './fixtures/family-prompts.ts';
import { PROMPTS } from './fixtures/prompts.ts';
import { findStoryFaults } from './fixtures/story-faults.ts';
import { tellStory } from './tell-story.ts';
import { understandPrompt } from './understand-prompt/understand-prompt.ts';

const tell = (input: StoryBriefInput, seed = 1) => tellStory({ ...storyBriefSchema.parse(input), seed });
const textOf = (story: StoryDraft) => story.scenes.map((scene) => scene.text).join('\n\n');

/** Every prompt at every age, all tones and all numbers of scenes coming round. */
const STORIES = [...PROMPTS, ...FAMILY_PROMPTS].flatMap((prompt, index) =>
  AGE_GROUPS.map((ageGroup, age) => {
    const brief = {
      prompt,
      ageGroup,
      sceneCount: 1 + ((index + age * 5) % 12),
      tone: TONES[(index + age) % TONES.length],
    } as const;
    return { brief, story: tell(brief, index) };
  }),
);

describe('tellStory', () => {
  it('tells over 200 prompts at every age without a blank, a slip, a doubled sentence or a lost hero', () => {
    expect(PROMPTS.length).toBeGreaterThanOrEqual(200);
    const faulty = STORIES.flatMap(({ brief, story }) => {
      const faults = findStoryFaults(story);
      return faults.length > 0
        ? [`${brief.ageGroup} ${brief.prompt.slice(0, 50)}: ${faults.join('; ')}`]
        : [];
    });
    expect(faulty).toEqual([]);
  });

  it('returns a valid draft with exactly the scenes asked for', () => {
    for (const { brief, story } of STORIES) {
      expect(storyDraftSchema.safeParse(story).success).toBe(true);
      expect(story.scenes).toHaveLength(brief.sceneCount);
    }
  });

  it('writes for the age: at least 97 % of the stories are in the reading band', () => {
    const outside = STORIES.filter(({ brief, story }) => {
      const cast = story.characters.map((character) => character.name);
      return judgeReading(measureReading(textOf(story), brief.ageGroup, cast), brief.ageGroup) !== 'in_band';
    });
    expect(outside.length / STORIES.length).toBeLessThanOrEqual(0.03);
  });

  it('hits a target length within 15 % in at least 98 of 100 stories', () => {
    const targets = [
      [60, 2],
      [150, 4],
      [400, 6],
      [800, 8],
      [1500, 12],
    ] as const;
    const misses: string[] = [];
    let told = 0;
    PROMPTS.forEach((prompt, index) => {
      const ageGroup = AGE_GROUPS[index % AGE_GROUPS.length];
      const [targetLength, sceneCount] = targets[index % targets.length] as (typeof targets)[number];
      const { length: words } = listWords(
        textOf(tell({ prompt, ageGroup, sceneCount, targetLength }, index)),
      );
      told++;
      if (Math.abs(words - targetLength) / targetLength > 0.15)
        misses.push(`${ageGroup} ${targetLength}: ${words}, ${prompt}`);
    });
    expect(misses.length / told, misses.join('\n')).toBeLessThanOrEqual(0.02);
  });

  it('takes a length from the prompt when the brief has none', () => {
    const { length: words } = listWords(
      textOf(tell({ prompt: "write a 300 word story about a dragon who can't breathe fire" })),
    );
    expect(Math.abs(words - 300)).toBeLessThanOrEqual(45);
  });

  it('tells the same story for the same seed and clearly another for another seed', () => {
    const brief = { prompt: 'A brave little mouse looks for a magical cheese', sceneCount: 6 } as const;
    expect(tell(brief, 5)).toEqual(tell(brief, 5));
    const overlaps: number[] = [];
    for (let seed = 0; seed < 12; seed++) {
      overlaps.push(overlap(textOf(tell(brief, seed)), textOf(tell(brief, seed + 100))));
    }
    expect(overlaps.reduce((sum, value) => sum + value, 0) / overlaps.length).toBeLessThan(0.5);
    const free = { prompt: 'a story about a fox', sceneCount: 6 } as const;
    const others = Array.from({ length: 12 }, (_, seed) =>
      overlap(textOf(tell(free, seed)), textOf(tell(free, seed + 50))),
    );
    expect(others.reduce((sum, value) => sum + value, 0) / others.length).toBeLessThan(0.3);
  });

  it('reaches every plot shape', () => {
    const shapes = new Set(
      PROMPTS.map((prompt, index) => {
        const brief = storyBriefSchema.parse({ prompt, tone: TONES[index % TONES.length] });
        const random = createRandom(index);
        return choosePlot(setStage(understandPrompt(brief), brief, random), random.fork('shape')).shape.id;
      }),
    );
    expect(shapes.size).toBeGreaterThanOrEqual(16);
  });

  it('keeps the names, kinds and pronouns a prompt gives', () => {
    const story = tell({
      prompt: 'Nova the fox and her robot friend Bip explore a candy galaxy',
      sceneCount: 4,
    });
    expect(story.characters[0]).toMatchObject({ name: 'Nova', kind: 'fox', pronoun: 'she', role: 'hero' });
    expect(story.characters[1]).toMatchObject({ name: 'Bip', kind: 'robot', role: 'companion' });
    expect(textOf(story)).toContain('candy galaxy');
    const mia = tell({ prompt: 'my daughter Mia is afraid of the dark', sceneCount: 4 });
    expect(mia.characters[0]).toMatchObject({ name: 'Mia', kind: 'girl', pronoun: 'she' });
    expect(textOf(mia)).toContain('the dark');
    const brothers = tell({ prompt: 'Two brothers, Tom and Ali, build a treehouse', sceneCount: 4 });
    expect(brothers.characters.slice(0, 2).map((sheet) => [sheet.name, sheet.kind])).toEqual([
      ['Tom', 'boy'],
      ['Ali', 'boy'],
    ]);
    expect(textOf(brothers)).toContain('treehouse');
  });

  it('tells what the prompt tells where no plot is about it, and is called after it', () => {
    for (const ageGroup of AGE_GROUPS) {
      const ladybird = tell({ prompt: 'A ladybird named Dot counts her spots', ageGroup, sceneCount: 3 });
      expect(ladybird.title).toBe('The Day Dot Counted Her Spots');
      expect(ladybird.scenes[0]?.text).toContain('Dot counted her spots');
      const rain = tell({ prompt: 'The day it rained spaghetti', ageGroup, sceneCount: 3 });
      expect(rain.title).toBe('The Day It Rained Spaghetti');
      expect(rain.scenes[0]?.text).toContain('the day it rained spaghetti');
      const trunk = tell({ prompt: 'How the elephant got its trunk', ageGroup, sceneCount: 4 });
      expect(trunk.title).toBe('How the Elephant Got Its Trunk');
      expect(textOf(trunk)).toContain('how the elephant got its trunk');
    }
    expect(tell({ prompt: 'The king who had no crown' }).title).toBe('The King who Had No Crown');
  });

  it('brings what is to be brought to whom it is for', () => {
    for (const [prompt, load, there] of [
      ['A small otter posts a letter to the lighthouse', 'letter', 'lighthouse'],
      ['Mia takes a basket of apples to her grandma', 'basket of apples', 'Grandma'],
      ['A fox brings soup to a sick bear', 'soup', 'bear'],
      ['A penguin postman delivers letters to the moon', 'letters', 'moon'],
    ] as const) {
      for (const ageGroup of AGE_GROUPS) {
        const story = tell({ prompt, ageGroup, sceneCount: 5 });
        expect(story.scenes[0]?.text).toContain(load);
        expect(textOf(story)).toContain(there);
      }
    }
  });

  it('gives nobody a name that somebody in the prompt has', () => {
    for (let seed = 0; seed < 40; seed++) {
      const story = tell({ prompt: 'Grandpa mails a postcard to Max', sceneCount: 3 }, seed);
      const names = story.characters.map(({ name }) => name);
      expect(names).toContain('Max');
      expect(new Set(names).size, names.join()).toBe(names.length);
    }
  });

  it('shows companions the brief adds', () => {
    const story = tell({
      prompt: 'a bear finds a boat',
      characters: ['Lulu the penguin', 'Otto'],
      sceneCount: 4,
    });
    expect(story.characters.map((sheet) => sheet.name)).toEqual(expect.arrayContaining(['Lulu', 'Otto']));
  });

  it('moves through places and times, and gives sheets one clear look', () => {
    for (const { story } of STORIES) {
      if (story.scenes.length < 6) continue;
      const settings = new Set(
        story.scenes.map((scene) => `${scene.setting.place}/${scene.setting.timeOfDay}`),
      );
      expect(settings.size).toBeGreaterThanOrEqual(2);
    }
    for (const { story } of STORIES) {
      for (const sheet of story.characters) expect(sheet.description).toMatch(/^An? .+\.$/);
    }
  });

  it('takes at most 30 ms for a story once warm', () => {
    const durations = PROMPTS.slice(0, 60).map((prompt, index) => {
      const started = performance.now();
      tell({ prompt, ageGroup: AGE_GROUPS[index % 3], sceneCount: 4 }, index);
      return performance.now() - started;
    });
    const median = durations.toSorted((a, b) => a - b)[30] as number;
    expect(median).toBeLessThan(30);
  });
});

/** Share of the word triples of one text that the other has, too. */
function overlap(one: string, other: string): number {
  const triples = (text: string) => {
    const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
    return new Set(words.slice(2).map((_, index) => words.slice(index, index + 3).join(' ')));
  };
  const a = triples(one);
  const b = triples(other);
  return [...a].filter((triple) => b.has(triple)).length / a.size;
}

it('a number of pages is kept, however few words were asked for', () => {
  for (const [index, prompt] of PROMPTS.slice(0, 24).entries()) {
    for (const sceneCount of [2, 6, 9, 12]) {
      for (const targetLength of [30, 40, 60]) {
        const brief = storyBriefSchema.parse({
          prompt,
          sceneCount,
          targetLength,
          ageGroup: AGE_GROUPS[index % 3],
        });
        const { scenes } = tellStory({ ...brief, seed: index });
        expect([prompt, targetLength, scenes.length]).toEqual([prompt, targetLength, sceneCount]);
      }
    }
  }
});
