import {
  APICallError,
  type LanguageModelV4,
  type LanguageModelV4CallOptions,
  type LanguageModelV4Content,
} from '@ai-sdk/provider';
import {
  type ChatWords,
  findJson,
  readChatAnswer,
  toCallInput,
  toChatFinishReason,
  toChatUsage,
} from './huggingface-answer.ts';
import { askHuggingFace, connectHuggingFace, toHuggingFaceError } from './huggingface-client.ts';
import { buildChatQuestion, type ChatQuestion } from './huggingface-prompt.ts';
import { streamChatParts } from './huggingface-stream.ts';
import { createPartStream } from './part-stream.ts';

/** Models whose service refused a schema as `response_format`; they are asked in words alone as long as the process lives. */
const withoutGrammar = new Set<string>();

/**
 * A model of the hub that writes, as chat completions of the first inference provider that serves it. Reports tokens.
 * A schema goes as `response_format` and in words; a service that refuses the former (400, 422: not billed) is asked again
 * without it.
 */
export function createHuggingFaceLanguageModel(modelId: string): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'huggingface',
    modelId,
    supportedUrls: {},
    doGenerate: async (options: LanguageModelV4CallOptions) => {
      const { abortSignal: signal } = options;
      const answer = await askEitherWay(modelId, options, (question) =>
        askHuggingFace(signal, async (client) => readChatAnswer(await client.chatCompletion(question))),
      );
      const [choice] = answer.choices;
      const content = toContent(choice?.message);
      const text = choice?.message.content ?? '';
      const hasCalls = content.some((part) => part.type === 'tool-call');
      return {
        content,
        ...(options.responseFormat?.type === 'json' && { structuredOutputText: findJson(text) }),
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
      const pieces = await askEitherWay(modelId, options, async (question) => {
        const stream = connectHuggingFace(signal).chatCompletionStream({
          ...question,
          stream_options: { include_usage: true },
        });
        try {
          // The request begins with the first piece: a refusal must not look like a stream.
          return { first: await stream.next(), rest: stream };
        } catch (error) {
          throw toHuggingFaceError(error, signal);
        }
      });
      return { stream: createPartStream(streamChatParts(pieces, signal), abort) };
    },
  };
}

async function askEitherWay<Answer>(
  modelId: string,
  options: LanguageModelV4CallOptions,
  ask: (question: ChatQuestion) => Promise<Answer>,
): Promise<Answer> {
  const hasSchema = options.responseFormat?.type === 'json' && options.responseFormat.schema !== undefined;
  const isSchemaSent = hasSchema && !withoutGrammar.has(modelId);
  try {
    return await ask(buildChatQuestion(modelId, options, { isSchemaSent }));
  } catch (error) {
    const isRefused =
      APICallError.isInstance(error) && (error.statusCode === 400 || error.statusCode === 422);
    if (!isSchemaSent || !isRefused) throw error;
    const answer = await ask(buildChatQuestion(modelId, options, { isSchemaSent: false }));
    // Only now is it known that the schema was the reason.
    withoutGrammar.add(modelId);
    return answer;
  }
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
