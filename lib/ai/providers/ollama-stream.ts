import { APICallError } from '@ai-sdk/provider';
import { z } from 'zod';

export const ollamaErrorSchema = z.object({ error: z.string() });

/** One line of an answer; the last has `done` and the counts. */
const chunkSchema = z.object({
  message: z
    .object({
      content: z.string().optional(),
      thinking: z.string().nullish(),
      tool_calls: z
        .array(
          z.object({
            function: z.object({ name: z.string(), arguments: z.record(z.string(), z.unknown()) }),
          }),
        )
        .nullish(),
    })
    .optional(),
  done: z.boolean(),
  done_reason: z.string().nullish(),
  prompt_eval_count: z.number().nullish(),
  eval_count: z.number().nullish(),
});
export type OllamaChunk = z.infer<typeof chunkSchema>;

/**
 * The lines of an answer as they come.
 * @throws APICallError that may be tried again, when the model fails in mid-answer or the answer ends before its last line
 */
export async function* readOllamaChunks(response: Response, url: string): AsyncGenerator<OllamaChunk> {
  const fail = (message: string, options: { statusCode: number; isRetryable: boolean; cause?: unknown }) =>
    new APICallError({ message, url, requestBodyValues: {}, ...options });
  let isDone = false;
  try {
    for await (const line of readLines(response)) {
      const value = parseLine(line);
      const failure = ollamaErrorSchema.safeParse(value);
      if (failure.success) throw fail(failure.data.error, { statusCode: 500, isRetryable: true });
      const chunk = chunkSchema.safeParse(value);
      if (!chunk.success) {
        throw fail('A line of the answer cannot be read.', {
          statusCode: response.status,
          isRetryable: false,
          cause: chunk.error,
        });
      }
      isDone = chunk.data.done;
      yield chunk.data;
    }
  } catch (error) {
    if (APICallError.isInstance(error) || isAbort(error)) throw error;
    throw fail('The answer broke off.', { statusCode: response.status, isRetryable: true, cause: error });
  }
  if (!isDone) throw fail('The answer broke off.', { statusCode: response.status, isRetryable: true });
}

async function* readLines(response: Response): AsyncGenerator<string> {
  if (!response.body) return;
  let rest = '';
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line.trim() !== '');
  }
  if (rest.trim() !== '') yield rest;
}

/** Undefined is no line of an answer either. */
function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError');
}
