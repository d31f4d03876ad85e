import { asData, markData } from './as-data.ts';

/**
 * Purpose: an answer that could not be read is shown to its writer once, with what is wrong with it. Most slips are mended
 * so, at the price of one call instead of a new beginning with another model.
 */
const MOST_PROBLEMS = 12;

export function buildRepairPrompt(prompt: string, answer: string, problems: readonly string[]): string {
  return [
    'You were asked this:',
    prompt,
    'You answered:',
    ...markData('answer', [answer]),
    'That cannot be used, because:',
    ...problems.slice(0, MOST_PROBLEMS).map((problem) => `- ${asData(problem)}`),
    'Answer again with the whole corrected JSON object and nothing else. Change only what is wrong.',
  ].join('\n');
}

/** Purpose: says the wanted form in words too, because not every server holds a model to a schema. */
export function shapeLines(shape: string): string {
  return `Answer with one JSON object of this shape and nothing else, no markdown:\n${shape}`;
}
