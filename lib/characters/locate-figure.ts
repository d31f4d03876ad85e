import { BRIGHTNESS, type Lab } from './colour-distance.ts';
import type { Box, LabImage } from './read-lab.ts';

/** Head, body and feet: what is looked for in each third of a figure, from above. */
export type Band = {
  /** By their share of the figure's pixels in this band. */
  colours: { lab: Lab; share: number }[];
  /** The part of the band's box the figure fills, 0…1. */
  fill: number;
};
export type FigureColours = {
  bands: Band[];
  /** Width by height of the box round the whole figure. */
  shape: number;
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
 * Looks for the place in a picture that has most of a figure's colours, in about the amounts the reference has, each at its
 * height (a coat under a face is somebody, a coat's colour in the sky is not), in any of a few lights: histogram intersection
 * over sliding windows, after Swain and Ballard, "Color Indexing" (IJCV 7, 1991), band by band.
 * @param known where the figure stands, when that is known: then nothing is searched
 */
export function locateFigure(image: LabImage, figure: FigureColours, known?: Box): Located {
  const whole: Box = { left: 0, top: 0, width: 1, height: 1 };
  const bands = figure.bands.filter(({ colours }) => colours.length > 0);
  if (bands.length === 0) return { box: known ?? whole, missing: 0 };
  const windows = known ? [known] : listWindows(image, figure.shape);
  let best: Located = { box: known ?? whole, missing: 1 };
  for (const light of LIGHTS) {
    const tables = figure.bands.map((band) => countColours(image, band, light));
    for (const box of windows) {
      const missing = measureWindow(image, figure.bands, tables, box);
      if (missing < best.missing) best = { box, missing };
    }
  }
  return best;
}

/** How much of the figure is missing in a window: the middle of its bands, by how much of the figure is in each. */
function measureWindow(image: LabImage, bands: Band[], tables: Float32Array[][], box: Box): number {
  let missing = 0;
  let weights = 0;
  for (const [index, band] of bands.entries()) {
    if (band.colours.length === 0) continue;
    const height = box.height / bands.length;
    const part = { ...box, top: box.top + index * height, height };
    missing += band.fill * (1 - findShare(image, band, tables[index] ?? [], part));
    weights += band.fill;
  }
  return missing / weights;
}

/** How much of a band's colours a box has, 0…1. */
function findShare(image: LabImage, band: Band, tables: Float32Array[], box: Box): number {
  const { area, count } = measureBox(image, box);
  let found = 0;
  let total = 0;
  for (const [index, { share }] of band.colours.entries()) {
    // The root of a share: a coat counts more than a button, but not as much more as it is larger.
    const weight = Math.sqrt(share);
    const wanted = share * band.fill * ENOUGH;
    found += weight * Math.min(1, count(tables[index]) / area / wanted);
    total += weight;
  }
  return found / total;
}

/** Summed-area tables: how many pixels of each colour lie above and to the left. */
function countColours(image: LabImage, band: Band, { brightness, strength, tint }: Light): Float32Array[] {
  const { width, height, lab } = image;
  const tables = band.colours.map(() => new Float32Array((width + 1) * (height + 1)));
  const wanted = band.colours.map(
    ({ lab: [l, a, b] }): Lab => [l + brightness, a * strength + tint[0], b * strength + tint[1]],
  );
  for (let y = 0; y < height; y++) {
    const row = new Float32Array(wanted.length);
    for (let x = 0; x < width; x++) {
      const colour = nearest(lab, (y * width + x) * 3, wanted);
      if (colour >= 0) row[colour] = (row[colour] ?? 0) + 1;
      const at = (y + 1) * (width + 1) + x + 1;
      for (const [index, table] of tables.entries())
        table[at] = (table[at - width - 1] ?? 0) + (row[index] ?? 0);
    }
  }
  return tables;
}

/** The nearest of the wanted colours that could be the same; -1 for none. As `colourDistance`, without its root: this is the inner loop. */
function nearest(lab: Float32Array, at: number, wanted: Lab[]): number {
  const [l = 0, a = 0, b = 0] = [lab[at], lab[at + 1], lab[at + 2]];
  let best = -1;
  let least = SAME * SAME;
  for (let index = 0; index < wanted.length; index++) {
    const colour = wanted[index] as Lab;
    const light = (l - colour[0]) * BRIGHTNESS;
    const distance = light * light + (a - colour[1]) ** 2 + (b - colour[2]) ** 2;
    if (distance < least) {
      least = distance;
      best = index;
    }
  }
  return best;
}

function measureBox({ width, height }: LabImage, box: Box) {
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
