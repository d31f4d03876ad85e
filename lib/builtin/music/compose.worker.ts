import { open } from 'node:fs/promises';
import { measureLoudness } from '../../audio/loudness.ts';
import { wavHeader } from '../../audio/wav.ts';
import type { MusicMood } from '../../story/schema.ts';
import { renderScore, type StereoPart } from './render-score.ts';
import { composeScore } from './score.ts';

export type ComposeInput = { mood: MusicMood; seed: number; durationMs: number; toFile: string | null };
export type ComposeOutput = { wav: Uint8Array<ArrayBuffer> | null; durationMs: number };

const SAMPLE_RATE = 32_000;
/** Quiet enough to lie under a voice; the film lowers it further while somebody speaks. */
const MUSIC_LUFS = -23;
/** So much of a piece says how loud the whole is: its verse and its middle part. */
const MEASURED_SECONDS = 60;
const FADE_IN_SECONDS = 1.2;
const FADE_OUT_SECONDS = 3;
/** Above this the peaks are bent, so that none can clip. */
const KNEE = 0.7;

export default async function compose(input: ComposeInput): Promise<ComposeOutput> {
  const frameCount = Math.max(1, Math.round((input.durationMs / 1000) * SAMPLE_RATE));
  const score = composeScore(input.mood, input.seed, frameCount / SAMPLE_RATE);
  const playing = renderScore(score, SAMPLE_RATE, frameCount);
  const opening = takeSeconds(playing, MEASURED_SECONDS);
  const gain = measureGain(opening);
  const header = wavHeader({ sampleRate: SAMPLE_RATE, channelCount: 2, frames: frameCount });
  const parts = levelParts(chain(opening, playing), gain, frameCount);
  const durationMs = Math.round((frameCount / SAMPLE_RATE) * 1000);

  if (input.toFile !== null) {
    const file = await open(input.toFile, 'w');
    try {
      await file.write(header);
      for (const samples of parts) await file.write(bytesOf(samples));
    } finally {
      await file.close();
    }
    return { wav: null, durationMs };
  }
  const wav = new Uint8Array(header.length + frameCount * 4);
  wav.set(header);
  let offset = header.length;
  for (const samples of parts) {
    wav.set(bytesOf(samples), offset);
    offset += samples.byteLength;
  }
  return { wav, durationMs };
}

/** The first parts of a piece; the rest stays to be played. */
function takeSeconds(parts: Iterator<StereoPart>, seconds: number): StereoPart[] {
  const taken: StereoPart[] = [];
  for (let frames = 0; frames < seconds * SAMPLE_RATE; ) {
    const next = parts.next();
    if (next.done) break;
    taken.push(next.value);
    frames += next.value.left.length;
  }
  return taken;
}

function* chain(first: StereoPart[], rest: Iterable<StereoPart>): Generator<StereoPart> {
  yield* first;
  yield* rest;
}

/** What brings the piece to its loudness, judged by its opening. */
function measureGain(all: StereoPart[]): number {
  const frames = all.reduce((sum, part) => sum + part.left.length, 0);
  const channels = [new Float32Array(frames), new Float32Array(frames)] as const;
  let offset = 0;
  for (const part of all) {
    channels[0].set(part.left, offset);
    channels[1].set(part.right, offset);
    offset += part.left.length;
  }
  const loudness = measureLoudness({ sampleRate: SAMPLE_RATE, channels: [...channels] });
  return Number.isFinite(loudness) ? 10 ** ((MUSIC_LUFS - loudness) / 20) : 0;
}

function* levelParts(parts: Iterable<StereoPart>, gain: number, frameCount: number): Generator<Int16Array> {
  const shortest = frameCount / SAMPLE_RATE;
  const fadeIn = Math.min(FADE_IN_SECONDS, shortest / 4) * SAMPLE_RATE;
  const fadeOut = Math.min(FADE_OUT_SECONDS, shortest / 3) * SAMPLE_RATE;
  let start = 0;
  for (const { left, right } of parts) {
    const samples = new Int16Array(left.length * 2);
    for (let frame = 0; frame < left.length; frame++) {
      const at = start + frame;
      const fade = Math.min(1, at / fadeIn, (frameCount - 1 - at) / fadeOut);
      // A sine-shaped fade has no corner where it begins.
      const level = gain * Math.sin((Math.PI / 2) * fade) ** 2;
      samples[frame * 2] = Math.round(bendPeak((left[frame] as number) * level) * 32767);
      samples[frame * 2 + 1] = Math.round(bendPeak((right[frame] as number) * level) * 32767);
    }
    start += left.length;
    yield samples;
  }
}

function bendPeak(sample: number): number {
  const height = Math.abs(sample);
  if (height <= KNEE) return sample;
  return Math.sign(sample) * (KNEE + (1 - KNEE) * 0.5 * Math.tanh((height - KNEE) / ((1 - KNEE) * 0.5)));
}

function bytesOf(samples: Int16Array): Uint8Array {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
}
