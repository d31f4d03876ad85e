const PHASES = 8;
const TAPS_PER_PHASE = 32;
const BLOCK_FRAMES = 64;
const KERNEL = buildKernel();
/** The curve between samples is never higher than this times the highest sample near it. */
const LARGEST_OVERSHOOT = Math.max(
  ...KERNEL.map((taps) => taps.reduce((sum, tap) => sum + Math.abs(tap), 0)),
);

/**
 * The highest level near each sample, counting the curve between samples (8× oversampled; ITU-R BS.1770-4 annex 2 asks
 * for 4× at least). One value per input sample, so that a limiter can see where it has to act. Quiet stretches that
 * cannot reach `threshold` even between samples are left at 0: most of a sound, and most of the work.
 */
export function estimateTruePeaks(samples: Float32Array, threshold = 0): Float32Array {
  const peaks = new Float32Array(samples.length);
  for (let start = 0; start < samples.length; start += BLOCK_FRAMES) {
    const end = Math.min(samples.length, start + BLOCK_FRAMES);
    let highest = 0;
    const reach = TAPS_PER_PHASE / 2;
    for (let index = Math.max(0, start - reach); index < Math.min(samples.length, end + reach); index++) {
      highest = Math.max(highest, Math.abs(samples[index] as number));
    }
    if (highest * LARGEST_OVERSHOOT > threshold) estimateBlock(samples, peaks, start, end);
  }
  return peaks;
}

function estimateBlock(samples: Float32Array, peaks: Float32Array, start: number, end: number): void {
  const half = TAPS_PER_PHASE / 2;
  for (let index = start; index < end; index++) {
    let peak = Math.abs(samples[index] as number);
    for (let phase = 1; phase < PHASES; phase++) {
      const taps = KERNEL[phase] as Float32Array;
      let value = 0;
      for (let tap = 0; tap < TAPS_PER_PHASE; tap++) {
        value += (taps[tap] as number) * (samples[index + tap - half + 1] ?? 0);
      }
      const level = Math.abs(value);
      if (level > peak) peak = level;
    }
    peaks[index] = peak;
  }
}

/** True peak of all channels together, linear (1 = full scale). */
export function measureTruePeak(channels: Float32Array[]): number {
  let highest = 0;
  for (const channel of channels) {
    for (const peak of estimateTruePeaks(channel)) if (peak > highest) highest = peak;
  }
  return highest;
}

/** Hann-windowed sinc, one row of taps for each fraction of a sample. */
function buildKernel(): Float32Array[] {
  const half = TAPS_PER_PHASE / 2;
  return Array.from({ length: PHASES }, (_, phase) => {
    const fraction = phase / PHASES;
    const taps = new Float32Array(TAPS_PER_PHASE);
    let sum = 0;
    for (let tap = 0; tap < TAPS_PER_PHASE; tap++) {
      const distance = tap - half + 1 - fraction;
      const sinc = distance === 0 ? 1 : Math.sin(Math.PI * distance) / (Math.PI * distance);
      const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / (half + 1));
      taps[tap] = sinc * window;
      sum += sinc * window;
    }
    for (let tap = 0; tap < TAPS_PER_PHASE; tap++) taps[tap] = (taps[tap] as number) / sum;
    return taps;
  });
}
