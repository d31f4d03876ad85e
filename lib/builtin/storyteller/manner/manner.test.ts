import { describe, expect, it } from 'vitest';
import { guardDraft } from '../../../safety/guard.ts';
import { measureTone } from '../../../safety/tone.ts';
import { measureReading } from '../../../story/reading/measure-reading.ts';
import { listWords } from '../../../story/reading/split-text.ts';
import {
  AGE_GROUPS,
  AUDIENCES,
  CONTENT_RATINGS,
  ENDINGS,
  POINTS_OF_VIEW,
  type StoryBriefInput,
  type StoryDraft,
  storyBriefSchema,
  storyDraftSchema,
  TONES,
  WRITING_STYLES,
} from '../../../story/schema.ts';
import { createRandom } from '../../random.ts';
import { PROMPTS } from '../fixtures/prompts.ts';
import { findStoryFaults } from '../fixtures/story-faults.ts';
import { tellStory } from '../tell-story.ts';
import { bandOf } from './audience.ts';

const tell = (input: StoryBriefInput, seed = 1) => tellStory({ ...storyBriefSchema.parse(input), seed });
const textOf = (story: StoryDraft) => story.scenes.map((scene) => scene.text).join('\n\n');
/** What the teller says, without what anybody in the story says. */
const narrationOf = (text: string) => text.replace(/“[^”]*”/g, '§');
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const SOME = [
  'A brave little mouse named Pip looks for a magical cheese',
  'Nova the fox and her robot friend Bip explore a candy galaxy',
  'my daughter Mia is afraid of the dark',
  'A shy owl makes a friend',
  'A knight must stop a grumpy dragon',
  'Two brothers, Tom and Ali, build a treehouse',
];
const PERSONAS = [
  'Award-Winning Science Fiction Author',
  'Historical novelist',
  'Detective story writer',
  'Poet',
  'Fantasy author',
  'Stand-up comedian',
  'Travel writer',
  'Horror writer',
  'Children’s author',
  'Nature journalist',
  'a retired lighthouse keeper',
];
const PROFILE = {
  mood: 'Sleepy and hopeful',
  routine: 'Warm bath then story time',
  preferences: ['space travel', 'friendship'],
  favouriteCharacters: ['Nova the fox'],
  calmingElements: ['starlight', 'lavender', 'soft clouds'],
};

describe('every option changes the text', () => {
  const options: [string, readonly (Partial<StoryBriefInput> | undefined)[]][] = [
    ['tone', TONES.map((tone) => ({ tone }))],
    ['writing style', [undefined, ...WRITING_STYLES.map((writingStyle) => ({ writingStyle }))]],
    ['point of view', [undefined, ...POINTS_OF_VIEW.map((pointOfView) => ({ pointOfView }))]],
    ['content rating', [undefined, ...CONTENT_RATINGS.map((contentRating) => ({ contentRating }))]],
    ['ending', [undefined, ...ENDINGS.map((ending) => ({ ending }))]],
    ['persona', [undefined, ...PERSONAS.map((persona) => ({ persona }))]],
    ['audience', AUDIENCES.map((audience) => ({ audience }))],
    ['theme', [undefined, { theme: 'courage' }, { theme: 'Good vs. evil' }, { theme: 'Galactic pastel' }]],
    [
      'profile',
      [
        undefined,
        { profile: { mood: 'anxious' } },
        { profile: { mood: 'wild and excited' } },
        { profile: { routine: 'brush teeth, then a story' } },
        { profile: { preferences: ['trains'] } },
        { profile: { favouriteCharacters: ['Otto the penguin'] } },
        { profile: { calmingElements: ['the sea'] } },
      ],
    ],
  ];
  it.each(options)('%s', (name, values) => {
    SOME.forEach((prompt, index) => {
      const ageGroup = AGE_GROUPS[index % 3];
      const texts = values.map((value) => textOf(tell({ prompt, ageGroup, ...value }, index)));
      const distinct = new Set(texts).size;
      // Children of three to five are never told more than PG, so PG-13 may be the same to them; plain is what a text without
      // a single comparison is already.
      const mayCoincide = (name === 'content rating' && ageGroup === '3-5') || name === 'writing style';
      const least = values.length - (mayCoincide ? 1 : 0);
      expect(distinct, `${name}: ${prompt}`).toBeGreaterThanOrEqual(least);
    });
  });
});

