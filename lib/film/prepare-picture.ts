import sharp, { type Sharp } from 'sharp';
import { AppError } from '../errors.ts';
import { MAX_ZOOM } from './camera.ts';
import { rgbToYuvPicture, type YuvPicture } from './yuv.ts';

/** A picture may be this much wider or taller than the film: the camera looks around in what would be cut off. */
const MAX_EXTRA = 1.35;
/** How much of the longer side a picture that needs a backdrop may lose. */
const MAX_TRIM = 1.15;
/** Behind transparent pictures: the colour of story paper. */
const PAPER = '#fdf6e7';
/** Anything larger is a decompression bomb, not an illustration. */
const MAX_PIXELS = 200_000_000;

type Size = { width: number; height: number };

const evenUp = (value: number) => Math.ceil(value / 2) * 2;

/**
 * Reads a picture of any usual format, size and shape and makes it ready for the camera: upright, opaque, large enough for
 * the closest view. A shape that differs a little is kept whole. One that differs much is trimmed where it is least
 * interesting, and what is still missing is filled with a blurred, darker copy: cutting a wide picture to an upright film
 * would as often as not lose the hero.
 *
 * @throws AppError `picture_unreadable` when it cannot be read or decoded
 */
export async function preparePicture(path: string, width: number, height: number): Promise<YuvPicture> {
  try {
    const options = { limitInputPixels: MAX_PIXELS };
    const { autoOrient } = await sharp(path, options).metadata();
    const source = sharp(path, options).autoOrient().flatten({ background: PAPER }).toColourspace('srgb');
    /** How much wider than the film the picture is; below 1 it is taller. */
    const wider = autoOrient.width / autoOrient.height / (width / height);
    const least = { width: evenUp(width * MAX_ZOOM), height: evenUp(height * MAX_ZOOM) };
    const prepared =
      wider <= MAX_EXTRA && wider >= 1 / MAX_EXTRA
        ? source.resize(
            evenUp(least.width * Math.max(1, wider)),
            evenUp(least.height * Math.max(1, 1 / wider)),
            { fit: 'cover', kernel: 'mitchell' },
          )
        : await placeOnBackdrop(source, wider, least);
    const { data, info } = await prepared
      .removeAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new Error(`expected 3 channels, got ${info.channels}`);
    return rgbToYuvPicture(data, info.width, info.height);
  } catch (error) {
    throw new AppError('picture_unreadable', 'A picture of the film cannot be read.', { cause: error });
  }
}

async function placeOnBackdrop(source: Sharp, wider: number, canvas: Size): Promise<Sharp> {
  const isWide = wider > 1;
  // What remains of the difference after trimming is the backdrop's share.
  const rest = (isWide ? wider : 1 / wider) / MAX_TRIM;
  const shown: Size = isWide
    ? { width: canvas.width, height: Math.max(2, Math.round(canvas.height / rest)) }
    : { width: Math.max(2, Math.round(canvas.width / rest)), height: canvas.height };
  const fade = isWide ? 'x2="0" y2="1"' : 'x2="1" y2="0"';
  const mask = `<svg xmlns="http://www.w3.org/2000/svg" width="${shown.width}" height="${shown.height}"><linearGradient id="soft" ${fade}><stop offset="0" stop-opacity="0"/><stop offset="0.05"/><stop offset="0.95"/><stop offset="1" stop-opacity="0"/></linearGradient><rect width="100%" height="100%" fill="url(#soft)"/></svg>`;
  const [picture, blurred] = await Promise.all([
    source
      .clone()
      .resize(shown.width, shown.height, {
        fit: 'cover',
        position: sharp.strategy.attention,
        kernel: 'mitchell',
      })
      .ensureAlpha()
      .composite([{ input: Buffer.from(mask), blend: 'dest-in' }])
      .png({ compressionLevel: 0 })
      .toBuffer(),
    // Blurred small and enlarged: the same look for a fraction of the work.
    source
      .clone()
      .resize(Math.max(8, canvas.width >> 4), Math.max(8, canvas.height >> 4), { fit: 'cover' })
      .blur(2.5)
      .modulate({ brightness: 0.8 })
      .png({ compressionLevel: 0 })
      .toBuffer(),
  ]);
  const backdrop = await sharp(blurred)
    .resize(canvas.width, canvas.height, { fit: 'fill', kernel: 'cubic' })
    .composite([{ input: picture, gravity: 'centre' }])
    .png({ compressionLevel: 0 })
    .toBuffer();
  return sharp(backdrop);
}
