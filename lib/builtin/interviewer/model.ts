import { randomUUID } from 'node:crypto';
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';
import { z } from 'zod';
import { dossierSchema, EMPTY_DOSSIER, type Utterance } from '../../dossier/schema.ts';
import { listWords } from '../../story/reading/split-text.ts';
import { createRandom } from '../random.ts';
import { composeReply, type Reply } from './compose-reply.ts';
import { learnFromConversation, learnFromTurn } from './learn-from-turn.ts';

const contextSchema = z.object({
  messages: z.array(z.object({ role: z.enum(['user', 'assistant']), text: z.string() })).optional(),
  dossier: dossierSchema.optional(),
  canStart: z.boolean().optional(),
});

/**
 * The built-in Interviewer as an AI SDK language model: `builtin` / `interviewer`. It works offline and costs nothing.
 * `providerOptions.builtin` may hold `{messages, dossier, canStart}`; what is missing is read from the
 * prompt. It calls only tools that are offered, and after a tool's answer it says one more sentence.
 */
export function createInterviewerModel(): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'builtin',
    modelId: 'interviewer',
    supportedUrls: {},
    async doGenerate(options) {
      options.abortSignal?.throwIfAborted();
      const { content, finishReason, usage } = answer(options);
      return { content, finishReason, usage, warnings: [] };
    },
    async doStream(options) {
      options.abortSignal?.throwIfAborted();
      return { stream: stream(answer(options)) };
    },
  };
}

type Answer = {
  content: LanguageModelV4Content[];
  finishReason: LanguageModelV4FinishReason;
  usage: LanguageModelV4Usage;
};

function answer(options: LanguageModelV4CallOptions): Answer {
  const context = contextSchema.parse(options.providerOptions?.builtin ?? {});
  const heard = context.messages ?? utterancesOf(options);
  // Going on after a tool's answer, the reply is thought out again from the same words, and so is the same.
  const messages = heard.slice(0, heard.findLastIndex(({ role }) => role === 'user') + 1);
  const before = context.dossier ?? learnFromConversation(messages, EMPTY_DOSSIER);
  const reply = composeReply({
    messages,
    before,
    ...learnFromTurn({ messages, dossier: before }),
    tools: toolsOf(options, context.canStart ?? true),
    random: createRandom(messages.map(({ text }) => text).join('\n')),
  });
  const spoken = textNow(options, reply);
  const calls = options.prompt.at(-1)?.role === 'tool' ? [] : callsOf(reply);
  return {
    content: [{ type: 'text', text: spoken }, ...calls],
    finishReason: { unified: calls.length > 0 ? 'tool-calls' : 'stop', raw: undefined },
    usage: usageOf(messages.at(-1)?.text ?? '', spoken),
  };
}

/** Right after a tool's answer only the rest is said; a tool that failed is told honestly. */
function textNow(options: LanguageModelV4CallOptions, reply: Reply): string {
  const last = options.prompt.at(-1);
  if (last?.role !== 'tool') return reply.text;
  const hasFailed = last.content.some(
    (part) => part.type === 'tool-result' && ['error-text', 'error-json'].includes(part.output.type),
  );
  return hasFailed ? 'Oh dear, that did not work just now. Shall we try it once more?' : reply.afterwards;
}

function callsOf({ call }: Reply): LanguageModelV4Content[] {
  if (!call) return [];
  const { toolName, input } = call;
  return [{ type: 'tool-call', toolCallId: randomUUID(), toolName, input: JSON.stringify(input) }];
}

function toolsOf(options: LanguageModelV4CallOptions, canStart: boolean): Set<string> {
  if (options.toolChoice?.type === 'none') return new Set();
  const names = new Set((options.tools ?? []).map(({ name }) => name));
  if (!canStart) names.delete('startStory');
  return names;
}

function utterancesOf(options: LanguageModelV4CallOptions): Utterance[] {
  return options.prompt.flatMap((message) => {
    if (message.role !== 'user' && message.role !== 'assistant') return [];
    const text = message.content.map((part) => (part.type === 'text' ? part.text : '')).join('');
    return text.trim() === '' ? [] : [{ role: message.role, text }];
  });
}

/** Words stand for tokens: nothing is billed, and the counts still show how much was read and written. */
function usageOf(read: string, written: string): LanguageModelV4Usage {
  const words = listWords(written).length;
  return {
    inputTokens: {
      total: listWords(read).length,
      noCache: undefined,
      cacheRead: undefined,
      cacheWrite: undefined,
    },
    outputTokens: { total: words, text: words, reasoning: undefined },
  };
}

const FEW_WORDS = /(?:\S+\s*){1,3}/g;

function stream({ content, finishReason, usage }: Answer): ReadableStream<LanguageModelV4StreamPart> {
  const id = 'answer';
  return new ReadableStream({
    start(controller) {
      controller.enqueue({ type: 'stream-start', warnings: [] });
      for (const part of content) {
        if (part.type === 'tool-call') controller.enqueue(part);
        if (part.type !== 'text') continue;
        controller.enqueue({ type: 'text-start', id });
        for (const delta of part.text.match(FEW_WORDS) ?? [])
          controller.enqueue({ type: 'text-delta', id, delta });
        controller.enqueue({ type: 'text-end', id });
      }
      controller.enqueue({ type: 'finish', finishReason, usage });
      controller.close();
    },
  });
}
