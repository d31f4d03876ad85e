import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isAppError } from '../errors.ts';
import { checkChosenModels } from './chosen-models.ts';

const VARIABLES = [
  'STORY_MODEL',
  'IMAGE_MODEL',
  'SPEECH_MODEL',
  'VIDEO_MODEL',
  'ALLOWED_MODELS',
  'LLM_PROVIDER',
  'HUGGINGFACE_API_TOKEN',
  'HF_TOKEN',
  'TTS_MODEL',
  'OPENAI_BASE_URL',
  'ANTHROPIC_API_KEY',
];
beforeEach(() => {
  for (const name of VARIABLES) vi.stubEnv(name, '');
  vi.stubEnv('OPENAI_API_KEY', 'sk-test');
  vi.stubEnv('STORY_MODEL', 'openai/gpt-5-mini, openai/gpt-5.2');
});
afterEach(() => vi.unstubAllEnvs());

function complain(models: Parameters<typeof checkChosenModels>[0]) {
  try {
    checkChosenModels(models);
    return [];
  } catch (error) {
    if (isAppError(error) && error.code === 'invalid_request') return error.fields;
    throw error;
  }
}

test('what is in the installation’s list, and what is built in, may be chosen, in any order', () => {
  expect(complain(undefined)).toEqual([]);
  expect(complain({ text: 'openai/gpt-5.2, builtin/storyteller', picture: 'builtin/illustrator' })).toEqual(
    [],
  );
});

test('what nobody allowed is refused by its field, and the message tells what there is', () => {
  expect(complain({ text: 'openai/gpt-5-pro' })).toEqual([
    {
      path: 'models.text',
      message: 'openai/gpt-5-pro may not be chosen here. You can choose openai/gpt-5-mini, openai/gpt-5.2.',
    },
  ]);
  expect(
    complain({ text: 'openai/gpt-5.2', speech: 'openai/tts-1', video: 'openai/sora-2' }).map(
      ({ path }) => path,
    ),
  ).toEqual(['models.speech', 'models.video']);
});

test('a model of the list for words is not allowed for pictures by that', () => {
  expect(complain({ picture: 'openai/gpt-5-mini' })).toMatchObject([{ path: 'models.picture' }]);
});

test('ALLOWED_MODELS allows one model, or all of a provider', () => {
  vi.stubEnv('ALLOWED_MODELS', 'openai/gpt-image-1, anthropic/*');
  expect(complain({ picture: 'openai/gpt-image-1' })).toEqual([]);
  expect(complain({ picture: 'openai/dall-e-3' })).toHaveLength(1);
  vi.stubEnv('ANTHROPIC_API_KEY', 'sk-ant-test');
  expect(complain({ text: 'anthropic/claude-sonnet-4-5' })).toEqual([]);
});

test('what is allowed but cannot work is refused too, without a word about keys', () => {
  vi.stubEnv('ALLOWED_MODELS', 'anthropic/*');
  for (const models of [
    { text: 'anthropic/claude-sonnet-4-5' },
    { text: 'builtin/illustrator' },
    { text: 'acme/writer' },
    { text: 'storyteller' },
  ]) {
    const [field] = complain(models);
    expect(field?.path).toBe('models.text');
    expect(field?.message).not.toMatch(/KEY|STORY_MODEL/);
  }
});
