import {
  APICallError,
  type LanguageModelV4,
  type LanguageModelV4CallOptions,
  type LanguageModelV4GenerateResult,
} from '@ai-sdk/provider';
import { injectJsonInstructionIntoMessages } from '@ai-sdk/provider-utils';
import { wrapLanguageModel } from 'ai';
import { rememberRefusal, type SchemaServer, wasRefused } from './refused-schemas.ts';

/** How servers say that they do not know `json_schema`. */
const UNKNOWN_FORMAT_STATUS: ReadonlySet<number> = new Set([400, 415, 422, 501]);

/**
 * A model that asks for JSON by its schema, and by words where the server refuses schemas. A server that refused is not sent
 * one again by this process (lib/ai/providers/refused-schemas.ts). A refused question costs nothing; an answer in words is
 * repaired by whoever reads it.
 */
export function askInWords(model: LanguageModelV4, server: SchemaServer): LanguageModelV4 {
  return wrapLanguageModel({
    model,
    middleware: {
      specificationVersion: 'v4',
      wrapGenerate: async ({ doGenerate, params }) => {
        const schema = schemaOf(params);
        if (schema === undefined) return doGenerate();
        const question = { server, model, schema };
        if (wasRefused(question)) return askUnbound(model, params);
        try {
          return await doGenerate();
        } catch (error) {
          if (!APICallError.isInstance(error) || !UNKNOWN_FORMAT_STATUS.has(error.statusCode ?? 0))
            throw error;
          const result = await askUnbound(model, params);
          rememberRefusal(question);
          return result;
        }
      },
    },
  });
}

function schemaOf({ responseFormat }: LanguageModelV4CallOptions): object | undefined {
  return responseFormat?.type === 'json' ? responseFormat.schema : undefined;
}

async function askUnbound(
  model: LanguageModelV4,
  params: LanguageModelV4CallOptions,
): Promise<LanguageModelV4GenerateResult> {
  const result = await model.doGenerate(putInWords(params));
  const content = result.content.map((part) =>
    part.type === 'text' ? { ...part, text: part.text.replaceAll(FENCE, '') } : part,
  );
  return { ...result, content };
}

/** What models like to put around JSON. */
const FENCE = /^\s*```(?:json)?\s*|\s*```\s*$/g;

/** Without any format: some servers refuse `json_object` too. */
function putInWords({ responseFormat, ...params }: LanguageModelV4CallOptions): LanguageModelV4CallOptions {
  const schema = responseFormat?.type === 'json' ? responseFormat.schema : undefined;
  const prompt = injectJsonInstructionIntoMessages({ messages: params.prompt, ...(schema && { schema }) });
  return { ...params, prompt };
}
