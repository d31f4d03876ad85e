import type { Random } from '../random.ts';
import type { MoodPlan } from './moods.ts';

/** A note of a bar: `step` counts scale steps from the key, `accent` is a factor on its loudness. */
export type MelodyNote = { beat: number; beats: number; step: number; accent: number };

const LOWEST_STEP = -2;
const HIGHEST_STEP = 9;

/**
 * Eight bars: a question of four (idea, idea again on the next chord, something new, an open end) and an answer that
 * begins the same and comes to rest. The middle part has a theme of its own that lies higher.
 * @param chords the degree of each of the eight bars
 * @param variation `ornaments` says which of many ways to vary the theme; null plays it plainly
 */
export function writeMelody(
  plan: MoodPlan,
  chords: number[],
  isMiddle: boolean,
  random: Random,
  variation: { ornaments: number | null },
): MelodyNote[][] {
  const theme = random.fork(isMiddle ? 'theme:middle' : 'theme:verse');
  const idea = writeIdea(plan, theme);
  const contrast = writeIdea(plan, theme);
  const lift = isMiddle ? 2 : 0;
  const place = (what: MelodyNote[], bar: number) => placeIdea(what, chords[bar] ?? 0, lift);
  const bars = [
    place(idea, 0),
    place(idea, 1),
    place(contrast, 2),
    closeIdea(plan, chords[3] ?? 0, isMiddle ? 4 : 1 + theme.int(0, 1) * 3),
    place(idea, 4),
    place(contrast, 5),
    place(idea, 6),
    closeIdea(plan, chords[7] ?? 0, isMiddle ? 1 : 0),
  ];
  if (variation.ornaments === null) return bars;
  const ornaments = random.fork(`ornaments:${variation.ornaments}`);
  return bars.map((bar, index) => (index % 4 === 3 ? bar : ornament(bar, ornaments)));
}

/** Steps relative to a chord's root, so that an idea can return on another chord. */
function writeIdea(plan: MoodPlan, random: Random): MelodyNote[] {
  const notes: MelodyNote[] = [];
  let beat = 0;
  let step = random.pick([0, 2, 4]);
  for (const beats of random.pick(plan.rhythms)) {
    if (beats > 0) {
      const strong = Number.isInteger(beat) && (beat === 0 || (plan.beatsPerBar === 4 && beat === 2));
      // Strong beats stand on the chord; between them the line walks.
      if (strong) step = nearest([-3, 0, 2, 4, 7], step);
      notes.push({ beat, beats, step, accent: strong ? 1 : 0.8 });
      step += random.pick([-2, -1, -1, 1, 1, 2]);
    }
    beat += Math.abs(beats);
  }
  return notes;
}

function placeIdea(idea: MelodyNote[], degree: number, lift: number): MelodyNote[] {
  // Chords above the fifth are taken from below, so that the line stays within a voice's reach.
  const root = (degree > 4 ? degree - 7 : degree) + lift;
  return idea.map((note) => ({ ...note, step: withinReach(note.step + root) }));
}

/** A long last note of the chord, as near to `goal` as there is one, reached by one step. */
export function closeIdea(plan: MoodPlan, degree: number, goal: number): MelodyNote[] {
  const root = degree > 4 ? degree - 7 : degree;
  const last = nearest([root - 3, root, root + 2, root + 4, root + 7], goal);
  return [
    { beat: 0, beats: 1, step: withinReach(last + 1), accent: 0.9 },
    { beat: 1, beats: plan.beatsPerBar - 1, step: withinReach(last), accent: 1 },
  ];
}

/** Splits a long note into a turn, or leaves one out: the theme stays what it is. */
function ornament(bar: MelodyNote[], random: Random): MelodyNote[] {
  return bar.flatMap((note, index) => {
    if (index > 0 && random.chance(0.12)) return [];
    if (note.beats < 1 || !random.chance(0.35)) return [note];
    const half = note.beats / 2;
    const neighbour = withinReach(note.step + (random.chance(0.5) ? 1 : -1));
    return [
      { ...note, beats: half },
      { beat: note.beat + half, beats: half, step: neighbour, accent: note.accent * 0.75 },
    ];
  });
}

function withinReach(step: number): number {
  if (step < LOWEST_STEP) return withinReach(step + 7);
  return step > HIGHEST_STEP ? withinReach(step - 7) : step;
}

function nearest(choices: number[], value: number): number {
  return choices.reduce((best, choice) =>
    Math.abs(choice - value) < Math.abs(best - value) ? choice : best,
  );
}
