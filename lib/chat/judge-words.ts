import 'server-only';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { findProvider } from '@/lib/ai/models';
import { isModerated, moderateTexts } from '@/lib/ai/moderate-texts';
import type { JudgeWords } from './moderation-stream';

/**
 * Who judges what a chat model says, for one turn: the same words are asked about once, though a tool's input is looked at
 * where it is carried out and where it is told.
 * @returns undefined where nobody does, and where only our own interviewer talks: it says its own sentences, and words that were
 *   judged when they came in
 */
export function createWordsJudge(
  ownerId: string,
  models: readonly LanguageModelV4[],
): JudgeWords | undefined {
  if (!isModerated() || models.every((model) => findProvider(model)?.builtIn)) return undefined;
  const asked = new Map<string, Promise<void>>();
  return (words, outcome) => {
    const known = asked.get(words);
    if (known) return known;
    const verdict = moderateTexts([{ text: words, place: 'chat' }], { payer: { ownerId }, outcome });
    asked.set(words, verdict);
    return verdict;
  };
}
