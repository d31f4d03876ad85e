import { applyBiquad, buildHighPass, buildHighShelf } from '../../audio/biquad.ts';
import { NARRATION_LUFS, normaliseLoudness } from '../../audio/normalise-loudness.ts';
import { durationMsOf, writeWav } from '../../audio/wav.ts';
import type { Voice, WordTiming } from '../../story/schema.ts';
import { joinSamples } from './join-samples.ts';
import { readAloud } from './read-aloud.ts';
import { NARRATOR_VOICES, PACE_RESTS, PACE_STRETCH, type Pace } from './voices.ts';
import { buildWordTimings } from './word-timings.ts';

export type NarrateInput = { text: string; voice: Voice; pace: Pace; speed: number };
export type Narration = {
  wav: Uint8Array<ArrayBuffer>;
  sampleRate: number;
  durationMs: number;
  words: WordTiming[];
};

const LEAD_MS = 150;
const TAIL_MS = 400;
/** What a text with nothing to say sounds like. */
const SILENCE: Narration = {
  wav: writeWav({ sampleRate: 16_000, channels: [new Float32Array(16_000)] }),
  sampleRate: 16_000,
  durationMs: 1_000,
  words: [],
};

export default async function narrate(input: NarrateInput): Promise<Narration> {
  const voice = NARRATOR_VOICES[input.voice];
  const read = await readAloud(input.text, {
    voice: voice.flite,
    stretch: (PACE_STRETCH[input.pace] * voice.stretch) / input.speed,
    restFactor: PACE_RESTS[input.pace] / input.speed,
  });
  if (!read) return SILENCE;

  const { sampleRate, words } = read;
  const pad = (milliseconds: number) => new Float32Array((milliseconds / 1000) * sampleRate);
  const samples = joinSamples([pad(LEAD_MS), read.samples, pad(TAIL_MS)]);
  applyBiquad(samples, buildHighPass(sampleRate, 70));
  applyBiquad(samples, buildHighShelf(sampleRate, 2_600, voice.presenceDb));
  const sound = normaliseLoudness({ sampleRate, channels: [samples] }, NARRATION_LUFS);
  const durationMs = Math.round(durationMsOf(sound));
  const found = read.found.map(
    (stretch) => stretch && { startMs: stretch.startMs + LEAD_MS, endMs: stretch.endMs + LEAD_MS },
  );
  return { wav: writeWav(sound), sampleRate, durationMs, words: buildWordTimings(words, found, durationMs) };
}
