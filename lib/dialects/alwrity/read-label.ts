import { z } from 'zod';

/**
 * ALwrity's clients send the labels of its form: "😎 Casual", "🌟 G - General Audiences", "👨👩👧👦 Adults (18+ years)", or the same
 * without the picture. A label is known by the words in it. The first line that fits counts, so the longer name comes first.
 */
export type LabelTable<Value> = readonly (readonly [words: RegExp, value: Value, label: string])[];

const PICTURES = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3/gu;

/** "👤 First Person" → "First Person" */
export function stripPictures(text: string): string {
  return text.replaceAll(PICTURES, ' ').replaceAll(/\s+/g, ' ').trim();
}

/** An optional label; null and "" mean that nothing was chosen. A label nobody knows is refused with those that are. */
export function labelSchema<Value>(table: LabelTable<Value>) {
  const known = `One of: ${table.map(([, , label]) => label).join(', ')}.`;
  return z
    .string()
    .max(200)
    .nullish()
    .transform((text, context): Value | undefined => {
      const plain = stripPictures(text ?? '');
      if (plain === '') return undefined;
      const line = table.find(([words]) => words.test(plain));
      if (line) return line[1];
      context.addIssue({ code: 'custom', message: known });
      return z.NEVER;
    })
    .meta({ description: `${known} With or without an emoji.` });
}

/** Free words; null, "" and a lone emoji mean that nothing was said. */
export function wordsSchema(longest: number) {
  return z
    .string()
    .max(longest)
    .nullish()
    .transform((text) => stripPictures(text ?? '') || undefined);
}
