import { splitSentences } from '../../story/reading/split-text.ts';
import type { Random } from '../random.ts';
import { type ExtraLine, readBeat, tellingOf, type Unit } from './beat-units.ts';
import { chooseClosing } from './closings.ts';
import { chooseEpisodes } from './episodes.ts';
import { FRIEND_LAST_WORDS, FRIEND_WORDS } from './friend-words.ts';
import { chooseHabitOpening, laterHabitLine } from './habit-lines.ts';
import { placeFrames } from './manner/place-frames.ts';
import { chooseOpening, FRIEND_LINES } from './openings.ts';
import { choosePremiseLine } from './premise-lines.ts';
import type { Beat, PlotTelling, Stage } from './stage.ts';
import { companionVoice } from './story-slots.ts';
import { texturesFor } from './textures.ts';
import { traitLine } from './trait-lines.ts';

/** About what one episode told in full adds, by which one knows how many a long story needs. */
const EPISODE_WORDS = { '3-5': 40, '6-8': 62, '9-12': 85 } as const;
const MOST_EPISODES = 30;
const MOST_UNTOLD_WORDS = 150;
/** From here on what the prompt says of the hero is worth more than any turn of the plot. */
const ROOM_FOR_TRAITS_WORDS = 180;

/** All that could be told: the plot's beats, opened and closed, with episodes if the story is long, and every unit of text. */
export function planBeats(
  telling: PlotTelling,
  stage: Stage,
  targetWords: number,
  sceneCount: number,
  random: Random,
): { beats: Beat[]; units: Unit[] } {
  const plain = unitsOf(telling, telling.beats, stage, random, targetWords);
  const capacity = plain.reduce((sum, unit) => sum + unit.words, 0);
  const missingWords = targetWords * 1.06 - capacity;
  const missingScenes = sceneCount - telling.beats.length;
  // A plot somebody told is interrupted by adventures of ours only where its pages would stay empty.
  const missingEpisodes =
    telling.ownPlot && missingWords < MOST_UNTOLD_WORDS
      ? 0
      : Math.ceil(missingWords / EPISODE_WORDS[stage.age]);
  const wanted = Math.max(missingScenes, missingEpisodes, 0);
  if (wanted === 0) return { beats: [...telling.beats], units: plain };
  const episodes = chooseEpisodes(
    stage,
    telling.episodes,
    Math.min(wanted, MOST_EPISODES),
    random.fork('episodes'),
  );
  const beats = insertSpread(telling.beats, episodes.beats, [telling.episodesAt].flat());
  return { beats, units: unitsOf(telling, beats, stage, random, targetWords, episodes.memories) };
}

/** The plot's beats with the episodes in its gaps, as evenly as can be. */
function insertSpread(plot: readonly Beat[], episodes: readonly Beat[], gaps: readonly number[]): Beat[] {
  const share = Math.ceil(episodes.length / gaps.length);
  return plot.flatMap((beat, index) => {
    const gap = gaps.indexOf(index);
    return gap < 0 ? [beat] : [...episodes.slice(gap * share, (gap + 1) * share), beat];
  });
}

