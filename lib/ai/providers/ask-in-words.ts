import { APICallError, type LanguageModelV4, type LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { injectJsonInstructionIntoMessages } from '@ai-sdk/provider-utils';
import { extractJsonMiddleware, wrapLanguageModel } from 'ai';

/** How servers say that they do not know `json_schema`. */
const UNKNOWN_FORMAT_STATUS: ReadonlySet<number> = new Set([400, 415, 422, 501]);

/**
 * A model that asks for JSON by its schema, and by words where the server refuses schemas. What a server refused once is
 * not sent to it again by this model. A refused question costs nothing; an answer in words is repaired by whoever reads it.
 */
export function askInWords(model: LanguageModelV4): LanguageModelV4 {
  let knowsSchemas = true;
  return wrapLanguageModel({
    model,
    middleware: [
      extractJsonMiddleware(),
      {
        specificationVersion: 'v4',
        wrapGenerate: async ({ doGenerate, params }) => {
          if (!asksBySchema(params)) return doGenerate();
          if (!knowsSchemas) return model.doGenerate(putInWords(params));
          try {
            return await doGenerate();
          } catch (error) {
            if (!APICallError.isInstance(error) || !UNKNOWN_FORMAT_STATUS.has(error.statusCode ?? 0))
              throw error;
            const result = await model.doGenerate(putInWords(params));
            knowsSchemas = false;
            return result;
          }
        },
      },
    ],
  });
}

function asksBySchema({ responseFormat }: LanguageModelV4CallOptions): boolean {
  return responseFormat?.type === 'json' && responseFormat.schema !== undefined;
}

/** Without any format: some servers refuse `json_object` too. */
function putInWords({ responseFormat, ...params }: LanguageModelV4CallOptions): LanguageModelV4CallOptions {
  const schema = responseFormat?.type === 'json' ? responseFormat.schema : undefined;
  const prompt = injectJsonInstructionIntoMessages({ messages: params.prompt, ...(schema && { schema }) });
  return { ...params, prompt };
}
