import { afterEach, expect, test, vi } from 'vitest';
import {
  checkModelConfiguration,
  describeModels,
  findProvider,
  getBuiltInImageModel,
  getBuiltInSpeechModel,
  getChatModel,
  getDossierModel,
  getImageModel,
  getSpeechModel,
  getStoryModel,
  getTranscriptionModel,
  modelName,
} from './models.ts';

afterEach(() => vi.unstubAllEnvs());

function setEnv(values: Record<string, string>): void {
  for (const name of [
    'STORY_MODEL',
    'IMAGE_MODEL',
    'SPEECH_MODEL',
    'CHAT_MODEL',
    'DOSSIER_MODEL',
    'TRANSCRIPTION_MODEL',
    'TTS_MODEL',
    'VIDEO_MODEL',
    'ALLOWED_MODELS',
    'LLM_PROVIDER',
    'OPENAI_API_KEY',
    'OPENAI_BASE_URL',
    'HUGGINGFACE_API_TOKEN',
    'HF_TOKEN',
    'OLLAMA_MODEL',
  ]) {
    vi.stubEnv(name, values[name] ?? '');
  }
}

test('with nothing set everything is built in, and so it is with only a key', () => {
  const settings: Record<string, string>[] = [{}, { OPENAI_API_KEY: 'sk-test' }];
  for (const values of settings) {
    setEnv(values);
    const models = [getStoryModel(), getImageModel(), getSpeechModel(), getChatModel(), getDossierModel()];
    expect(models.map(modelName)).toEqual([
      'builtin/storyteller',
      'builtin/illustrator',
      'builtin/narrator',
      'builtin/interviewer',
      'builtin/extractor',
    ]);
    expect(getTranscriptionModel()).toBeUndefined();
    expect(checkModelConfiguration()).toEqual([]);
    expect(describeModels()[0]).toEqual({
      modality: 'text',
      id: 'builtin/storyteller',
      builtIn: true,
      label: 'Built-in, no AI service',
    });
  }
});

test('each kind of work can go to another service', () => {
  setEnv({ OPENAI_API_KEY: 'sk-test', STORY_MODEL: 'openai/gpt-4.1', IMAGE_MODEL: 'openai/gpt-image-1' });
  expect(modelName(getStoryModel())).toBe('openai/gpt-4.1');
  expect(getStoryModel().provider).toBe('openai.responses');
  expect(modelName(getImageModel())).toBe('openai/gpt-image-1');
  expect(modelName(getSpeechModel())).toBe('builtin/narrator');
  expect(findProvider(getImageModel())?.name).toBe('openai');
  expect(describeModels().map((model) => [model.id, model.builtIn])).toEqual([
    ['openai/gpt-4.1', false],
    ['builtin/interviewer', true],
    ['builtin/extractor', true],
    ['openai/gpt-image-1', false],
    ['builtin/narrator', true],
  ]);
});

test('a service that imitates OpenAI is spoken to in chat completions, and its model names may hold slashes', () => {
  setEnv({
    OPENAI_API_KEY: 'x',
    OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1',
    STORY_MODEL: 'openai/org/model:7b',
  });
  expect(getStoryModel().provider).toBe('openai.chat');
  expect(modelName(getStoryModel())).toBe('openai/org/model:7b');
});

test('the conversation, its dossier and recorded speech can go to another service', () => {
  setEnv({
    OPENAI_API_KEY: 'sk-test',
    CHAT_MODEL: 'openai/gpt-4.1-mini',
    DOSSIER_MODEL: 'openai/gpt-4.1',
    TRANSCRIPTION_MODEL: 'openai/whisper-1',
  });
  expect(modelName(getChatModel())).toBe('openai/gpt-4.1-mini');
  expect(modelName(getDossierModel())).toBe('openai/gpt-4.1');
  expect(getTranscriptionModel()?.modelId).toBe('whisper-1');
  expect(describeModels().at(-1)).toEqual({
    modality: 'transcription',
    id: 'openai/whisper-1',
    builtIn: false,
    label: 'OpenAI whisper-1',
  });
});

test.each([
  ['nothing built in to write down speech', { TRANSCRIPTION_MODEL: 'builtin/ear' }, 'TRANSCRIPTION_MODEL'],
  ['an unknown chat model', { CHAT_MODEL: 'builtin/storyteller' }, 'CHAT_MODEL'],
  ['a missing key for the dossier', { DOSSIER_MODEL: 'openai/gpt-4.1' }, 'OPENAI_API_KEY'],
])('%s is told before anybody talks', (_, values, variable) => {
  setEnv(values as unknown as Record<string, string>);
  expect(checkModelConfiguration()).toEqual([expect.stringContaining(variable)]);
});

test.each([
  ['an unknown provider', { STORY_MODEL: 'acme/writer' }, 'STORY_MODEL'],
  ['no provider at all', { IMAGE_MODEL: 'gpt-image-1' }, 'IMAGE_MODEL'],
  ['a provider without a model', { SPEECH_MODEL: 'openai/' }, 'SPEECH_MODEL'],
  ['an unknown built-in model', { SPEECH_MODEL: 'builtin/storyteller' }, 'SPEECH_MODEL'],
  ['a missing key', { STORY_MODEL: 'openai/gpt-4.1' }, 'OPENAI_API_KEY'],
])('%s is named by its variable', (_, values, variable) => {
  setEnv(values as unknown as Record<string, string>);
  const problems = checkModelConfiguration();
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(variable);
  expect(problems[0]).toContain(Object.keys(values)[0]);
  const get = { STORY_MODEL: getStoryModel, IMAGE_MODEL: getImageModel, SPEECH_MODEL: getSpeechModel };
  const failing = get[Object.keys(values)[0] as keyof typeof get];
  expect(failing).toThrowError(expect.objectContaining({ code: 'misconfigured' }));
});

test('the built-in engines stand in whatever is set', () => {
  setEnv({ IMAGE_MODEL: 'acme/x', SPEECH_MODEL: 'acme/x' });
  expect(modelName(getBuiltInImageModel())).toBe('builtin/illustrator');
  expect(modelName(getBuiltInSpeechModel())).toBe('builtin/narrator');
});
