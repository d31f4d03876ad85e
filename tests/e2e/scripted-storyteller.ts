import { type OpenAIServer, startOpenAIServer } from '../providers/openai-server';
import { type RunningApp, startApp } from '../support/start-app';
import { test as base } from './fixtures';

type Scripted = {
  /** What the storyteller, and who writes speech down, say next. */
  provider: OpenAIServer;
  app: RunningApp;
};

/**
 * `test` against a Storyloom of its own, whose storyteller is a model on a local server: it says what a test has queued,
 * as slowly or as badly as the test wants.
 */
export const test = base.extend<object, { scripted: Scripted }>({
  scripted: [
    async ({ browserName: _ }, use) => {
      const provider = await startOpenAIServer();
      const app = await startApp({
        OPENAI_API_KEY: 'sk-test-not-a-secret-4711',
        OPENAI_BASE_URL: provider.baseUrl,
        CHAT_MODEL: 'openai/gpt-test',
        TRANSCRIPTION_MODEL: 'openai/whisper-1',
      });
      await use({ provider, app });
      await app.stop();
      await provider.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ scripted }, use) => use(scripted.app.url),
});
export { expect } from './fixtures';
