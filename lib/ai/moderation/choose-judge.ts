import type { LanguageModelV4 } from '@ai-sdk/provider';
import { createChatJudge } from './chat-judge.ts';
import { createLlamaGuard, isLlamaGuard } from './llama-guard.ts';
import type { ModerationModel } from './moderation-model.ts';

/** Made to judge, each in a form of its own that nobody here reads: asked for ours they would answer anything. */
const OTHER_GUARDS = /shieldgemma|granite.*guardian|wildguard|qwen\d*guard|nemoguard|aegis|md-judge|embed/i;

/**
 * How a model of somebody's own server is asked for a verdict, by its name.
 * @returns undefined for one that cannot be
 */
export function chooseJudge(
  modelId: string,
  createLanguageModel: (modelId: string) => LanguageModelV4,
): ModerationModel | undefined {
  if (OTHER_GUARDS.test(modelId.replaceAll(/[-_]/g, '')) || OTHER_GUARDS.test(modelId)) return undefined;
  const model = createLanguageModel(modelId);
  return isLlamaGuard(modelId) ? createLlamaGuard(model) : createChatJudge(model);
}
