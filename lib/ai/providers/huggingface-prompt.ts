import {
  type LanguageModelV4CallOptions,
  type LanguageModelV4FilePart,
  type LanguageModelV4Message,
  type LanguageModelV4ToolResultOutput,
  UnsupportedFunctionalityError,
} from '@ai-sdk/provider';
import { convertToBase64 } from '@ai-sdk/provider-utils';
import type { chatCompletion } from '@huggingface/inference';

type ChatQuestion = Parameters<typeof chatCompletion>[0];
type ChatMessage = ChatQuestion['messages'][number];

/** Unset, a service writes as many as it likes, some of them only a hundred: too few for any story. */
const DEFAULT_NEW_TOKENS = 4_096;

/** A question of the AI SDK as a chat completion. @throws UnsupportedFunctionalityError for what no model can be told */
export function buildChatQuestion(modelId: string, options: LanguageModelV4CallOptions): ChatQuestion {
  const { responseFormat, tools, toolChoice } = options;
  const functions = tools?.filter((tool) => tool.type === 'function') ?? [];
  const schema = responseFormat?.type === 'json' ? responseFormat.schema : undefined;
  return {
    model: modelId,
    messages: options.prompt.flatMap(toMessages),
    max_tokens: options.maxOutputTokens ?? DEFAULT_NEW_TOKENS,
    ...(options.temperature !== undefined && { temperature: options.temperature }),
    ...(options.topP !== undefined && { top_p: options.topP }),
    ...(options.seed !== undefined && { seed: options.seed }),
    ...(options.frequencyPenalty !== undefined && { frequency_penalty: options.frequencyPenalty }),
    ...(options.presencePenalty !== undefined && { presence_penalty: options.presencePenalty }),
    ...(options.stopSequences?.length && { stop: options.stopSequences }),
    ...(schema && {
      response_format: {
        type: 'json_schema' as const,
        json_schema: {
          name: responseFormat?.type === 'json' ? (responseFormat.name ?? 'answer') : 'answer',
          schema: schema as Record<string, unknown>,
          strict: true,
        },
      },
    }),
    ...(functions.length > 0 && {
      tools: functions.map(({ name, description, inputSchema }) => ({
        type: 'function' as const,
        function: {
          name,
          parameters: inputSchema as Record<string, unknown>,
          ...(description !== undefined && { description }),
        },
      })),
      tool_choice:
        toolChoice?.type === 'tool'
          ? { function: { name: toolChoice.toolName } }
          : (toolChoice?.type ?? ('auto' as const)),
    }),
  };
}

function toMessages(message: LanguageModelV4Message): ChatMessage[] {
  if (message.role === 'system') return [{ role: 'system', content: message.content }];
  if (message.role === 'tool') {
    return message.content
      .filter((part) => part.type === 'tool-result')
      .map(({ toolCallId, output }) => ({
        role: 'tool',
        tool_call_id: toolCallId,
        content: toPlain(output),
      }));
  }
  if (message.role === 'user') {
    const files = message.content.filter((part) => part.type === 'file');
    const text = message.content.flatMap((part) => (part.type === 'text' ? part.text : [])).join('\n');
    if (files.length === 0) return [{ role: 'user', content: text }];
    return [{ role: 'user', content: [...files.map(toPicture), { type: 'text', text }] }];
  }
  const calls = message.content.filter((part) => part.type === 'tool-call');
  return [
    {
      role: 'assistant',
      content: message.content.flatMap((part) => (part.type === 'text' ? part.text : [])).join(''),
      ...(calls.length > 0 && {
        tool_calls: calls.map(({ toolCallId, toolName, input }) => ({
          id: toolCallId,
          type: 'function',
          function: { name: toolName, arguments: JSON.stringify(input) },
        })),
      }),
    },
  ];
}

function toPicture({ data, mediaType }: LanguageModelV4FilePart) {
  if (data.type !== 'data' || !mediaType.startsWith('image')) {
    throw new UnsupportedFunctionalityError({ functionality: `a file of the type ${mediaType}` });
  }
  const type = mediaType.includes('/') ? mediaType : 'image/png';
  return {
    type: 'image_url' as const,
    image_url: { url: `data:${type};base64,${convertToBase64(data.data)}` },
  };
}

function toPlain(output: LanguageModelV4ToolResultOutput): string {
  if (output.type === 'execution-denied') return output.reason ?? 'It was not allowed.';
  return typeof output.value === 'string' ? output.value : JSON.stringify(output.value);
}
