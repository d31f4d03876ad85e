import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4Content } from '@ai-sdk/provider';
import {
  type ChatWords,
  readChatAnswer,
  toCallInput,
  toChatFinishReason,
  toChatUsage,
} from './huggingface-answer.ts';
import { askHuggingFace, connectHuggingFace, toHuggingFaceError } from './huggingface-client.ts';
import { buildChatQuestion } from './huggingface-prompt.ts';
import { streamChatParts } from './huggingface-stream.ts';
import { createPartStream } from './part-stream.ts';

/**
 * A model of the hub that writes, as chat completions of the first inference provider that serves it. Reports tokens.
 * A schema goes as `response_format`; whoever makes the model decides what is done where that is refused.
 */
export function createHuggingFaceLanguageModel(modelId: string): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'huggingface',
    modelId,
    supportedUrls: {},
    doGenerate: async (options: LanguageModelV4CallOptions) => {
      const { abortSignal: signal } = options;
      const question = buildChatQuestion(modelId, options);
      const answer = await askHuggingFace(signal, async (client) =>
        readChatAnswer(await client.chatCompletion(question)),
      );
      const [choice] = answer.choices;
      const content = toContent(choice?.message);
      const hasCalls = content.some((part) => part.type === 'tool-call');
      return {
        content,
        finishReason: choice?.message.refusal
          ? { unified: 'content-filter', raw: 'refusal' }
          : toChatFinishReason(choice?.finish_reason, hasCalls),
        usage: toChatUsage(answer.usage),
        warnings: [],
        response: { ...(answer.id && { id: answer.id }), modelId: answer.model ?? modelId },
      };
    },
    doStream: async (options: LanguageModelV4CallOptions) => {
      const abort = new AbortController();
      const signal = options.abortSignal
        ? AbortSignal.any([options.abortSignal, abort.signal])
        : abort.signal;
      signal.throwIfAborted();
      const stream = connectHuggingFace(signal).chatCompletionStream({
        ...buildChatQuestion(modelId, options),
        stream_options: { include_usage: true },
      });
      try {
        // The request begins with the first piece: a refusal must not look like a stream.
        const pieces = { first: await stream.next(), rest: stream };
        return { stream: createPartStream(streamChatParts(pieces, signal), abort) };
      } catch (error) {
        throw toHuggingFaceError(error, signal);
      }
    },
  };
}

function toContent(words: ChatWords | undefined): LanguageModelV4Content[] {
  const { content, reasoning_content: reasoning, tool_calls: calls } = words ?? {};
  return [
    ...(reasoning ? [{ type: 'reasoning' as const, text: reasoning }] : []),
    ...(content ? [{ type: 'text' as const, text: content }] : []),
    ...(calls ?? []).map((call) => ({
      type: 'tool-call' as const,
      toolCallId: call.id || crypto.randomUUID(),
      toolName: call.function.name ?? '',
      input: toCallInput(call.function.arguments),
    })),
  ];
}
