import { applyBiquad, buildHighPass, buildHighShelf } from '../../audio/biquad.ts';
import { NARRATION_LUFS, normaliseLoudness } from '../../audio/normalise-loudness.ts';
import { durationMsOf, writeWav } from '../../audio/wav.ts';
import type { Voice, WordTiming } from '../../story/schema.ts';
import { EDGE_SECONDS, joinSamples, REST_SECONDS, readSentence } from './read-sentence.ts';
import { buildSpokenText, splitWords } from './spoken-text.ts';
import { NARRATOR_VOICES, PACE_RESTS, PACE_STRETCH, type Pace } from './voices.ts';
import { buildWordTimings, type Stretch } from './word-timings.ts';

export type NarrateInput = { text: string; voice: Voice; pace: Pace; speed: number };
export type Narration = {
  wav: Uint8Array<ArrayBuffer>;
  sampleRate: number;
  durationMs: number;
  words: WordTiming[];
};

const SAMPLE_RATE = 16_000;
const LEAD_SECONDS = 0.15;
const TAIL_SECONDS = 0.4;
/** What a text with nothing to say sounds like. */
const SILENCE_SECONDS = 1;

export default async function narrate(input: NarrateInput): Promise<Narration> {
  const sentences = buildSpokenText(input.text);
  const writtenWords = splitWords(input.text);
  if (sentences.length === 0) return silence();

  const voice = NARRATOR_VOICES[input.voice];
  const stretch = (PACE_STRETCH[input.pace] * voice.stretch) / input.speed;
  const restFactor = PACE_RESTS[input.pace] / input.speed;
  const pieces: Float32Array[] = [new Float32Array(LEAD_SECONDS * SAMPLE_RATE)];
  const found: (Stretch | undefined)[] = writtenWords.map(() => undefined);
  let written = pieces[0]?.length ?? 0;
  for (const sentence of sentences) {
    const read = await readSentence(sentence, { voice: voice.flite, stretch }, restFactor);
    for (const [index, span] of read.spans.entries()) {
      const tokenIndex = sentence.words[index]?.tokenIndex as number;
      if (span) found[tokenIndex] = join(found[tokenIndex], span, (written / SAMPLE_RATE) * 1000);
    }
    const rest = REST_SECONDS[sentence.words.at(-1)?.restAfter ?? 'none'] * restFactor;
    // Each sentence already brings a tenth of a second of ringing and onset.
    const silence = Math.max(0, rest - EDGE_SECONDS);
    pieces.push(read.samples, new Float32Array(Math.round(silence * SAMPLE_RATE)));
    written = pieces.reduce((sum, piece) => sum + piece.length, 0);
  }
  pieces.push(new Float32Array(TAIL_SECONDS * SAMPLE_RATE));

  const samples = joinSamples(pieces);
  applyBiquad(samples, buildHighPass(SAMPLE_RATE, 70));
  applyBiquad(samples, buildHighShelf(SAMPLE_RATE, 2_600, voice.presenceDb));
  const sound = normaliseLoudness({ sampleRate: SAMPLE_RATE, channels: [samples] }, NARRATION_LUFS);
  const durationMs = Math.round(durationMsOf(sound));
  return {
    wav: writeWav(sound),
    sampleRate: SAMPLE_RATE,
    durationMs,
    words: buildWordTimings(writtenWords, found, durationMs),
  };
}

function join(stretch: Stretch | undefined, span: { start: number; end: number }, offsetMs: number): Stretch {
  const startMs = offsetMs + span.start * 1000;
  const endMs = offsetMs + span.end * 1000;
  return {
    startMs: Math.min(stretch?.startMs ?? startMs, startMs),
    endMs: Math.max(stretch?.endMs ?? endMs, endMs),
  };
}

function silence(): Narration {
  const samples = new Float32Array(SILENCE_SECONDS * SAMPLE_RATE);
  return {
    wav: writeWav({ sampleRate: SAMPLE_RATE, channels: [samples] }),
    sampleRate: SAMPLE_RATE,
    durationMs: SILENCE_SECONDS * 1000,
    words: [],
  };
}
