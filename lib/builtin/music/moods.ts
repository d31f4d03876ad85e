import type { MusicMood } from '../../story/schema.ts';

/** How the chords are broken up under the melody. */
export type Pattern = 'waltz' | 'bounce' | 'ride' | 'drops' | 'shimmer';

export type MoodPlan = {
  beatsPerBar: 3 | 4;
  beatsPerMinute: number;
  /** MIDI number of the key note, around which the middle voices lie. */
  keys: number[];
  /** Seven steps of the scale in semitones. */
  scale: number[];
  /** Four bars each, as degrees of the scale (0 = the key). The first ones belong to the verse, the last to the middle part. */
  progressions: { verse: number[][]; middle: number[][] };
  pattern: Pattern;
  melody: 'music-box' | 'flute' | 'celesta';
  /** Beats of a bar's notes, as patterns to choose from. A rest is a negative number. */
  rhythms: number[][];
  /** Octaves above the key note. */
  melodyOctave: number;
  loudness: { pad: number; melody: number; pattern: number; bass: number; drum: number };
  /** Share of the echoing room in what is heard. */
  room: number;
};

const MAJOR = [0, 2, 4, 5, 7, 9, 11];
const LYDIAN = [0, 2, 4, 6, 7, 9, 11];
const MIXOLYDIAN = [0, 2, 4, 5, 7, 9, 10];
const AEOLIAN = [0, 2, 3, 5, 7, 8, 10];

export const MOOD_PLANS: Record<MusicMood, MoodPlan> = {
  lullaby: {
    beatsPerBar: 3,
    beatsPerMinute: 84,
    keys: [53, 55, 57, 58],
    scale: MAJOR,
    progressions: {
      verse: [
        [0, 3, 4, 0],
        [0, 5, 3, 4],
        [0, 2, 3, 4],
      ],
      middle: [
        [3, 0, 3, 4],
        [5, 2, 3, 4],
      ],
    },
    pattern: 'waltz',
    melody: 'music-box',
    rhythms: [[2, 1], [1, 1, 1], [3], [1.5, 0.5, 1], [1, 2]],
    melodyOctave: 2,
    loudness: { pad: 0.55, melody: 0.8, pattern: 0.4, bass: 0.55, drum: 0 },
    room: 0.3,
  },
  playful: {
    beatsPerBar: 4,
    beatsPerMinute: 116,
    keys: [55, 57, 58, 60],
    scale: MAJOR,
    progressions: {
      verse: [
        [0, 3, 0, 4],
        [0, 5, 1, 4],
        [0, 4, 5, 4],
      ],
      middle: [
        [3, 0, 1, 4],
        [5, 3, 0, 4],
      ],
    },
    pattern: 'bounce',
    melody: 'music-box',
    rhythms: [
      [0.5, 0.5, 1, 0.5, 0.5, 1],
      [1, 0.5, 0.5, 1, -1],
      [1.5, 0.5, 1, 1],
      [0.5, 0.5, 0.5, 0.5, 2],
      [1, 1, 1, -1],
    ],
    melodyOctave: 1,
    loudness: { pad: 0.25, melody: 0.8, pattern: 0.6, bass: 0.75, drum: 0.35 },
    room: 0.18,
  },
  adventure: {
    beatsPerBar: 4,
    beatsPerMinute: 104,
    keys: [50, 52, 55, 57],
    scale: MIXOLYDIAN,
    progressions: {
      verse: [
        [0, 6, 3, 0],
        [0, 3, 6, 0],
        [0, 4, 3, 0],
      ],
      middle: [
        [5, 3, 6, 0],
        [3, 6, 0, 4],
      ],
    },
    pattern: 'ride',
    melody: 'flute',
    rhythms: [
      [1.5, 0.5, 2],
      [1, 1, 1, 1],
      [2, 1, 1],
      [3, 0.5, 0.5],
      [1.5, 1.5, 1],
    ],
    melodyOctave: 1,
    loudness: { pad: 0.5, melody: 0.7, pattern: 0.5, bass: 0.7, drum: 0.6 },
    room: 0.24,
  },
  mystery: {
    beatsPerBar: 4,
    beatsPerMinute: 76,
    keys: [48, 50, 52, 53],
    scale: AEOLIAN,
    progressions: {
      verse: [
        [0, 5, 3, 0],
        [0, 3, 5, 4],
        [0, 6, 5, 0],
      ],
      middle: [
        [3, 5, 6, 4],
        [5, 6, 3, 4],
      ],
    },
    pattern: 'drops',
    melody: 'celesta',
    rhythms: [
      [-1, 1, 2],
      [1.5, 0.5, -2],
      [2, 2],
      [-0.5, 0.5, 1, 2],
      [3, -1],
    ],
    melodyOctave: 2,
    loudness: { pad: 0.7, melody: 0.6, pattern: 0.5, bass: 0.6, drum: 0 },
    room: 0.38,
  },
  wonder: {
    beatsPerBar: 4,
    beatsPerMinute: 80,
    keys: [50, 53, 55, 57],
    scale: LYDIAN,
    progressions: {
      verse: [
        [0, 1, 0, 4],
        [0, 4, 1, 0],
        [5, 1, 0, 0],
      ],
      middle: [
        [2, 5, 1, 4],
        [5, 4, 1, 4],
      ],
    },
    pattern: 'shimmer',
    melody: 'flute',
    rhythms: [[3, 1], [2, 2], [1, 1, 2], [4], [1.5, 0.5, 2]],
    melodyOctave: 1,
    loudness: { pad: 0.65, melody: 0.55, pattern: 0.45, bass: 0.5, drum: 0 },
    room: 0.36,
  },
};
