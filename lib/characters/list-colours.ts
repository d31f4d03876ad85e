import { colourDistance, type Lab } from './colour-distance.ts';
import type { LabImage } from './read-lab.ts';

/** One of the colours a picture consists of. `share` of the counted pixels, 0…1. */
export type Colour = { lab: Lab; share: number; pixels: number; hex: string };

/** Side of a histogram's cell, and how far apart two colours are that count as one. */
const CELL = 6;
const SAME = 13;
const OPAQUE = 200;

type Cell = { count: number; lab: Lab; rgb: Lab };

/**
 * The colours of a picture, the largest first: a histogram in L*a*b*, whose neighbouring cells are gathered round the
 * fullest ones. The same picture always gives the same list. See-through pixels do not count, nor those `leaveOut` names.
 */
export function listColours(
  image: LabImage,
  most: number,
  leaveOut: (lab: Lab, index: number) => boolean = () => false,
): Colour[] {
  const cells = countCells(image, leaveOut).toSorted((a, b) => b.count - a.count);
  const total = cells.reduce((sum, cell) => sum + cell.count, 0);
  const gathered: Cell[] = [];
  for (const cell of cells) {
    const near = gathered.find((other) => colourDistance(mean(other, 'lab'), mean(cell, 'lab')) < SAME);
    if (near) add(near, cell);
    else gathered.push({ ...cell });
  }
  return gathered
    .toSorted((a, b) => b.count - a.count)
    .slice(0, most)
    .map((cell) => ({
      lab: mean(cell, 'lab'),
      share: cell.count / total,
      pixels: cell.count,
      hex: toHex(mean(cell, 'rgb')),
    }));
}

function countCells({ lab, rgba }: LabImage, leaveOut: (lab: Lab, index: number) => boolean): Cell[] {
  const cells = new Map<string, Cell>();
  for (let index = 0; index * 4 < rgba.length; index++) {
    if ((rgba[index * 4 + 3] ?? 0) < OPAQUE) continue;
    const at = labAt(lab, index);
    if (leaveOut(at, index)) continue;
    const pixel: Cell = {
      count: 1,
      lab: at,
      rgb: [rgba[index * 4] ?? 0, rgba[index * 4 + 1] ?? 0, rgba[index * 4 + 2] ?? 0],
    };
    const key = at.map((value) => Math.floor(value / CELL)).join();
    const cell = cells.get(key);
    if (cell) add(cell, pixel);
    else cells.set(key, pixel);
  }
  return [...cells.values()];
}

export function labAt(lab: Float32Array, index: number): Lab {
  return [lab[index * 3] ?? 0, lab[index * 3 + 1] ?? 0, lab[index * 3 + 2] ?? 0];
}

/** Sums until they are read: `mean` divides. */
function add(to: Cell, from: Cell): void {
  to.count += from.count;
  to.lab = sum(to.lab, from.lab);
  to.rgb = sum(to.rgb, from.rgb);
}

const sum = (a: Lab, b: Lab): Lab => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

const mean = (cell: Cell, of: 'lab' | 'rgb'): Lab => {
  const [x, y, z] = cell[of];
  return [x / cell.count, y / cell.count, z / cell.count];
};

const toHex = (rgb: Lab) =>
  `#${rgb
    .map((value) =>
      Math.max(0, Math.min(255, Math.round(value)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
