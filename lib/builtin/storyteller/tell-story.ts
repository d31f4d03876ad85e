import { adjustDraft } from '../../story/reading/adjust-draft.ts';
import { missBand } from '../../story/reading/judge-reading.ts';
import { measureReading, type ReadingMeasure } from '../../story/reading/measure-reading.ts';
import type { AgeGroup, StoryBrief, StoryDraft } from '../../story/schema.ts';
import { createRandom, type Random } from '../random.ts';
import { arrangeScenes, type SceneUnits } from './arrange-scenes.ts';
import { agreementOf, type Unit } from './beat-units.ts';
import { setStage } from './casting.ts';
import { choosePlot } from './choose-plot.ts';
import { describeCast } from './describe-cast.ts';
import { chooseBeats, fitLength } from './fit-length.ts';
import { keepHeroPresent } from './keep-hero-present.ts';
import { bandOf, isOlder } from './manner/audience.ts';
import { completeBrief, leanReading } from './manner/complete-brief.ts';
import { countMannerWords } from './manner/place-frames.ts';
import { planChapters } from './manner/plan-chapters.ts';
import { pictureScene, placeOfBeat } from './picture-scene.ts';
import { planBeats } from './plan-beats.ts';
import { withPremise } from './premise-lines.ts';
import { readSheets } from './sequel/read-sheets.ts';
import { shorten } from './shorten.ts';
import type { Beat, PlotShape, PlotTelling, Stage } from './stage.ts';
import { fillTemplate, polish, withoutMarks } from './template.ts';
import { chooseTitle } from './titles.ts';
import { readCast } from './told/read-cast.ts';
import { enrichTelling, hasOwnPlot, tellOwnPlot } from './told/told-beats.ts';
import type { PromptReading } from './understand-prompt/prompt-reading.ts';
import { understandPrompt } from './understand-prompt/understand-prompt.ts';

export type StorytellerBrief = StoryBrief & { seed: number };

/** How far from the wanted length a story may be before another wording is tried. */
const LENGTH_TOLERANCE = 0.1;
const MOST_ATTEMPTS = 6;

/**
 * A whole story from a brief: the prompt is understood, a plot chosen that fits it, and told for the age in exactly
 * `sceneCount` scenes. Pure: the same brief and seed give the same story. Never fails on a prompt, however odd.
 */
export function tellStory(given: StorytellerBrief): StoryDraft {
  const brief = completeBrief(given);
  const reading = leanReading(readSheets(brief, readCast(brief, understandPrompt(brief))), brief);
  const random = createRandom(brief.seed).fork(brief.prompt);
  const targetWords = brief.targetLength ?? reading.length ?? defaultWords(brief, reading, random);
  let best: { story: StoryDraft; miss: number } | undefined;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const told = tellOnce(brief, reading, targetWords, random, attempt);
    const { lengthMiss, miss } = missWishes(told, targetWords, brief);
    // A story of the right length that is not in its readers' band is simplified or enriched by rule.
    const isFitted = miss > 0 && lengthMiss === 0 && !isOlder(brief);
    const story = isFitted ? adjustDraft(told, brief.ageGroup) : told;
    const missed = isFitted ? missWishes(story, targetWords, brief).miss : miss;
    if (!best || missed < best.miss) best = { story, miss: missed };
    if (missed === 0) break;
  }
  const { story, miss } = best as { story: StoryDraft; miss: number };
  // Of another length than was wished for in every wording: it may be told for its readers all the same.
  return miss > 0 && !isOlder(brief) ? adjustDraft(story, brief.ageGroup) : story;
}

const namesOf = (story: StoryDraft) => story.characters.map((character) => character.name);

/** How far a story is from the length and the readers it was wished for; 0 is near enough. */
function missWishes(
  story: StoryDraft,
  targetWords: number,
  brief: StoryBrief,
): { lengthMiss: number; miss: number } {
  const text = story.scenes.map((scene) => scene.text).join('\n\n');
  const measure = measureReading(text, brief.ageGroup, namesOf(story));
  const lengthMiss = Math.max(0, Math.abs(measure.words - targetWords) / targetWords - LENGTH_TOLERANCE);
  return { lengthMiss, miss: lengthMiss * 10 + missReaders(measure, brief) };
}

/** Grown readers have a range of grades, children a whole band. A little room to its edges: a mask or a name may still come. */
function missReaders(measure: ReadingMeasure, brief: StoryBrief): number {
  const { min, max } = bandOf(brief);
  const gradeMiss = Math.max(0, min + 0.1 - measure.grade, measure.grade - max + 0.1);
  if (isOlder(brief)) return gradeMiss;
  const { tooHard, tooEasy } = missBand(measure, brief.ageGroup);
  return Math.max(gradeMiss, tooHard, tooEasy);
}

