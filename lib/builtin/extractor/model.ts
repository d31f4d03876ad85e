import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';
import { z } from 'zod';
import { dossierSchema, EMPTY_DOSSIER } from '../../dossier/schema.ts';
import { listWords } from '../../story/reading/split-text.ts';
import { decideWorth } from './decide-worth.ts';
import { findStoryElements } from './find-story-elements.ts';

const taskSchema = z.object({
  task: z.enum(['decide', 'extract']).default('extract'),
  messages: z.array(z.object({ role: z.enum(['user', 'assistant']), text: z.string() })),
  dossier: dossierSchema.default(EMPTY_DOSSIER),
});
type Task = z.infer<typeof taskSchema>;

/**
 * The built-in dossier engine as an AI SDK language model: `builtin` / `extractor`. It works offline and costs nothing.
 * `providerOptions.builtin = {task, messages, dossier}` says what to read; without them the prompt's own messages are read
 * and everything found is answered. The answer is the JSON of `dossierDecisionSchema` or `dossierFindingsSchema`.
 */
export function createExtractorModel(): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'builtin',
    modelId: 'extractor',
    supportedUrls: {},
    async doGenerate(options) {
      options.abortSignal?.throwIfAborted();
      const { text, usage } = answer(options);
      return {
        content: [{ type: 'text', text }],
        finishReason: { unified: 'stop', raw: undefined },
        usage,
        warnings: [],
      };
    },
    async doStream(options) {
      options.abortSignal?.throwIfAborted();
      const { text, usage } = answer(options);
      return { stream: streamText(text, usage) };
    },
  };
}

function answer(options: LanguageModelV4CallOptions): { text: string; usage: LanguageModelV4Usage } {
  const task = taskOf(options);
  const result = task.task === 'decide' ? decideWorth(task) : findStoryElements(task);
  const text = JSON.stringify(result);
  return { text, usage: usageOf(task.messages.map((one) => one.text).join(' '), text) };
}

function taskOf(options: LanguageModelV4CallOptions): Task {
  const given = options.providerOptions?.builtin;
  return taskSchema.parse(given?.messages ? given : { ...given, messages: messagesOf(options) });
}

function messagesOf(options: LanguageModelV4CallOptions): Task['messages'] {
  return options.prompt.flatMap((message) => {
    if (message.role !== 'user' && message.role !== 'assistant') return [];
    const text = message.content.map((part) => (part.type === 'text' ? part.text : '')).join(' ');
    return [{ role: message.role, text }];
  });
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

function streamText(text: string, usage: LanguageModelV4Usage): ReadableStream<LanguageModelV4StreamPart> {
  const id = 'dossier';
  return new ReadableStream({
    start(controller) {
      controller.enqueue({ type: 'stream-start', warnings: [] });
      controller.enqueue({ type: 'text-start', id });
      controller.enqueue({ type: 'text-delta', id, delta: text });
      controller.enqueue({ type: 'text-end', id });
      controller.enqueue({ type: 'finish', finishReason: { unified: 'stop', raw: undefined }, usage });
      controller.close();
    },
  });
}
