import { type GuardTextOptions, guardText } from '../safety/guard.ts';

/**
 * Guards every text in a value: names and numbers in it stay as they are.
 * @param options by default the value is one that a model made, and a refused one is left out
 * @returns the value with its texts as they are to be kept
 * @throws AppError `guardrail_violation` when one of them may not be
 */
export function guardTexts<Value>(
  value: Value,
  options: Omit<GuardTextOptions, 'place'> = { outcome: 'left_out' },
): Value {
  if (typeof value === 'string') {
    return (value.trim() === '' ? value : guardText(value, { ...options, place: 'chat' })) as Value;
  }
  if (Array.isArray(value)) return value.map((entry) => guardTexts(entry, options)) as Value;
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [name, guardTexts(entry, options)]),
    ) as Value;
  }
  return value;
}
