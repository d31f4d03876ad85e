import type { LanguageModelV4 } from '@ai-sdk/provider';
import { wrapLanguageModel } from 'ai';
import { z } from 'zod';

/** https://developers.openai.com/api/docs/api-reference/chat/object: `refusal` stands in the place of the content. */
const refusedSchema = z.object({
  choices: z.tuple([z.object({ message: z.object({ refusal: z.string().min(1) }) })]),
});

/** A model of chat completions that says of a refusal that it is one: the library leaves only an empty answer of it. */
export function markRefusals(model: LanguageModelV4): LanguageModelV4 {
  return wrapLanguageModel({
    model,
    middleware: {
      specificationVersion: 'v4',
      wrapGenerate: async ({ doGenerate }) => {
        const result = await doGenerate();
        return refusedSchema.safeParse(result.response?.body).success
          ? { ...result, finishReason: { unified: 'content-filter', raw: 'refusal' } }
          : result;
      },
    },
  });
}
