import { InvalidResponseDataError, type LanguageModelV4 } from '@ai-sdk/provider';
import { generateText, Output, zodSchema } from 'ai';
import { z } from 'zod';
import { refused } from '../call-provider.ts';
import { buildModerationPrompt, MODERATION_INSTRUCTIONS } from '../prompts/moderation-prompt.ts';
import { LETTERS_PER_TOKEN } from '../writer/token-sizes.ts';
import { MODERATION_CATEGORIES, type ModerationScores } from './categories.ts';
import type { ModerationModel, ModerationVerdict } from './moderation-model.ts';

/** Few enough that none is overlooked. */
const LIMITS = { texts: 12, letters: 12_000, lettersOfText: 3_000 };
/** Twelve verdicts, and what some models think before them. */
const MOST_ANSWER_TOKENS = 4_000;

/** What its words mean in the scores of a service that counts. */
const SEVERITIES = { mild: 0.3, clear: 0.7, severe: 0.95 } as const;

const verdictsSchema = z.object({
  verdicts: z.array(
    z.object({
      text: z.int(),
      findings: z.array(
        z.object({
          category: z.enum(MODERATION_CATEGORIES),
          severity: z.enum(['mild', 'clear', 'severe']),
        }),
      ),
    }),
  ),
});
/** Made once: a schema is written out as JSON for every call of a model, which takes milliseconds. */
const schema = zodSchema(verdictsSchema);
/** The form is told to the model too. */
const SCHEMA_LETTERS = 1_500;

/** A language model that is told our rules and answers in a fixed form. */
export function createChatJudge(model: LanguageModelV4): ModerationModel {
  return {
    provider: model.provider,
    modelId: model.modelId,
    limits: LIMITS,
    estimate: (texts) => ({
      inputTokens: Math.ceil(
        (MODERATION_INSTRUCTIONS.length + buildModerationPrompt(texts).length + SCHEMA_LETTERS) /
          LETTERS_PER_TOKEN,
      ),
      outputTokens: MOST_ANSWER_TOKENS,
    }),
    judge: async (texts, signal) => {
      const result = await generateText({
        model,
        instructions: MODERATION_INSTRUCTIONS,
        prompt: buildModerationPrompt(texts),
        output: Output.object({ schema, name: 'verdicts' }),
        maxOutputTokens: MOST_ANSWER_TOKENS,
        maxRetries: 0,
        abortSignal: signal,
      });
      if (result.finishReason === 'content-filter') {
        throw refused('The safety system of the AI service refused to read this.');
      }
      const { inputTokens, outputTokens } = result.usage;
      return { verdicts: readVerdicts(result.output, texts.length), units: { inputTokens, outputTokens } };
    },
  };
}

/** @throws InvalidResponseDataError when a text was not judged: nothing passes by being overlooked */
function readVerdicts({ verdicts }: z.infer<typeof verdictsSchema>, count: number): ModerationVerdict[] {
  return Array.from({ length: count }, (_, index) => {
    const ofText = verdicts.filter(({ text }) => text === index + 1);
    if (ofText.length === 0) {
      throw new InvalidResponseDataError({ data: verdicts, message: `text ${index + 1} was not judged` });
    }
    const scores: ModerationScores = {};
    for (const { category, severity } of ofText.flatMap(({ findings }) => findings)) {
      scores[category] = Math.max(scores[category] ?? 0, SEVERITIES[severity]);
    }
    return { scores, isFlagged: Object.keys(scores).length > 0 };
  });
}
