import sharp from 'sharp';
import { AppError } from '../errors.ts';
import { MAX_ZOOM } from './camera.ts';
import { rgbToYuvPicture, type YuvPicture } from './yuv.ts';

/** A picture may stay this much wider or taller than the film, so that the camera can look around in what would be cut off. */
const MAX_EXTRA = 1.3;
/** Behind transparent pictures: the colour of story paper. */
const PAPER = '#fdf6e7';
/** Anything larger is a decompression bomb, not an illustration. */
const MAX_PIXELS = 200_000_000;

const evenUp = (value: number) => Math.ceil(value / 2) * 2;

/**
 * Reads a picture of any usual format, size and shape and makes it ready for the camera: upright, opaque, large enough for
 * the closest view. What a differing shape forces off is taken from where the picture is least interesting.
 *
 * @throws AppError `picture_unreadable` when it cannot be read or decoded
 */
export async function preparePicture(path: string, width: number, height: number): Promise<YuvPicture> {
  try {
    const source = sharp(path, { limitInputPixels: MAX_PIXELS, sequentialRead: true }).autoOrient();
    const { autoOrient } = await source.metadata();
    const frameRatio = width / height;
    const ratio = Math.min(
      frameRatio * MAX_EXTRA,
      Math.max(frameRatio / MAX_EXTRA, autoOrient.width / autoOrient.height),
    );
    // The smaller excess is exactly what the camera needs; the other side keeps what the picture has.
    const canvasWidth = evenUp(width * MAX_ZOOM * Math.max(1, ratio / frameRatio));
    const canvasHeight = evenUp(height * MAX_ZOOM * Math.max(1, frameRatio / ratio));
    const isCut = Math.abs(canvasWidth / canvasHeight / (autoOrient.width / autoOrient.height) - 1) > 0.02;
    const { data, info } = await source
      .flatten({ background: PAPER })
      .toColourspace('srgb')
      .resize(canvasWidth, canvasHeight, {
        fit: 'cover',
        position: isCut ? sharp.strategy.attention : 'centre',
        kernel: 'mitchell',
      })
      .removeAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new Error(`expected 3 channels, got ${info.channels}`);
    return rgbToYuvPicture(data, info.width, info.height);
  } catch (error) {
    throw new AppError('picture_unreadable', 'A picture of the film cannot be read.', { cause: error });
  }
}
