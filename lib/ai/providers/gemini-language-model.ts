import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4Content } from '@ai-sdk/provider';
import { type GeminiAnswer, type GeminiPart, toFinishReason, toTokenUsage } from './gemini-answer.ts';
import { generateGeminiContent, streamGeminiContent } from './gemini-client.ts';
import { buildGeminiRequest } from './gemini-prompt.ts';
import { streamGeminiParts } from './gemini-stream.ts';
import { toToolCall } from './gemini-tool-call.ts';
import { createPartStream } from './part-stream.ts';

/**
 * A Gemini model that writes, over `generateContent` and `streamGenerateContent`. Reports tokens: the prompt's, and what
 * was written and thought together. What its safety system refuses ends with `content-filter`.
 */
export function createGeminiLanguageModel(modelId: string): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'gemini',
    modelId,
    supportedUrls: {},
    doGenerate: async (options: LanguageModelV4CallOptions) => {
      const request = buildGeminiRequest(options);
      const answer = await generateGeminiContent({ modelId, request, signal: options.abortSignal });
      const content = toContent(answer.parts);
      return {
        content,
        finishReason: toFinishReason(
          answer,
          content.some((part) => part.type === 'tool-call'),
        ),
        usage: toTokenUsage(answer.usage),
        warnings: [],
        response: describeResponse(answer, modelId),
      };
    },
    doStream: async (options: LanguageModelV4CallOptions) => {
      const request = buildGeminiRequest(options);
      const abort = new AbortController();
      const signal = options.abortSignal
        ? AbortSignal.any([options.abortSignal, abort.signal])
        : abort.signal;
      const pieces = await streamGeminiContent({ modelId, request, signal });
      return { stream: createPartStream(streamGeminiParts(pieces, signal), abort) };
    },
  };
}

function toContent(parts: GeminiPart[]): LanguageModelV4Content[] {
  const text = parts.map((part) => (part.thought ? '' : (part.text ?? ''))).join('');
  const thoughts = parts.map((part) => (part.thought ? (part.text ?? '') : '')).join('');
  return [
    ...(thoughts === '' ? [] : [{ type: 'reasoning' as const, text: thoughts }]),
    ...(text === '' ? [] : [{ type: 'text' as const, text }]),
    ...parts.flatMap((part) => toToolCall(part) ?? []),
  ];
}

function describeResponse(answer: GeminiAnswer, modelId: string): { id?: string; modelId: string } {
  return { ...(answer.id && { id: answer.id }), modelId: answer.modelVersion ?? modelId };
}
