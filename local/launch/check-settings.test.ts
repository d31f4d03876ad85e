import { afterEach, expect, test, vi } from 'vitest';
import { checkSettings } from './check-settings.ts';
import { LaunchError } from './plan.ts';

afterEach(() => vi.unstubAllEnvs());

/** The start's environment is the process's own. */
function start(values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
  return checkSettings(values);
}

test.each<[string, Record<string, string>, string[]]>([
  [
    'a key that is not set',
    { LLM_PROVIDER: 'anthropic', ANTHROPIC_API_KEY: '' },
    ['LLM_PROVIDER', 'ANTHROPIC_API_KEY'],
  ],
  [
    'a provider nobody knows',
    { IMAGE_MODEL: 'builtin/illustrator, acme/painter' },
    ['IMAGE_MODEL', 'acme/painter'],
  ],
  ['a model that is not built in', { VIDEO_MODEL: 'builtin/film' }, ['VIDEO_MODEL']],
  ['a model that may be chosen and does not exist', { ALLOWED_MODELS: 'acme/*' }, ['ALLOWED_MODELS']],
  ['limits of nobody', { PROVIDER_LIMITS: 'opnai=8' }, ['PROVIDER_LIMITS', 'opnai']],
  ['an address that is none', { OLLAMA_BASE_URL: 'localhost' }, ['OLLAMA_BASE_URL']],
])('%s stops the start, and the message names the variable', async (_, values, words) => {
  const error = await start(values).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(LaunchError);
  for (const word of words) expect((error as LaunchError).message).toContain(word);
});

test('nothing set, and what is set rightly, starts', async () => {
  await expect(start({})).resolves.toBeUndefined();
  await expect(
    start({ OPENAI_API_KEY: 'sk-test', STORY_MODEL: 'openai/gpt-5-mini' }),
  ).resolves.toBeUndefined();
});
