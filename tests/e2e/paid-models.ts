import { type StoryStudio, startStoryStudio } from '../providers/story-studio';
import { type RunningApp, startApp } from '../support/start-app';
import { test as base } from './fixtures';

type Paid = { studio: StoryStudio; app: RunningApp };

/** Pages of the book that the service writes. */
export const PAID_PAGES = 3;

/**
 * `test` against a Storyloom of its own whose stories are made by models that bill: a service on this machine in their
 * place, which obeys at once.
 */
export const test = base.extend<object, { paid: Paid }>({
  paid: [
    async ({ browserName: _ }, use) => {
      const studio = await startStoryStudio(PAID_PAGES, { textMs: 0, pictureMs: 0, speechMs: 0 });
      const app = await startApp({
        OPENAI_API_KEY: 'sk-test-not-a-secret-4711',
        OPENAI_BASE_URL: studio.baseUrl,
        STORY_MODEL: 'openai/gpt-5-mini',
        IMAGE_MODEL: 'openai/gpt-image-1',
        SPEECH_MODEL: 'openai/gpt-4o-mini-tts',
        INNGEST_RETRY_BASE_MS: '50',
        SPEND_CAP_STORY_USD: '2',
      });
      await use({ studio, app });
      await app.stop();
      await studio.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ paid }, use) => use(paid.app.url),
});
export { expect, expectAccessible } from './fixtures';
