import { InvalidResponseDataError } from '@ai-sdk/provider';
import {
  createJsonErrorResponseHandler,
  createJsonResponseHandler,
  postJsonToApi,
} from '@ai-sdk/provider-utils';
import { z } from 'zod';
import { LETTERS_PER_TOKEN } from '../writer/token-sizes.ts';
import { MODERATION_CATEGORIES, type ModerationCategory, type ModerationScores } from './categories.ts';
import type { ModerationModel, ModerationVerdict } from './moderation-model.ts';

/**
 * Long texts are judged worse than their parts (OpenAI's guide: at most 2,000 letters for the best accuracy), and a first
 * account may send some 10,000 tokens a minute.
 */
const LIMITS = { texts: 32, letters: 16_000, lettersOfText: 2_000 };

const responseSchema = z.object({
  id: z.string().nullish(),
  results: z.array(
    z.object({
      flagged: z.boolean(),
      categories: z.record(z.string(), z.boolean().nullable()),
      /** Null where a model does not know a category. */
      category_scores: z.record(z.string(), z.number().min(0).max(1.000_1).nullable()),
    }),
  ),
});
type Result = z.infer<typeof responseSchema>['results'][number];

const errorSchema = z.object({
  error: z.object({
    message: z.string(),
    type: z.string().nullish(),
    code: z.union([z.string(), z.number()]).nullish(),
  }),
});
const failedResponseHandler = createJsonErrorResponseHandler({
  errorSchema,
  errorToMessage: ({ error }) => error.message,
});

/**
 * OpenAI's moderation endpoint, which servers like LocalAI imitate: https://developers.openai.com/api/docs/api-reference/moderations.
 * It bills nothing and tells no usage.
 * @param connect where it is; without a key none is sent
 */
export function createOpenAIModerationModel(
  provider: string,
  modelId: string,
  connect: () => { baseUrl: string; apiKey: string | undefined },
): ModerationModel {
  return {
    provider: `${provider}.moderation`,
    modelId,
    limits: LIMITS,
    estimate: (texts) => ({ inputTokens: Math.ceil(texts.join('').length / LETTERS_PER_TOKEN) }),
    judge: async (texts, signal) => {
      const { baseUrl, apiKey } = connect();
      const { value } = await postJsonToApi({
        url: `${baseUrl}/moderations`,
        headers: apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` },
        body: { model: modelId, input: texts },
        failedResponseHandler,
        successfulResponseHandler: createJsonResponseHandler(responseSchema),
        abortSignal: signal,
      });
      if (value.results.length !== texts.length) {
        throw new InvalidResponseDataError({
          data: { results: value.results.length },
          message: `${value.results.length} verdicts for ${texts.length} texts`,
        });
      }
      return {
        verdicts: value.results.map(readResult),
        units: {},
        providerId: value.id ?? undefined,
      };
    },
  };
}

const KNOWN: ReadonlySet<string> = new Set(MODERATION_CATEGORIES);

function readResult({ flagged, categories, category_scores }: Result): ModerationVerdict {
  const scores: ModerationScores = {};
  for (const name of new Set([...Object.keys(categories), ...Object.keys(category_scores)])) {
    const isFlagged = categories[name] === true;
    const known = KNOWN.has(name);
    // An imitation may tell a yes or no only.
    const score = category_scores[name] ?? (isFlagged ? 1 : 0);
    if (known) scores[name as ModerationCategory] = Math.min(1, score);
    else if (isFlagged) scores.other = 1;
  }
  // Nobody says what it is about: that is no reason to let it pass.
  if (flagged && Object.values(scores).every((score) => score === 0)) scores.other = 1;
  return { scores, isFlagged: flagged };
}
