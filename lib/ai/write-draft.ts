import type { JSONObject, LanguageModelV4 } from '@ai-sdk/provider';
import { generateText, Output } from 'ai';
import type { StoryBrief, StoryDraft } from '../story/schema.ts';
import { callProvider, rejected } from './call-provider.ts';
import { plainDraftSchema } from './draft-schemas.ts';
import { mendDraft } from './mend-draft.ts';
import { buildStoryPrompt, STORY_INSTRUCTIONS } from './story-prompt.ts';

type TextUsage = { inputTokens: number | undefined; outputTokens: number | undefined };

/**
 * Has a model write the whole story of a brief. Not retried here: the durable step around it does that.
 * @throws AppError as `callProvider`; `provider_bad_output` also when the draft does not fit the brief
 */
export async function generateStoryDraft(input: {
  brief: StoryBrief;
  model: LanguageModelV4;
  signal?: AbortSignal;
}): Promise<{ draft: StoryDraft; usage: TextUsage }> {
  const { brief, model } = input;
  return callProvider(input.signal, async (abortSignal) => {
    const result = await generateText({
      model,
      instructions: STORY_INSTRUCTIONS,
      prompt: buildStoryPrompt(brief),
      output: Output.object({ schema: plainDraftSchema, name: 'picture_book' }),
      maxRetries: 0,
      abortSignal,
      // The built-in storyteller reads the brief itself; other providers do not see this.
      providerOptions: { builtin: { brief: JSON.parse(JSON.stringify(brief)) as JSONObject } },
    });
    if (result.finishReason === 'content-filter') throw rejected('The AI service refused to write this.');
    return {
      draft: mendDraft(result.output, brief),
      usage: { inputTokens: result.usage.inputTokens, outputTokens: result.usage.outputTokens },
    };
  });
}
