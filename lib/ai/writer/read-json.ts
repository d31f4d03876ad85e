import type { z } from 'zod';

export type Reading<Shape> = { value: Shape } | { problems: string[] };

const MOST_PROBLEMS = 12;

/** A model's answer as what was asked for, or what is wrong with it in words that another model can act on. Pure. */
export function readJson<Shape>(answer: string, schema: z.ZodType<Shape>): Reading<Shape> {
  if (answer.trim() === '') return { problems: ['The answer is empty.'] };
  const given = parseObject(answer);
  if (given === undefined) return { problems: ['It is not one JSON object that can be read to its end.'] };
  const parsed = schema.safeParse(given);
  if (parsed.success) return { value: parsed.data };
  return {
    problems: parsed.error.issues
      .slice(0, MOST_PROBLEMS)
      .map(({ path, message }) => `${path.map(String).join('.') || 'the object'}: ${message}`),
  };
}

/** Models that are not held to a schema wrap their JSON in a fence or in friendly words: the first whole object counts. */
function parseObject(answer: string): unknown {
  for (let start = answer.indexOf('{'); start >= 0; start = answer.indexOf('{', start + 1)) {
    const end = findEnd(answer, start);
    if (end === undefined) return undefined;
    try {
      return JSON.parse(answer.slice(start, end + 1));
    } catch (error) {
      // Braces in prose before the object ("{title}") are no JSON; the next may be.
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}

/** Where the object that begins at `start` ends; braces inside texts do not count. */
function findEnd(text: string, start: number): number | undefined {
  let depth = 0;
  let isInText = false;
  for (let index = start; index < text.length; index++) {
    const letter = text[index];
    if (isInText) {
      if (letter === '\\') index++;
      else if (letter === '"') isInText = false;
    } else if (letter === '"') isInText = true;
    else if (letter === '{') depth++;
    else if (letter === '}' && --depth === 0) return index;
  }
  return undefined;
}
