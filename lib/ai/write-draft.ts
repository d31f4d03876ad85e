import type { JSONObject, LanguageModelV4 } from '@ai-sdk/provider';
import { generateText, Output } from 'ai';
import type { z } from 'zod';
import type { GivenText } from '../builtin/segmenter/split-into-scenes.ts';
import type { StoryBrief, StoryDraft } from '../story/schema.ts';
import { runInWorker } from '../worker-pool.ts';
import { badOutput, callProvider, rejected } from './call-provider.ts';
import { describedTextSchema, outlineSchema, plainDraftSchema } from './draft-schemas.ts';
import { mendDraft } from './mend-draft.ts';
import { buildChaptersPrompt, buildOutlinePrompt, OUTLINE_INSTRUCTIONS } from './prompts/chapter-prompt.ts';
import { buildGivenTextPrompt, GIVEN_TEXT_INSTRUCTIONS } from './prompts/given-text-prompt.ts';
import { buildStoryPrompt, STORY_INSTRUCTIONS } from './prompts/story-prompt.ts';

export type TextUsage = { inputTokens: number | undefined; outputTokens: number | undefined };
type Question<Shape> = {
  instructions: string;
  prompt: string;
  schema: z.ZodType<Shape>;
  name: string;
  wanted: 'story' | 'outline';
};
type Ask = <Shape>(question: Question<Shape>) => Promise<Shape>;

/**
 * Has a model write the whole story of a brief: at once; in chapters, first premise and outline and then the chapters that
 * follow them; and of a given text only what its pictures show. Not retried here: the durable step around it does that.
 * @throws AppError as `callProvider`; `provider_bad_output` also when the draft does not fit the brief
 */
export async function generateStoryDraft(input: {
  brief: StoryBrief;
  model: LanguageModelV4;
  signal?: AbortSignal;
}): Promise<{ draft: StoryDraft; usage: TextUsage }> {
  const { brief, model } = input;
  const usage: TextUsage = { inputTokens: undefined, outputTokens: undefined };
  const ask: Ask = ({ instructions, prompt, schema, name, wanted }) =>
    callProvider(input.signal, async (abortSignal) => {
      const result = await generateText({
        model,
        instructions,
        prompt,
        output: Output.object({ schema, name }),
        maxRetries: 0,
        abortSignal,
        // The built-in storyteller reads the brief itself; other providers do not see this.
        providerOptions: { builtin: { brief: JSON.parse(JSON.stringify(brief)) as JSONObject, wanted } },
      });
      if (result.finishReason === 'content-filter') throw rejected('The AI service refused to write this.');
      usage.inputTokens = add(usage.inputTokens, result.usage.inputTokens);
      usage.outputTokens = add(usage.outputTokens, result.usage.outputTokens);
      return result.output;
    });
  const written =
    brief.sourceText !== undefined
      ? await describeText(brief, brief.sourceText, ask)
      : brief.chapters
        ? await writeChapters(brief, ask)
        : await ask({
            instructions: STORY_INSTRUCTIONS,
            prompt: buildStoryPrompt(brief),
            schema: plainDraftSchema,
            name: 'picture_book',
            wanted: 'story',
          });
  return { draft: mendDraft(written, brief), usage };
}

async function writeChapters(brief: StoryBrief, ask: Ask): Promise<StoryDraft> {
  const outline = await ask({
    instructions: OUTLINE_INSTRUCTIONS,
    prompt: buildOutlinePrompt(brief),
    schema: outlineSchema,
    name: 'outline',
    wanted: 'outline',
  });
  if (outline.chapters.length !== brief.sceneCount) {
    throw badOutput(`The outline has ${outline.chapters.length} chapters instead of ${brief.sceneCount}.`);
  }
  const story = await ask({
    instructions: STORY_INSTRUCTIONS,
    prompt: buildChaptersPrompt(brief, outline),
    schema: plainDraftSchema,
    name: 'picture_book',
    wanted: 'story',
  });
  return {
    ...story,
    title: brief.title ?? outline.title,
    premise: outline.premise,
    outline: outline.chapters.map((chapter) => chapter.summary),
    scenes: story.scenes.map((scene, index) => ({ ...scene, title: outline.chapters[index]?.title })),
  };
}

/** The words stay as they were given; a model says only what is seen in them. */
async function describeText(brief: StoryBrief, text: string, ask: Ask): Promise<StoryDraft> {
  const given = await runInWorker<unknown, GivenText>('lib/builtin/segmenter/split-into-scenes.worker.ts', {
    text,
    count: brief.sceneCount,
  });
  const described = await ask({
    instructions: GIVEN_TEXT_INSTRUCTIONS,
    prompt: buildGivenTextPrompt(brief, given),
    schema: describedTextSchema,
    name: 'described_text',
    wanted: 'story',
  });
  if (described.scenes.length !== given.scenes.length) {
    throw badOutput(`${described.scenes.length} scenes were described instead of ${given.scenes.length}.`);
  }
  const outline = described.scenes.map((scene) => scene.summary);
  return {
    ...described,
    title: brief.title ?? given.title ?? described.title,
    ...(brief.chapters && { premise: described.moral || (outline[0] ?? described.title), outline }),
    scenes: described.scenes.map((scene, index) => ({ ...scene, text: '', ...given.scenes[index] })),
  };
}

function add(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined && other === undefined ? undefined : (one ?? 0) + (other ?? 0);
}
