import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import { AppError, toAppError } from '../../errors.ts';
import { buildSvg } from './build-svg.ts';
import { type Depiction, depictionSchema } from './depiction.ts';
import { finishPicture } from './finish/finish-picture.ts';

// One page at a time is encoded here; libvips' own cache and threads would only take memory from the film.
sharp.cache(false);
sharp.concurrency(1);

export type IllustrateInput = { depiction: Depiction; width: number; height: number };
export type IllustrateOutput = { png: Uint8Array<ArrayBuffer>; width: number; height: number };

/** Worker task: SVG → pixels → the style's finish → PNG. @throws AppError `invalid_request`, `render_failed` */
export default async function illustrate({
  depiction,
  width,
  height,
}: IllustrateInput): Promise<IllustrateOutput> {
  const parsed = depictionSchema.safeParse(depiction);
  if (!parsed.success) {
    throw new AppError('invalid_request', 'The picture cannot be drawn from this description.', {
      cause: parsed.error,
    });
  }
  const svg = buildSvg(parsed.data, { width, height });
  try {
    const rendered = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
    const pixels = rendered.pixels;
    finishPicture(pixels, rendered.width, rendered.height, parsed.data.style);
    const encoded = await sharp(pixels, {
      raw: { width: rendered.width, height: rendered.height, channels: 4 },
    })
      .removeAlpha()
      // Painted texture hardly packs better at higher levels, and every page waits for this.
      .png({ compressionLevel: 4, adaptiveFiltering: false })
      .toBuffer();
    return { png: new Uint8Array(encoded), width: rendered.width, height: rendered.height };
  } catch (error) {
    throw toAppError(error, 'render_failed', 'The picture could not be drawn.');
  }
}
