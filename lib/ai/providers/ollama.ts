import type { LanguageModelV4 } from '@ai-sdk/provider';
import { getEnv } from '../../env.ts';
import { chooseJudge } from '../moderation/choose-judge.ts';
import { limitAnswer } from './limit-answer.ts';
import { createOllamaModel } from './ollama-model.ts';
import { pingAddress } from './ping-address.ts';
import type { Provider } from './provider.ts';

/** Models on one's own machine, by Ollama: words only, and nobody is paid. */
export const ollamaProvider: Provider = {
  name: 'ollama',
  builtIn: false,
  isFree: true,
  label: (modelId) => `Ollama ${modelId}`,
  // It has a place where it listens, and needs no key.
  missingVariable: () => undefined,
  createStoryModel: createLanguageModel,
  createChatModel: createLanguageModel,
  createDossierModel: createLanguageModel,
  createModerationModel: (modelId) => chooseJudge(modelId, createLanguageModel),
  ping: (signal) => pingAddress(`${getAddress()}/api/tags`, {}, signal),
};

const OLLAMA_URL = 'http://localhost:11434';

function createLanguageModel(modelId: string): LanguageModelV4 {
  return limitAnswer(createOllamaModel(modelId, getAddress()));
}

/** Some write the address of Ollama's imitation of OpenAI, or of its API: what stands before that is meant. */
function getAddress(): string {
  return (getEnv().ai.ollama.baseUrl ?? OLLAMA_URL).replace(/\/(?:v1|api)$/, '');
}
