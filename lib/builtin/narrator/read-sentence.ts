import { alignPhones, PAUSE, type PhoneRange } from './align-phones.ts';
import { type FliteSpeech, type Phone, runFlite } from './flite.ts';
import { joinSamples } from './join-samples.ts';
import { type Rest, type SpokenSentence, sentenceForSynthesis } from './spoken-text.ts';
import { pronounceWords } from './word-phones.ts';

/** When a spoken word sounds, in seconds from the start of the samples; undefined when the voice swallowed it. */
export type WordSpan = { start: number; end: number } | undefined;
export type ReadSentence = { samples: Float32Array; sampleRate: number; spans: WordSpan[] };

/** Seconds of rest after a word at the calm pace, silence of the voice itself included. */
export const REST_SECONDS: Record<Rest, number> = {
  none: 0,
  short: 0.26,
  long: 0.42,
  sentence: 0.62,
  paragraph: 0.95,
};
/** The voice's own pause where the text asks for none, for example inside a very long phrase. */
const UNASKED_REST_SECONDS = 0.12;
/** A word's last sound rings into the pause, and a first stop begins before its phone does. */
const RINGING_SECONDS = 0.07;
const ONSET_SECONDS = 0.03;
const FADE_SECONDS = 0.005;
/** What a sentence's two ends bring with them besides its phones. */
export const EDGE_SECONDS = RINGING_SECONDS + ONSET_SECONDS;

/**
 * Reads one sentence: flite speaks it whole, for the melody; its phones are aligned with the words; and its pauses are
 * replaced by rests of our own length.
 */
export async function readSentence(
  sentence: SpokenSentence,
  flite: { voice: string; stretch: number },
  restFactor: number,
): Promise<ReadSentence> {
  const speech = await runFlite(sentenceForSynthesis(sentence), flite.voice, flite.stretch);
  const pronunciations = await pronounceWords(sentence.words.map((word) => word.text));
  const ranges = alignWords(sentence, pronunciations, speech.phones);
  const chunks = findChunks(speech.phones);

  const pieces: Float32Array[] = [];
  const spans: WordSpan[] = sentence.words.map(() => undefined);
  let written = 0;
  for (const [index, chunk] of chunks.entries()) {
    const next = chunks[index + 1];
    const piece = cutChunk(speech, chunk);
    const shift = written / speech.sampleRate - piece.startSeconds;
    for (const [word, range] of ranges.entries()) {
      if (!range || range.first < chunk.first || range.first > chunk.last) continue;
      // Phones between two words belong to neither group; the first word keeps sounding through them.
      const following = ranges[word + 1]?.first ?? Number.POSITIVE_INFINITY;
      const last = Math.min(chunk.last, Math.max(range.last, Math.min(following, chunk.last + 1) - 1));
      spans[word] = {
        start: (speech.phones[range.first] as Phone).start + shift,
        end: (speech.phones[last] as Phone).end + shift,
      };
    }
    pieces.push(piece.samples);
    written += piece.samples.length;
    if (!next) continue;
    const lastWord = ranges.findLastIndex((range) => range !== undefined && range.first <= chunk.last);
    const rest = sentence.words[lastWord]?.restAfter ?? 'none';
    const wanted = rest === 'none' ? UNASKED_REST_SECONDS : REST_SECONDS[rest] * restFactor;
    const silence = Math.max(0, wanted - piece.ringingSeconds - ONSET_SECONDS);
    pieces.push(new Float32Array(Math.round(silence * speech.sampleRate)));
    written += pieces.at(-1)?.length ?? 0;
  }
  return { samples: joinSamples(pieces), sampleRate: speech.sampleRate, spans };
}

function alignWords(
  sentence: SpokenSentence,
  pronunciations: string[][],
  phones: Phone[],
): (PhoneRange | undefined)[] {
  const expected: string[][] = [];
  const wordOfGroup: (number | undefined)[] = [];
  for (const [index, word] of sentence.words.entries()) {
    expected.push(pronunciations[index] ?? []);
    wordOfGroup.push(index);
    if (word.restAfter === 'none' || index === sentence.words.length - 1) continue;
    expected.push([PAUSE]);
    wordOfGroup.push(undefined);
  }
  const first = phones[0]?.name === PAUSE ? 1 : 0;
  const last = phones.at(-1)?.name === PAUSE ? phones.length - 1 : phones.length;
  const found = phones.slice(first, last).map((phone) => phone.name);
  const ranges: (PhoneRange | undefined)[] = sentence.words.map(() => undefined);
  for (const [group, range] of alignPhones(expected, found).entries()) {
    const word = wordOfGroup[group];
    if (word === undefined || !range) continue;
    ranges[word] = { first: range.first + first, last: range.last + first };
  }
  return ranges;
}

/** Stretches of phones between pauses. */
function findChunks(phones: Phone[]): PhoneRange[] {
  const chunks: PhoneRange[] = [];
  for (const [index, phone] of phones.entries()) {
    if (phone.name === PAUSE) continue;
    const current = chunks.at(-1);
    if (current && current.last === index - 1) current.last = index;
    else chunks.push({ first: index, last: index });
  }
  return chunks;
}

function cutChunk(speech: FliteSpeech, chunk: PhoneRange) {
  const { phones, samples, sampleRate } = speech;
  const pauseBefore = phones[chunk.first - 1];
  const pauseAfter = phones[chunk.last + 1];
  const onset = pauseBefore ? Math.min(ONSET_SECONDS, (pauseBefore.end - pauseBefore.start) * 0.4) : 0;
  const ringing = pauseAfter ? Math.min(RINGING_SECONDS, (pauseAfter.end - pauseAfter.start) * 0.6) : 0;
  const startSeconds = (phones[chunk.first] as Phone).start - onset;
  const endSeconds = (phones[chunk.last] as Phone).end + ringing;
  const piece = samples.slice(Math.round(startSeconds * sampleRate), Math.round(endSeconds * sampleRate));
  const fade = Math.min(Math.round(FADE_SECONDS * sampleRate), piece.length >> 1);
  for (let index = 0; index < fade; index++) {
    const gain = index / fade;
    piece[index] = (piece[index] as number) * gain;
    piece[piece.length - 1 - index] = (piece[piece.length - 1 - index] as number) * gain;
  }
  return { samples: piece, startSeconds, ringingSeconds: ringing };
}
