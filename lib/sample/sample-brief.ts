import { type StoryBrief, storyBriefSchema } from '@/lib/story/schema';

/**
 * The account that owns the sample story: the installation's, and not the one of `API_KEY`, so that no program finds a story
 * on its shelf that it has not asked for, and nobody's day or money counts it.
 */
export const SAMPLE_USER = {
  id: '5705100a-0000-4000-8000-000000000002',
  mailName: 'sample',
  displayName: 'Storyloom',
};

/**
 * What the sample tells. The seed makes it the same story everywhere, which we have read and looked at; the built-in engines
 * make it, also where others are configured: it costs nothing and needs nobody.
 */
export const SAMPLE_BRIEF: StoryBrief = storyBriefSchema.parse({
  prompt: 'A brave little mouse looks for a magical cheese that glows in the moonlit forest',
  ageGroup: '6-8',
  sceneCount: 4,
  style: 'storybook',
  tone: 'gentle',
  voice: 'rosie',
  seed: 1,
  models: { text: 'builtin/storyteller', picture: 'builtin/illustrator', speech: 'builtin/narrator' },
});
