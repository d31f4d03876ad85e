import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { getEnv } from '../../env.ts';
import { AppError } from '../../errors.ts';
import { NAMED_VOICES } from '../../story/schema.ts';
import { chooseJudge } from '../moderation/choose-judge.ts';
import { createOpenAIModerationModel } from '../moderation/openai-moderation.ts';
import { askInWords } from './ask-in-words.ts';
import { limitAnswer } from './limit-answer.ts';
import { markRefusals } from './mark-refusals.ts';
import { isOwnNetwork } from './own-network.ts';
import { pingAddress } from './ping-address.ts';
import type { Provider } from './provider.ts';

/**
 * Any server that speaks OpenAI's protocol: LM Studio, vLLM, llama.cpp, LocalAI, Kokoro, Speaches. What it has is decided
 * by the models it was started with; a kind of work it has not got is refused when it is asked.
 */
export const compatibleProvider: Provider = {
  name: 'compatible',
  builtIn: false,
  /** A server in one's own house sends no bill. */
  get isFree() {
    const { baseUrl } = getEnv().ai.compatible;
    return baseUrl !== undefined && isOwnNetwork(baseUrl);
  },
  label: (modelId) => `${modelId} at ${hostName()}`,
  missingVariable: () => (getEnv().ai.compatible.baseUrl ? undefined : 'COMPATIBLE_BASE_URL'),
  createStoryModel: createLanguageModel,
  createChatModel: createLanguageModel,
  createDossierModel: createLanguageModel,
  createImageModel: (modelId) => createClient().imageModel(modelId),
  createSpeechModel: (modelId) => createSoundClient().speech(modelId),
  createTranscriptionModel: (modelId) => createSoundClient().transcription(modelId),
  // By its name: a server says nowhere which of its models its moderation endpoint has.
  createModerationModel: (modelId) =>
    /moderation/i.test(modelId)
      ? createOpenAIModerationModel('compatible', modelId, () => {
          const { baseURL, apiKey } = connect();
          return { baseUrl: baseURL, apiKey };
        })
      : chooseJudge(modelId, createLanguageModel),
  // Speech servers give their voices OpenAI's names besides their own.
  voices: { rosie: 'nova', oliver: 'onyx', angus: 'fable' },
  namedVoices: NAMED_VOICES,
  // Servers of OpenAI's speech endpoint take its speed (Kokoro, openedai-speech, LocalAI), and get no words about the manner.
  takesSpeechSpeed: () => true,
  ping: (signal) => {
    const { baseURL, apiKey } = connect();
    return pingAddress(
      `${baseURL}/models`,
      { authorization: apiKey === undefined ? undefined : `Bearer ${apiKey}` },
      signal,
    );
  },
};

function createLanguageModel(modelId: string): LanguageModelV4 {
  const server = { baseUrl: connect().baseURL, refuses: 'every schema' } as const;
  return limitAnswer(askInWords(markRefusals(createClient().chatModel(modelId)), server));
}

function createClient() {
  const { baseURL, apiKey } = connect();
  return createOpenAICompatible({
    name: 'compatible',
    baseURL,
    ...(apiKey !== undefined && { apiKey }),
    includeUsage: true,
    supportsStructuredOutputs: true,
  });
}

/**
 * The library for other servers has no sound. Without a key something else is sent in its place, or the library would
 * read OpenAI's key from the environment and send it to somebody else's server.
 */
function createSoundClient() {
  const { baseURL, apiKey } = connect();
  return createOpenAI({ name: 'compatible', baseURL, apiKey: apiKey ?? 'none' });
}

function connect(): { baseURL: string; apiKey: string | undefined } {
  const { baseUrl, apiKey } = getEnv().ai.compatible;
  if (!baseUrl) throw new AppError('misconfigured', 'COMPATIBLE_BASE_URL is not set.');
  return { baseURL: baseUrl, apiKey };
}

function hostName(): string {
  const { baseUrl } = getEnv().ai.compatible;
  return baseUrl ? new URL(baseUrl).host : 'a server that is not named';
}
