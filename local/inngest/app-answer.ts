import type { AppAnswer } from './app-client.ts';
import type { RunError } from './runs.ts';

/** The body of an answer as JSON, or as plain text when it is not JSON. */
export function parseAnswerBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not from the SDK, or broken: the caller reports what it can not use.
    return text;
  }
}

/** The error an answer carries, whatever its form. */
export function parseAnswerError(answer: AppAnswer): RunError {
  const body = parseAnswerBody(answer.body);
  if (typeof body !== 'object' || body === null)
    return { name: 'Error', message: String(body).slice(0, 500) };
  const fields = body as Partial<Record<'name' | 'message' | 'error', unknown>>;
  const message = fields.message ?? fields.error ?? `the app answered ${answer.status}`;
  return { ...body, name: String(fields.name ?? 'Error'), message: String(message) };
}
