import { expect, test } from 'vitest';
import { readWav, writeWav } from './wav.ts';

const samples = Float32Array.from({ length: 100 }, (_, index) => Math.sin(index / 5) * 0.5);

test('what is written is read back, channel by channel', () => {
  const sound = readWav(
    writeWav({ sampleRate: 32_000, channels: [samples, samples.map((value) => -value)] }),
  );
  expect(sound.sampleRate).toBe(32_000);
  expect(sound.channels).toHaveLength(2);
  for (const index of samples.keys()) {
    expect(sound.channels[0]?.[index]).toBeCloseTo(samples[index] as number, 4);
    expect(sound.channels[1]?.[index]).toBeCloseTo(-(samples[index] as number), 4);
  }
});

test('a stream whose header names no length is read to its end', () => {
  const wav = writeWav({ sampleRate: 24_000, channels: [samples] });
  new DataView(wav.buffer).setUint32(40, 0xffffffff, true);
  expect(readWav(wav).channels[0]).toHaveLength(100);
});

test('chunks before the samples are skipped', () => {
  const wav = writeWav({ sampleRate: 24_000, channels: [samples] });
  const list = new Uint8Array([76, 73, 83, 84, 3, 0, 0, 0, 1, 2, 3, 0]);
  const withList = new Uint8Array([...wav.subarray(0, 36), ...list, ...wav.subarray(36)]);
  expect(readWav(withList).channels[0]).toHaveLength(100);
});

test.each([
  ['an empty file', new Uint8Array()],
  ['something that is not a WAV', new TextEncoder().encode('<html>not a sound at all</html>')],
  ['a WAV without samples', writeWav({ sampleRate: 8_000, channels: [samples] }).subarray(0, 36)],
])('%s is refused with a code', (_, bytes) => {
  expect(() => readWav(bytes)).toThrowError(expect.objectContaining({ code: 'narration_unreadable' }));
});
