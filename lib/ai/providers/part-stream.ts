import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';

/**
 * Parts as a stream that is read as fast as it is wanted. Whoever cancels it ends the request behind it at once, also while
 * the service is silent.
 */
export function createPartStream(
  parts: AsyncGenerator<LanguageModelV4StreamPart>,
  abort: AbortController,
): ReadableStream<LanguageModelV4StreamPart> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel(reason) {
      abort.abort(reason);
    },
  });
}
