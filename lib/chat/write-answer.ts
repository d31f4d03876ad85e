import type { LanguageModelV4 } from '@ai-sdk/provider';
import { isModelsOwn } from '../ai/try-candidates.ts';
import { type AnswerEnd, type AnswerRequest, askForAnswer } from './ask-for-answer.ts';

/**
 * An answer by the first model that begins one. As soon as anything was told no other model is asked: it would say the
 * beginning twice.
 * @param onGaveUp is told of each model that another one was asked instead of
 * @returns how it ended, and which model wrote it or failed last
 */
export async function writeAnswer(
  models: readonly [LanguageModelV4, ...LanguageModelV4[]],
  request: AnswerRequest,
  onGaveUp: (model: LanguageModelV4, error: AnswerEnd['error']) => void = () => {},
): Promise<Pick<AnswerEnd, 'status' | 'error'> & { model: LanguageModelV4 }> {
  let [model, ...others] = models;
  for (;;) {
    const { status, error, hasSpoken } = await askForAnswer(model, request);
    const [next, ...rest] = others;
    if (!error || hasSpoken || !next || !isModelsOwn(error.code)) return { status, error, model };
    onGaveUp(model, error);
    [model, others] = [next, rest];
  }
}
