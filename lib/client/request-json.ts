import { AppError, ERROR_CODES, type ErrorCode } from '@/lib/errors';
import type { Problem } from '@/lib/story/views';
import { proveGrownUp } from './prove-grown-up';

type RequestOptions = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /**
   * Whether the household's PIN is asked for when the answer is `pin_required`, and the request sent once more. By default for
   * changes, which somebody has pressed a button for; a reading may be repeated at any time, and must not open a dialog.
   */
  asksForPin?: boolean;
};

/**
 * Asks our own HTTP API (same origin, cookie session) and returns the JSON body, or undefined for 204. A Problem answer,
 * a broken connection and a body that is not JSON all throw an AppError: problem+json keeps its code, detail, fields and
 * Retry-After; the others are `internal` with the cause.
 */
export async function requestJson<Body>(path: string, options: RequestOptions = {}): Promise<Body> {
  const response = await send(path, options);
  if (!response.ok) {
    const error = await toProblemError(response);
    const { method = 'GET', asksForPin = method !== 'GET' } = options;
    if (asksForPin && error.code === 'pin_required' && (await proveGrownUp())) {
      return requestJson(path, { ...options, asksForPin: false });
    }
    throw error;
  }
  if (response.status === 204) return undefined as Body;
  try {
    return (await response.json()) as Body;
  } catch (cause) {
    throw new AppError('internal', 'The answer could not be read.', { cause });
  }
}

async function send(
  path: string,
  { method = 'GET', body, headers, signal }: RequestOptions,
): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    // An aborted request is the asker's own doing: the query library wants to see it as it is.
    if (signal?.aborted) throw cause;
    throw new AppError('internal', 'The connection was lost before Storyloom could answer.', { cause });
  }
}

/** The AppError of an answer that is not ok: its problem+json's code, detail, fields, rule and Retry-After. */
export async function toProblemError(response: Response): Promise<AppError> {
  let problem: Partial<Problem> = {};
  try {
    problem = (await response.json()) as Partial<Problem>;
  } catch (cause) {
    return new AppError('internal', `Storyloom answered ${response.status}.`, { cause });
  }
  const retryAfterSeconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new AppError(toErrorCode(problem.code), problem.detail ?? problem.title ?? 'Something went wrong.', {
    fields: problem.errors ?? [],
    ...(problem.rule === undefined ? {} : { rule: problem.rule }),
    ...(problem.current === undefined ? {} : { current: problem.current }),
    ...(Number.isFinite(retryAfterSeconds) ? { retryAfterSeconds } : {}),
  });
}

function toErrorCode(code: string | undefined): ErrorCode {
  return ERROR_CODES.find((known) => known === code) ?? 'internal';
}
