import { guardText } from '../safety/guard.ts';

/**
 * Guards every text in a value that a model made.
 * @returns the value with its texts as they are to be kept
 * @throws AppError `guardrail_violation` when one of them may not be
 */
export function guardTexts<Value>(value: Value): Value {
  if (typeof value === 'string') {
    return (value.trim() === '' ? value : guardText(value, { place: 'chat' })) as Value;
  }
  if (Array.isArray(value)) return value.map(guardTexts) as Value;
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [name, guardTexts(entry)]),
    ) as Value;
  }
  return value;
}
