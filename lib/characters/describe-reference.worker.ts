import sharp from 'sharp';
import { colourDistance, type Lab } from './colour-distance.ts';
import { labAt, listColours } from './list-colours.ts';
import type { FigureColours } from './locate-figure.ts';
import { type Box, type LabImage, readLab, readPixels } from './read-lab.ts';

// As in illustrate.worker.ts: one picture at a time, and memory belongs to the film.
sharp.cache(false);
sharp.concurrency(1);

export type DescribeReferenceInput = { bytes: Uint8Array };

const MOST_COLOURS = 8;
const SMALLEST_SHARE = 0.03;
/** Nearer than this to the colour along the picture's edge, a pixel is ground. */
const GROUND = 11;

/** Worker task: what a reference picture shows, without the plain ground it stands on. */
export default async function describeReference({ bytes }: DescribeReferenceInput): Promise<FigureColours> {
  const image = await readLab(await readPixels(bytes));
  const ground = findGround(image);
  const isGround = (lab: Lab) => colourDistance(lab, ground) < GROUND;
  const { box, pixels } = findFigure(image, isGround);
  const colours = listColours(image, MOST_COLOURS, isGround)
    .filter(({ share }) => share >= SMALLEST_SHARE)
    .map(({ lab, share }) => ({ lab, share }));
  const [width, height] = [box.width * image.width, box.height * image.height];
  return { colours, shape: width / height, fill: pixels / (width * height) };
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

/** What is not ground; the whole picture when nothing is. */
function findFigure(
  { lab, width, height }: LabImage,
  isGround: (lab: Lab) => boolean,
): { box: Box; pixels: number } {
  let [left, top, right, bottom, pixels] = [width, height, -1, -1, 0];
  for (let index = 0; index < width * height; index++) {
    if (isGround(labAt(lab, index))) continue;
    const [x, y] = [index % width, Math.floor(index / width)];
    pixels += 1;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (pixels === 0)
    return { box: { left: 0, top: 0, width: 1, height: 1 }, pixels: Math.max(1, width * height) };
  const box = {
    left: left / width,
    top: top / height,
    width: (right - left + 1) / width,
    height: (bottom - top + 1) / height,
  };
  return { box, pixels };
}
