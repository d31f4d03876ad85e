import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { measureSeconds } from './measure-seconds.ts';
import { toWav } from './to-wav.ts';
import { writeWav } from './wav.ts';

const wav = writeWav({ sampleRate: 16_000, channels: [new Float32Array(16_000).fill(0.25)] });

/** FLAC, MP3, Ogg and MP4 are tried where they come from: lib/ai/providers/huggingface.test.ts. */
describe('sound as WAV', () => {
  test('a WAV is given back as it is', async () => {
    expect(await toWav(wav)).toBe(wav);
  });

  test('what is no sound is said to be none, and nothing stays on the disk', async () => {
    const directory = await mkdtemp(path.join(os.tmpdir(), 'storyloom-test-'));
    vi.stubEnv('STORYLOOM_TMP_DIR', directory);
    try {
      await expect(toWav(new Uint8Array(2_000).fill(65))).rejects.toMatchObject({
        code: 'narration_unreadable',
      });
      expect(await readdir(directory)).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
      await rm(directory, { recursive: true });
    }
  });

  test('stops with the signal', async () => {
    const reason = new Error('Nobody waits.');
    await expect(toWav(new Uint8Array(2_000), AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

describe('the length of a recording', () => {
  test('is that of its samples; of what cannot be read it is not known', async () => {
    expect(await measureSeconds(wav)).toBe(1);
    expect(await measureSeconds(new Uint8Array(2_000).fill(65))).toBeUndefined();
  });
});