describe('all options together', () => {
  const BRIEFS = PROMPTS.slice(0, 150).map((prompt, index) => {
    const random = createRandom(`manner ${index}`);
    const maybe = <Value>(values: readonly Value[]) => (random.chance(0.6) ? random.pick(values) : undefined);
    return {
      prompt,
      ageGroup: AGE_GROUPS[index % 3],
      sceneCount: random.int(2, 8),
      targetLength: random.int(150, 900),
      tone: random.pick(TONES),
      persona: maybe(PERSONAS),
      writingStyle: maybe(WRITING_STYLES),
      pointOfView: maybe(POINTS_OF_VIEW.slice(1)),
      contentRating: maybe(CONTENT_RATINGS),
      ending: maybe(ENDINGS),
      audience: index % 3 === 2 ? maybe(AUDIENCES) : undefined,
      theme: maybe(['friendship', 'Galactic pastel', 'Good vs. evil']),
      profile: random.chance(0.4) ? PROFILE : undefined,
      ...(random.chance(0.3) && { chapters: true as const }),
    } satisfies StoryBriefInput;
  });
  const STORIES = BRIEFS.map((brief, index) => ({ brief, story: tell(brief, index) }));

  it('are told without a blank, a slip, a doubled sentence or a lost hero, on as many pages as were asked for', () => {
    const faulty = STORIES.flatMap(({ brief, story }) => {
      expect(storyDraftSchema.safeParse(story).success).toBe(true);
      expect(story.scenes).toHaveLength(brief.sceneCount);
      const faults = findStoryFaults(story);
      return faults.length > 0 ? [`${JSON.stringify(brief)}: ${faults.join('; ')}`] : [];
    });
    expect(faulty).toEqual([]);
  });

  it('stay in the reading band of their readers in at least 95 % of the stories', () => {
    const out = STORIES.filter(({ brief, story }) => {
      const { grade } = measureReading(textOf(story), storyBriefSchema.parse(brief).ageGroup);
      const band = bandOf(storyBriefSchema.parse(brief));
      return grade < band.min || grade > band.max;
    });
    expect(
      out.length / STORIES.length,
      out.map(({ brief }) => JSON.stringify(brief)).join('\n'),
    ).toBeLessThanOrEqual(0.05);
  });

  it('hit the length that was asked for within 15 % in at least 95 % of the stories', () => {
    const missed = STORIES.filter(({ brief, story }) => {
      const words = listWords(textOf(story)).length;
      return Math.abs(words - brief.targetLength) / brief.targetLength > 0.15;
    });
    expect(
      missed.length / STORIES.length,
      missed
        .map(({ brief, story }) => `${listWords(textOf(story)).length} ${JSON.stringify(brief)}`)
        .join('\n'),
    ).toBeLessThanOrEqual(0.05);
  });

  it('pass the guardrails of their age', () => {
    for (const { brief, story } of STORIES)
      expect(() => guardDraft(story, { ...brief, ageGroup: brief.ageGroup ?? '6-8' })).not.toThrow();
  });
});

describe('point of view', () => {
  const TOLD = PROMPTS.slice(0, 90).map((prompt, index) =>
    tell(
      {
        prompt,
        pointOfView: 'first-person',
        ageGroup: AGE_GROUPS[index % 3],
        sceneCount: 1 + (index % 6),
        targetLength: 120 + ((index * 53) % 600),
      },
      index,
    ),
  );
  const NARRATIONS = TOLD.map((story) => ({ story, narration: narrationOf(textOf(story)) }));

  it('in the first person the hero says who they are and tells every page as "I"', () => {
    for (const { story, narration } of NARRATIONS) {
      const [hero] = story.characters;
      expect(narration).toMatch(new RegExp(`(?:My name is|my name is|I am) ${hero?.name}`));
      expect(narration).toMatch(/\bI (?:was|had|wanted|did|could|\p{L}+ed)\b/u);
      // After they have said it, nobody but others in their speech says the name.
      expect(narration.split(hero?.name ?? '').length, narration).toBe(2);
      expect(textOf(story)).not.toMatch(/[\uE000-\uF8FF]/);
    }
  });

  it('the first person is right English: subject, object, order and verb', () => {
    const wrong = [
      /\bI (?:is|are|were|has|does|am \p{L}+ed by)\b/u,
      /\b(?:to|with|at|from|by|beside|behind|gave|told|showed|followed|hugged|saw|led) I\b/i,
      /\bme (?:was|had|did|could|said|went|knew|felt)\b(?! (?:crawled|taking))/,
      /\bI and\b|\bme and \p{Lu}/u,
      /\b(?:my|me|myself)'s\b|\bI’s\b/,
      /(?:^|[.!?] )(?:my|me|myself)\b/,
    ];
    const faulty = NARRATIONS.flatMap(({ narration }) =>
      wrong.flatMap((pattern) => {
        const found = pattern.exec(narration);
        return found
          ? [`${pattern}: …${narration.slice(Math.max(0, found.index - 60), found.index + 60)}…`]
          : [];
      }),
    );
    expect(faulty).toEqual([]);
  });

  it('in speech others still call the hero by name, and what pictures show stays in the third person', () => {
    const speech = TOLD.flatMap((story) => {
      const name = story.characters[0]?.name ?? '';
      return (textOf(story).match(/“[^”]*”/g) ?? []).filter((said) => said.includes(name));
    });
    expect(speech.length).toBeGreaterThan(3);
    for (const story of TOLD) {
      for (const { summary } of story.scenes) expect(summary).not.toMatch(/\b(?:I|me|my)\b/);
      expect(story.title).not.toMatch(/\bI\b|\bme\b/);
      expect(story.scenes.every((scene) => scene.characterIds[0] === story.characters[0]?.id)).toBe(true);
    }
  });

  it('limited knows no more than the hero, omniscient knows what the hero cannot', () => {
    for (const [index, prompt] of SOME.entries()) {
      const brief = { prompt, ageGroup: AGE_GROUPS[index % 3] };
      expect(textOf(tell({ ...brief, pointOfView: 'third-omniscient' }, index))).toMatch(
        /did not know|Far (?:off|away)|Each of them/,
      );
      expect(textOf(tell({ ...brief, pointOfView: 'third-limited' }, index))).toMatch(
        /did not know|could only guess|no way of knowing|own head|thought|Inside (?:his|her|their) head/,
      );
    }
  });
});

