import type { JSONObject } from '@ai-sdk/provider';
import { generateText, Output } from 'ai';
import { type StoryBrief, type StoryDraft, storyDraftSchema } from '../../story/schema.ts';
import { badOutput, callProvider } from '../call-provider.ts';
import { readUnits, type Writer } from './ask-writer.ts';
import { joinText, splitText } from './describe-text.ts';
import { mendDraft } from './mend-draft.ts';
import { readJson } from './read-json.ts';

/**
 * The built-in storyteller reads the brief itself and tells the whole story in one call that costs nothing.
 * @throws AppError as `callProvider`
 */
export async function tellBuiltIn({ brief, model, pay }: Writer): Promise<StoryDraft> {
  const plain = JSON.parse(JSON.stringify(brief)) as JSONObject;
  const { text } = await pay({
    step: 'draft',
    model,
    request: { brief: plain },
    estimate: { inputTokens: 0, outputTokens: 0 },
    run: (signal) =>
      callProvider(signal, async (abortSignal) => {
        const result = await generateText({
          model,
          prompt: brief.prompt,
          output: Output.json({ name: 'picture_book' }),
          maxRetries: 0,
          abortSignal,
          providerOptions: { builtin: { brief: plain } },
        });
        return {
          answer: { text: result.text, finishReason: result.finishReason },
          units: readUnits(result.usage),
          providerId: undefined,
        };
      }),
  });
  const reading = readJson(text, storyDraftSchema);
  if ('problems' in reading) {
    throw badOutput(`The built-in storyteller's story does not fit: ${reading.problems[0]}`);
  }
  return finish(brief, reading.value);
}

async function finish(brief: StoryBrief, story: StoryDraft): Promise<StoryDraft> {
  if (brief.sourceText !== undefined) return joinText(brief, await splitText(brief), story);
  const title = brief.title ?? story.title;
  if (!brief.chapters) return mendDraft({ ...story, title }, brief);
  const told = {
    ...story,
    title,
    premise: story.premise ?? story.moral,
    outline: story.scenes.map((scene, index) => story.outline?.[index] ?? scene.summary),
    scenes: story.scenes.map((scene) => ({ ...scene, title: scene.title ?? story.title })),
  };
  return mendDraft(told, brief);
}
