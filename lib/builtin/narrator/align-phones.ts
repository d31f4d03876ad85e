/** A stretch of the found sequence, as indexes: `first` to `last`, both included. */
export type PhoneRange = { first: number; last: number };

/** Silence in both sequences. */
export const PAUSE = 'pau';
const VOWELS = new Set('aa ae ah ao aw ax ay eh er ey ih iy ow oy uh uw'.split(' '));
const SKIP_COST = 1;
/** A rest is a landmark: it is dear to match it with a sound. */
const PAUSE_MISMATCH_COST = 4;

const SUBSTITUTE = 0;
const SKIP_EXPECTED = 1;
const SKIP_FOUND = 2;

/**
 * Finds which of the phones that were really spoken belong to each expected group, by the cheapest edit path
 * (Needleman and Wunsch 1970). In running speech vowels are reduced ("the": iy → ax) and stops dropped, so one vowel
 * for another is cheap. A group none of whose phones was found is undefined.
 */
export function alignPhones(expected: string[][], found: string[]): (PhoneRange | undefined)[] {
  const flat = expected.flatMap((phones, group) => phones.map((name) => ({ name, group })));
  const columns = found.length + 1;
  const moves = new Uint8Array((flat.length + 1) * columns);
  let previous = Float32Array.from({ length: columns }, (_, column) => column * SKIP_COST);
  moves.fill(SKIP_FOUND, 1, columns);
  for (let row = 1; row <= flat.length; row++) {
    const current = new Float32Array(columns);
    current[0] = row * SKIP_COST;
    moves[row * columns] = SKIP_EXPECTED;
    const name = flat[row - 1]?.name as string;
    for (let column = 1; column < columns; column++) {
      const substitute =
        (previous[column - 1] as number) + substitutionCost(name, found[column - 1] as string);
      const skipExpected = (previous[column] as number) + SKIP_COST;
      const skipFound = (current[column - 1] as number) + SKIP_COST;
      const cheapest = Math.min(substitute, skipExpected, skipFound);
      current[column] = cheapest;
      moves[row * columns + column] =
        cheapest === substitute ? SUBSTITUTE : cheapest === skipExpected ? SKIP_EXPECTED : SKIP_FOUND;
    }
    previous = current;
  }
  return readPath(flat, moves, columns, expected.length);
}

function readPath(
  flat: { name: string; group: number }[],
  moves: Uint8Array,
  columns: number,
  groupCount: number,
): (PhoneRange | undefined)[] {
  const ranges: (PhoneRange | undefined)[] = Array.from({ length: groupCount }, () => undefined);
  let row = flat.length;
  let column = columns - 1;
  while (row > 0 || column > 0) {
    const move = moves[row * columns + column];
    if (move === SUBSTITUTE) {
      const group = flat[row - 1]?.group as number;
      const range = ranges[group];
      ranges[group] = { first: column - 1, last: range?.last ?? column - 1 };
      row--;
      column--;
    } else if (move === SKIP_EXPECTED) {
      row--;
    } else {
      column--;
    }
  }
  return ranges;
}

function substitutionCost(expected: string, found: string): number {
  if (expected === found) return 0;
  if (expected === PAUSE || found === PAUSE) return PAUSE_MISMATCH_COST;
  const bothVowels = VOWELS.has(expected) && VOWELS.has(found);
  if (bothVowels) return 0.4;
  return VOWELS.has(expected) === VOWELS.has(found) ? 0.8 : 1.5;
}
