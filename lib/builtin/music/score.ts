import type { MusicMood } from '../../story/schema.ts';
import { createRandom } from '../random.ts';
import { writeAccompaniment } from './accompaniment.ts';
import { closeIdea, type MelodyNote, writeMelody } from './melody.ts';
import { MOOD_PLANS, type MoodPlan } from './moods.ts';

export type Instrument = 'pad' | 'music-box' | 'flute' | 'celesta' | 'harp' | 'bass' | 'drum' | 'shaker';

/** One sound. Times in seconds, `pitch` a MIDI number, `gain` 0 … 1, `pan` −1 (left) … 1 (right). */
export type Note = {
  instrument: Instrument;
  start: number;
  length: number;
  pitch: number;
  gain: number;
  pan: number;
};
/** `bars` are written one by one, in order, so that a long piece need not be held at once. */
export type Score = {
  plan: MoodPlan;
  barSeconds: number;
  barCount: number;
  notesOfBar: (bar: number) => Note[];
};

/** What a bar needs to be written. `degree` is the root of its chord. */
export type Bar = {
  index: number;
  degree: number;
  section: Section;
  isLast: boolean;
  start: number;
  beatSeconds: number;
};
export type Section = 'intro' | 'verse' | 'verse-again' | 'middle';

/** The fifth degree, which leads home. */
const DOMINANT = 4;
const SECTION_BARS = 8;
/** Verse, verse with ornaments, middle part, verse: then again with other ornaments. */
const FORM: Section[] = ['verse', 'verse-again', 'middle', 'verse-again'];
/** The last chord rings out in this time. */
const RING_SECONDS = 1.5;

/**
 * Composes a piece: a form of eight-bar sections over four-bar chord progressions, a melody whose phrases return and
 * vary, and an ending on the key note. The tempo is bent by a few per cent so that it ends when it should. The same mood,
 * seed and length give the same piece. Pure.
 */
export function composeScore(mood: MusicMood, seed: number, durationSeconds: number): Score {
  const plan = MOOD_PLANS[mood];
  const random = createRandom(`${mood}:${seed}`);
  const key = random.fork('key').pick(plan.keys);
  const natural = (plan.beatsPerBar * 60) / plan.beatsPerMinute;
  const barCount = Math.max(1, Math.round(Math.max(natural, durationSeconds - RING_SECONDS) / natural));
  // Only a very short piece cannot be bent to whole bars; it is cut by its fade instead.
  const barSeconds = Math.min(
    natural * 1.08,
    Math.max(natural * 0.92, (durationSeconds - RING_SECONDS) / barCount),
  );
  const chords = random.fork('chords');
  const verse = chords.pick(plan.progressions.verse);
  const middle = chords.pick(plan.progressions.middle);
  const melodies = new Map<string, MelodyNote[][]>();

  /** The progression twice; a verse comes home at its end, the middle part leads back to the verse. */
  const chordsOf = (section: Section): number[] => {
    const progression = section === 'middle' ? middle : verse;
    return [...progression, ...progression.slice(0, 3), section === 'middle' ? DOMINANT : 0];
  };
  const barAt = (index: number): Bar => {
    const section = sectionOf(index, barCount);
    const isLast = index === barCount - 1;
    const planned = chordsOf(section)[index % SECTION_BARS] ?? 0;
    const degree = isLast ? 0 : index === barCount - 2 ? DOMINANT : planned;
    const start = index * barSeconds;
    return { index, degree, section, isLast, start, beatSeconds: barSeconds / plan.beatsPerBar };
  };
  const melodyOf = (bar: Bar): MelodyNote[] => {
    if (bar.section === 'intro') return [];
    if (bar.isLast) return closeIdea(plan, 0, 0);
    if (bar.index === barCount - 2) return closeIdea(plan, DOMINANT, 1);
    // Sections of one name share their theme; each return has ornaments of its own.
    const returns = bar.section === 'verse-again' ? Math.floor(bar.index / SECTION_BARS) : 0;
    const name = `${bar.section}:${returns}`;
    let melody = melodies.get(name);
    if (!melody) {
      melody = writeMelody(plan, chordsOf(bar.section), bar.section === 'middle', random, {
        ornaments: bar.section === 'verse-again' ? returns : null,
      });
      melodies.set(name, melody);
    }
    return melody[bar.index % SECTION_BARS] ?? [];
  };

  return {
    plan,
    barSeconds,
    barCount,
    notesOfBar: (index) => {
      const bar = barAt(index);
      const notes = writeAccompaniment(
        plan,
        key,
        bar,
        random.fork(`bar:${index % (SECTION_BARS * FORM.length)}`),
      );
      for (const note of melodyOf(bar)) {
        notes.push({
          instrument: plan.melody,
          start: bar.start + note.beat * bar.beatSeconds,
          length: note.beats * bar.beatSeconds,
          pitch: pitchOf(plan, key, note.step) + 12 * plan.melodyOctave,
          gain: plan.loudness.melody * note.accent,
          pan: 0.15,
        });
      }
      return notes.filter((note) => note.gain > 0);
    },
  };
}

/** The pitch of a step of the scale; step 7 is the key an octave higher. */
export function pitchOf(plan: MoodPlan, key: number, step: number): number {
  const octave = Math.floor(step / 7);
  return key + 12 * octave + (plan.scale[step - 7 * octave] as number);
}

function sectionOf(bar: number, barCount: number): Section {
  // A piece with time for it opens with chords alone.
  if (barCount >= 12 && bar < 2) return 'intro';
  return FORM[Math.floor(bar / SECTION_BARS) % FORM.length] as Section;
}
