import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';
import { listWords } from '../../story/reading/split-text.ts';
import { MAX_PROMPT_LENGTH, type StoryDraft, storyBriefSchema } from '../../story/schema.ts';
import { runInWorker } from '../../worker-pool.ts';
import { hashSeed } from '../random.ts';
import { type StorytellerBrief, tellStory } from './tell-story.ts';

/**
 * The built-in Storyteller as an AI SDK language model: `builtin` / `storyteller`. It works offline and costs nothing.
 * The brief comes in `providerOptions.builtin.brief` (a StoryBrief, its seed optional); without one the last user text is
 * the prompt. A JSON response format is answered with a StoryDraft, or with its outline where
 * `providerOptions.builtin.wanted` is "outline"; otherwise the story is told as prose.
 */
export function createStorytellerModel(): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'builtin',
    modelId: 'storyteller',
    supportedUrls: {},
    async doGenerate(options) {
      options.abortSignal?.throwIfAborted();
      const { text, usage } = await answer(options);
      return {
        content: [{ type: 'text', text }],
        finishReason: { unified: 'stop', raw: undefined },
        usage,
        warnings: [],
      };
    },
    async doStream(options) {
      options.abortSignal?.throwIfAborted();
      const { text, usage } = await answer(options);
      return { stream: streamText(text, usage) };
    },
  };
}

async function answer(
  options: LanguageModelV4CallOptions,
): Promise<{ text: string; usage: LanguageModelV4Usage }> {
  const brief = briefOf(options);
  const story = await draftOf(brief, options.abortSignal);
  const isOutline = options.providerOptions?.builtin?.wanted === 'outline';
  const json = isOutline ? outlineOf(story) : story;
  const text = options.responseFormat?.type === 'json' ? JSON.stringify(json) : proseOf(story);
  return { text, usage: usageOf(brief.prompt, text) };
}

/** A given text is told as it is; everything else is a story to be made up. Long texts take seconds, so not on this thread. */
async function draftOf(brief: StorytellerBrief, signal: AbortSignal | undefined): Promise<StoryDraft> {
  return brief.sourceText === undefined
    ? tellStory(brief)
    : runInWorker('lib/builtin/segmenter/describe-given-text.worker.ts', brief, signal ? { signal } : {});
}

/** What the chapters will be, in the form a model is asked for it. */
function outlineOf(story: StoryDraft) {
  const chapters = story.scenes.map((scene, index) => ({
    title: scene.title ?? story.title,
    summary: story.outline?.[index] ?? scene.summary,
  }));
  return { title: story.title, premise: story.premise ?? story.moral, chapters };
}

function briefOf(options: LanguageModelV4CallOptions): StorytellerBrief {
  const given = options.providerOptions?.builtin?.brief ?? { prompt: lastUserText(options) };
  const brief = storyBriefSchema.parse(given);
  return { ...brief, seed: brief.seed ?? options.seed ?? hashSeed(brief.prompt) & 0x7fffffff };
}

/** A conversation's last wish; a story is told even to silence. */
function lastUserText(options: LanguageModelV4CallOptions): string {
  const message = options.prompt.findLast((one) => one.role === 'user');
  const text =
    message?.role === 'user'
      ? message.content.map((part) => (part.type === 'text' ? part.text : '')).join(' ')
      : '';
  return text.trim().slice(0, MAX_PROMPT_LENGTH) || 'a story';
}

function proseOf(story: StoryDraft): string {
  const ending = story.moral === '' ? [] : [story.moral];
  return [story.title, ...story.scenes.map((scene) => scene.text), ...ending].join('\n\n');
}

/** Words stand for tokens: nothing is billed, and the counts still show how much was read and written. */
function usageOf(prompt: string, text: string): LanguageModelV4Usage {
  const read = listWords(prompt).length;
  const written = listWords(text).length;
  return {
    inputTokens: { total: read, noCache: read, cacheRead: undefined, cacheWrite: undefined },
    outputTokens: { total: written, text: written, reasoning: undefined },
  };
}

const CHARACTERS_PER_DELTA = 80;

function streamText(text: string, usage: LanguageModelV4Usage): ReadableStream<LanguageModelV4StreamPart> {
  const id = 'story';
  return new ReadableStream({
    start(controller) {
      controller.enqueue({ type: 'stream-start', warnings: [] });
      controller.enqueue({ type: 'text-start', id });
      for (let from = 0; from < text.length; from += CHARACTERS_PER_DELTA) {
        controller.enqueue({ type: 'text-delta', id, delta: text.slice(from, from + CHARACTERS_PER_DELTA) });
      }
      controller.enqueue({ type: 'text-end', id });
      controller.enqueue({ type: 'finish', finishReason: { unified: 'stop', raw: undefined }, usage });
      controller.close();
    },
  });
}
