import sharp from 'sharp';
import { AppError } from '../errors.ts';
import type { LayerPaths } from './film-input.ts';
import { preparePicture } from './prepare-picture.ts';
import type { YuvPicture } from './yuv.ts';

/**
 * A picture and its layers ready for the camera: the place; the picture itself, multiplied by where somebody stands; and
 * that, as a picture of its own whose luma is the cover and whose chroma is the same at half the size.
 * @throws AppError `picture_unreadable`
 */
export async function prepareLayers(
  picturePath: string,
  { backdropPath, maskPath }: LayerPaths,
  width: number,
  height: number,
): Promise<[YuvPicture, YuvPicture, YuvPicture]> {
  const [behind, front] = await Promise.all([
    preparePicture(backdropPath, width, height),
    preparePicture(picturePath, width, height),
  ]);
  const cover = await prepareCover(maskPath, front);
  const colours = new Uint8Array(front.bytes);
  const covers = new Uint8Array(cover.bytes);
  for (let at = 0; at < colours.length; at++)
    colours[at] = ((colours[at] as number) * (covers[at] as number) * 257 + 32_768) >> 16;
  return [behind, front, cover];
}

/** The mask in the shape, size and rows of a prepared picture. */
async function prepareCover(path: string, like: YuvPicture): Promise<YuvPicture> {
  const { width, height, stride } = like;
  try {
    const resize = (toWidth: number, toHeight: number) =>
      sharp(path)
        .greyscale()
        .toColourspace('b-w')
        .resize(toWidth, toHeight, { fit: 'fill', kernel: 'mitchell' })
        .raw({ depth: 'uchar' })
        .toBuffer();
    const [full, half] = await Promise.all([resize(width, height), resize(width >> 1, height >> 1)]);
    if (full.length !== width * height) throw new Error(`expected one channel, got ${full.length} bytes`);
    const bytes = new SharedArrayBuffer(like.bytes.byteLength);
    const luma = stride * height;
    copyRows(full, width, new Uint8Array(bytes, 0, luma), stride, height);
    for (const plane of [0, 1]) {
      const target = new Uint8Array(bytes, luma + plane * (luma >> 2), luma >> 2);
      copyRows(half, width >> 1, target, stride >> 1, height >> 1);
    }
    return { width, height, stride, bytes };
  } catch (error) {
    throw new AppError('picture_unreadable', 'A layer of a picture cannot be read.', { cause: error });
  }
}

/** Rows with their last pixel repeated up to the stride, as the sampler reads past the edge. */
function copyRows(source: Uint8Array, width: number, target: Uint8Array, stride: number, rows: number): void {
  for (let y = 0; y < rows; y++) {
    const row = source.subarray(y * width, (y + 1) * width);
    target.set(row, y * stride);
    target.fill(row.at(-1) ?? 0, y * stride + width, (y + 1) * stride);
  }
}
