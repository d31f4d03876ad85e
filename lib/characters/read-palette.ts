import { findColours } from '../builtin/illustrator/colour.ts';
import type { CharacterSheet } from '../story/schema.ts';

/** As many as a sheet keeps. */
export const MOST_COLOURS = 6;

/** Colour words that are things first: whoever looks at the sky is not blue. What somebody wears may be named after them. */
const THINGS_FIRST =
  /\b(?:sky|rose|amber|ruby|emerald|gold|lemon|mustard|lime|mint|olive|aqua|coral|peach|cream|ivory|silver|charcoal|copper|bronze|rainbow|violet|lilac|lavender|tan)\b/gi;

/** The colours a sheet names, `#rrggbb`, what they wear first; empty when its words name none. Pure. */
export function readPalette(sheet: Pick<CharacterSheet, 'description' | 'outfit'>): string[] {
  const named = [
    ...findColours(sheet.outfit),
    ...findColours(sheet.description.replaceAll(THINGS_FIRST, ' ')),
  ];
  return [...new Set(named)].slice(0, MOST_COLOURS);
}
