import sharp from 'sharp';

/** Pixels as people see colours: CIE L*a*b*, L 0…100; beside them red, green, blue and opacity, each 0…255. */
export type LabImage = { width: number; height: number; lab: Float32Array; rgba: Uint8Array };

/** Part of a picture, as fractions of its width and height. */
export type Box = { left: number; top: number; width: number; height: number };

/** Enough to know a picture's colours; more only takes time. */
const LARGEST_SIDE = 96;

/**
 * Reads a picture (a file's bytes, or RGBA pixels), or a box of it, small.
 * @throws what sharp throws when the bytes are no picture
 */
export async function readLab(
  source: Uint8Array | { pixels: Uint8Array; width: number; height: number },
  box?: Box,
): Promise<LabImage> {
  const opened =
    source instanceof Uint8Array
      ? sharp(source)
      : sharp(source.pixels, { raw: { width: source.width, height: source.height, channels: 4 } });
  const { width = 1, height = 1 } = source instanceof Uint8Array ? await opened.metadata() : source;
  const cut = box ? opened.extract(toPixels(box, width, height)) : opened;
  const { data, info } = await cut
    .resize(LARGEST_SIDE, LARGEST_SIDE, { fit: 'inside', withoutEnlargement: true, kernel: 'cubic' })
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: 4 } as const;
  const lab = await sharp(data, { raw })
    .removeAlpha()
    .toColourspace('lab')
    .raw({ depth: 'float' })
    .toBuffer();
  return {
    width: info.width,
    height: info.height,
    // A copy: the buffer may lie anywhere in a larger one, and floats begin at multiples of four.
    lab: new Float32Array(new Uint8Array(lab).buffer),
    rgba: new Uint8Array(data),
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
