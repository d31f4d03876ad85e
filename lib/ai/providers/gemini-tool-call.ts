import type { LanguageModelV4ToolCall } from '@ai-sdk/provider';
import type { GeminiPart } from './gemini-answer.ts';

/** A call of one of our functions in an answer. Gemini gives calls no ids; ours join call and result in a conversation. */
export function toToolCall({
  functionCall,
  thoughtSignature,
}: GeminiPart): LanguageModelV4ToolCall | undefined {
  if (!functionCall) return undefined;
  return {
    type: 'tool-call',
    toolCallId: crypto.randomUUID(),
    toolName: functionCall.name,
    input: JSON.stringify(functionCall.args ?? {}),
    ...(thoughtSignature && { providerMetadata: { gemini: { thoughtSignature } } }),
  };
}
