import { joinSamples } from './join-samples.ts';
import { EDGE_SECONDS, REST_SECONDS, readSentence } from './read-sentence.ts';
import { buildSpokenText, splitWords } from './spoken-text.ts';
import type { Stretch } from './word-timings.ts';

/** `found` has one entry for each of `words`; undefined where nothing was said for it. */
export type ReadText = {
  samples: Float32Array;
  sampleRate: number;
  words: string[];
  found: (Stretch | undefined)[];
};

const SAMPLE_RATE = 16_000;

/**
 * Reads a whole text sentence by sentence, with rests between them; `undefined` when there is nothing that can be said.
 * A sentence at a time keeps the melody natural, and a long text small in memory.
 * @param manner.stretch factor on the length of every sound · `restFactor` on every rest
 */
export async function readAloud(
  text: string,
  manner: { voice: string; stretch: number; restFactor: number },
): Promise<ReadText | undefined> {
  const sentences = buildSpokenText(text);
  if (sentences.length === 0) return undefined;
  const words = splitWords(text);
  const found: (Stretch | undefined)[] = words.map(() => undefined);
  const pieces: Float32Array[] = [];
  let written = 0;
  for (const sentence of sentences) {
    const read = await readSentence(sentence, manner, manner.restFactor);
    const offsetMs = (written / SAMPLE_RATE) * 1000;
    for (const [index, span] of read.spans.entries()) {
      const tokenIndex = sentence.words[index]?.tokenIndex as number;
      if (span) found[tokenIndex] = joinSpan(found[tokenIndex], span, offsetMs);
    }
    const rest = REST_SECONDS[sentence.words.at(-1)?.restAfter ?? 'none'] * manner.restFactor;
    // Each sentence already brings a tenth of a second of ringing and onset.
    const silence = new Float32Array(Math.round(Math.max(0, rest - EDGE_SECONDS) * SAMPLE_RATE));
    pieces.push(read.samples, silence);
    written += read.samples.length + silence.length;
  }
  return { samples: joinSamples(pieces), sampleRate: SAMPLE_RATE, words, found };
}

function joinSpan(
  stretch: Stretch | undefined,
  span: { start: number; end: number },
  offsetMs: number,
): Stretch {
  const startMs = offsetMs + span.start * 1000;
  const endMs = offsetMs + span.end * 1000;
  return {
    startMs: Math.min(stretch?.startMs ?? startMs, startMs),
    endMs: Math.max(stretch?.endMs ?? endMs, endMs),
  };
}
