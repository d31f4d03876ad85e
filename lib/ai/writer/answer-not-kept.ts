import { AppError, isAppError } from '../../errors.ts';

/**
 * The cause of a `provider_bad_output` whose answer never came as far as being kept: the service sent broken JSON, or
 * nothing. Asking again asks anew; where an answer was kept, it would only be read again.
 */
export class AnswerNotKept extends Error {
  constructor(options?: ErrorOptions) {
    super('the answer could not be kept', options);
    this.name = 'AnswerNotKept';
  }
}

/** What one call threw, before anything of it was kept. */
export function markNotKept(thrown: unknown): unknown {
  if (!isAppError(thrown) || thrown.code !== 'provider_bad_output') return thrown;
  return new AppError(thrown.code, thrown.message, { cause: new AnswerNotKept({ cause: thrown }) });
}

/** Whether a bad answer was kept beside its bill, so that the same stage would only read it again. */
export function isKeptBadAnswer(error: AppError): boolean {
  return error.code === 'provider_bad_output' && !(error.cause instanceof AnswerNotKept);
}