function unitsOf(
  telling: PlotTelling,
  beats: readonly Beat[],
  stage: Stage,
  random: Random,
  targetWords: number,
  memories: readonly string[] = [],
): Unit[] {
  const { manner } = stage;
  const senses = random.fork('senses').shuffle(sensesFor(stage)).filter(manner.allows);
  const colours = [
    ...random.fork('textures').shuffle(texturesFor(stage.age, stage.tone)).filter(manner.allows),
    ...manner.more.toReversed(),
  ];
  const words = random.fork('friend words').shuffle(FRIEND_WORDS[stage.age]);
  const { habit } = stage.reading;
  const keptLevel = targetWords >= ROOM_FOR_TRAITS_WORDS ? 0 : 1;
  const atNight = beats[0]?.time !== 'morning' && beats[0]?.time !== 'day';
  const opening = manner.selfIntroduction
    ? manner.selfIntroduction.split('\n')
    : habit
      ? chooseHabitOpening(stage.age, habit, random.fork('opening'))
      : chooseOpening(stage.age, stage.tone, atNight, random.fork('opening'));
  const closing = manner.closings
    ? random.fork('closing').pick(manner.closings)
    : chooseClosing(stage.age, stage.tone, random.fork('closing'));
  const frames = placeFrames(beats, manner, targetWords);
  const end = beats.findLastIndex((beat) => !beat.isCoda);
  const units = beats.flatMap((beat, index) => {
    const extra: ExtraLine[] = [];
    const first = index === 0;
    const last = index === end;
    if (first) {
      for (const line of frames.opening)
        extra.push({ after: -1, line: `0 ${line}`, opening: true, frame: 'before' });
      const isIntroduced = telling.ownOpening && !manner.selfIntroduction;
      const introduction = isIntroduced
        ? []
        : telling.ownOpening
          ? opening
          : [...opening, FRIEND_LINES[stage.age]];
      for (const line of introduction) extra.push({ after: -1, line, opening: true });
      const premise = telling.ownOpening ? undefined : choosePremiseLine(stage, random.fork('premise'));
      if (premise) extra.push({ after: -1, line: `0 ${premise}`, opening: true });
      for (const line of frames.early)
        extra.push({ after: -1, line: `0 ${line}`, opening: true, frame: 'after' });
    }
    if (
      !first &&
      index < end &&
      beat.at !== 'home' &&
      (!telling.ownOpening || beat.at === stage.place) &&
      random.fork(`sense ${index}`).chance(0.65)
    ) {
      const at = senses.findIndex((sense) => beat.time !== 'night' || !DAYLIGHT.test(sense));
      const [sense] = at < 0 ? [] : senses.splice(at, 1);
      const after = random.fork(`sense place ${index}`).chance(0.6) ? -1 : lineCount(beat, stage) - 1;
      if (sense) extra.push({ after, line: `2 ${sense}` });
    }
    if (
      !first &&
      stage.friends.length > 0 &&
      beat.who?.includes('f') &&
      !/^\s*0\+/m.test(tellingOf(beat, stage.age))
    ) {
      const word = last ? random.fork('last word').pick(FRIEND_LAST_WORDS[stage.age]) : words.pop();
      // At the end of the beat it interrupts nobody.
      if (word)
        extra.push({
          after: lineCount(beat, stage) - 1,
          line: `${last || index % 2 === 1 ? 0 : 1}+ ${word}`,
        });
    }
    if (!first && index < end) {
      const colour = colours.pop();
      if (colour) extra.push({ after: 1, line: `4 ${colour}` });
    }
    for (const line of frames.byBeat.get(index) ?? [])
      extra.push({ after: lineCount(beat, stage) - 1, line: `0 ${line}`, frame: 'after' });
    if (last) {
      const trait = traitLine(stage.reading.hero?.adjectives ?? [], stage.age);
      const later = habit && laterHabitLine(stage.age, habit);
      for (const line of [later, trait])
        if (line) extra.push({ after: 0, line: `${keptLevel} ${line}`, kept: true });
      for (const memory of memories) extra.push({ after: 0, line: `4 ${memory}` });
    }
    const voiced = { ...stage, slots: { ...stage.slots, ...companionVoice(stage.friends, index) } };
    const beatUnits = readBeat(beat, index, voiced, random.fork(`beat ${index} ${beat.summary}`), extra);
    const read = beat.isCoda ? beatUnits.map((unit) => ({ ...unit, frame: 'after' as const })) : beatUnits;
    if (index < beats.length - 1) return read;
    // An ending that was asked for is told in the shortest story, too.
    const level = manner.closings ? 0 : 1;
    const closed = readBeat(
      { ...beat, young: `${level} ${closing}`, middle: `${level} ${closing}`, older: `${level} ${closing}` },
      index,
      stage,
      random.fork('closing words'),
    );
    return [
      ...read,
      ...closed.map((unit) => ({
        ...unit,
        order: unit.order + read.length,
        ...(manner.closings && { frame: 'after' as const }),
      })),
    ];
  });
  return withoutRepeats(units.filter((unit) => unit.level < 2 || manner.allows(unit.text)));
}

/** Not to be seen at night. */
const DAYLIGHT = /\b(sun\w*|bees?|lark|daylight|light)\b/i;

function lineCount(beat: Beat, stage: Stage): number {
  return tellingOf(beat, stage.age)
    .split('\n')
    .filter((line) => line.trim() !== '').length;
}

function sensesFor(stage: Stage): string[] {
  if (stage.age === '3-5') return [...stage.book.young];
  return [...(stage.age === '6-8' ? stage.book.middle : stage.book.older)];
}

/** No sentence is told twice: a later unit that repeats one is left out, unless the story needs it. */
function withoutRepeats(units: readonly Unit[]): Unit[] {
  const sentencesOf = (unit: Unit) => splitSentences(unit.text).map((sentence) => sentence.toLowerCase());
  // What a manner adds gives way to the plot's own words, wherever those stand.
  const needed = new Set(units.filter((unit) => unit.level === 0 && !unit.frame).flatMap(sentencesOf));
  const told = new Set<string>();
  return units.filter((unit) => {
    const sentences = sentencesOf(unit);
    const repeats = sentences.some(
      (sentence) => told.has(sentence) || (unit.frame !== undefined && needed.has(sentence)),
    );
    if (repeats && (unit.level > 0 || unit.frame !== undefined) && unit.group === undefined) return false;
    for (const sentence of sentences) told.add(sentence);
    return true;
  });
}
