import { listWords } from '../../story/reading/split-text.ts';
import type { Random } from '../random.ts';
import { agreementOf, type Unit } from './beat-units.ts';
import { introduceShortly } from './introduce-shortly.ts';
import type { ShapeId } from './plots/shape-id.ts';
import { SHORT_TELLINGS } from './plots/short-tellings.ts';
import type { Beat, Stage } from './stage.ts';
import { fillTemplate } from './template.ts';

const TRIES = 40;
/** However much is said around it, something happens. */
const LEAST_PLOT_WORDS = 25;

/**
 * The units of a story too short for its needed beats: each is told in one line, or in its own first lines where there is
 * room. Returns undefined when the needed beats fit as they are.
 */
export function shorten(
  shape: ShapeId,
  beats: readonly Beat[],
  units: readonly Unit[],
  stage: Stage,
  wantedWords: number,
  random: Random,
): Unit[] | undefined {
  const needed = beats.flatMap((beat, index) => ((beat.need ?? 0) === 0 ? [index] : []));
  // What the options of a brief add is told whatever the length, around what is shortened.
  const frames = units
    .filter((unit) => unit.frame !== undefined && (unit.opening || needed.includes(unit.beat)))
    .map((unit) =>
      unit.opening && unit.beat < (needed[0] ?? 0)
        ? { ...unit, beat: needed[0] as number, order: unit.order - 100 }
        : unit,
    );
  const plain = units.filter((unit) => unit.frame === undefined);
  const opening = plain.filter((unit) => unit.opening && unit.beat < (needed[0] ?? 0) && unit.level === 0);
  const full = needed.map((index, at) => [
    ...(at === 0 ? opening.map((unit) => ({ ...unit, beat: index, order: unit.order - 100 })) : []),
    ...plain.filter((unit) => unit.beat === index && unit.level === 0),
  ]);
  if (wordsOf([...full.flat(), ...frames]) <= wantedWords * 1.04) return undefined;
  const targetWords = Math.max(LEAST_PLOT_WORDS, wantedWords - wordsOf(frames));

  const lines = SHORT_TELLINGS[shape][stage.age];
  const short = needed.map((index, at): Unit[] => {
    const template = beats[index]?.isCoda ? '' : (lines[at] ?? '');
    if (template === '') return [];
    const opened =
      at === 0
        ? introduceShortly(template, stage, targetWords, random.fork('introduce'))
        : { template, slots: stage.slots };
    const text = fillTemplate(opened.template, opened.slots, agreementOf(stage), random.fork(`short ${at}`));
    return [{ beat: index, order: 0, level: 0, group: undefined, text, words: listWords(text).length }];
  });
  let best = { choice: new Set<number>(), miss: Math.abs(wordsOf(short.flat()) - targetWords) };
  for (let attempt = 0; attempt < TRIES && best.miss > 2; attempt++) {
    const choice = new Set<number>();
    let words = wordsOf(short.flat());
    for (const at of random.shuffle(needed.keys().toArray())) {
      const more = wordsOf(full[at] ?? []) - wordsOf(short[at] ?? []);
      if (words + more > targetWords * 1.05) continue;
      choice.add(at);
      words += more;
    }
    const miss = Math.abs(words - targetWords);
    if (miss < best.miss) best = { choice, miss };
  }
  let room = targetWords * 1.1 - Math.max(0, targetWords - best.miss);
  const told = needed.flatMap((index, at) => {
    const ofBeat = plain.filter((unit) => unit.beat === index && unit.level === 1);
    if (best.choice.has(at)) return [...(full[at] ?? []), ...ofBeat];
    const kept = ofBeat.filter((unit) => {
      if (!unit.kept || unit.words > room) return false;
      room -= unit.words;
      return true;
    });
    return [...(short[at] ?? []), ...kept];
  });
  const framed = needed.flatMap((index) => {
    const around = (side: Unit['frame']) =>
      frames.filter((unit) => unit.beat === index && unit.frame === side);
    const own = told.filter((unit) => unit.beat === index);
    return [...around('before'), ...own, ...around('after')].map((unit, order) => ({ ...unit, order }));
  });
  // A pair of lines whose other half stands in a beat told short cannot stand alone.
  return framed.filter(
    (unit) => unit.group === undefined || framed.filter((other) => other.group === unit.group).length > 1,
  );
}

const wordsOf = (units: readonly Unit[]) => units.reduce((sum, unit) => sum + unit.words, 0);