describe('content rating', () => {
  const TENSE =
    /\b(?:heart (?:hammered|beat|went)|worried|wrong step|in the dark|back(?:,|\.)|Thump|afraid|scared|terrified|screamed|monster|ghost|shriek\w*)\b/g;
  const tension = (rating: (typeof CONTENT_RATINGS)[number], ageGroup: (typeof AGE_GROUPS)[number]) =>
    mean(
      PROMPTS.slice(0, 30).map((prompt, index) => {
        const text = textOf(tell({ prompt, ageGroup, contentRating: rating }, index));
        return (text.match(TENSE)?.length ?? 0) / (listWords(text).length / 100);
      }),
    );

  it.each(AGE_GROUPS)('G is milder than PG, and PG than PG-13, for %s', (ageGroup) => {
    const [g, pg, pg13] = CONTENT_RATINGS.map((rating) => tension(rating, ageGroup)) as [
      number,
      number,
      number,
    ];
    expect(g).toBeLessThan(pg);
    // Three to five: never more than PG.
    if (ageGroup === '3-5') expect(pg13).toBe(pg);
    else expect(pg).toBeLessThanOrEqual(pg13 + 0.05);
  });

  it('G has no frightening word and no storm in its pictures', () => {
    for (const [index, prompt] of PROMPTS.slice(0, 60).entries()) {
      const story = tell(
        { prompt, ageGroup: AGE_GROUPS[index % 3], contentRating: 'G', targetLength: 300 },
        index,
      );
      expect(measureTone(textOf(story))?.scary ?? 0, prompt).toBe(0);
      expect(story.scenes.map((scene) => scene.setting.weather)).not.toContain('storm');
      expect(story.scenes.map((scene) => scene.setting.mood)).not.toContain('worried');
    }
  });
});

describe('ending', () => {
  const LAST: Record<(typeof ENDINGS)[number], RegExp> = {
    happy: /happ|All was well|came right|this one did/,
    bittersweet: /kept an? .*(?:sorry|sad)/s,
    sad: /goodbye|Bye-bye/,
    cliffhanger: /[Kk]nock/,
    twist: /note/,
    open: /[Ll]eft|Which way|divided/,
  };
  it.each(ENDINGS)('%s is what the last page tells, at every age and length', (ending) => {
    for (const [index, prompt] of SOME.entries()) {
      for (const targetLength of [90, 200, 600]) {
        const story = tell(
          { prompt, ending, targetLength, ageGroup: AGE_GROUPS[index % 3], sceneCount: 3 },
          index,
        );
        expect(story.scenes.at(-1)?.text, prompt).toMatch(LAST[ending]);
        expect(story.scenes).toHaveLength(3);
      }
    }
  });

  it('a sad ending is gentle: it comforts, and its tone passes the guardrails', () => {
    for (const ageGroup of AGE_GROUPS) {
      const story = tell({ prompt: SOME[0] as string, ending: 'sad', ageGroup }, 2);
      expect(story.scenes.at(-1)?.text).toMatch(/hug|loved/);
      expect(story.scenes.at(-1)?.setting.mood).toBe('sad');
      expect(() => guardDraft(story, { ageGroup })).not.toThrow();
    }
  });
});

