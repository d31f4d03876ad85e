import type { Random } from '../random.ts';
import type { Unit } from './beat-units.ts';
import type { Beat } from './stage.ts';

/** Units that are taken or left together. */
type Bundle = { units: Unit[]; level: number; words: number };

/**
 * The beats a story of this length has room for, each told with its first two levels: the needed ones, then the others by
 * need. A short story is a story with fewer turns, not the same turns in telegrams. At least `sceneCount` beats when there
 * are so many.
 */
export function chooseBeats(
  beats: readonly Beat[],
  units: readonly Unit[],
  targetWords: number,
  sceneCount: number,
): Set<number> {
  const coreWords = beats.map((_, index) =>
    units.reduce((sum, unit) => sum + (unit.beat === index && unit.level <= 1 ? unit.words : 0), 0),
  );
  const chosen = new Set<number>();
  let words = 0;
  const take = (indexes: readonly number[]) => {
    for (const index of indexes) {
      if (chosen.has(index)) continue;
      chosen.add(index);
      words += coreWords[index] ?? 0;
    }
  };
  take(beats.flatMap((beat, index) => ((beat.need ?? 0) === 0 ? [index] : [])));
  for (const need of [1, 2, 3]) {
    beats.forEach((beat, index) => {
      if (beat.need !== need || chosen.has(index)) return;
      const partners = beat.pair
        ? beats.flatMap((other, at) => (other.pair === beat.pair ? [at] : []))
        : [index];
      const more = partners.reduce((sum, at) => sum + (coreWords[at] ?? 0), 0);
      if (words + more <= targetWords || chosen.size < sceneCount) take(partners);
    });
  }
  return chosen;
}

/**
 * Chooses the units whose words come closest to `targetWords`: the needed ones always, then level by level, and of the
 * first level that does not fit as a whole the subset that fits best, spread over the beats.
 * At least `leastBeats` beats keep a unit when there are so many.
 */
export function fitLength(
  units: readonly Unit[],
  targetWords: number,
  leastBeats: number,
  random: Random,
): Unit[] {
  const bundles = bundle(units);
  const chosen = new Set<Bundle>();
  let words = 0;
  const take = (one: Bundle) => {
    if (chosen.has(one)) return;
    chosen.add(one);
    words += one.words;
  };
  for (const one of bundles) if (one.level === 0) take(one);
  for (const one of opensOf(bundles, chosen, leastBeats)) take(one);

  const levels = [...new Set(bundles.map((one) => one.level))].toSorted((a, b) => a - b);
  for (const level of levels) {
    const open = bundles.filter((one) => one.level === level && !chosen.has(one));
    const sum = open.reduce((total, one) => total + one.words, 0);
    if (words + sum <= targetWords) {
      open.forEach(take);
      continue;
    }
    for (const one of bestSubset(open, targetWords - words, chosen, random)) take(one);
    if (targetWords - words < 8) break;
  }
  return [...chosen].flatMap((one) => one.units).toSorted((a, b) => a.beat - b.beat || a.order - b.order);
}

function bundle(units: readonly Unit[]): Bundle[] {
  const grouped = new Map<string, Bundle>();
  const bundles: Bundle[] = [];
  for (const unit of units) {
    const known = unit.group === undefined ? undefined : grouped.get(unit.group);
    if (known) {
      known.units.push(unit);
      known.words += unit.words;
      // A pair is needed as soon as its most needed half is.
      known.level = Math.min(known.level, unit.level);
      continue;
    }
    const fresh: Bundle = { units: [unit], level: unit.level, words: unit.words };
    bundles.push(fresh);
    if (unit.group !== undefined) grouped.set(unit.group, fresh);
  }
  return bundles;
}

/** First lines of beats that would stay empty, most needed first, until enough beats speak. */
function opensOf(bundles: readonly Bundle[], chosen: ReadonlySet<Bundle>, leastBeats: number): Bundle[] {
  const spoken = new Set([...chosen].flatMap((one) => one.units.map((unit) => unit.beat)));
  const firsts = new Map<number, Bundle>();
  for (const one of bundles) {
    const beat = one.units[0]?.beat as number;
    const known = firsts.get(beat);
    if (!spoken.has(beat) && (!known || one.level < known.level)) firsts.set(beat, one);
  }
  return [...firsts.values()]
    .toSorted((a, b) => a.level - b.level || a.words - b.words)
    .slice(0, Math.max(0, leastBeats - spoken.size));
}

const TRIES = 48;

function bestSubset(
  open: readonly Bundle[],
  room: number,
  chosen: ReadonlySet<Bundle>,
  random: Random,
): Bundle[] {
  if (room <= 2) return [];
  const fullness = new Map<number, number>();
  for (const unit of [...chosen].flatMap((one) => one.units)) {
    fullness.set(unit.beat, (fullness.get(unit.beat) ?? 0) + unit.words);
  }
  let best: Bundle[] = [];
  let bestMiss = room;
  for (let attempt = 0; attempt < TRIES && bestMiss > 1; attempt++) {
    const order = open
      .map((one) => ({ one, key: random.next() * 60 + (fullness.get(one.units[0]?.beat as number) ?? 0) }))
      .toSorted((a, b) => a.key - b.key);
    const picked: Bundle[] = [];
    let left = room;
    for (const { one } of order) {
      // A little over is as good as a little under.
      if (one.words > left + Math.min(4, room * 0.04)) continue;
      picked.push(one);
      left -= one.words;
      if (left <= 1) break;
    }
    const miss = Math.abs(left);
    if (miss < bestMiss) {
      best = picked;
      bestMiss = miss;
    }
  }
  return best;
}
