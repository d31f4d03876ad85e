import sharp from 'sharp';
import { colourDistance, type Lab } from './colour-distance.ts';
import { labAt, listColours } from './list-colours.ts';
import type { FigureColours } from './locate-figure.ts';
import { type Box, type LabImage, readLab, readPixels } from './read-lab.ts';

// As in illustrate.worker.ts: one picture at a time, and memory belongs to the film.
sharp.cache(false);
sharp.concurrency(1);

export type DescribeReferenceInput = { bytes: Uint8Array };

/** Of each band. */
const MOST_COLOURS = 6;
const SMALLEST_SHARE = 0.04;
/** Nearer than this to the colour along the picture's edge, a pixel is ground. */
const GROUND = 11;

const BANDS = 3;

/** Worker task: what a reference picture shows, without the plain ground it stands on, in three bands from head to feet. */
export default async function describeReference({ bytes }: DescribeReferenceInput): Promise<FigureColours> {
  const image = await readLab(await readPixels(bytes));
  const ground = findGround(image);
  const isGround = (lab: Lab) => colourDistance(lab, ground) < GROUND;
  const box = findFigure(image, isGround);
  const bands = Array.from({ length: BANDS }, (_, band) => {
    const top = box.top + (box.height * band) / BANDS;
    const bottom = box.top + (box.height * (band + 1)) / BANDS;
    const isOutside = (lab: Lab, index: number) => {
      const y = Math.floor(index / image.width);
      return y < top || y >= bottom || isGround(lab);
    };
    const colours = listColours(image, MOST_COLOURS, isOutside);
    const pixels = colours.reduce((sum, { pixels }) => sum + pixels, 0);
    return {
      colours: colours
        .filter(({ share }) => share >= SMALLEST_SHARE)
        .map(({ lab, share }) => ({ lab, share })),
      fill: pixels / Math.max(1, (bottom - top) * box.width),
    };
  });
  return { bands, shape: box.width / box.height };
}

/** The colour along the edge: the median of each channel, so a tail that reaches it changes nothing. */
function findGround({ lab, width, height }: LabImage): Lab {
  const edge: Lab[] = [];
  for (let x = 0; x < width; x++) edge.push(labAt(lab, x), labAt(lab, (height - 1) * width + x));
  for (let y = 0; y < height; y++) edge.push(labAt(lab, y * width), labAt(lab, y * width + width - 1));
  const median = (channel: 0 | 1 | 2) =>
    edge.map((colour) => colour[channel]).toSorted((a, b) => a - b)[Math.floor(edge.length / 2)] ?? 0;
  return [median(0), median(1), median(2)];
}

/** The box round what is not ground, in pixels; the whole picture when nothing is. */
function findFigure({ lab, width, height }: LabImage, isGround: (lab: Lab) => boolean): Box {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let index = 0; index < width * height; index++) {
    if (isGround(labAt(lab, index))) continue;
    const [x, y] = [index % width, Math.floor(index / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (right < left) return { left: 0, top: 0, width, height };
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}
