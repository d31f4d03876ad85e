import { expect, test } from 'vitest';
import { buildKWeighting, measureLoudness } from './loudness.ts';
import { NARRATION_LUFS, normaliseLoudness } from './normalise-loudness.ts';
import { measureTruePeak } from './true-peak.ts';

function tone(
  sampleRate: number,
  hertz: number,
  amplitude: number,
  seconds: number,
  phase = 0,
): Float32Array {
  return Float32Array.from(
    { length: sampleRate * seconds },
    (_, index) => amplitude * Math.sin((2 * Math.PI * hertz * index) / sampleRate + phase),
  );
}

test('the filters are those BS.1770 prints for 48 kHz', () => {
  const [shelf, pass] = buildKWeighting(48_000);
  expect(shelf.b0).toBeCloseTo(1.53512485958697, 6);
  expect(shelf.a1).toBeCloseTo(-1.69065929318241, 6);
  expect(pass.a1).toBeCloseTo(-1.99004745483398, 6);
  expect(pass.a2).toBeCloseTo(0.99007225036621, 6);
});

test.each([48_000, 32_000, 16_000])(
  'a full-scale 997 Hz tone in one channel is −3.01 LUFS at %i Hz',
  (sampleRate) => {
    expect(measureLoudness({ sampleRate, channels: [tone(sampleRate, 997, 1, 3)] })).toBeCloseTo(-3.01, 1);
  },
);

test('silence around a tone does not make it quieter', () => {
  const channel = new Float32Array(48_000 * 10);
  channel.set(tone(48_000, 997, 0.1, 4), 48_000 * 3);
  expect(measureLoudness({ sampleRate: 48_000, channels: [channel] })).toBeCloseTo(-23.01, 0);
});

test('a true peak between two samples is seen', () => {
  // A quarter of the sample rate, 45° off: every sample is 0.707 of the curve's height.
  expect(measureTruePeak([tone(48_000, 12_000, 1, 1, Math.PI / 4)])).toBeGreaterThan(0.97);
});

test('a quiet sound with loud knocks reaches its loudness and stays under the ceiling', () => {
  const channel = tone(16_000, 300, 0.05, 5);
  for (let at = 4_000; at < channel.length - 200; at += 8_000) {
    for (let index = 0; index < 200; index++) channel[at + index] = Math.sin(index) * 0.9;
  }
  const sound = normaliseLoudness({ sampleRate: 16_000, channels: [channel] }, NARRATION_LUFS);
  expect(measureLoudness(sound)).toBeGreaterThan(NARRATION_LUFS - 1.5);
  expect(20 * Math.log10(measureTruePeak(sound.channels))).toBeLessThanOrEqual(-1.5);
});

test('silence stays silence', () => {
  const sound = normaliseLoudness(
    { sampleRate: 16_000, channels: [new Float32Array(16_000)] },
    NARRATION_LUFS,
  );
  expect(measureTruePeak(sound.channels)).toBe(0);
});