describe('writing style', () => {
  const styled = (writingStyle: (typeof WRITING_STYLES)[number]) =>
    PROMPTS.slice(0, 24).map((prompt, index) =>
      textOf(tell({ prompt, writingStyle, ageGroup: AGE_GROUPS[index % 3], targetLength: 300 }, index)),
    );
  it('formal has no short forms and does not exclaim; casual has short forms', () => {
    for (const text of styled('formal')) {
      expect(text).not.toMatch(/n’t\b|\b(?:I’m|it’s|that’s|he’s|she’s|we’re|you’re|I’ll|let’s)\b/i);
      expect(narrationOf(text)).not.toContain('!');
    }
    for (const text of styled('casual')) {
      expect(text).not.toMatch(/\b(?:did|could|was|had|would) not(?! only| even)\b/);
    }
    expect(styled('casual').filter((text) => /n’t\b|’s \p{Ll}/u.test(text)).length).toBeGreaterThan(12);
  });

  it('plain has fewer figures of speech than poetic', () => {
    const figures = (texts: string[]) =>
      mean(texts.map((text) => text.match(/\blike an? |\bas if\b|\bas though\b/g)?.length ?? 0));
    expect(figures(styled('plain'))).toBeLessThan(figures(styled('poetic')) / 2);
  });
});

describe('teller, readers and theme', () => {
  it('a teller’s stories happen where theirs do when the prompt leaves it open, and not otherwise', () => {
    const place = (persona: string, prompt: string) =>
      tell({ prompt, persona, sceneCount: 6 }, 3).scenes.map((scene) => scene.setting.place);
    expect(place('Science fiction author', 'a story about sharing')).toContain('space');
    expect(place('Historian', 'a story about sharing')).toContain('castle');
    expect(place('Science fiction author', 'a fox in a deep forest')).not.toContain('space');
  });

  it('a teller nobody knows puts their name to the story', () => {
    expect(textOf(tell({ prompt: SOME[0] as string, persona: 'Award-Winning Cookbook Writer' }))).toContain(
      'told by a cookbook writer',
    );
    expect(textOf(tell({ prompt: SOME[0] as string, persona: 'Ursula Meier' }))).toContain(
      'told by Ursula Meier',
    );
  });

  it('older readers get longer sentences and harder words, in the order of their age', () => {
    const measured = AUDIENCES.map((audience) =>
      PROMPTS.slice(0, 24).map((prompt, index) =>
        measureReading(textOf(tell({ prompt, audience, ageGroup: '9-12' }, index)), '9-12'),
      ),
    );
    const [children, young, adults] = measured.map((list) => ({
      grade: mean(list.map((one) => one.grade)),
      sentence: mean(list.map((one) => one.meanSentenceLength)),
      words: mean(list.map((one) => one.words)),
    }));
    expect(young?.sentence).toBeGreaterThan(children?.sentence ?? 0);
    expect(adults?.sentence).toBeGreaterThan(young?.sentence ?? 0);
    expect(adults?.grade).toBeGreaterThan(children?.grade ?? 0);
    expect(adults?.words).toBeGreaterThan(children?.words ?? 0);
  });

  it('says what it is about', () => {
    expect(textOf(tell({ prompt: SOME[3] as string, theme: 'Friendship' }))).toMatch(
      /friend makes the long way short/,
    );
    expect(textOf(tell({ prompt: SOME[3] as string, theme: 'Galactic pastel' }))).toContain(
      'something of galactic pastel',
    );
  });
});

describe('the listener’s profile', () => {
  const story = tell(
    { prompt: 'A child astronaut exploring a candy galaxy.', profile: PROFILE, targetLength: 400 },
    4,
  );
  const text = textOf(story);

  it('greets their mood, follows their routine, and says what they like', () => {
    expect(story.scenes[0]?.text).toMatch(/^This story is for somebody who feels sleepy and hopeful\./);
    expect(story.scenes.at(-1)?.text).toContain('time for a warm bath, and then for story time');
    expect(text).toContain('space travel and friendship');
  });

  it('brings their favourite characters along', () => {
    expect(story.characters.map((sheet) => sheet.name)).toContain('Nova');
    expect(story.characters.find((sheet) => sheet.name === 'Nova')).toMatchObject({
      kind: 'fox',
      role: 'companion',
    });
    expect(text).toContain('Nova');
  });

  it('puts what calms them into the text and into the pictures', () => {
    for (const calm of PROFILE.calmingElements) expect(text).toContain(calm);
    const props = story.scenes.flatMap((scene) => scene.props);
    expect(props).toEqual(expect.arrayContaining(['star', 'lavender', 'cloud']));
  });
});
