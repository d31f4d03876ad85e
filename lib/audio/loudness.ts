import { applyBiquad, type Biquad } from './biquad.ts';
import { countFrames, type Sound } from './wav.ts';

/**
 * Integrated loudness in LUFS after ITU-R BS.1770-4: K-weighting, 400 ms blocks every 100 ms, absolute gate at −70,
 * relative gate 10 below. A sound shorter than one block is measured as one block. Silence is −Infinity.
 */
export function measureLoudness(sound: Sound): number {
  const frames = countFrames(sound);
  const weighted = sound.channels.map((channel) => weightChannel(channel, sound.sampleRate));
  const blockFrames = Math.min(frames, Math.round(sound.sampleRate * 0.4));
  const stepFrames = Math.round(sound.sampleRate * 0.1);
  if (blockFrames === 0) return Number.NEGATIVE_INFINITY;

  const powers: number[] = [];
  for (let start = 0; start + blockFrames <= frames; start += stepFrames) {
    let power = 0;
    for (const channel of weighted) {
      for (let frame = start; frame < start + blockFrames; frame++) power += (channel[frame] as number) ** 2;
    }
    powers.push(power / blockFrames);
  }
  const audible = powers.filter((power) => toLufs(power) > -70);
  if (audible.length === 0) return Number.NEGATIVE_INFINITY;
  const relativeGate = toLufs(mean(audible)) - 10;
  return toLufs(mean(audible.filter((power) => toLufs(power) > relativeGate)));
}

function toLufs(power: number): number {
  return -0.691 + 10 * Math.log10(power);
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function weightChannel(channel: Float32Array, sampleRate: number): Float32Array {
  const copy = Float32Array.from(channel);
  for (const filter of buildKWeighting(sampleRate)) applyBiquad(copy, filter);
  return copy;
}

/**
 * The two K-weighting filters for any sample rate. BS.1770 prints coefficients for 48 kHz only; these analogue
 * parameters reproduce them (derived by B. De Man, "Evaluation of implementations of the EBU R128 loudness
 * measurement", AES 145, 2018).
 */
export function buildKWeighting(sampleRate: number): [Biquad, Biquad] {
  const shelfQ = 0.7071752369554196;
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
  const vh = 10 ** (3.999843853973347 / 20);
  const vb = vh ** 0.4996667741545416;
  const shelfA0 = 1 + k / shelfQ + k * k;
  const shelf = {
    b0: (vh + (vb * k) / shelfQ + k * k) / shelfA0,
    b1: (2 * (k * k - vh)) / shelfA0,
    b2: (vh - (vb * k) / shelfQ + k * k) / shelfA0,
    a1: (2 * (k * k - 1)) / shelfA0,
    a2: (1 - k / shelfQ + k * k) / shelfA0,
  };
  const passQ = 0.5003270373238773;
  const p = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
  const passA0 = 1 + p / passQ + p * p;
  const pass = {
    b0: 1,
    b1: -2,
    b2: 1,
    a1: (2 * (p * p - 1)) / passA0,
    a2: (1 - p / passQ + p * p) / passA0,
  };
  return [shelf, pass];
}
