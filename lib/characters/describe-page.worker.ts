import sharp from 'sharp';
import hashPicture from 'sharp-phash';
import type { Depiction } from '../builtin/illustrator/depiction.ts';
import type { Lab } from './colour-distance.ts';
import { listColours } from './list-colours.ts';
import { type FigureColours, locateFigure } from './locate-figure.ts';
import { type Box, type Pixels, readLab, readPixels, toPixels } from './read-lab.ts';

// As in illustrate.worker.ts: one picture at a time, and memory belongs to the film.
sharp.cache(false);
sharp.concurrency(1);

/** How one character looks on one page. */
export type Look = {
  /** Of where they stand, known or found by their colours; of the whole picture when there is nothing to find them by. */
  colours: { lab: Lab; share: number }[];
  /** How much of their reference picture's colours is missing, 0…1; null without one. */
  missing: number | null;
  /** 64 bits as text, and those of the mirror image: figures turn round from page to page. */
  hash: string;
  mirrored: string;
  isRegion: boolean;
};

export type DescribePageInput = {
  bytes: Uint8Array;
  /** Whom the page shows, with what their reference picture showed. */
  shown: { characterId: string; figure: FigureColours | null }[];
  /** Of a page the built-in illustrator drew: it knows where it put everybody. */
  depiction?: Depiction | undefined;
  /** The page's own size, which the depiction was drawn in. */
  size: { width: number; height: number };
};
/** By the characters' ids. */
export type DescribePageOutput = Record<string, Look>;

const MOST_COLOURS = 24;
const HASHED_SIDE = 64;

/** Worker task: how everybody on a page looks. */
export default async function describePage(input: DescribePageInput): Promise<DescribePageOutput> {
  const known = await listRegions(input.depiction, input.size);
  const pixels = await readPixels(input.bytes);
  const image = await readLab(pixels);
  const looks: DescribePageOutput = {};
  for (const { characterId, figure } of input.shown) {
    const region = known.get(characterId);
    const located = figure ? locateFigure(image, figure, region) : null;
    const box = region ?? located?.box;
    const colours = listColours(box ? await readLab(pixels, box) : image, MOST_COLOURS);
    looks[characterId] = {
      colours: colours.map(({ lab, share }) => ({ lab, share })),
      missing: located?.missing ?? null,
      hash: await hash(pixels, box, false),
      mirrored: await hash(pixels, box, true),
      isRegion: region !== undefined,
    };
  }
  return looks;
}

async function hash(pixels: Pixels, box: Box | undefined, isMirrored: boolean): Promise<string> {
  const opened = sharp(pixels.rgba, { raw: { width: pixels.width, height: pixels.height, channels: 4 } });
  const cut = box ? opened.extract(toPixels(box, pixels.width, pixels.height)) : opened;
  const { data, info } = await cut
    .resize(HASHED_SIDE, HASHED_SIDE, { fit: 'fill' })
    .removeAlpha()
    .flop(isMirrored)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return hashPicture(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

async function listRegions(
  depiction: Depiction | undefined,
  size: { width: number; height: number },
): Promise<Map<string, Box>> {
  if (!depiction) return new Map();
  // Only for our own pages: the illustrator's drawings take memory.
  const { findCast } = await import('../builtin/illustrator/build-svg.ts');
  return new Map(findCast(depiction, size).map(({ characterId, ...box }) => [characterId, box]));
}
