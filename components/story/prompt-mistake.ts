import { isAppError } from '@/lib/errors';

/**
 * What is wrong with a prompt before it is sent, in a sentence; undefined: nothing.
 * @param whenEmpty what to say where nothing was written
 */
export function findPromptMistake(prompt: string, maxLength: number, whenEmpty: string): string | undefined {
  const { length } = prompt.trim();
  if (length === 0) return whenEmpty;
  if (length <= maxLength) return undefined;
  return `That is ${(length - maxLength).toLocaleString('en')} characters too many: a prompt has at most ${maxLength.toLocaleString('en')}.`;
}

/** The messages of a refused request by the path of their field. */
export function fieldErrorsOf(error: unknown): Record<string, string> {
  // A subject the household leaves out is no mistake in the words: it is told apart from them.
  if (!isAppError(error) || error.rule === 'topic') return {};
  return Object.fromEntries(error.fields.map((field) => [field.path, field.message]));
}
