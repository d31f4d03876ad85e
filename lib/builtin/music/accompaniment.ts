import type { Random } from '../random.ts';
import type { MoodPlan, Pattern } from './moods.ts';
import { type Bar, type Instrument, type Note, pitchOf } from './score.ts';

/** Pad, bass, the broken chord and, where the mood has them, drums of one bar. */
export function writeAccompaniment(plan: MoodPlan, key: number, bar: Bar, random: Random): Note[] {
  const notes: Note[] = [];
  const barSeconds = plan.beatsPerBar * bar.beatSeconds;
  const { loudness } = plan;
  const add = (instrument: Instrument, beat: number, beats: number, pitch: number, gain: number, pan = 0) =>
    notes.push({
      instrument,
      // Nobody plays quite like a machine.
      start: Math.max(0, bar.start + beat * bar.beatSeconds + (random.next() - 0.5) * 0.012),
      length: beats * bar.beatSeconds,
      pitch,
      gain: gain * (0.92 + random.next() * 0.16),
      pan,
    });
  const chord = chordPitches(plan, key, bar.degree);

  // Each pad note overlaps the next chord a little, and lies left or right of its neighbours.
  for (const [index, pitch] of chord.entries()) {
    notes.push({
      instrument: 'pad',
      start: bar.start,
      length: barSeconds * (bar.isLast ? 1.6 : 1.1),
      pitch,
      gain: loudness.pad * 0.34,
      pan: [-0.6, 0.6, -0.2, 0.3][index] ?? 0,
    });
  }
  const root = pitchOf(plan, key, bar.degree);
  const low = root - (root - 12 > 40 ? 24 : 12);
  add('bass', 0, plan.beatsPerBar * (bar.isLast ? 1.5 : 0.9), low, loudness.bass);
  if (bar.isLast) {
    add('harp', 0, 4, root + 12, loudness.pattern, -0.2);
    add('harp', 0.5, 4, chord[1] ?? root, loudness.pattern * 0.8, 0.2);
    add('harp', 1, 4, root + 24, loudness.pattern * 0.7, 0);
    return notes;
  }
  if (bar.section === 'intro' && bar.index === 0) return notes;
  PATTERNS[plan.pattern]({ plan, chord, low, bar, random, add });
  return notes;
}

type PatternInput = {
  plan: MoodPlan;
  chord: number[];
  low: number;
  bar: Bar;
  random: Random;
  add: (
    instrument: Instrument,
    beat: number,
    beats: number,
    pitch: number,
    gain: number,
    pan?: number,
  ) => void;
};

const PATTERNS: Record<Pattern, (input: PatternInput) => void> = {
  waltz: ({ plan, chord, random, add }) => {
    for (const beat of [1, 2]) {
      for (const pitch of chord.slice(1)) add('harp', beat, 1.5, pitch, plan.loudness.pattern * 0.5, -0.3);
    }
    if (random.chance(0.4)) {
      add('harp', 2.5, 1.5, (chord[2] ?? 60) + 12, plan.loudness.pattern * 0.45, 0.35);
    }
  },
  bounce: ({ plan, chord, low, random, add }) => {
    add('bass', 2, 0.9, low + 7, plan.loudness.bass * 0.8);
    for (const beat of [0.5, 1.5, 2.5, 3.5]) {
      for (const pitch of chord.slice(1)) add('harp', beat, 0.4, pitch, plan.loudness.pattern * 0.42, -0.25);
    }
    for (const beat of [0, 1, 2, 3]) add('shaker', beat + 0.5, 0.2, 60, plan.loudness.drum * 0.4, 0.4);
    add('drum', 0, 0.5, 45, plan.loudness.drum * 0.6);
    if (random.chance(0.3)) add('music-box', 3.5, 1, (chord[2] ?? 60) + 24, plan.loudness.pattern * 0.4, 0.5);
  },
  ride: ({ plan, chord, low, bar, add }) => {
    const order = [0, 2, 1, 2, 0, 2, 1, 2];
    for (const [index, member] of order.entries()) {
      const accent = index % 4 === 0 ? 0.75 : 0.5;
      add(
        'harp',
        index / 2,
        0.8,
        (chord[member] ?? 60) + 12,
        plan.loudness.pattern * accent,
        index % 2 ? 0.3 : -0.3,
      );
    }
    add('bass', 2.5, 0.5, low, plan.loudness.bass * 0.6);
    add('drum', 0, 1, 41, plan.loudness.drum);
    add('drum', 2, 1, 45, plan.loudness.drum * 0.6);
    if (bar.index % 4 === 3)
      for (const beat of [3, 3.5]) add('drum', beat, 0.5, 48, plan.loudness.drum * 0.5);
  },
  drops: ({ plan, chord, random, add }) => {
    for (const beat of random.shuffle([0.5, 1, 1.5, 2.5, 3, 3.5]).slice(0, 2)) {
      add(
        'celesta',
        beat,
        2,
        random.pick(chord) + 24,
        plan.loudness.pattern * 0.5,
        random.next() * 1.2 - 0.6,
      );
    }
    add('harp', 0, 3, (chord[0] ?? 60) + 12, plan.loudness.pattern * 0.6, -0.35);
    if (random.chance(0.5)) add('harp', 2, 2, (chord[1] ?? 60) + 12, plan.loudness.pattern * 0.5, 0.35);
  },
  shimmer: ({ plan, chord, random, add }) => {
    const line = [...chord, (chord[0] ?? 60) + 12, (chord[1] ?? 60) + 12, (chord[2] ?? 60) + 12];
    for (let index = 0; index < 8; index++) {
      const pitch = (line[index < 5 ? index : 8 - index] ?? 60) + 12;
      add('harp', index / 2, 2, pitch, plan.loudness.pattern * 0.45, index / 6 - 0.6);
    }
    if (random.chance(0.5)) {
      add(
        'celesta',
        random.pick([1.5, 2.5, 3]),
        2,
        random.pick(chord) + 36,
        plan.loudness.pattern * 0.3,
        0.5,
      );
    }
  },
};

/** Root, third, fifth and, on the second and fifth degree, the seventh; in the octave below the key's. */
function chordPitches(plan: MoodPlan, key: number, degree: number): number[] {
  const steps = degree === 1 || degree === 4 ? [0, 2, 4, 6] : [0, 2, 4];
  // High chords are turned over so that the hand moves little.
  const shift = degree > 3 ? -7 : 0;
  return steps.map((step) => pitchOf(plan, key, degree + step + shift));
}
