import { splitSentences } from '../../story/reading/split-text.ts';
import type { Unit } from './beat-units.ts';

/** The units of one scene, in order. */
export type SceneUnits = Unit[];

/**
 * Spreads units over exactly `sceneCount` scenes in story order: beats are kept whole and joined so that scenes are about
 * equally long; when there are fewer beats than scenes, long beats are divided between their units, then their sentences.
 */
export function arrangeScenes(
  units: readonly Unit[],
  sceneCount: number,
  placeOf: (beat: number) => string,
): SceneUnits[] {
  let pieces: SceneUnits[] = [];
  for (const unit of units) {
    const last = pieces.at(-1);
    if (last && last[0]?.beat === unit.beat) last.push(unit);
    else pieces.push([unit]);
  }
  while (pieces.length < sceneCount) {
    const divided = divideLongest(pieces);
    if (!divided) break;
    pieces = divided;
  }
  return pieces.length > sceneCount ? joinPieces(pieces, sceneCount, placeOf) : pieces;
}

const wordsOf = (piece: SceneUnits) => piece.reduce((sum, unit) => sum + unit.words, 0);

function divideLongest(pieces: SceneUnits[]): SceneUnits[] | undefined {
  const byLength = pieces
    .map((piece, index) => ({ piece, index }))
    .toSorted((a, b) => wordsOf(b.piece) - wordsOf(a.piece));
  for (const { piece, index } of byLength) {
    const parts = piece.length > 1 ? halve(piece) : splitUnit(piece[0] as Unit);
    if (parts) return [...pieces.slice(0, index), ...parts, ...pieces.slice(index + 1)];
  }
  return undefined;
}

function halve(piece: SceneUnits): [SceneUnits, SceneUnits] {
  const half = wordsOf(piece) / 2;
  let cut = 1;
  let words = piece[0]?.words ?? 0;
  while (cut < piece.length - 1 && words + (piece[cut]?.words ?? 0) / 2 < half)
    words += piece[cut++]?.words ?? 0;
  return [piece.slice(0, cut), piece.slice(cut)];
}

function splitUnit(unit: Unit): [SceneUnits, SceneUnits] | undefined {
  const sentences = splitSentences(unit.text);
  if (sentences.length < 2) return undefined;
  const cut = Math.ceil(sentences.length / 2);
  const part = (list: string[], order: number): Unit => {
    const text = list.join(' ');
    return { ...unit, order, text, words: text.split(/\s+/).length };
  };
  return [[part(sentences.slice(0, cut), unit.order)], [part(sentences.slice(cut), unit.order + 0.5)]];
}

const CHANGE_OF_PLACE = 60;

/** Joins neighbours into `count` scenes, least squares from the mean length, rather where the place stays the same. */
function joinPieces(pieces: SceneUnits[], count: number, placeOf: (beat: number) => string): SceneUnits[] {
  const lengths = pieces.map(wordsOf);
  const mean = lengths.reduce((sum, words) => sum + words, 0) / count;
  const total = pieces.length;
  const cost = (from: number, to: number) => {
    let words = 0;
    let changes = 0;
    for (let index = from; index < to; index++) {
      words += lengths[index] ?? 0;
      const here = pieces[index]?.[0]?.beat as number;
      const next = pieces[index + 1]?.[0]?.beat as number;
      if (index + 1 < to && placeOf(here) !== placeOf(next)) changes++;
    }
    return (words - mean) ** 2 + changes * CHANGE_OF_PLACE;
  };
  // best[k][n]: the least cost of the first n pieces in k scenes, and where the last scene starts.
  const best: { cost: number; from: number }[][] = [
    Array.from({ length: total + 1 }, (_, n) => ({ cost: n === 0 ? 0 : Number.POSITIVE_INFINITY, from: 0 })),
  ];
  for (let k = 1; k <= count; k++) {
    const row: { cost: number; from: number }[] = [];
    for (let n = 0; n <= total; n++) {
      let least = { cost: Number.POSITIVE_INFINITY, from: 0 };
      for (let from = k - 1; from < n; from++) {
        const value = (best[k - 1]?.[from]?.cost ?? Number.POSITIVE_INFINITY) + cost(from, n);
        if (value < least.cost) least = { cost: value, from };
      }
      row.push(least);
    }
    best.push(row);
  }
  const scenes: SceneUnits[] = [];
  let end = total;
  for (let k = count; k >= 1; k--) {
    const from = best[k]?.[end]?.from ?? 0;
    scenes.unshift(pieces.slice(from, end).flat());
    end = from;
  }
  return scenes;
}
