/** Second-order filter, coefficients normalised so that a0 = 1: y = b0·x + b1·x₁ + b2·x₂ − a1·y₁ − a2·y₂. */
export type Biquad = { b0: number; b1: number; b2: number; a1: number; a2: number };

/** Filters the samples in place and returns them. */
export function applyBiquad(samples: Float32Array, filter: Biquad): Float32Array {
  const { b0, b1, b2, a1, a2 } = filter;
  let x1 = 0;
  let x2 = 0;
  let y1 = 0;
  let y2 = 0;
  for (let index = 0; index < samples.length; index++) {
    const x = samples[index] as number;
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    samples[index] = y;
  }
  return samples;
}

/** High-pass (12 dB per octave), from R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients". */
export function buildHighPass(sampleRate: number, hertz: number, q = Math.SQRT1_2): Biquad {
  const w = (2 * Math.PI * hertz) / sampleRate;
  const alpha = Math.sin(w) / (2 * q);
  const cos = Math.cos(w);
  const a0 = 1 + alpha;
  return {
    b0: (1 + cos) / 2 / a0,
    b1: -(1 + cos) / a0,
    b2: (1 + cos) / 2 / a0,
    a1: (-2 * cos) / a0,
    a2: (1 - alpha) / a0,
  };
}

/** Lifts or lowers everything above `hertz` by `gainDb`, same source (shelf slope 1). */
export function buildHighShelf(sampleRate: number, hertz: number, gainDb: number): Biquad {
  const a = 10 ** (gainDb / 40);
  const w = (2 * Math.PI * hertz) / sampleRate;
  const cos = Math.cos(w);
  const alpha = (Math.sin(w) / 2) * Math.SQRT2;
  const root = 2 * Math.sqrt(a) * alpha;
  const a0 = a + 1 - (a - 1) * cos + root;
  return {
    b0: (a * (a + 1 + (a - 1) * cos + root)) / a0,
    b1: (-2 * a * (a - 1 + (a + 1) * cos)) / a0,
    b2: (a * (a + 1 + (a - 1) * cos - root)) / a0,
    a1: (2 * (a - 1 - (a + 1) * cos)) / a0,
    a2: (a + 1 - (a - 1) * cos - root) / a0,
  };
}
