import { type NoiseTile, TILE, TILE_MASK } from './noise.ts';

/**
 * Passes over opaque RGBA pixels, in place. They take milliseconds where SVG filters take hundreds.
 * `scale` is pixels for one design pixel, so that a texture looks alike at every size.
 */
export type Canvas = { pixels: Uint8Array | Uint8ClampedArray; width: number; height: number; scale: number };

const at = (tile: NoiseTile, x: number, y: number) =>
  tile[((y & TILE_MASK) * TILE + (x & TILE_MASK)) | 0] as number;

/** Wobbles every edge by up to `reach` pixels, as a brush or crayon does. */
export function displace({ pixels, width, height }: Canvas, tile: NoiseTile, reach: number, zoom = 1): void {
  const source = new Uint32Array(
    pixels.buffer.slice(pixels.byteOffset, pixels.byteOffset + pixels.byteLength),
  );
  const target = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const amount = reach / 127;
  for (let y = 0; y < height; y++) {
    const ny = (y * zoom) | 0;
    for (let x = 0; x < width; x++) {
      const nx = (x * zoom) | 0;
      const dx = Math.round((at(tile, nx, ny) - 128) * amount);
      const dy = Math.round((at(tile, nx + 251, ny + 107) - 128) * amount);
      const sx = Math.max(0, Math.min(width - 1, x + dx));
      const sy = Math.max(0, Math.min(height - 1, y + dy));
      target[y * width + x] = source[sy * width + sx] as number;
    }
  }
}

/** Multiplies by a surface: 1 ± strength. */
export function grain({ pixels, width, height }: Canvas, tile: NoiseTile, strength: number, zoom = 1): void {
  const table = Float32Array.from({ length: 256 }, (_, value) => 1 + ((value - 128) / 128) * strength);
  for (let y = 0, offset = 0; y < height; y++) {
    const ny = (y * zoom) | 0;
    for (let x = 0; x < width; x++, offset += 4) {
      const factor = table[at(tile, (x * zoom) | 0, ny)] as number;
      pixels[offset] = Math.min(255, (pixels[offset] as number) * factor);
      pixels[offset + 1] = Math.min(255, (pixels[offset + 1] as number) * factor);
      pixels[offset + 2] = Math.min(255, (pixels[offset + 2] as number) * factor);
    }
  }
}

/** Lets paper shine through where the tile is above `from` (0…255), at most by `most`. `degrees` turn the strokes. */
export function revealPaper(
  { pixels, width, height }: Canvas,
  tile: NoiseTile,
  paper: readonly [number, number, number],
  from: number,
  most: number,
  zoom = 1,
  degrees = 0,
): void {
  const along = Math.cos((degrees * Math.PI) / 180) * zoom;
  const across = Math.sin((degrees * Math.PI) / 180) * zoom;
  for (let y = 0, offset = 0; y < height; y++) {
    for (let x = 0; x < width; x++, offset += 4) {
      const value = at(tile, Math.floor(x * along + y * across), Math.floor(y * along - x * across)) - from;
      if (value <= 0) continue;
      // Dark washes hide more of the paper; white spots in a night sky would look like fog.
      const bright =
        ((pixels[offset] as number) + (pixels[offset + 1] as number) + (pixels[offset + 2] as number)) / 765;
      const share = Math.min(most, (value / (255 - from)) * most * 1.6) * (0.15 + 0.85 * bright);
      for (let channel = 0; channel < 3; channel++) {
        const old = pixels[offset + channel] as number;
        pixels[offset + channel] = old + ((paper[channel] as number) - old) * share;
      }
    }
  }
}

/** Pigment gathers where a wash ends: edges get darker and richer. */
export function darkenEdges({ pixels, width, height, scale }: Canvas, strength: number): void {
  const reach = Math.max(1, Math.round(1.6 * scale));
  const luma = new Uint8Array(width * height);
  for (let index = 0, offset = 0; index < luma.length; index++, offset += 4) {
    luma[index] =
      ((pixels[offset] as number) * 77 +
        (pixels[offset + 1] as number) * 150 +
        (pixels[offset + 2] as number) * 29) >>
      8;
  }
  for (let y = reach; y < height - reach; y++) {
    for (let x = reach; x < width - reach; x++) {
      const index = y * width + x;
      const here = luma[index] as number;
      const slope =
        Math.abs(here - (luma[index - reach] as number)) +
        Math.abs(here - (luma[index + reach * width] as number)) +
        Math.abs(here - (luma[index + reach] as number)) +
        Math.abs(here - (luma[index - reach * width] as number));
      if (slope < 14) continue;
      const factor = 1 - Math.min(0.34, (slope - 14) * strength);
      const offset = index * 4;
      pixels[offset] = (pixels[offset] as number) * factor;
      pixels[offset + 1] = (pixels[offset + 1] as number) * factor;
      pixels[offset + 2] = (pixels[offset + 2] as number) * (factor * 0.3 + 0.7);
    }
  }
}

