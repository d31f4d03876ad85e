import {
  type LanguageModelV4CallOptions,
  type LanguageModelV4FilePart,
  type LanguageModelV4FunctionTool,
  type LanguageModelV4Message,
  type LanguageModelV4ToolResultOutput,
  UnsupportedFunctionalityError,
} from '@ai-sdk/provider';
import { convertToBase64 } from '@ai-sdk/provider-utils';
import type { GeminiRequest, GeminiRequestPart } from './gemini-client.ts';
import { toGeminiSchema } from './gemini-schema.ts';

/** A question of the AI SDK in Gemini's words. @throws UnsupportedFunctionalityError for what Gemini cannot be told */
export function buildGeminiRequest(options: LanguageModelV4CallOptions): GeminiRequest {
  const instructions = options.prompt.filter((message) => message.role === 'system');
  const turns = options.prompt.filter((message) => message.role !== 'system');
  return {
    contents: turns.map(toContent).filter(({ parts }) => parts.length > 0),
    ...(instructions.length > 0 && {
      systemInstruction: { role: 'system', parts: instructions.map(({ content }) => ({ text: content })) },
    }),
    generationConfig: {
      maxOutputTokens: options.maxOutputTokens,
      temperature: options.temperature,
      topP: options.topP,
      topK: options.topK,
      stopSequences: options.stopSequences,
      seed: options.seed,
      presencePenalty: options.presencePenalty,
      frequencyPenalty: options.frequencyPenalty,
      ...(options.responseFormat?.type === 'json' && {
        responseMimeType: 'application/json',
        ...(options.responseFormat.schema && {
          responseSchema: toGeminiSchema(options.responseFormat.schema),
        }),
      }),
    },
    ...toTools(options),
  };
}

type Turn = Exclude<LanguageModelV4Message, { role: 'system' }>;

function toContent(turn: Turn): GeminiRequest['contents'][number] {
  if (turn.role === 'assistant') return { role: 'model', parts: turn.content.flatMap(toModelParts) };
  if (turn.role === 'tool') {
    const parts = turn.content
      .filter((part) => part.type === 'tool-result')
      .map(({ toolName, output }) => ({
        functionResponse: { name: toolName, response: { content: toPlain(output) } },
      }));
    return { role: 'user', parts };
  }
  return {
    role: 'user',
    parts: turn.content.map((part) => (part.type === 'text' ? { text: part.text } : toInlineData(part))),
  };
}

/** Its own thoughts stay with it; a call comes back with the signature of the thoughts that led to it. */
function toModelParts(part: Extract<Turn, { role: 'assistant' }>['content'][number]): GeminiRequestPart[] {
  if (part.type === 'text') return part.text === '' ? [] : [{ text: part.text }];
  if (part.type === 'file') return [toInlineData(part)];
  if (part.type !== 'tool-call') return [];
  const signature = part.providerOptions?.gemini?.thoughtSignature;
  return [
    {
      functionCall: { name: part.toolName, args: part.input },
      ...(typeof signature === 'string' && { thoughtSignature: signature }),
    },
  ];
}

function toInlineData({ data, mediaType }: LanguageModelV4FilePart): GeminiRequestPart {
  if (data.type === 'text') return { text: data.text };
  if (data.type === 'data') return { inlineData: { mimeType: mediaType, data: convertToBase64(data.data) } };
  throw new UnsupportedFunctionalityError({ functionality: `a file given as ${data.type}` });
}

function toPlain(output: LanguageModelV4ToolResultOutput): unknown {
  if (output.type === 'execution-denied') return output.reason ?? 'It was not allowed.';
  if (output.type === 'content')
    return output.value.filter((part) => part.type === 'text').map(({ text }) => text);
  return output.value;
}

function toTools({
  tools,
  toolChoice,
}: LanguageModelV4CallOptions): Pick<GeminiRequest, 'tools' | 'toolConfig'> {
  const functions = tools?.filter((tool) => tool.type === 'function') ?? [];
  if (functions.length === 0) return {};
  const toolNames = toolChoice?.type === 'tool' ? { allowedFunctionNames: [toolChoice.toolName] } : {};
  const mode =
    toolChoice?.type === 'none'
      ? 'NONE'
      : toolChoice?.type === 'required' || toolChoice?.type === 'tool'
        ? 'ANY'
        : 'AUTO';
  return {
    tools: [{ functionDeclarations: functions.map(toDeclaration) }],
    toolConfig: { functionCallingConfig: { mode, ...toolNames } },
  };
}

/** A function without parameters must not have an empty list of them. */
function toDeclaration({ name, description, inputSchema }: LanguageModelV4FunctionTool) {
  const parameters = toGeminiSchema(inputSchema);
  return {
    name,
    ...(description !== undefined && { description }),
    ...(parameters.properties && { parameters }),
  };
}