const WORDS_PER_SCENE: Record<AgeGroup, number> = { '3-5': 28, '6-8': 36, '9-12': 60 };
/** Even a one-page story needs room for a beginning, a middle and an end. */
const LEAST_WORDS: Record<AgeGroup, number> = { '3-5': 60, '6-8': 80, '9-12': 110 };

/** A chapter is more than a page of a picture book. */
const WORDS_PER_CHAPTER: Record<AgeGroup, number> = { '3-5': 55, '6-8': 85, '9-12': 130 };

/** Grown readers stay longer with a page. */
const OLDER_SHARE = 1.4;

function defaultWords(brief: StoryBrief, reading: PromptReading, random: Random): number {
  const perScene = (brief.chapters ? WORDS_PER_CHAPTER : WORDS_PER_SCENE)[brief.ageGroup];
  const words = perScene * (isOlder(brief) ? OLDER_SHARE : 1) * brief.sceneCount;
  const { manner } = setStage(reading, brief, random);
  return Math.max(LEAST_WORDS[brief.ageGroup], Math.round(words)) + countMannerWords(manner);
}

function tellOnce(
  brief: StorytellerBrief,
  reading: PromptReading,
  targetWords: number,
  random: Random,
  attempt: number,
): StoryDraft {
  const stage = setStage(reading, brief, random);
  const { shape, telling: own } = choosePlot(stage, random.fork('shape'));
  Object.assign(stage.slots, own.slots);
  const told = hasOwnPlot(brief)
    ? tellOwnPlot(brief, stage, random.fork('told'))
    : withPremise(enrichTelling(own, brief, stage, random.fork('told')), stage);
  const { coda } = stage.manner;
  const telling = coda ? { ...told, beats: [...told.beats, coda] } : told;
  const wording = random.fork(`wording ${attempt}`);
  const { beats, pages } = layOutPages(telling, shape.id, stage, targetWords, brief.sceneCount, wording);
  // What the chapters will be is settled before they are told.
  const plan = brief.chapters && planChapters(pages, beats, stage);
  const scenes = keepHeroPresent(pages, stage, wording.fork('presence')).map((units, index) => {
    const title = plan?.titles[index];
    return { ...(title !== undefined && { title }), ...pictureScene(units, beats, stage) };
  });
  const fill = (template: string, label: string) =>
    fillTemplate(template, stage.slots, agreementOf(stage), random.fork(label));
  return {
    title: brief.title ?? withoutMarks(polish(chooseTitle(telling, stage, random.fork('title')))),
    ...(plan && { premise: plan.premise, outline: plan.outline }),
    moral:
      stage.manner.moral ??
      withoutMarks(fill(random.fork('moral').pick(telling.morals), `moral ${shape.id}`)),
    musicMood: telling.music,
    characters: describeCast(stage, scenes, brief),
    scenes,
  };
}

const MORE_WORDS = 1.4;
const MOST_WIDENINGS = 12;

/**
 * The story's units on exactly `sceneCount` pages. The number of pages is a promise and the length a wish: when so few
 * words cannot fill so many pages, more words are told.
 */
function layOutPages(
  telling: PlotTelling,
  shape: PlotShape['id'],
  stage: Stage,
  targetWords: number,
  sceneCount: number,
  wording: Random,
): { beats: Beat[]; pages: SceneUnits[] } {
  let words = targetWords;
  for (let widening = 0; ; widening++) {
    const { beats, units } = planBeats(telling, stage, words, sceneCount, wording);
    // What somebody told is not shortened to a line of ours.
    const short =
      widening === 0 &&
      !telling.ownOpening &&
      shorten(shape, beats, units, stage, words, wording.fork('short'));
    const tellable = short || unitsToTell(units, chooseBeats(beats, units, words, sceneCount));
    const chosen = fitLength(tellable, words, short ? 1 : sceneCount, wording.fork('length'));
    const pages = arrangeScenes(chosen, sceneCount, (beat) => placeOfBeat(beats[beat] as Beat, stage));
    if (pages.length === sceneCount || widening === MOST_WIDENINGS) return { beats, pages };
    words *= MORE_WORDS;
  }
}

/**
 * Units of the told beats; a line whose other half stands in a beat that is not told goes with it, and the opening moves
 * to the beat the story begins with.
 */
function unitsToTell(units: readonly Unit[], told: ReadonlySet<number>): Unit[] {
  const broken = new Set(
    units.flatMap((unit) => (unit.group !== undefined && !told.has(unit.beat) ? [unit.group] : [])),
  );
  const first = Math.min(...told);
  return units
    .map((unit) =>
      unit.opening && unit.beat < first ? { ...unit, beat: first, order: unit.order - 100 } : unit,
    )
    .filter((unit) => told.has(unit.beat) && !(unit.group !== undefined && broken.has(unit.group)));
}
