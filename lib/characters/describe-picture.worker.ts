import sharp from 'sharp';
import hashPicture from 'sharp-phash';
import type { Depiction } from '../builtin/illustrator/depiction.ts';
import { colourDistance, type Lab } from './colour-distance.ts';
import { type Colour, labAt, listColours } from './list-colours.ts';
import { type Box, type LabImage, readLab, toPixels } from './read-lab.ts';

// As in illustrate.worker.ts: one picture at a time, and memory belongs to the film.
sharp.cache(false);
sharp.concurrency(1);

/** How a picture, or a part of it, looks: what two of them are compared by. */
export type Look = {
  colours: Omit<Colour, 'hex'>[];
  /** 64 bits as text, and those of its mirror image: figures turn round from page to page. */
  hash: string;
  mirrored: string;
};

export type DescribeInput = {
  bytes: Uint8Array;
  /** Of a picture the built-in illustrator drew: it knows where it put everybody. */
  depiction?: Depiction | undefined;
  /** A reference picture: one figure on plain ground, which is left out. */
  isReference?: boolean | undefined;
};
export type DescribeOutput = { whole: Look; regions: Record<string, Look> };

const MOST_COLOURS = 24;
/** Nearer than this to the picture's edge, a colour is its ground. */
const GROUND = 11;
const HASHED_SIDE = 64;

/** Worker task: what a picture looks like as a whole, and where each character stands if that is known. */
export default async function describePicture(input: DescribeInput): Promise<DescribeOutput> {
  const image = await readLab(input.bytes);
  const ground = input.isReference ? findGround(image) : undefined;
  const isGround = ground && ((lab: Lab) => colourDistance(lab, ground) < GROUND);
  const box = isGround && findFigure(image, isGround);
  const whole = await look(input.bytes, image, box, isGround);
  const regions: Record<string, Look> = {};
  for (const { characterId, ...region } of await listRegions(input)) {
    regions[characterId] = await look(input.bytes, await readLab(input.bytes, region), region);
  }
  return { whole, regions };
}

async function look(
  bytes: Uint8Array,
  image: LabImage,
  box: Box | undefined,
  leaveOut?: (lab: Lab) => boolean,
): Promise<Look> {
  const colours = listColours(image, MOST_COLOURS, leaveOut).map(({ lab, share }) => ({ lab, share }));
  return { colours, hash: await hash(bytes, box, false), mirrored: await hash(bytes, box, true) };
}

async function hash(bytes: Uint8Array, box: Box | undefined, isMirrored: boolean): Promise<string> {
  const opened = sharp(bytes);
  const { width, height } = await opened.metadata();
  const cut = box ? opened.extract(toPixels(box, width, height)) : opened;
  const { data, info } = await cut
    .resize(HASHED_SIDE, HASHED_SIDE, { fit: 'fill' })
    .removeAlpha()
    .flop(isMirrored)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return hashPicture(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

async function listRegions({ depiction, bytes }: DescribeInput) {
  if (!depiction) return [];
  // Only for our own pages: the illustrator's drawings take memory.
  const { findCast } = await import('../builtin/illustrator/build-svg.ts');
  const { width, height } = await sharp(bytes).metadata();
  return findCast(depiction, { width, height });
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
function findFigure({ lab, width, height }: LabImage, isGround: (lab: Lab) => boolean): Box | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let index = 0; index < width * height; index++) {
    if (isGround(labAt(lab, index))) continue;
    const [x, y] = [index % width, Math.floor(index / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (right < left) return undefined;
  return {
    left: left / width,
    top: top / height,
    width: (right - left + 1) / width,
    height: (bottom - top + 1) / height,
  };
}