/** Bright places glow into their surroundings; threshold 0…255. Works on an eighth of the size. */
export function bloom({ pixels, width, height }: Canvas, threshold: number, strength: number): void {
  const step = 8;
  const columns = Math.ceil(width / step);
  const rows = Math.ceil(height / step);
  let light = new Float32Array(columns * rows * 3);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const offset =
        (Math.min(height - 1, row * step + 4) * width + Math.min(width - 1, column * step + 4)) * 4;
      for (let channel = 0; channel < 3; channel++) {
        light[(row * columns + column) * 3 + channel] = Math.max(
          0,
          (pixels[offset + channel] as number) - threshold,
        );
      }
    }
  }
  for (let round = 0; round < 3; round++) light = blur(light, columns, rows);
  for (let y = 0, offset = 0; y < height; y++) {
    const v = Math.max(0, Math.min(rows - 1.001, (y - 4) / step));
    const row = v | 0;
    const ty = v - row;
    for (let x = 0; x < width; x++, offset += 4) {
      const u = Math.max(0, Math.min(columns - 1.001, (x - 4) / step));
      const column = u | 0;
      const tx = u - column;
      const base = (row * columns + column) * 3;
      const below = base + columns * 3;
      for (let channel = 0; channel < 3; channel++) {
        const upper =
          (light[base + channel] as number) * (1 - tx) + (light[base + 3 + channel] as number) * tx;
        const lower =
          (light[below + channel] as number) * (1 - tx) + (light[below + 3 + channel] as number) * tx;
        const glow = (upper * (1 - ty) + lower * ty) * strength;
        const old = pixels[offset + channel] as number;
        // Screen: light adds, but never burns out.
        pixels[offset + channel] = 255 - ((255 - old) * (255 - Math.min(255, glow))) / 255;
      }
    }
  }
}

function blur(light: Float32Array, columns: number, rows: number): Float32Array<ArrayBuffer> {
  const half = new Float32Array(light.length);
  const whole = new Float32Array(light.length);
  const average = (
    from: Float32Array,
    to: Float32Array,
    stride: number,
    limit: (index: number) => [position: number, size: number],
  ) => {
    for (let index = 0; index < columns * rows; index++) {
      const [position, size] = limit(index);
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        for (let shift = -3; shift <= 3; shift++) {
          const inside = Math.max(-position, Math.min(size - 1 - position, shift));
          sum += from[(index + inside * stride) * 3 + channel] as number;
        }
        to[index * 3 + channel] = sum / 7;
      }
    }
  };
  average(light, half, 1, (index) => [index % columns, columns]);
  average(half, whole, columns, (index) => [Math.floor(index / columns), rows]);
  return whole;
}

/** One colour change for every pixel, then darker (or lighter, with negative strength) corners. */
export function grade(
  { pixels, width, height }: Canvas,
  options: {
    saturation?: number;
    lift?: readonly [number, number, number];
    gain?: readonly [number, number, number];
    vignette?: number;
  },
): void {
  const saturation = options.saturation ?? 1;
  const lift = options.lift ?? [0, 0, 0];
  const gain = options.gain ?? [1, 1, 1];
  const vignette = options.vignette ?? 0;
  const cx = width / 2;
  const cy = height * 0.46;
  const columns = Float32Array.from({ length: width }, (_, x) => ((x - cx) / cx) ** 2);
  for (let y = 0, offset = 0; y < height; y++) {
    const dy = ((y - cy) / (height - cy)) ** 2;
    for (let x = 0; x < width; x++, offset += 4) {
      const red = pixels[offset] as number;
      const green = pixels[offset + 1] as number;
      const blue = pixels[offset + 2] as number;
      const grey = red * 0.3 + green * 0.59 + blue * 0.11;
      const far = (columns[x] as number) + dy;
      const shade = far > 0.75 ? 1 - vignette * Math.min(1, (far - 0.75) * 0.8) : 1;
      pixels[offset] = clamp(((grey + (red - grey) * saturation) * gain[0] + lift[0]) * shade);
      pixels[offset + 1] = clamp(((grey + (green - grey) * saturation) * gain[1] + lift[1]) * shade);
      pixels[offset + 2] = clamp(((grey + (blue - grey) * saturation) * gain[2] + lift[2]) * shade);
    }
  }
}

const clamp = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : value);
