import type { Pronoun } from '../../../story/schema.ts';
import { findKindAt } from '../kinds.ts';
import type { Figure } from './prompt-reading.ts';
import { readKind } from './read-kind.ts';
import { readNamed } from './read-named.ts';
import type { Term } from './terms.ts';

export type FoundFigure = Figure & { start: number; end: number };

/** Everybody the prompt speaks of, in its order. */
export function findFigures(terms: readonly Term[]): FoundFigure[] {
  const words = terms.map((term) => term.lower);
  const figures: FoundFigure[] = [];
  let index = 0;
  while (index < terms.length) {
    const figure = readFigureAt(terms, words, index, figures);
    if (figure) {
      readOutfit(words, figure);
      figures.push(figure);
      index = figure.end;
      // A lost teddy bear is no bear.
    } else index += findKindAt(words, index)?.length ?? 1;
  }
  return mergeSameFigures(figures);
}

const CLOTHES =
  /^(coat|hat|scarf|dress|boots|cape|cap|jacket|jumper|sweater|shirt|raincoat|hood|cloak|crown|bow|glasses|shoes|mittens|vest|waistcoat|dungarees|overalls|helmet|skirt|ribbon|backpack|satchel)$/;

/** "in a red coat", "with a yellow hat", "wearing green boots" right after somebody. */
function readOutfit(words: readonly string[], figure: FoundFigure): void {
  if (!/^(in|with|wearing)$/.test(words[figure.end] ?? '')) return;
  let index = figure.end + 1;
  if (/^(a|an|the|his|her|their)$/.test(words[index] ?? '')) index++;
  const outfit: string[] = [];
  while (outfit.length < 3 && words[index] !== undefined) {
    outfit.push(words[index] as string);
    if (CLOTHES.test(words[index++] as string)) {
      figure.outfit = outfit.join(' ');
      figure.end = index;
      return;
    }
  }
}

function readFigureAt(
  terms: readonly Term[],
  words: string[],
  index: number,
  before: FoundFigure[],
): FoundFigure | undefined {
  return readNamed(terms, words, index) ?? readKind(terms, words, index, before);
}

/** A figure spoken of twice ("Mia … Mia", "a fox … the fox") is one. */
function mergeSameFigures(figures: FoundFigure[]): FoundFigure[] {
  const merged: FoundFigure[] = [];
  for (const figure of figures) {
    const same = merged.find(
      (other) =>
        (figure.name !== undefined && figure.name === other.name) ||
        (figure.name === undefined &&
          figure.kind !== undefined &&
          figure.kind === other.kind &&
          figure.role === other.role),
    );
    if (!same) merged.push(figure);
    else {
      same.kind ??= figure.kind;
      same.pronoun ??= figure.pronoun;
      if (same.adjectives.length === 0) same.adjectives = figure.adjectives;
    }
  }
  return merged;
}

/** The pronoun a prompt uses for somebody after naming them: "Nova … her friend" → she. */
export function pronounAfter(words: readonly string[], start: number): Pronoun | undefined {
  for (const word of words.slice(start)) {
    if (/^(she|her|hers|herself)$/.test(word)) return 'she';
    if (/^(he|him|his|himself)$/.test(word)) return 'he';
    if (/^(themself)$/.test(word)) return 'they';
    if (/^(its|itself)$/.test(word)) return undefined;
  }
  return undefined;
}
