import { createRandom } from '../../random.ts';

/** Side of a noise tile in pixels; a power of two, so positions wrap with a mask. */
export const TILE = 512;
export const TILE_MASK = TILE - 1;

/** Values 0…255 that join at the edges. Made once for a thread. */
export type NoiseTile = Uint8Array;
const tiles = new Map<string, NoiseTile>();

/**
 * Smooth value noise with octaves, normalised to the full range.
 * @param cellsX cells over the tile; more cells are a finer grain, unequal numbers give strokes
 */
export function getNoise(name: string, cellsX: number, cellsY: number, octaves: number): NoiseTile {
  const key = `${name} ${cellsX} ${cellsY} ${octaves}`;
  const known = tiles.get(key);
  if (known) return known;
  const random = createRandom(key);
  const sum = new Float32Array(TILE * TILE);
  let strength = 1;
  for (let octave = 0; octave < octaves; octave++) {
    const columns = Math.min(TILE, cellsX << octave);
    const rows = Math.min(TILE, cellsY << octave);
    const lattice = Float32Array.from({ length: columns * rows }, () => random.next());
    addOctave(sum, lattice, columns, rows, strength);
    strength *= 0.55;
  }
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of sum) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const tile = Uint8Array.from(sum, (value) => ((value - low) / (high - low)) * 255);
  tiles.set(key, tile);
  return tile;
}

function addOctave(
  sum: Float32Array,
  lattice: Float32Array,
  columns: number,
  rows: number,
  strength: number,
): void {
  const ease = (t: number) => t * t * (3 - 2 * t);
  for (let y = 0; y < TILE; y++) {
    const v = (y / TILE) * rows;
    const row = Math.floor(v);
    const ty = ease(v - row);
    const above = (row % rows) * columns;
    const below = ((row + 1) % rows) * columns;
    for (let x = 0; x < TILE; x++) {
      const u = (x / TILE) * columns;
      const column = Math.floor(u);
      const tx = ease(u - column);
      const left = column % columns;
      const right = (column + 1) % columns;
      const upper = (lattice[above + left] as number) * (1 - tx) + (lattice[above + right] as number) * tx;
      const lower = (lattice[below + left] as number) * (1 - tx) + (lattice[below + right] as number) * tx;
      sum[y * TILE + x] = (sum[y * TILE + x] as number) + (upper * (1 - ty) + lower * ty) * strength;
    }
  }
}
