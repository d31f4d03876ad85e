import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import { toAppError } from '../../errors.ts';
import { buildSvg } from './build-svg.ts';
import type { Depiction } from './depiction.ts';
import { finishPicture } from './finish/finish-picture.ts';

// As in illustrate.worker.ts: one page at a time, and memory belongs to the film.
sharp.cache(false);
sharp.concurrency(1);

export type LayersInput = { depiction: Depiction; width: number; height: number };
/** PNGs of the picture's size. */
export type LayersOutput = {
  /** The place without who stands in it, finished like the picture. */
  backdrop: Uint8Array<ArrayBuffer>;
  /** Where the picture shows somebody, and things beside and before them: white; grey where it is half seen through. */
  mask: Uint8Array<ArrayBuffer>;
};

/** Worker task: the two halves a page is put together from. @throws AppError `render_failed` */
export default async function drawLayers({ depiction, width, height }: LayersInput): Promise<LayersOutput> {
  const render = (part: 'behind' | 'before') =>
    new Resvg(buildSvg(depiction, { width, height }, { part }), {
      font: { loadSystemFonts: false },
    }).render();
  const raw = { width, height, channels: 4 } as const;
  try {
    const behind = render('behind');
    const pixels = behind.pixels;
    finishPicture(pixels, width, height, depiction.style);
    const backdrop = await sharp(pixels, { raw }).removeAlpha().png({ compressionLevel: 1 }).toBuffer();
    const mask = await sharp(render('before').pixels, { raw })
      .extractChannel('alpha')
      .toColourspace('b-w')
      .png({ compressionLevel: 1 })
      .toBuffer();
    return { backdrop: new Uint8Array(backdrop), mask: new Uint8Array(mask) };
  } catch (error) {
    throw toAppError(error, 'render_failed', 'The picture could not be taken apart.');
  }
}
