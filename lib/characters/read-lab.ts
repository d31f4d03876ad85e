import sharp from 'sharp';

/** Red, green, blue and opacity, each 0…255. */
export type Pixels = { width: number; height: number; rgba: Uint8Array };

/** Pixels with how people see their colours beside them: CIE L*a*b*, L 0…100. */
export type LabImage = Pixels & { lab: Float32Array };

/** Part of a picture, as fractions of its width and height. */
export type Box = { left: number; top: number; width: number; height: number };

/** What a picture is read at once, so that it is decoded only once; and what is enough to know its colours. */
const READ_SIDE = 480;
const COUNTED_SIDE = 96;

/** A picture's pixels, scaled down. @throws what sharp throws when the bytes are no picture */
export async function readPixels(bytes: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(bytes)
    .resize(READ_SIDE, READ_SIDE, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgba: data };
}

/** The colours of a picture, or of a box of it, small. */
export async function readLab({ rgba, width, height }: Pixels, box?: Box): Promise<LabImage> {
  const opened = sharp(rgba, { raw: { width, height, channels: 4 } });
  const { data, info } = await (box ? opened.extract(toPixels(box, width, height)) : opened)
    .resize(COUNTED_SIDE, COUNTED_SIDE, { fit: 'inside', withoutEnlargement: true, kernel: 'cubic' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const lab = await sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
    .removeAlpha()
    .toColourspace('lab')
    .raw({ depth: 'float' })
    .toBuffer();
  return {
    width: info.width,
    height: info.height,
    rgba: data,
    // A copy: the buffer may lie anywhere in a larger one, and floats begin at multiples of four.
    lab: new Float32Array(new Uint8Array(lab).buffer),
  };
}

/** A box in whole pixels, at least one each way and inside the picture. */
export function toPixels(box: Box, width: number, height: number) {
  const left = Math.min(width - 1, Math.max(0, Math.round(box.left * width)));
  const top = Math.min(height - 1, Math.max(0, Math.round(box.top * height)));
  return {
    left,
    top,
    width: Math.max(1, Math.min(width - left, Math.round(box.width * width))),
    height: Math.max(1, Math.min(height - top, Math.round(box.height * height))),
  };
}
