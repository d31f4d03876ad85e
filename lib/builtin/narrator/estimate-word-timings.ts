import type { Sound } from '../../audio/wav.ts';
import type { WordTiming } from '../../story/schema.ts';
import { findSpeech } from './find-speech.ts';
import { mapByPauses } from './match-pauses.ts';
import { readAloud } from './read-aloud.ts';
import { buildWordTimings, type Stretch } from './word-timings.ts';

/** Only its timing is wanted; it was learned from a person, unlike that of the voices that are quicker to compute. */
const MEASURING_VOICE = { voice: 'slt', stretch: 1, restFactor: 1 };

/**
 * When each word of a text is spoken in a sound some other voice made. Our own reading of the text is laid over it:
 * pauses are pinned to pauses, and between them the words are stretched to fit. Heavy work: call it in a worker.
 * @param sound the narration, or only its length when its samples cannot be read
 * @returns one timing for each of `splitWords(text)`; none when the text has nothing that can be said
 */
export async function estimateWordTimings(
  text: string,
  sound: Sound | { durationMs: number },
): Promise<WordTiming[]> {
  const read = await readAloud(text, MEASURING_VOICE);
  if (!read) return [];
  const durationMs = 'durationMs' in sound ? sound.durationMs : (lengthOf(sound) / sound.sampleRate) * 1000;
  const heard =
    'durationMs' in sound ? [] : findSpeech(sound.channels[0] ?? new Float32Array(), sound.sampleRate);
  const own = findOwnSpeech(read.found);
  const whole: Stretch[] = [{ startMs: 0, endMs: durationMs }];
  const toTheirs = heard.length > 0 ? mapByPauses(own, heard) : mapByPauses([outline(own)], whole);
  const found = read.found.map(
    (stretch) => stretch && { startMs: toTheirs(stretch.startMs), endMs: toTheirs(stretch.endMs) },
  );
  return buildWordTimings(read.words, found, durationMs);
}

function lengthOf(sound: Sound): number {
  return sound.channels[0]?.length ?? 0;
}

/** Our own reading as stretches of speech: its rests are known, nothing has to be listened for. */
function findOwnSpeech(found: (Stretch | undefined)[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const stretch of found) {
    if (!stretch) continue;
    const current = stretches.at(-1);
    if (current && stretch.startMs - current.endMs < 50) current.endMs = stretch.endMs;
    else stretches.push({ ...stretch });
  }
  return stretches;
}

function outline(stretches: Stretch[]): Stretch {
  return { startMs: stretches[0]?.startMs ?? 0, endMs: stretches.at(-1)?.endMs ?? 0 };
}
