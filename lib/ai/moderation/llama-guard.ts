import { InvalidResponseDataError, type LanguageModelV4 } from '@ai-sdk/provider';
import { generateText } from 'ai';
import { LETTERS_PER_TOKEN } from '../writer/token-sizes.ts';
import type { ModerationCategory, ModerationScores } from './categories.ts';
import type { ModerationModel } from './moderation-model.ts';

/** Its own context is small on small machines, and it judges one conversation at a time. */
const LIMITS = { texts: 1, letters: 4_000, lettersOfText: 4_000 };
const ANSWER_TOKENS = 20;
/** The rules that the server's template puts around a text. */
const TEMPLATE_TOKENS = 800;

/**
 * The hazards of Llama Guard 3 (https://www.llama.com/docs/model-cards-and-prompt-formats/llama-guard-3). Null: nothing that
 * makes a text unfit for a child (advice, copyright, elections, code); names and addresses are masked by our own rules.
 */
const HAZARDS: Record<string, ModerationCategory | null> = {
  S1: 'violence',
  S2: 'illicit',
  S3: 'sexual',
  S4: 'sexual/minors',
  S5: 'harassment',
  S6: null,
  S7: null,
  S8: null,
  S9: 'illicit/violent',
  S10: 'hate',
  S11: 'self-harm',
  S12: 'sexual',
  S13: null,
  S14: null,
};

/** Models that were made to answer `safe`, or `unsafe` and the hazards, whatever they are asked. */
export function isLlamaGuard(modelId: string): boolean {
  return /llama[-_]?guard/i.test(modelId);
}

/** Asks a model server for the verdict of Llama Guard: the server's template holds the rules, so the text goes alone. */
export function createLlamaGuard(model: LanguageModelV4): ModerationModel {
  return {
    provider: model.provider,
    modelId: model.modelId,
    limits: LIMITS,
    estimate: (texts) => ({
      inputTokens: Math.ceil(texts.join('').length / LETTERS_PER_TOKEN) + TEMPLATE_TOKENS * texts.length,
      outputTokens: ANSWER_TOKENS * texts.length,
    }),
    judge: async (texts, signal) => {
      const verdicts = [];
      const units = { inputTokens: 0, outputTokens: 0 };
      for (const text of texts) {
        const { text: said, usage } = await generateText({
          model,
          prompt: text,
          maxRetries: 0,
          temperature: 0,
          abortSignal: signal,
        });
        units.inputTokens += usage.inputTokens ?? 0;
        units.outputTokens += usage.outputTokens ?? 0;
        verdicts.push(readAnswer(said));
      }
      return { verdicts, units };
    },
  };
}

function readAnswer(said: string) {
  const [verdict = '', ...rest] = said.trim().toLowerCase().split(/\s+/);
  if (verdict === 'safe') return { scores: {}, isFlagged: false };
  if (verdict !== 'unsafe') {
    throw new InvalidResponseDataError({ data: {}, message: 'neither "safe" nor "unsafe"' });
  }
  const codes = rest.join(',').toUpperCase().split(',').filter(Boolean);
  const scores: ModerationScores = {};
  for (const code of codes.length > 0 ? codes : ['?']) {
    const category = code in HAZARDS ? HAZARDS[code] : 'other';
    if (category) scores[category] = 1;
  }
  return { scores, isFlagged: true };
}
