import { APICallError } from '@ai-sdk/provider';
import { isAppError } from '../../errors.ts';
import { mapProviderError } from '../call-provider.ts';

/** How a call ended, for its provider's circuit: it answered, it failed, or it says nothing about the provider. */
export type CallOutcome = 'answered' | 'failed' | 'neutral';

/**
 * What a failed call says about its provider. Out of reach, too slow, broken, or with a key or an account it does not
 * accept: every other call will meet the same. A refusal or an answer that is no use is an answer.
 */
export function judgeCall(thrown: unknown): CallOutcome {
  // Whoever asked has gone; how long they wanted to wait is not the provider's matter.
  if (thrown instanceof DOMException) return 'neutral';
  const error = mapProviderError(thrown);
  switch (error.code) {
    case 'provider_failed':
      return 'failed';
    case 'provider_refused':
    case 'provider_bad_output':
    case 'picture_unreadable':
    case 'narration_unreadable':
      return 'answered';
    case 'provider_rejected':
      return isAboutTheAccount(error.cause) ? 'failed' : 'answered';
    default:
      return 'neutral';
  }
}

/** 401 and 403: the key. 402 and a 429 that was not mapped to "later": no credit. */
function isAboutTheAccount(cause: unknown): boolean {
  if (isAppError(cause)) return isAboutTheAccount(cause.cause);
  return APICallError.isInstance(cause) && [401, 402, 403, 429].includes(cause.statusCode ?? 0);
}
