import sharp from 'sharp';
import { AppError } from '../errors.ts';
import type { PictureSize } from './providers/provider.ts';

const MAX_PIXELS = 200_000_000;

/**
 * A page's picture as the first frame of its film, in exactly the film's size: whole, and where the shapes differ the rest is
 * a blurred, darker copy behind it. The book's film cuts that away again, so that what is seen stays the picture.
 * @returns PNG @throws AppError `picture_unreadable`
 */
export async function fitFirstFrame(picture: Uint8Array, size: PictureSize): Promise<Uint8Array> {
  try {
    const source = sharp(picture, { limitInputPixels: MAX_PIXELS })
      .autoOrient()
      .flatten({ background: '#fdf6e7' });
    const [whole, behind] = await Promise.all([
      source.clone().resize(size.width, size.height, { fit: 'inside', kernel: 'mitchell' }).png().toBuffer(),
      source
        .clone()
        .resize(Math.max(8, size.width >> 4), Math.max(8, size.height >> 4), { fit: 'cover' })
        .blur(2.5)
        .modulate({ brightness: 0.85 })
        .png()
        .toBuffer(),
    ]);
    const canvas = await sharp(behind)
      .resize(size.width, size.height, { fit: 'fill', kernel: 'cubic' })
      .png({ compressionLevel: 0 })
      .toBuffer();
    return await sharp(canvas)
      .composite([{ input: whole, gravity: 'centre' }])
      .removeAlpha()
      .png()
      .toBuffer();
  } catch (error) {
    throw new AppError('picture_unreadable', 'The picture of the page cannot be read.', { cause: error });
  }
}
