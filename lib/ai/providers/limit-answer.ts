import type { LanguageModelV4 } from '@ai-sdk/provider';
import { defaultSettingsMiddleware, wrapLanguageModel } from 'ai';
import { getEnv } from '../../env.ts';

/** A model whose answers are no longer than `MAX_NEW_TOKENS` unless the call says otherwise; unset: the model's own limit. */
export function limitAnswer(model: LanguageModelV4): LanguageModelV4 {
  const maxOutputTokens = getEnv().ai.maxNewTokens;
  if (maxOutputTokens === undefined) return model;
  return wrapLanguageModel({
    model,
    middleware: defaultSettingsMiddleware({ settings: { maxOutputTokens } }),
  });
}
