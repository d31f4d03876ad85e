import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type StoryBriefInput, storyBriefSchema } from '../story/schema.ts';
import { buildQuote } from './quote.ts';

const brief = (changes: Partial<StoryBriefInput> = {}) =>
  storyBriefSchema.parse({ prompt: 'A snail who wants to see the sea', sceneCount: 4, ...changes });
const MODELS = [
  'STORY_MODEL',
  'IMAGE_MODEL',
  'SPEECH_MODEL',
  'VIDEO_MODEL',
  'MODERATION_MODEL',
  'MAX_NEW_TOKENS',
] as const;

beforeEach(() => {
  for (const name of MODELS) vi.stubEnv(name, '');
  vi.stubEnv('OPENAI_API_KEY', 'sk-test');
  vi.stubEnv('GEMINI_API_KEY', 'test');
});
afterEach(() => vi.unstubAllEnvs());

const itemsOf = (quote: ReturnType<typeof buildQuote>) =>
  Object.fromEntries(quote.items.map((item) => [item.modality, item]));

describe('the quote of a story', () => {
  test('is nothing where everything is built in', () => {
    const quote = buildQuote(brief());
    expect(quote.totalMicros).toBe(0);
    expect(quote.items.map(({ model }) => model)).toEqual([
      'builtin/storyteller',
      'builtin/illustrator',
      'builtin/narrator',
    ]);
  });

  test('is the sum of its parts, each with its calls', () => {
    vi.stubEnv('STORY_MODEL', 'openai/gpt-5-mini');
    vi.stubEnv('IMAGE_MODEL', 'openai/dall-e-3');
    vi.stubEnv('SPEECH_MODEL', 'openai/tts-1');
    const quote = buildQuote(brief({ pictureQuality: 'standard', targetLength: 100 }));
    const { text, picture, speech } = itemsOf(quote);
    expect(text).toMatchObject({ model: 'openai/gpt-5-mini', calls: 4 });
    // Four pages and two drawn once more.
    expect(picture).toMatchObject({ calls: 6, costMicros: 6 * 80_000, units: { pictures: 6 } });
    // 700 letters at $15 a million, rounded up for each of four pages.
    expect(speech).toMatchObject({ calls: 4, units: { characters: 700 }, costMicros: 4 * 2_625 });
    expect(quote.totalMicros).toBe(quote.items.reduce((sum, item) => sum + item.costMicros, 0));
  });

  test('counts the calls of a model that judges the texts, which a moderation service asks nothing for', () => {
    vi.stubEnv('MODERATION_MODEL', 'openai/omni-moderation-latest');
    const free = itemsOf(buildQuote(brief()));
    expect(free.moderation).toMatchObject({
      model: 'openai/omni-moderation-latest',
      costMicros: 0,
      isGuess: false,
    });
    vi.stubEnv('MODERATION_MODEL', 'gemini/gemini-3.5-flash-lite');
    const small = itemsOf(buildQuote(brief())).moderation;
    expect(small?.costMicros).toBeGreaterThan(small?.expectedMicros ?? 0);
    expect(small?.expectedMicros).toBeGreaterThan(0);
    // Built-in pictures are asked of nobody: the wish, and four tellings.
    expect(small?.calls).toBe(5);
    vi.stubEnv('IMAGE_MODEL', 'openai/dall-e-3');
    expect(itemsOf(buildQuote(brief())).moderation?.calls).toBe(5 + 4 + 4);
    const given = brief({ sourceText: 'The snail goes on. '.repeat(3_000) });
    expect(itemsOf(buildQuote(given)).moderation?.calls).toBeGreaterThan(20);
  });

  test('expects less than the most: no redraws, a smaller cast, answers as long as they were asked for', () => {
    vi.stubEnv('STORY_MODEL', 'openai/gpt-5-mini');
    vi.stubEnv('IMAGE_MODEL', 'openai/dall-e-3');
    vi.stubEnv('SPEECH_MODEL', 'openai/tts-1');
    const quote = buildQuote(brief({ pictureQuality: 'standard', targetLength: 100 }));
    const { text, picture, speech } = itemsOf(quote);
    expect(picture?.expectedMicros).toBe(4 * 80_000);
    expect(speech?.expectedMicros).toBe(speech?.costMicros);
    expect(text?.expectedMicros).toBeGreaterThan(0);
    expect(text?.expectedMicros).toBeLessThan((text?.costMicros ?? 0) / 2);
    expect(quote.expectedMicros).toBe(quote.items.reduce((sum, item) => sum + item.expectedMicros, 0));
  });

  test('counts everybody’s own picture where the model takes pictures to go by', () => {
    vi.stubEnv('IMAGE_MODEL', 'openai/gpt-image-1');
    const sheet = {
      id: 'nova',
      name: 'Nova',
      kind: 'fox',
      role: 'hero' as const,
      pronoun: 'she' as const,
      description: 'A small red fox.',
      outfit: '',
      seed: 1,
    };
    expect(itemsOf(buildQuote(brief())).picture?.calls).toBe(4 + 4 + 2);
    expect(itemsOf(buildQuote(brief({ sheets: [sheet] }))).picture?.calls).toBe(1 + 4 + 2);
  });

  test('grows with quality and pages, and knows what is not wanted', () => {
    vi.stubEnv('IMAGE_MODEL', 'openai/gpt-image-1');
    const cost = (changes: Partial<StoryBriefInput>) => buildQuote(brief(changes)).totalMicros;
    expect(cost({ pictureQuality: 'high' })).toBeGreaterThan(cost({ pictureQuality: 'draft' }));
    expect(cost({ sceneCount: 8 })).toBeGreaterThan(cost({ sceneCount: 4 }));
    expect(cost({ pictures: false })).toBe(0);
    expect(cost({ pictures: false, clips: true })).toBeGreaterThan(0);
  });

  test('of clips is by the second, where a model makes them', () => {
    vi.stubEnv('VIDEO_MODEL', 'openai/sora-2');
    expect(itemsOf(buildQuote(brief())).video).toBeUndefined();
    const { video } = itemsOf(buildQuote(brief({ clips: true, targetLength: 40 })));
    expect(video?.calls).toBe(4);
    // Ten words a page are read in less than six seconds; a clip has 4, 8 or 12.
    expect(video?.units).toEqual({ seconds: 4 * 4 });
    expect(video?.costMicros).toBe(4 * 4 * 100_000);
  });

  test('follows the models a request chooses', () => {
    const quote = buildQuote(brief({ models: { picture: 'openai/dall-e-2' } }));
    expect(itemsOf(quote).picture).toMatchObject({ model: 'openai/dall-e-2', costMicros: 6 * 20_000 });
  });

  test('says where a price is only guessed', () => {
    vi.stubEnv('SPEECH_MODEL', 'openai/voice-of-tomorrow');
    expect(itemsOf(buildQuote(brief())).speech?.isGuess).toBe(true);
  });

  test('of a given text counts the letters that are read aloud', () => {
    vi.stubEnv('SPEECH_MODEL', 'openai/tts-1');
    const quote = buildQuote(brief({ sourceText: 'a'.repeat(1_000) }));
    expect(itemsOf(quote).speech?.units).toEqual({ characters: 1_000 });
  });
});
