import { expect, it } from 'vitest';
import { getEnv } from './env.ts';
import { isAppError } from './errors.ts';

const read = (source: Record<string, string>) => getEnv(source).ai;

function complaintAbout(source: Record<string, string>): string {
  try {
    read(source);
  } catch (error) {
    if (isAppError(error) && error.code === 'misconfigured') return error.message;
    throw error;
  }
  throw new Error('It was accepted.');
}

it('nothing set means no lists, no keys and the default caps', () => {
  const { lists, caps, cache, limits } = read({});
  expect(Object.values(lists).flat()).toEqual([]);
  expect(caps).toEqual({
    storyMicros: 3_000_000,
    userDayMicros: 10_000_000,
    installationDayMicros: 50_000_000,
  });
  expect(cache).toEqual(['picture', 'speech', 'moderation']);
  expect(limits).toEqual({});
});

it('a list of models keeps its order and loses empty places', () => {
  const { lists } = read({ STORY_MODEL: ' openai/gpt-5-mini , , ollama/llama3.2:3b ' });
  expect(lists.story).toEqual(['openai/gpt-5-mini', 'ollama/llama3.2:3b']);
});

it('speech, Gemini and Hugging Face are known by the names other systems use', () => {
  const env = read({ TTS_MODEL: 'suno/bark-small', GOOGLE_API_KEY: 'g', HF_TOKEN: 'h' });
  expect(env.lists.speech).toEqual(['suno/bark-small']);
  expect(env.gemini.apiKey).toBe('g');
  expect(env.huggingface.token).toBe('h');
});

it('caps are dollars, and "none" lifts one', () => {
  const { caps } = read({ SPEND_CAP_STORY_USD: '0.25', SPEND_CAP_USER_DAY_USD: 'none' });
  expect(caps.storyMicros).toBe(250_000);
  expect(caps.userDayMicros).toBe(Infinity);
});

it('limits of a provider may name either half', () => {
  expect(read({ PROVIDER_LIMITS: 'openai=8/500, huggingface=2, ollama=/30' }).limits).toEqual({
    openai: { concurrency: 8, requestsPerMinute: 500 },
    huggingface: { concurrency: 2, requestsPerMinute: undefined },
    ollama: { concurrency: undefined, requestsPerMinute: 30 },
  });
});

it.each([
  ['SPEND_CAP_STORY_USD', '-1'],
  ['SPEND_CAP_USER_DAY_USD', 'lots'],
  ['PROVIDER_LIMITS', 'openai'],
  ['PROVIDER_LIMITS', 'openai=many'],
  ['PROVIDER_LIMITS', 'openai=0'],
  ['PROVIDER_LIMITS', 'openai=8/0'],
  ['MODEL_CACHE', 'films'],
  ['MODERATION_MODEL', 'openai/omni-moderation-latest, ollama/llama-guard3'],
  ['LLM_PROVIDER', 'somebody'],
  ['OLLAMA_BASE_URL', 'localhost:11434'],
  ['MAX_NEW_TOKENS', 'a few'],
])('%s=%s is refused by its name', (variable, value) => {
  expect(complaintAbout({ [variable]: value })).toContain(variable);
});
