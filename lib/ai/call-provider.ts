import {
  APICallError,
  EmptyResponseBodyError,
  InvalidArgumentError,
  InvalidPromptError,
  InvalidResponseDataError,
  JSONParseError,
  LoadAPIKeyError,
  NoContentGeneratedError,
  NoSuchModelError,
  TypeValidationError,
  UnsupportedFunctionalityError,
} from '@ai-sdk/provider';
import {
  NoImageGeneratedError,
  NoObjectGeneratedError,
  NoOutputGeneratedError,
  NoSpeechGeneratedError,
  NoTranscriptGeneratedError,
} from 'ai';
import { AppError, isAppError, toAppError } from '../errors.ts';
import { getCallTimeoutMs } from './call-timeouts.ts';
import { mapApiCallError } from './map-api-call-error.ts';

/** The cause of a `provider_failed` whose provider was given up: it may still have done, and billed, the work. */
export class CallTimeout extends Error {
  readonly timeoutMs: number;

  constructor(timeoutMs: number, options?: ErrorOptions) {
    super(`no answer within ${timeoutMs} ms`, options);
    this.name = 'CallTimeout';
    this.timeoutMs = timeoutMs;
  }
}

/**
 * Calls a model with a time limit and turns what goes wrong into our codes, by class and status. The caller's own stop
 * is thrown on as it is.
 * @throws AppError `provider_failed` (network, 5xx, and time-out: then the cause is a `CallTimeout`),
 *   `provider_rate_limited` (429), both with the wait the provider asks for; `provider_refused` (its safety system),
 *   `provider_rejected` (other 4xx, no credit), `provider_bad_output` (an answer that is not what was asked for), `misconfigured`
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
    if (timeout.aborted) throw tooLate(timeoutMs, error);
    throw mapProviderError(error);
  }
}

/** The provider was given up after so long. */
export function tooLate(timeoutMs: number, cause?: unknown): AppError {
  return new AppError('provider_failed', 'The AI service did not answer in time.', {
    cause: new CallTimeout(timeoutMs, { cause }),
  });
}

export function mapProviderError(error: unknown): AppError {
  if (isAppError(error)) return error;
  if (APICallError.isInstance(error)) return mapApiCallError(error);
  if (NoObjectGeneratedError.isInstance(error) && error.finishReason === 'content-filter') {
    return refused('The safety system of the AI service refused this.', error);
  }
  if (LoadAPIKeyError.isInstance(error)) {
    return new AppError('misconfigured', 'The key of the AI service is not set.', { cause: error });
  }
  if (BAD_OUTPUT_ERRORS.some((kind) => kind.isInstance(error))) {
    return badOutput('The AI service answered with something that cannot be used.', error);
  }
  if (BAD_QUESTION_ERRORS.some((kind) => kind.isInstance(error))) {
    return rejected('This model cannot be asked for this.', error);
  }
  return toAppError(error, 'provider_failed', 'The call of the AI service failed.');
}

export function badOutput(message: string, cause?: unknown): AppError {
  return new AppError('provider_bad_output', message, { cause });
}

export function rejected(message: string, cause?: unknown): AppError {
  return new AppError('provider_rejected', message, { cause });
}

/** By the provider's safety system: the same question gets the same answer there, another provider may say yes. */
export function refused(message: string, cause?: unknown): AppError {
  return new AppError('provider_refused', message, { cause });
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

/** Found out before anything was sent. */
const BAD_QUESTION_ERRORS = [
  UnsupportedFunctionalityError,
  NoSuchModelError,
  InvalidPromptError,
  InvalidArgumentError,
];
