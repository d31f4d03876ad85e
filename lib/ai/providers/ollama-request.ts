import {
  type LanguageModelV4CallOptions,
  type LanguageModelV4Message,
  type LanguageModelV4Prompt,
  type LanguageModelV4ToolResultOutput,
  UnsupportedFunctionalityError,
} from '@ai-sdk/provider';
import { injectJsonInstructionIntoMessages } from '@ai-sdk/provider-utils';

type OllamaMessage = {
  role: 'system' | 'user' | 'assistant' | 'tool';
  content: string;
  tool_calls?: { function: { name: string; arguments: unknown } }[];
  tool_name?: string;
};

/** A model is loaded again when the length of its context changes: few lengths, and so few waits. */
const CONTEXT_LENGTHS = [8_192, 16_384, 32_768, 65_536, 131_072];
/** Small vocabularies and languages other than English need more tokens than the usual four letters each. */
const LETTERS_PER_TOKEN = 3;
/** A story of many pages, where nobody says how long the answer may be. */
const ANSWER_TOKENS = 6_000;

/** The body of POST /api/chat: https://docs.ollama.com/api/chat, https://docs.ollama.com/capabilities/structured-outputs */
export function buildOllamaRequest(modelId: string, options: LanguageModelV4CallOptions) {
  const { responseFormat } = options;
  const schema = responseFormat?.type === 'json' ? responseFormat.schema : undefined;
  // The grammar binds the answer, but the model does not see it: the names of fields help it to fill them.
  const prompt = schema
    ? injectJsonInstructionIntoMessages({ messages: options.prompt, schema })
    : options.prompt;
  const messages = convertPrompt(prompt);
  const tools = options.toolChoice?.type === 'none' ? [] : convertTools(options.tools);
  return {
    model: modelId,
    messages,
    stream: true,
    ...(tools.length > 0 && { tools }),
    ...(responseFormat?.type === 'json' && { format: schema ?? 'json' }),
    options: {
      num_ctx: chooseContextLength(JSON.stringify([messages, tools]).length, options.maxOutputTokens),
      num_predict: options.maxOutputTokens,
      temperature: options.temperature,
      top_p: options.topP,
      top_k: options.topK,
      seed: options.seed,
      stop: options.stopSequences,
      presence_penalty: options.presencePenalty,
      frequency_penalty: options.frequencyPenalty,
    },
  };
}

function chooseContextLength(letters: number, maxOutputTokens: number | undefined): number {
  const wanted = Math.ceil(letters / LETTERS_PER_TOKEN) + (maxOutputTokens ?? ANSWER_TOKENS);
  return CONTEXT_LENGTHS.find((length) => length >= wanted) ?? (CONTEXT_LENGTHS.at(-1) as number);
}

function convertTools(tools: LanguageModelV4CallOptions['tools']) {
  return (tools ?? []).flatMap((tool) =>
    tool.type === 'function'
      ? [
          {
            type: 'function',
            function: { name: tool.name, description: tool.description, parameters: tool.inputSchema },
          },
        ]
      : [],
  );
}

function convertPrompt(prompt: LanguageModelV4Prompt): OllamaMessage[] {
  return prompt.flatMap((message) => convertMessage(message));
}

function convertMessage(message: LanguageModelV4Message): OllamaMessage[] {
  if (message.role === 'system') return [{ role: 'system', content: message.content }];
  if (message.role === 'tool') {
    return message.content.flatMap((part) =>
      part.type === 'tool-result'
        ? [{ role: 'tool' as const, tool_name: part.toolName, content: tellResult(part.output) }]
        : [],
    );
  }
  const calls = message.content.flatMap((part) =>
    part.type === 'tool-call' ? [{ function: { name: part.toolName, arguments: part.input } }] : [],
  );
  const content = message.content.map((part) => {
    if (part.type === 'file') throw new UnsupportedFunctionalityError({ functionality: 'files for Ollama' });
    return part.type === 'text' ? part.text : '';
  });
  return [{ role: message.role, content: content.join(''), ...(calls.length > 0 && { tool_calls: calls }) }];
}

function tellResult(output: LanguageModelV4ToolResultOutput): string {
  switch (output.type) {
    case 'text':
    case 'error-text':
      return output.value;
    case 'execution-denied':
      return output.reason ?? 'This was not allowed.';
    default:
      return JSON.stringify(output.value);
  }
}
