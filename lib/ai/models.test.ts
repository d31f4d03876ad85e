import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkModelConfiguration } from './check-models.ts';
import { describeModels, findProvider, getCandidate, listCandidates, modelName } from './models.ts';
import { MODALITIES, type Modality } from './providers/provider.ts';

const VARIABLES = [
  'STORY_MODEL',
  'IMAGE_MODEL',
  'SPEECH_MODEL',
  'TTS_MODEL',
  'CHAT_MODEL',
  'DOSSIER_MODEL',
  'VIDEO_MODEL',
  'TRANSCRIPTION_MODEL',
  'MODERATION_MODEL',
  'ALLOWED_MODELS',
  'LLM_PROVIDER',
  'OPENAI_API_KEY',
  'OPENAI_BASE_URL',
  'ANTHROPIC_API_KEY',
  'GEMINI_API_KEY',
  'GOOGLE_GENERATIVE_AI_API_KEY',
  'GOOGLE_API_KEY',
  'OLLAMA_BASE_URL',
  'OLLAMA_MODEL',
  'HUGGINGFACE_API_TOKEN',
  'HF_TOKEN',
  'COMPATIBLE_BASE_URL',
];
beforeEach(() => setEnv({}));
afterEach(() => vi.unstubAllEnvs());

function setEnv(values: Record<string, string>): void {
  for (const name of VARIABLES) vi.stubEnv(name, values[name] ?? '');
}

const idsOf = (modality: Modality, chosen?: string) => listCandidates(modality, chosen).map(({ id }) => id);
const allIds = () => Object.fromEntries(MODALITIES.map((modality) => [modality, idsOf(modality)]));
const BUILT_IN = {
  text: ['builtin/storyteller'],
  chat: ['builtin/interviewer'],
  dossier: ['builtin/extractor'],
  picture: ['builtin/illustrator'],
  speech: ['builtin/narrator'],
  video: [],
  transcription: [],
  moderation: [],
};

describe('without a list', () => {
  test.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['OpenAI’s key', { OPENAI_API_KEY: 'sk-test' }],
    ['every key but Hugging Face’s', { OPENAI_API_KEY: 'a', ANTHROPIC_API_KEY: 'b', GEMINI_API_KEY: 'c' }],
    ['Ollama’s address', { OLLAMA_BASE_URL: 'http://127.0.0.1:11434', OLLAMA_MODEL: 'llama3.2' }],
  ])('%s changes nothing: everything is built in', (_, values) => {
    setEnv(values);
    expect(allIds()).toEqual(BUILT_IN);
    expect(checkModelConfiguration()).toEqual([]);
    expect(describeModels()[0]).toEqual({
      modality: 'text',
      id: 'builtin/storyteller',
      builtIn: true,
      label: 'Built-in, no AI service',
    });
  });

  test('Hugging Face’s token alone is Dream Flow’s three models, each with the built-in engine behind it', () => {
    setEnv({ HUGGINGFACE_API_TOKEN: 'hf_test' });
    expect(allIds()).toEqual({
      ...BUILT_IN,
      text: ['huggingface/meta-llama/Llama-3.2-1B-Instruct', 'builtin/storyteller'],
      picture: ['huggingface/black-forest-labs/FLUX.1-schnell', 'builtin/illustrator'],
      speech: ['huggingface/suno/bark-small', 'builtin/narrator'],
    });
    expect(checkModelConfiguration()).toEqual([]);
  });

  test('the token of somebody who uses another service brings none of its models', () => {
    const others: Record<string, string>[] = [
      { STORY_MODEL: 'openai/gpt-5-mini', OPENAI_API_KEY: 'sk-test' },
      { LLM_PROVIDER: 'ollama' },
    ];
    for (const other of others) {
      setEnv({ HUGGINGFACE_API_TOKEN: 'hf_test', ...other });
      expect(idsOf('picture')).toEqual(['builtin/illustrator']);
      expect(idsOf('speech')).toEqual(['builtin/narrator']);
    }
  });
});

