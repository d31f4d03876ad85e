import { randomUUID } from 'node:crypto';
import {
  APICallError,
  type LanguageModelV4,
  type LanguageModelV4CallOptions,
  type LanguageModelV4Content,
  type LanguageModelV4FinishReason,
  type LanguageModelV4StreamPart,
  type LanguageModelV4Usage,
} from '@ai-sdk/provider';
import {
  convertAsyncIteratorToReadableStream,
  createJsonErrorResponseHandler,
  postJsonToApi,
} from '@ai-sdk/provider-utils';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { buildOllamaRequest } from './ollama-request.ts';
import { type OllamaChunk, ollamaErrorSchema, readOllamaChunks } from './ollama-stream.ts';

/**
 * A model of Ollama's own API as an AI SDK model. Not its imitation of OpenAI's: there the length of the context cannot be
 * set, and with the default of 4,096 tokens a long prompt loses its beginning without a word. Answers always come in
 * pieces, so that the connection lives while a slow machine thinks, and a cancelled call stops the work.
 * Source: https://docs.ollama.com/api/chat
 */
export function createOllamaModel(modelId: string, baseUrl: string): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'ollama.chat',
    modelId,
    supportedUrls: {},
    async doGenerate(options) {
      const content: LanguageModelV4Content[] = [];
      let text = '';
      for await (const part of answer(modelId, baseUrl, options)) {
        if (part.type === 'text-delta') text += part.delta;
        else if (part.type === 'tool-call') content.push(part);
        else if (part.type === 'finish') {
          const { finishReason, usage } = part;
          const said: LanguageModelV4Content[] = text === '' ? [] : [{ type: 'text', text }];
          return { content: [...said, ...content], finishReason, usage, warnings: [] };
        }
      }
      throw new Error('An answer ends with its finish, or is thrown.');
    },
    async doStream(options) {
      const parts = answer(modelId, baseUrl, options);
      // The first part is waited for: a model that is missing is the call's error, not a part of its answer.
      const first = await parts.next();
      return {
        stream: convertAsyncIteratorToReadableStream(
          (async function* () {
            yield { type: 'stream-start', warnings: [] } satisfies LanguageModelV4StreamPart;
            if (!first.done) yield first.value;
            yield* parts;
          })(),
        ),
      };
    },
  };
}

async function* answer(
  modelId: string,
  baseUrl: string,
  options: LanguageModelV4CallOptions,
): AsyncGenerator<LanguageModelV4StreamPart> {
  let isOpen: 'text' | 'reasoning' | undefined;
  let calls = 0;
  for await (const chunk of await ask(modelId, baseUrl, options)) {
    const { content = '', thinking, tool_calls: wanted } = chunk.message ?? {};
    for (const [kind, delta] of [
      ['reasoning', thinking ?? ''],
      ['text', content],
    ] as const) {
      if (delta === '') continue;
      if (isOpen !== kind) {
        if (isOpen) yield { type: `${isOpen}-end`, id: isOpen };
        yield { type: `${kind}-start`, id: kind };
        isOpen = kind;
      }
      yield { type: `${kind}-delta`, id: kind, delta };
    }
    for (const { function: called } of wanted ?? []) {
      calls += 1;
      const input = JSON.stringify(called.arguments);
      yield { type: 'tool-call', toolCallId: randomUUID(), toolName: called.name, input };
    }
    if (!chunk.done) continue;
    if (isOpen) yield { type: `${isOpen}-end`, id: isOpen };
    yield { type: 'finish', finishReason: readFinishReason(chunk, calls), usage: readUsage(chunk) };
  }
}

async function ask(
  modelId: string,
  baseUrl: string,
  options: LanguageModelV4CallOptions,
): Promise<AsyncIterable<OllamaChunk>> {
  try {
    const { value } = await postJsonToApi({
      url: `${baseUrl}/api/chat`,
      headers: options.headers ?? {},
      body: buildOllamaRequest(modelId, options),
      failedResponseHandler: createJsonErrorResponseHandler({
        errorSchema: ollamaErrorSchema,
        errorToMessage: ({ error }) => error,
      }),
      successfulResponseHandler: async ({ response, url }) => ({ value: readOllamaChunks(response, url) }),
      ...(options.abortSignal && { abortSignal: options.abortSignal }),
    });
    return value;
  } catch (error) {
    throw isModelMissing(error)
      ? new AppError(
          'provider_rejected',
          `Ollama has no model "${modelId}" yet: get it with \`ollama pull ${modelId}\`.`,
          { cause: error },
        )
      : error;
  }
}

/** Another server at this address has no such path, and does not say it in Ollama's words. */
function isModelMissing(error: unknown): boolean {
  return (
    APICallError.isInstance(error) &&
    error.statusCode === 404 &&
    z.looseObject({ error: z.string() }).safeParse(error.data).success
  );
}

function readFinishReason({ done_reason: raw }: OllamaChunk, calls: number): LanguageModelV4FinishReason {
  if (calls > 0) return { unified: 'tool-calls', raw: raw ?? undefined };
  if (raw === 'length') return { unified: 'length', raw };
  return { unified: raw === 'stop' || !raw ? 'stop' : 'other', raw: raw ?? undefined };
}

function readUsage({ prompt_eval_count: read, eval_count: written }: OllamaChunk): LanguageModelV4Usage {
  return {
    inputTokens: {
      total: read ?? undefined,
      noCache: undefined,
      cacheRead: undefined,
      cacheWrite: undefined,
    },
    outputTokens: { total: written ?? undefined, text: undefined, reasoning: undefined },
  };
}
