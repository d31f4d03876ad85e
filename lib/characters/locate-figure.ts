import { colourDistance, type Lab } from './colour-distance.ts';
import { labAt } from './list-colours.ts';
import type { Box, LabImage } from './read-lab.ts';

/** What is looked for: colours by their share of the figure, and the figure's own shape. */
export type FigureColours = {
  colours: { lab: Lab; share: number }[];
  /** Width by height of the box round the figure. */
  shape: number;
  /** The part of that box it fills, 0…1. */
  fill: number;
};

export type Located = {
  box: Box;
  /** How much of the figure's colours is missing there: 0 = nothing, 1 = all of it. */
  missing: number;
};

/** As far apart two colours may be and still be the same cloth in other light. */
const SAME = 15;
/** Less of a colour than this share of what the reference has: partly hidden, or a smaller part of the pose. */
const ENOUGH = 0.55;
/** Heights of the windows that are tried, as parts of the picture's. */
const HEIGHTS = [0.28, 0.4, 0.55, 0.72, 0.92];
/** Windows overlap: each begins this part of its size after the one before. */
const STRIDE = 0.2;
/** What a scene's light does to colours: brighter or darker, paler or stronger, and tinted. */
type Light = { brightness: number; strength: number; tint: [a: number, b: number] };
const LIGHTS: Light[] = [
  { brightness: 0, strength: 1, tint: [0, 0] },
  { brightness: -12, strength: 1, tint: [0, 0] },
  { brightness: -14, strength: 0.9, tint: [2, -12] },
  { brightness: -4, strength: 1.05, tint: [6, 8] },
  { brightness: 4, strength: 0.8, tint: [0, -3] },
  { brightness: -3, strength: 0.62, tint: [0, -4] },
  { brightness: -16, strength: 0.65, tint: [2, -10] },
];

/**
 * Looks for the place in a picture that has most of a figure's colours, in about the amounts the reference has, in any of a
 * few lights: histogram intersection over sliding windows, after Swain and Ballard, "Color Indexing" (IJCV 7, 1991).
 * @param known where the figure stands, when that is known: then nothing is searched
 */
export function locateFigure(image: LabImage, figure: FigureColours, known?: Box): Located {
  const whole: Box = { left: 0, top: 0, width: 1, height: 1 };
  if (figure.colours.length === 0) return { box: known ?? whole, missing: 0 };
  const windows = known ? [known] : listWindows(image, figure.shape);
  // The root of a share: a coat counts more than a button, but not as much more as it is larger.
  const roots = figure.colours.map(({ share }) => Math.sqrt(share));
  const total = roots.reduce((sum, root) => sum + root, 0);
  let best: Located = { box: known ?? whole, missing: 1 };
  for (const light of LIGHTS) {
    const sums = figure.colours.map(() => new Float32Array((image.width + 1) * (image.height + 1)));
    countColours(image, figure, light, sums);
    for (const box of windows) {
      const { area, count } = measureWindow(image, box);
      const found = figure.colours.reduce((sum, { share }, index) => {
        const wanted = share * figure.fill * ENOUGH;
        return sum + (roots[index] ?? 0) * Math.min(1, count(sums[index]) / area / wanted);
      }, 0);
      const missing = 1 - found / total;
      if (missing < best.missing) best = { box, missing };
    }
  }
  return best;
}

/** Summed-area tables: how many pixels of each colour lie above and to the left. */
function countColours(image: LabImage, figure: FigureColours, light: Light, sums: Float32Array[]): void {
  const { width, height, lab } = image;
  const { brightness, strength, tint } = light;
  const wanted = figure.colours.map(
    ({ lab: [l, a, b] }): Lab => [l + brightness, a * strength + tint[0], b * strength + tint[1]],
  );
  for (let y = 0; y < height; y++) {
    const row = new Float32Array(wanted.length);
    for (let x = 0; x < width; x++) {
      const colour = nearest(labAt(lab, y * width + x), wanted);
      if (colour >= 0) row[colour] = (row[colour] ?? 0) + 1;
      const at = (y + 1) * (width + 1) + x + 1;
      for (const [index, table] of sums.entries())
        table[at] = (table[at - width - 1] ?? 0) + (row[index] ?? 0);
    }
  }
}

function nearest(lab: Lab, wanted: Lab[]): number {
  let best = -1;
  let least = SAME;
  for (const [index, colour] of wanted.entries()) {
    const distance = colourDistance(lab, colour);
    if (distance < least) {
      least = distance;
      best = index;
    }
  }
  return best;
}

function measureWindow({ width, height }: LabImage, box: Box) {
  const left = Math.round(box.left * width);
  const top = Math.round(box.top * height);
  const right = Math.min(width, Math.max(left + 1, Math.round((box.left + box.width) * width)));
  const bottom = Math.min(height, Math.max(top + 1, Math.round((box.top + box.height) * height)));
  const row = width + 1;
  return {
    area: (right - left) * (bottom - top),
    count: (table: Float32Array | undefined) =>
      (table?.[bottom * row + right] ?? 0) -
      (table?.[top * row + right] ?? 0) -
      (table?.[bottom * row + left] ?? 0) +
      (table?.[top * row + left] ?? 0),
  };
}

function listWindows({ width, height }: LabImage, shape: number): Box[] {
  const windows: Box[] = [];
  for (const tall of HEIGHTS) {
    const broad = Math.min(1, (tall * height * shape) / width);
    for (let top = 0; top <= 1 - tall + 1e-6; top += tall * STRIDE)
      for (let left = 0; left <= 1 - broad + 1e-6; left += broad * STRIDE)
        windows.push({ left, top, width: broad, height: tall });
  }
  return windows;
}
