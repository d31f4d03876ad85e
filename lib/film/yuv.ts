/**
 * Pictures as the encoder wants them: planar YUV 4:2:0, BT.709, limited range. Everything here works on plain typed arrays
 * inside worker threads.
 */

/** A prepared picture in memory that all threads share: Y, then U, then V, rows padded to `stride` bytes. */
export type YuvPicture = {
  width: number;
  height: number;
  /** Bytes from one luma row to the next, a multiple of 8; chroma rows are half of it. */
  stride: number;
  bytes: SharedArrayBuffer;
};

/** A drawing with transparency: colours premultiplied, alpha for luma and for chroma. Width and height are even. */
export type YuvaImage = {
  width: number;
  height: number;
  luma: Uint8Array;
  chromaU: Uint8Array;
  chromaV: Uint8Array;
  alpha: Uint8Array;
  chromaAlpha: Uint8Array;
};

/** Bytes of one unpadded 4:2:0 frame. */
export function frameByteLength(width: number, height: number): number {
  return (width * height * 3) / 2;
}

/**
 * @param rgb 3 bytes a pixel, sRGB
 * @param width even, in pixels
 * @param height even, in pixels
 */
export function rgbToYuvPicture(rgb: Uint8Array, width: number, height: number): YuvPicture {
  // At least one padding column: the sampler reads one pixel past the view's right edge.
  const stride = (width + 8) & ~7;
  const chromaStride = stride >> 1;
  const chromaWidth = width >> 1;
  const chromaHeight = height >> 1;
  const bytes = new SharedArrayBuffer(stride * height + 2 * chromaStride * chromaHeight);
  const luma = new Uint8Array(bytes, 0, stride * height);
  const chromaU = new Uint8Array(bytes, stride * height, chromaStride * chromaHeight);
  const chromaV = new Uint8Array(
    bytes,
    stride * height + chromaStride * chromaHeight,
    chromaStride * chromaHeight,
  );

  for (let y = 0, from = 0; y < height; y++) {
    const row = y * stride;
    for (let x = 0; x < width; x++, from += 3) {
      const r = rgb[from] as number;
      const g = rgb[from + 1] as number;
      const b = rgb[from + 2] as number;
      luma[row + x] = (11966 * r + 40254 * g + 4064 * b + 1081344) >> 16;
    }
    luma.fill(luma[row + width - 1] as number, row + width, row + stride);
  }
  const rowBytes = width * 3;
  for (let y = 0; y < chromaHeight; y++) {
    const row = y * chromaStride;
    for (let x = 0; x < chromaWidth; x++) {
      const at = 2 * y * rowBytes + 6 * x;
      const below = at + rowBytes;
      const r =
        (rgb[at] as number) + (rgb[at + 3] as number) + (rgb[below] as number) + (rgb[below + 3] as number);
      const g =
        (rgb[at + 1] as number) +
        (rgb[at + 4] as number) +
        (rgb[below + 1] as number) +
        (rgb[below + 4] as number);
      const b =
        (rgb[at + 2] as number) +
        (rgb[at + 5] as number) +
        (rgb[below + 2] as number) +
        (rgb[below + 5] as number);
      // The sums are of four pixels, hence the two extra bits.
      chromaU[row + x] = (-6596 * r - 22189 * g + 28784 * b + 33685504) >> 18;
      chromaV[row + x] = (28784 * r - 26145 * g - 2639 * b + 33685504) >> 18;
    }
    chromaU.fill(chromaU[row + chromaWidth - 1] as number, row + chromaWidth, row + chromaStride);
    chromaV.fill(chromaV[row + chromaWidth - 1] as number, row + chromaWidth, row + chromaStride);
  }
  return { width, height, stride, bytes };
}

/**
 * @param rgba 4 bytes a pixel, premultiplied, as resvg draws them
 * @param width even, in pixels
 * @param height even, in pixels
 */
export function rgbaToYuvaImage(rgba: Uint8Array, width: number, height: number): YuvaImage {
  const chromaWidth = width >> 1;
  const chromaHeight = height >> 1;
  const image: YuvaImage = {
    width,
    height,
    luma: new Uint8Array(width * height),
    chromaU: new Uint8Array(chromaWidth * chromaHeight),
    chromaV: new Uint8Array(chromaWidth * chromaHeight),
    alpha: new Uint8Array(width * height),
    chromaAlpha: new Uint8Array(chromaWidth * chromaHeight),
  };
  for (let pixel = 0, from = 0; pixel < width * height; pixel++, from += 4) {
    const a = rgba[from + 3] as number;
    if (a === 0) continue;
    const weighted =
      0.1826 * (rgba[from] as number) +
      0.6142 * (rgba[from + 1] as number) +
      0.062 * (rgba[from + 2] as number);
    image.alpha[pixel] = a;
    image.luma[pixel] = weighted + (16 * a) / 255 + 0.5;
  }
  const sums = [0, 0, 0, 0];
  for (let y = 0; y < chromaHeight; y++) {
    for (let x = 0; x < chromaWidth; x++) {
      const at = (2 * y * width + 2 * x) * 4;
      for (let channel = 0; channel < 4; channel++) {
        const from = at + channel;
        const below = from + width * 4;
        sums[channel] =
          ((rgba[from] as number) +
            (rgba[from + 4] as number) +
            (rgba[below] as number) +
            (rgba[below + 4] as number)) /
          4;
      }
      const [r = 0, g = 0, b = 0, a = 0] = sums;
      if (a === 0) continue;
      const pixel = y * chromaWidth + x;
      image.chromaAlpha[pixel] = a + 0.5;
      image.chromaU[pixel] = Math.max(0, -0.1006 * r - 0.3386 * g + 0.4392 * b + (128 * a) / 255 + 0.5);
      image.chromaV[pixel] = Math.max(0, 0.4392 * r - 0.3989 * g - 0.0403 * b + (128 * a) / 255 + 0.5);
    }
  }
  return image;
}
