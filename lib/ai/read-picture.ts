import sharp from 'sharp';
import { AppError } from '../errors.ts';

/** Larger than any picture we ask for; a bomb that unpacks into gigabytes is refused before it does. */
const LARGEST_PIXELS = 50_000_000;
const MEDIA_TYPES: Record<string, string> = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp' };

export type Picture = { bytes: Uint8Array; mediaType: string; width: number; height: number };

/**
 * Decodes a picture completely, and cuts and scales it to the size asked for if it has another: every page of a book
 * and every frame of its film then agree.
 * @throws AppError `picture_unreadable` when the bytes are no whole PNG, JPEG or WebP
 */
export async function readPicture(
  bytes: Uint8Array,
  wanted: { width: number; height: number },
): Promise<Picture> {
  try {
    const image = sharp(bytes, { failOn: 'truncated', limitInputPixels: LARGEST_PIXELS });
    const { format, width, height } = await image.metadata();
    const mediaType = MEDIA_TYPES[format];
    if (!mediaType)
      throw new AppError('picture_unreadable', `A picture of the type ${format} cannot be used.`);
    if (width === wanted.width && height === wanted.height) {
      // The header alone says nothing about the rest: only decoding does.
      await image.clone().resize(8, 8).raw().toBuffer();
      return { bytes, mediaType, width, height };
    }
    const scaled = await image
      .resize(wanted.width, wanted.height, { fit: 'cover', position: 'centre' })
      .png({ compressionLevel: 6 })
      .toBuffer();
    return { bytes: scaled, mediaType: 'image/png', ...wanted };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('picture_unreadable', 'The picture is broken.', { cause: error });
  }
}
