import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { PricedWork } from './price.ts';

/** US dollars → whole micro-dollars. */
const dollars = z
  .number()
  .min(0)
  .max(1_000_000)
  .transform((value) => Math.round(value * 1_000_000));
/** One price, or one for each size and quality that has its own: `1024x1536 high: 0.25`. */
const dollarsBySort = z.union([dollars, z.record(z.string().min(1), dollars)]);

const rowSchema = z
  .strictObject({
    /** `provider/model`; a `*` at the end stands for any ending. */
    model: z.string().regex(/^[a-z-]+\/\S+$/, 'Write provider/model, with a * at the end for any ending.'),
    for: z.enum(['text', 'picture', 'speech', 'video', 'transcription']),
    from: z.iso.date('Write a day such as 2026-01-31.'),
    input_tokens: dollars.optional(),
    output_tokens: dollars.optional(),
    picture: dollarsBySort.optional(),
    characters: dollars.optional(),
    second: dollarsBySort.optional(),
  })
  .refine(
    (row) =>
      [row.input_tokens, row.output_tokens, row.picture, row.characters, row.second].some(
        (price) => price !== undefined,
      ),
    'A row needs a price: input_tokens, output_tokens, picture, characters or second.',
  );
const fileSchema = z.strictObject({ prices: z.array(rowSchema).min(1) });

/** Micro-dollars. */
export type PriceRow = z.output<typeof rowSchema> & { for: PricedWork };

/** @throws AppError `misconfigured` naming file, line and field */
export function readPriceFile(file: string): PriceRow[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new AppError('misconfigured', `The price file ${file} cannot be read.`, { cause: error });
  }
  return parsePrices(text, file);
}

/** @param name how the file is called in messages */
export function parsePrices(text: string, name: string): PriceRow[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [mistake] = document.errors;
  if (mistake) {
    throw new AppError('misconfigured', `${name}: ${mistake.message}`, { cause: mistake });
  }
  const parsed = fileSchema.safeParse(document.toJS());
  if (parsed.success) return parsed.data.prices;
  const problems = parsed.error.issues.map((issue) => {
    const path = issue.path.map(String);
    return `${name}, line ${findLine(path)}: ${path.join('.') || 'the file'}: ${issue.message}`;
  });
  throw new AppError('misconfigured', problems.slice(0, 5).join(' '), { cause: parsed.error });

  /** Of the field, or of the nearest thing around it that is there. */
  function findLine(path: string[]): number {
    for (let length = path.length; length >= 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) {
        return lines.linePos(node.range[0] as number).line;
      }
    }
    return 1;
  }
}
