import { NARRATION_LUFS, normaliseLoudness } from '../../audio/normalise-loudness.ts';
import { durationMsOf, readWav, type Sound, writeWav } from '../../audio/wav.ts';
import { estimateWordTimings } from './estimate-word-timings.ts';
import type { Narration } from './narrate.worker.ts';

export type AdoptNarrationInput = { text: string; wav: Uint8Array };

export default async function adoptNarration({ text, wav }: AdoptNarrationInput): Promise<Narration> {
  const sound = normaliseLoudness(mixToMono(readWav(wav)), NARRATION_LUFS);
  const durationMs = Math.round(durationMsOf(sound));
  const words = await estimateWordTimings(text, sound);
  return { wav: writeWav(sound), sampleRate: sound.sampleRate, durationMs, words };
}

function mixToMono(sound: Sound): Sound {
  const [first, ...others] = sound.channels;
  if (!first || others.length === 0) return sound;
  const mixed = first.map(
    (sample, frame) =>
      others.reduce((sum, channel) => sum + (channel[frame] as number), sample) / sound.channels.length,
  );
  return { sampleRate: sound.sampleRate, channels: [mixed] };
}