describe('LLM_PROVIDER', () => {
  test.each<[string, Record<string, string>, string]>([
    ['openai', { OPENAI_API_KEY: 'a' }, 'openai/gpt-6-luna'],
    ['anthropic', { ANTHROPIC_API_KEY: 'a' }, 'anthropic/claude-sonnet-5-5'],
    ['gemini', { GEMINI_API_KEY: 'a' }, 'gemini/gemini-3.5-flash-lite'],
    ['ollama', {}, 'ollama/llama3.2'],
    ['ollama', { OLLAMA_MODEL: 'mistral:7b' }, 'ollama/mistral:7b'],
    ['huggingface', { HUGGINGFACE_API_TOKEN: 'a' }, 'huggingface/meta-llama/Llama-3.2-1B-Instruct'],
  ])('%s writes, talks and takes notes', (name, values, id) => {
    setEnv({ LLM_PROVIDER: name, ...values });
    expect([idsOf('text'), idsOf('chat'), idsOf('dossier')]).toEqual([[id], [id], [id]]);
    expect(checkModelConfiguration()).toEqual([]);
  });

  test('a list of its own goes before it', () => {
    setEnv({ LLM_PROVIDER: 'ollama', STORY_MODEL: 'builtin/storyteller' });
    expect(idsOf('text')).toEqual(['builtin/storyteller']);
    expect(idsOf('chat')).toEqual(['ollama/llama3.2']);
  });

  test('without its key the start names both', () => {
    setEnv({ LLM_PROVIDER: 'anthropic' });
    const problems = checkModelConfiguration();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('LLM_PROVIDER');
    expect(problems[0]).toContain('ANTHROPIC_API_KEY');
  });
});

