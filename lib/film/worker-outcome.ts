import { inspect } from 'node:util';
import { AppError, type ErrorCode, isAppError } from '../errors.ts';

/**
 * What a film worker hands back. A thrown error loses its class and code on the way out of a thread, so failures with a
 * code travel as data.
 */
export type WorkerOutcome<Value> =
  | { ok: true; value: Value }
  | { ok: false; code: ErrorCode; message: string; detail: string };

/** Runs a worker's work; an AppError becomes data, anything else is a defect and is thrown as it is. */
export async function settleInWorker<Value>(work: () => Promise<Value>): Promise<WorkerOutcome<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { ok: false, code: error.code, message: error.message, detail: inspect(error.cause) };
  }
}

/** @throws AppError with the worker's code; its cause is an Error that holds the worker's own cause as text */
export function unwrapOutcome<Value>(outcome: WorkerOutcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new AppError(outcome.code, outcome.message, { cause: new Error(outcome.detail) });
}
