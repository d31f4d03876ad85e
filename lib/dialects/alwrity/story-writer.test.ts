import { describe, expect, it } from 'vitest';
import { briefFromWriteRequest, writeStoryRequestSchema } from './story-writer';

const documented = {
  persona: 'Award-Winning Science Fiction Author',
  story_setting: 'A futuristic city in the year 2150',
  character_input: 'John is a tall, muscular man with a kind heart',
  plot_elements: 'Theme: Good vs. evil. Conflict: Save the world',
  writing_style: '😎 Casual',
  story_tone: '⏳ Suspenseful',
  narrative_pov: '👤 First Person',
  audience_age_group: '👨👩👧👦 Adults (18+ years)',
  content_rating: '🌟 G - General Audiences',
  ending_preference: '😊 Happy Ending',
};
const read = (body: object) => briefFromWriteRequest(writeStoryRequestSchema.parse(body));

describe('a request as ALwrity documents it', () => {
  it('becomes a brief with every option of it', () => {
    expect(read(documented)).toMatchObject({
      prompt: 'John is a tall, muscular man with a kind heart. Save the world',
      persona: 'Award-Winning Science Fiction Author',
      setting: 'A futuristic city in the year 2150',
      theme: 'Good vs. evil',
      characters: ['John is a tall, muscular man with a kind heart'],
      writingStyle: 'casual',
      tone: 'suspenseful',
      pointOfView: 'first-person',
      ageGroup: '9-12',
      audience: 'adults',
      contentRating: 'G',
      ending: 'happy',
      chapters: true,
      pictures: false,
      narration: false,
      film: null,
    });
  });

  it('reads the same without the emoji, in any case', () => {
    const plain = Object.fromEntries(
      Object.entries(documented).map(([key, value]) => [
        key,
        value
          .replaceAll(/[^\p{L}\p{N}\p{P}\p{Z}+]/gu, '')
          .trim()
          .toUpperCase(),
      ]),
    );
    const { writingStyle, tone, pointOfView, audience, contentRating, ending } = read(plain);
    expect({ writingStyle, tone, pointOfView, audience, contentRating, ending }).toEqual({
      writingStyle: 'casual',
      tone: 'suspenseful',
      pointOfView: 'first-person',
      audience: 'adults',
      contentRating: 'G',
      ending: 'happy',
    });
  });

  it('takes numbers and choices from a query string too', () => {
    expect(read({ plot_elements: 'A lost kite', num_chapters: '3', generate_images: 'true' })).toMatchObject({
      sceneCount: 3,
      pictures: true,
    });
  });

  it('keeps a setting that is too long for its place as the person told it', () => {
    const setting = 'A harbour town of many bridges. '.repeat(12).trim();
    expect(read({ ...documented, story_setting: setting })).toMatchObject({
      setting: 'A harbour town of many bridges',
      words: [setting],
    });
  });

  it.each([
    ['writing_style', 'Baroque'],
    ['content_rating', '🔴 R'],
    ['narrative_pov', 'Second Person'],
    ['num_chapters', 0],
    ['target_length', 'long'],
  ])('refuses %s %s and names what there is', (field, value) => {
    const parsed = writeStoryRequestSchema.safeParse({ ...documented, [field]: value });
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual([field]);
  });

  it('refuses a request that says nothing of the story', () => {
    expect(writeStoryRequestSchema.safeParse({ persona: 'A poet', writing_style: '' }).success).toBe(false);
  });
});