describe('a list', () => {
  test('is asked in its order; pictures and voices end with the built-in engine, once', () => {
    setEnv({
      OPENAI_API_KEY: 'sk-test',
      GEMINI_API_KEY: 'g-test',
      STORY_MODEL: 'openai/gpt-5-mini, gemini/gemini-2.5-flash, openai/gpt-5-mini',
      IMAGE_MODEL: 'gemini/gemini-2.5-flash-image, openai/gpt-image-1',
      SPEECH_MODEL: 'openai/tts-1, builtin/narrator',
    });
    expect(idsOf('text')).toEqual(['openai/gpt-5-mini', 'gemini/gemini-2.5-flash']);
    expect(idsOf('picture')).toEqual([
      'gemini/gemini-2.5-flash-image',
      'openai/gpt-image-1',
      'builtin/illustrator',
    ]);
    expect(idsOf('speech')).toEqual(['openai/tts-1', 'builtin/narrator']);
    expect(checkModelConfiguration()).toEqual([]);
    expect(describeModels().map(({ modality, id }) => [modality, id])).toEqual([
      ['text', 'openai/gpt-5-mini'],
      ['chat', 'builtin/interviewer'],
      ['dossier', 'builtin/extractor'],
      ['picture', 'gemini/gemini-2.5-flash-image'],
      ['speech', 'openai/tts-1'],
    ]);
  });

  test('of a request goes before the installation’s', () => {
    setEnv({ OPENAI_API_KEY: 'sk-test', IMAGE_MODEL: 'openai/gpt-image-1' });
    expect(idsOf('picture', 'builtin/illustrator')).toEqual(['builtin/illustrator']);
    expect(idsOf('picture', 'openai/dall-e-3 , openai/gpt-image-1')).toEqual([
      'openai/dall-e-3',
      'openai/gpt-image-1',
      'builtin/illustrator',
    ]);
  });

  test('may name Hugging Face’s models without saying so, where its token is set', () => {
    setEnv({ HUGGINGFACE_API_TOKEN: 'hf_test', STORY_MODEL: 'meta-llama/Llama-3.2-1B-Instruct' });
    expect(idsOf('text')).toEqual(['huggingface/meta-llama/Llama-3.2-1B-Instruct']);
    expect(getCandidate('picture', 'org/painter').id).toBe('huggingface/org/painter');
    setEnv({ STORY_MODEL: 'meta-llama/Llama-3.2-1B-Instruct' });
    expect(checkModelConfiguration()[0]).toContain('STORY_MODEL');
  });

  test('makes the provider’s models, whose names may hold slashes', () => {
    setEnv({ OPENAI_API_KEY: 'x', STORY_MODEL: 'openai/org/model:7b', IMAGE_MODEL: 'openai/gpt-image-1' });
    const [writer] = listCandidates('text');
    expect(writer?.create().provider).toBe('openai.responses');
    expect(modelName(writer?.create() ?? { provider: '', modelId: '' })).toBe('openai/org/model:7b');
    vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:11434/v1');
    expect(writer?.create().provider).toBe('openai.chat');
    const painter = getCandidate('picture', 'openai/gpt-image-1').create();
    expect(findProvider(painter)?.name).toBe('openai');
  });

  test('every model of it is checked at the start, not only the first', () => {
    setEnv({
      OPENAI_API_KEY: 'sk-test',
      STORY_MODEL: 'openai/gpt-5-mini, acme/writer, anthropic/claude-sonnet-4-5',
      VIDEO_MODEL: 'builtin/film',
      ALLOWED_MODELS: 'openai/*, acme/*',
    });
    expect(checkModelConfiguration()).toEqual([
      expect.stringMatching(/^STORY_MODEL is "acme\/writer"/),
      expect.stringMatching(/^STORY_MODEL is "anthropic.*ANTHROPIC_API_KEY/),
      expect.stringMatching(/^VIDEO_MODEL is "builtin\/film"/),
      expect.stringMatching(/^ALLOWED_MODELS is "acme/),
    ]);
  });
});

test.each([
  ['an unknown provider', { STORY_MODEL: 'acme/writer' }, 'STORY_MODEL'],
  ['no provider at all', { IMAGE_MODEL: 'gpt-image-1' }, 'IMAGE_MODEL'],
  ['a provider without a model', { SPEECH_MODEL: 'openai/' }, 'SPEECH_MODEL'],
  ['the name others have for it', { TTS_MODEL: 'acme/voice' }, 'SPEECH_MODEL'],
  ['an unknown built-in model', { SPEECH_MODEL: 'builtin/storyteller' }, 'SPEECH_MODEL'],
  ['an unknown chat model', { CHAT_MODEL: 'builtin/storyteller' }, 'CHAT_MODEL'],
  ['nothing built in to write down speech', { TRANSCRIPTION_MODEL: 'builtin/ear' }, 'TRANSCRIPTION_MODEL'],
  ['nothing built in to judge texts', { MODERATION_MODEL: 'builtin/judge' }, 'MODERATION_MODEL'],
  [
    'a judge that paints',
    { MODERATION_MODEL: 'openai/gpt-image-1', OPENAI_API_KEY: 'a' },
    'MODERATION_MODEL',
  ],
  ['a judge with a form of its own', { MODERATION_MODEL: 'ollama/shieldgemma:9b' }, 'MODERATION_MODEL'],
  [
    'a service that is asked about no texts',
    { MODERATION_MODEL: 'huggingface/x/y', HUGGINGFACE_API_TOKEN: 'a' },
    'MODERATION_MODEL',
  ],
  ['a judge without its key', { MODERATION_MODEL: 'openai/omni-moderation-latest' }, 'OPENAI_API_KEY'],
  ['a missing key', { DOSSIER_MODEL: 'openai/gpt-4.1' }, 'OPENAI_API_KEY'],
])('%s is told before anybody works, by its variable', (_, values, variable) => {
  setEnv(values as unknown as Record<string, string>);
  expect(checkModelConfiguration()).toEqual([expect.stringContaining(variable)]);
});

test('a step that finds its model gone from the settings says so', () => {
  expect(() => getCandidate('text', 'acme/writer')).toThrowError(
    expect.objectContaining({ code: 'misconfigured' }),
  );
  expect(() => getCandidate('text', 'openai/gpt-5-mini').create()).toThrowError(
    expect.objectContaining({ code: 'misconfigured', message: expect.stringContaining('OPENAI_API_KEY') }),
  );
});
