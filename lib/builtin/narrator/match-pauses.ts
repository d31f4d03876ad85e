import type { Stretch } from './word-timings.ts';

/**
 * Costs are shares of the whole speech. The longest pauses, between sentences, are dear to leave unmatched; a short one
 * at a comma, which another voice may well not make, is cheap.
 */
const SKIP_COST_OF_LONGEST = 0.15;
const LENGTH_MISMATCH_COST = 0.05;

/**
 * Maps times of one reading of a text to times of another reading of it. Both are given as the stretches in which there
 * is speech. Pauses at about the same share of the speech are taken for the same pause and pinned to each other (a
 * monotone matching, the cheapest of all); between pins time is stretched evenly.
 */
export function mapByPauses(from: Stretch[], to: Stretch[]): (timeMs: number) => number {
  const fromPins = listPins(from);
  const toPins = listPins(to);
  const pairs = matchPins(fromPins, toPins);
  const knots: [number, number][] = [[from[0]?.startMs ?? 0, to[0]?.startMs ?? 0]];
  for (const [a, b] of pairs) {
    knots.push([fromPins[a]?.startMs ?? 0, toPins[b]?.startMs ?? 0]);
    knots.push([fromPins[a]?.endMs ?? 0, toPins[b]?.endMs ?? 0]);
  }
  knots.push([from.at(-1)?.endMs ?? 0, to.at(-1)?.endMs ?? 0]);
  return (timeMs) => interpolate(knots, timeMs);
}

/** A pause between two stretches, the share of the speech that lies before it, and its length (1 = the longest). */
type Pin = Stretch & { share: number; length: number };

function listPins(stretches: Stretch[]): Pin[] {
  const total = stretches.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  const pauses = stretches.slice(1).map((stretch, index) => ({
    startMs: (stretches[index] as Stretch).endMs,
    endMs: stretch.startMs,
  }));
  const longest = Math.max(...pauses.map((pause) => pause.endMs - pause.startMs));
  let before = 0;
  return pauses.map((pause, index) => {
    const stretch = stretches[index] as Stretch;
    before += stretch.endMs - stretch.startMs;
    return { ...pause, share: before / total, length: (pause.endMs - pause.startMs) / longest };
  });
}

function matchPins(from: Pin[], to: Pin[]): [number, number][] {
  const costs = Array.from({ length: from.length + 1 }, () => new Float64Array(to.length + 1));
  const cost = (row: number, column: number) => costs[row]?.[column] ?? Number.POSITIVE_INFINITY;
  const skipFrom = (row: number, column: number) => cost(row - 1, column) + skipCost(from[row - 1]);
  const skipTo = (row: number, column: number) => cost(row, column - 1) + skipCost(to[column - 1]);
  const match = (row: number, column: number) =>
    cost(row - 1, column - 1) + matchCost(from[row - 1], to[column - 1]);
  for (let row = 0; row <= from.length; row++) {
    for (let column = 0; column <= to.length; column++) {
      if (row === 0 && column === 0) continue;
      (costs[row] as Float64Array)[column] = Math.min(
        skipFrom(row, column),
        skipTo(row, column),
        match(row, column),
      );
    }
  }
  const pairs: [number, number][] = [];
  let row = from.length;
  let column = to.length;
  while (row > 0 && column > 0) {
    if (cost(row, column) === match(row, column)) pairs.push([--row, --column]);
    else if (cost(row, column) === skipFrom(row, column)) row--;
    else column--;
  }
  return pairs.reverse();
}

function skipCost(pin: Pin | undefined): number {
  return pin ? SKIP_COST_OF_LONGEST * pin.length : Number.POSITIVE_INFINITY;
}

function matchCost(from: Pin | undefined, to: Pin | undefined): number {
  if (!from || !to) return Number.POSITIVE_INFINITY;
  return Math.abs(from.share - to.share) + LENGTH_MISMATCH_COST * Math.abs(from.length - to.length);
}

function interpolate(knots: [number, number][], timeMs: number): number {
  const after = Math.max(
    1,
    knots.findIndex(([from]) => from >= timeMs),
  );
  const [[fromStart, toStart], [fromEnd, toEnd]] =
    timeMs > (knots.at(-1)?.[0] ?? 0)
      ? [knots.at(-2) ?? [0, 0], knots.at(-1) ?? [0, 0]]
      : [knots[after - 1] ?? [0, 0], knots[after] ?? [0, 0]];
  const share = fromEnd > fromStart ? (timeMs - fromStart) / (fromEnd - fromStart) : 0;
  return toStart + Math.min(1, Math.max(0, share)) * (toEnd - toStart);
}
