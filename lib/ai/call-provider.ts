import {
  APICallError,
  EmptyResponseBodyError,
  InvalidResponseDataError,
  JSONParseError,
  LoadAPIKeyError,
  NoContentGeneratedError,
  TypeValidationError,
} from '@ai-sdk/provider';
import {
  NoImageGeneratedError,
  NoObjectGeneratedError,
  NoOutputGeneratedError,
  NoSpeechGeneratedError,
  NoTranscriptGeneratedError,
} from 'ai';
import { z } from 'zod';
import { AppError, isAppError, toAppError } from '../errors.ts';
import { getCallTimeoutMs } from './call-timeouts.ts';

const DEFAULT_RETRY_AFTER_SECONDS = 20;
const LONGEST_RETRY_AFTER_SECONDS = 3_600;

const errorBodySchema = z.object({ error: z.object({ code: z.string() }) });

/**
 * Calls a model with a time limit and turns what goes wrong into our codes, by class and status. The caller's own stop
 * is thrown on as it is.
 * @throws AppError `provider_failed` (network, time-out, 5xx), `provider_rate_limited` (429), `provider_rejected`
 *   (other 4xx, refusals, no credit), `provider_bad_output` (an answer that is not what was asked for), `misconfigured`
 */
export async function callProvider<Result>(
  signal: AbortSignal | undefined,
  call: (signal: AbortSignal) => Promise<Result>,
  timeoutMs = getCallTimeoutMs('text'),
): Promise<Result> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    return await call(signal ? AbortSignal.any([signal, timeout]) : timeout);
  } catch (error) {
    if (signal?.aborted) throw error;
    if (timeout.aborted) {
      throw new AppError('provider_failed', 'The AI service did not answer in time.', { cause: error });
    }
    throw mapProviderError(error);
  }
}

export function mapProviderError(error: unknown): AppError {
  if (isAppError(error)) return error;
  if (APICallError.isInstance(error)) return mapApiCallError(error);
  if (NoObjectGeneratedError.isInstance(error) && error.finishReason === 'content-filter') {
    return rejected('The AI service refused to write this.', error);
  }
  if (LoadAPIKeyError.isInstance(error)) {
    return new AppError('misconfigured', 'The key of the AI service is not set.', { cause: error });
  }
  if (BAD_OUTPUT_ERRORS.some((kind) => kind.isInstance(error))) {
    return badOutput('The AI service answered with something that cannot be used.', error);
  }
  return toAppError(error, 'provider_failed', 'The call of the AI service failed.');
}

export function badOutput(message: string, cause?: unknown): AppError {
  return new AppError('provider_bad_output', message, { cause });
}

export function rejected(message: string, cause?: unknown): AppError {
  return new AppError('provider_rejected', message, { cause });
}

const BAD_OUTPUT_ERRORS = [
  NoObjectGeneratedError,
  NoOutputGeneratedError,
  NoImageGeneratedError,
  NoSpeechGeneratedError,
  NoTranscriptGeneratedError,
  NoContentGeneratedError,
  InvalidResponseDataError,
  EmptyResponseBodyError,
  JSONParseError,
  TypeValidationError,
];

function mapApiCallError(error: APICallError): AppError {
  const status = error.statusCode;
  if (status === undefined) {
    return new AppError('provider_failed', 'The AI service could not be reached.', { cause: error });
  }
  if (status === 429) {
    const body = errorBodySchema.safeParse(error.data);
    // OpenAI answers 429 to an account without credit too; waiting does not mend that.
    if (body.success && body.data.error.code === 'insufficient_quota') {
      return rejected('The account at the AI service has no credit left.', error);
    }
    return new AppError('provider_rate_limited', 'The AI service asks us to slow down.', {
      cause: error,
      retryAfterSeconds: readRetryAfter(error.responseHeaders ?? {}),
    });
  }
  if (status === 408 || status >= 500) {
    return new AppError('provider_failed', `The AI service failed (${status}).`, { cause: error });
  }
  if (status < 400 && error.isRetryable) {
    return new AppError('provider_failed', 'The answer of the AI service broke off.', { cause: error });
  }
  if (status < 400) return badOutput('The AI service answered with something that cannot be read.', error);
  if (status === 401 || status === 403) return rejected('The AI service did not accept our key.', error);
  return rejected(`The AI service refused the request (${status}).`, error);
}

/** `retry-after-ms`, or `retry-after` as seconds or as a date (RFC 9110, 10.2.3). */
function readRetryAfter(headers: Record<string, string>): number {
  const milliseconds = Number(headers['retry-after-ms'] ?? Number.NaN);
  const value = headers['retry-after'] ?? '';
  const seconds = Number.isFinite(milliseconds)
    ? milliseconds / 1000
    : /^\d+(\.\d+)?$/.test(value)
      ? Number(value)
      : (Date.parse(value) - Date.now()) / 1000;
  if (!Number.isFinite(seconds)) return DEFAULT_RETRY_AFTER_SECONDS;
  return Math.min(LONGEST_RETRY_AFTER_SECONDS, Math.max(1, Math.ceil(seconds)));
}
