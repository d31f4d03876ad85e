import { createAnthropic } from '@ai-sdk/anthropic';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { getEnv } from '../../env.ts';
import { createChatJudge } from '../moderation/chat-judge.ts';
import { limitAnswer } from './limit-answer.ts';
import { pingAddress } from './ping-address.ts';
import type { Provider } from './provider.ts';

/** Anthropic's Messages API: words only. */
export const anthropicProvider: Provider = {
  name: 'anthropic',
  builtIn: false,
  label: (modelId) => `Anthropic ${modelId}`,
  missingVariable: () => (getEnv().ai.anthropic.apiKey ? undefined : 'ANTHROPIC_API_KEY'),
  createStoryModel: createLanguageModel,
  createChatModel: createLanguageModel,
  createDossierModel: createLanguageModel,
  createModerationModel: (modelId) => createChatJudge(createLanguageModel(modelId)),
  ping: (signal) => {
    const { apiKey, baseURL } = connect();
    const headers = { 'x-api-key': apiKey, 'anthropic-version': ANTHROPIC_VERSION };
    return pingAddress(`${baseURL}/models?limit=1`, headers, signal);
  },
};

/** https://platform.claude.com/docs/en/api/versioning */
const ANTHROPIC_VERSION = '2023-06-01';
const ANTHROPIC_URL = 'https://api.anthropic.com';

function createLanguageModel(modelId: string): LanguageModelV4 {
  return limitAnswer(createAnthropic(connect()).messages(modelId));
}

/** Both are always given: what is not, the library reads from the environment itself. */
function connect(): { apiKey: string; baseURL: string } {
  const { apiKey, baseUrl } = getEnv().ai.anthropic;
  return { apiKey: apiKey ?? '', baseURL: addVersion(baseUrl ?? ANTHROPIC_URL) };
}

/** Anthropic's own tools write the address without `/v1`, others with it: both are understood. */
function addVersion(address: string): string {
  return new URL(address).pathname === '/' ? `${address.replace(/\/$/, '')}/v1` : address;
}
