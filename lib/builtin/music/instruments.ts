import { createRandom } from '../random.ts';
import type { Instrument } from './score.ts';

/** One partial tone: multiple of the note's frequency, loudness, and seconds until it has decayed to 1/e. */
type Partial = { ratio: number; level: number; decay: number };
type Voice = {
  partials: Partial[];
  /** Seconds of the soft beginning. */
  attack: number;
  /** Held for the note's length and then released in this time; without it the note rings and decays by itself. */
  release?: number;
  vibrato?: { hertz: number; depth: number };
};

const FOREVER = Number.POSITIVE_INFINITY;
const LONGEST_RING_SECONDS = 4.5;
/** A partial this quiet is not heard any more. */
const INAUDIBLE = 3e-4;

const VOICES: Record<Exclude<Instrument, 'drum' | 'shaker'>, Voice> = {
  pad: {
    attack: 0.9,
    release: 1.6,
    partials: [
      { ratio: 1, level: 0.5, decay: FOREVER },
      { ratio: 1.0035, level: 0.4, decay: FOREVER },
      { ratio: 0.9968, level: 0.4, decay: FOREVER },
      { ratio: 2.002, level: 0.16, decay: FOREVER },
      { ratio: 1.997, level: 0.1, decay: FOREVER },
      { ratio: 3.001, level: 0.05, decay: FOREVER },
    ],
  },
  'music-box': {
    attack: 0.004,
    partials: [
      { ratio: 1, level: 0.8, decay: 0.9 },
      { ratio: 2.001, level: 0.18, decay: 0.5 },
      { ratio: 4.01, level: 0.14, decay: 0.25 },
      { ratio: 6.24, level: 0.06, decay: 0.1 },
    ],
  },
  celesta: {
    attack: 0.006,
    partials: [
      { ratio: 1, level: 0.75, decay: 1.3 },
      { ratio: 3.99, level: 0.14, decay: 0.45 },
      { ratio: 2.76, level: 0.06, decay: 0.7 },
      { ratio: 8.1, level: 0.03, decay: 0.12 },
    ],
  },
  harp: {
    attack: 0.006,
    partials: [
      { ratio: 1, level: 0.7, decay: 0.75 },
      { ratio: 2.001, level: 0.32, decay: 0.45 },
      { ratio: 3.004, level: 0.14, decay: 0.3 },
      { ratio: 4.01, level: 0.07, decay: 0.2 },
      { ratio: 5.02, level: 0.035, decay: 0.13 },
    ],
  },
  flute: {
    attack: 0.09,
    release: 0.22,
    vibrato: { hertz: 4.8, depth: 0.0035 },
    partials: [
      { ratio: 1, level: 0.7, decay: FOREVER },
      { ratio: 2, level: 0.13, decay: FOREVER },
      { ratio: 3, level: 0.06, decay: FOREVER },
    ],
  },
  bass: {
    attack: 0.02,
    release: 0.25,
    partials: [
      { ratio: 1, level: 0.8, decay: 1.8 },
      { ratio: 2, level: 0.22, decay: 0.7 },
      { ratio: 3, level: 0.06, decay: 0.3 },
    ],
  },
};

/**
 * The sound of one note, one channel, at full loudness. The same note always sounds the same, so it may be kept.
 * @param seconds the written length; the sound is longer by its ringing or release
 */
export function renderNote(
  instrument: Instrument,
  pitch: number,
  seconds: number,
  sampleRate: number,
): Float32Array {
  if (instrument === 'drum') return renderDrum(pitch, sampleRate);
  if (instrument === 'shaker') return renderShaker(sampleRate);
  const voice = VOICES[instrument];
  const hertz = 440 * 2 ** ((pitch - 69) / 12);
  const longestDecay = Math.max(...voice.partials.map((partial) => partial.decay));
  const ring = Math.min(LONGEST_RING_SECONDS, longestDecay * Math.log(1 / INAUDIBLE));
  const total = voice.release === undefined ? ring : Math.min(ring, seconds) + voice.release;
  const sound = new Float32Array(Math.ceil((Number.isFinite(total) ? total : seconds + 1) * sampleRate));
  for (const partial of voice.partials) {
    if (hertz * partial.ratio < sampleRate * 0.42) addPartial(sound, hertz, partial, voice, sampleRate);
  }
  shape(sound, voice, seconds, sampleRate);
  return sound;
}

function addPartial(
  sound: Float32Array,
  hertz: number,
  { ratio, level, decay }: Partial,
  { vibrato }: Voice,
  sampleRate: number,
): void {
  const audible = decay * Math.log(level / INAUDIBLE) * sampleRate;
  const end = Math.min(sound.length, Math.ceil(audible));
  const fade = Number.isFinite(decay) ? Math.exp(-1 / (decay * sampleRate)) : 1;
  const turn = (2 * Math.PI * hertz * ratio) / sampleRate;
  if (vibrato) {
    const sway = (2 * Math.PI * vibrato.hertz) / sampleRate;
    let phase = 0;
    for (let index = 0; index < end; index++) {
      // The voice settles before it begins to sway.
      const depth = vibrato.depth * Math.min(1, index / (sampleRate * 0.4));
      phase += turn * (1 + depth * Math.sin(sway * index));
      sound[index] = (sound[index] as number) + level * Math.sin(phase);
    }
    return;
  }
  // A damped rotation gives the next sample with two multiplications and no sine.
  const cosine = 2 * fade * Math.cos(turn);
  const square = fade * fade;
  let before = 0;
  let current = level * fade * Math.sin(turn);
  for (let index = 1; index < end; index++) {
    sound[index] = (sound[index] as number) + current;
    const next = cosine * current - square * before;
    before = current;
    current = next;
  }
}

function shape(sound: Float32Array, voice: Voice, seconds: number, sampleRate: number): void {
  const attack = Math.min(sound.length, Math.round(voice.attack * sampleRate));
  for (let index = 0; index < attack; index++) {
    sound[index] = (sound[index] as number) * (0.5 - 0.5 * Math.cos((Math.PI * index) / attack));
  }
  const release = voice.release ?? 0.05;
  const start =
    voice.release === undefined
      ? sound.length - Math.round(release * sampleRate)
      : Math.round(seconds * sampleRate);
  const length = sound.length - start;
  for (let index = Math.max(0, start); index < sound.length; index++) {
    sound[index] = (sound[index] as number) * (0.5 + 0.5 * Math.cos((Math.PI * (index - start)) / length));
  }
}

/** A soft low drum: a sine that falls a fifth while it fades. */
function renderDrum(pitch: number, sampleRate: number): Float32Array {
  const sound = new Float32Array(Math.round(0.6 * sampleRate));
  const hertz = 440 * 2 ** ((pitch - 69) / 12);
  let phase = 0;
  for (let index = 0; index < sound.length; index++) {
    const time = index / sampleRate;
    phase += (2 * Math.PI * hertz * (0.66 + 0.34 * Math.exp(-time * 18))) / sampleRate;
    sound[index] = Math.sin(phase) * Math.exp(-time * 9) * Math.min(1, time / 0.006);
  }
  return sound;
}

/** A breath of noise, without its low part. */
function renderShaker(sampleRate: number): Float32Array {
  const random = createRandom('shaker');
  const sound = new Float32Array(Math.round(0.12 * sampleRate));
  let previous = 0;
  for (let index = 0; index < sound.length; index++) {
    const time = index / sampleRate;
    const noise = random.next() * 2 - 1;
    sound[index] = (noise - previous) * 0.35 * Math.exp(-time * 45) * Math.min(1, time / 0.012);
    previous = noise;
  }
  return sound;
}
