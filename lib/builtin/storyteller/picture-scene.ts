import type { Place, SceneDraft, Weather } from '../../story/schema.ts';
import type { SceneUnits } from './arrange-scenes.ts';
import { agreementOf } from './beat-units.ts';
import { pluralOf } from './grammar.ts';
import type { Beat, CastKey, Member, Stage } from './stage.ts';
import { fillTemplate, HERO_MARK, withoutMarks } from './template.ts';

const LONG_SCENE_WORDS = 90;
const MOST_SHOWN = 6;
const MOST_PROPS = 8;

/** The scene a group of units makes: its text, and a picture of the beat that takes most of it. */
export function pictureScene(units: SceneUnits, beats: readonly Beat[], stage: Stage): SceneDraft {
  const wordsByBeat = new Map<number, number>();
  for (const unit of units) wordsByBeat.set(unit.beat, (wordsByBeat.get(unit.beat) ?? 0) + unit.words);
  const longest = [...wordsByBeat].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  // Before sleep the last thing seen is somebody asleep, however few the words are; a story's only picture shows the story.
  const sleep =
    stage.manner.isBedtime &&
    !wordsByBeat.has(0) &&
    [...wordsByBeat.keys()].find((index) => beats[index]?.isCoda);
  const mainIndex = sleep || longest;
  const main = beats[mainIndex] as Beat;
  const page = paragraphs(units);
  const { manner } = stage;
  const text = manner.rewrite(manner.selfIntroduction ? page : nameHero(page, stage), othersIn(stage));
  return {
    text,
    summary: summaryOf(main, stage),
    setting: {
      place: placeOfBeat(main, stage),
      timeOfDay: main.time,
      weather: calm(main.weather ?? stage.reading.weather ?? 'clear', manner.isMild),
      mood: manner.isMild && main.mood === 'worried' ? 'curious' : main.mood,
    },
    characterIds: charactersIn(
      text,
      [...wordsByBeat.keys()].map((index) => beats[index] as Beat),
      main,
      stage,
    ),
    props: propsIn(
      text,
      [...wordsByBeat.keys()].map((index) => beats[index] as Beat),
      main,
      stage,
    ),
  };
}

/** Where nothing may frighten, a storm is rain. */
function calm(weather: Weather, isMild: boolean): Weather {
  return isMild && weather === 'storm' ? 'rain' : weather;
}

export function placeOfBeat(beat: Beat, stage: Stage): Place {
  if (beat.at === 'home') return stage.home.scene;
  if (beat.at === 'place') return stage.place;
  if (beat.at === 'spot1') return stage.spots[0].scene;
  if (beat.at === 'spot2') return stage.spots[1].scene;
  if (beat.at === 'spot3') return stage.spots[2].scene;
  return beat.at;
}

/** One paragraph, or one for each beat when the page is full. */
function paragraphs(units: SceneUnits): string {
  const total = units.reduce((sum, unit) => sum + unit.words, 0);
  let text = '';
  units.forEach((unit, index) => {
    const fresh = total > LONG_SCENE_WORDS && index > 0 && units[index - 1]?.beat !== unit.beat;
    text += index === 0 ? unit.text : (fresh ? '\n\n' : ' ') + unit.text;
  });
  return text;
}

/** A page that only says "he" says the hero's name at its first chance instead. */
function nameHero(text: string, stage: Stage): string {
  const { hero } = stage;
  if (mentions(text, hero)) return text;
  // "They were" cannot become "Robin were".
  const verbs = hero.pronoun === 'they' ? '(?! (?:were|are|have)\\b)' : '';
  return text.replace(new RegExp(`(?<!\\p{L})\\p{L}+${HERO_MARK}${verbs}`, 'u'), hero.name);
}

function othersIn(stage: Stage): string[] {
  const members = [...stage.friends, ...stage.more, ...Object.values(stage.cast)];
  return [...new Set([...members.flatMap((one) => [one.a, one.the, one.name]), 'the others'])];
}

function summaryOf(beat: Beat, stage: Stage): string {
  // The summary is drawn by its own stream, so that a longer telling keeps the same picture.
  const text = fillTemplate(
    beat.summary,
    stage.slots,
    agreementOf(stage),
    stage.random.fork(`summary ${beat.summary}`),
  );
  return withoutMarks(text).slice(0, 300);
}

function membersOf(key: CastKey, stage: Stage): readonly Member[] {
  return key === 'f' ? stage.friends : [stage.cast[key]];
}

/** Everybody of these beats whom the text names; the hero always, and first. */
function charactersIn(text: string, beats: readonly Beat[], main: Beat, stage: Stage): string[] {
  const ids = [stage.hero.id];
  const keys = new Set([...(main.who ?? []), ...beats.flatMap((beat) => beat.who ?? [])]);
  for (const key of keys) {
    for (const member of membersOf(key, stage)) {
      // Companions come along wherever the beat says so, whether the words name each of them or not.
      const shown = (key === 'f' && main.who?.includes('f')) || mentions(text, member);
      if (shown && !ids.includes(member.id)) ids.push(member.id);
    }
  }
  for (const member of [...stage.friends, ...stage.more]) {
    if (member.told && mentions(text, member) && !ids.includes(member.id)) ids.push(member.id);
  }
  return ids.slice(0, MOST_SHOWN);
}

export function mentions(text: string, member: Member): boolean {
  const word = member.the.startsWith('the ') ? member.kind : member.the;
  return new RegExp(`(?<![\\p{L}])${escapePattern(word)}(?![\\p{L}])`, 'iu').test(text);
}

function propsIn(text: string, beats: readonly Beat[], main: Beat, stage: Stage): string[] {
  const agreement = agreementOf(stage);
  const wanted = [...(main.props ?? []), ...beats.flatMap((beat) => beat.props ?? [])].map((prop) =>
    fillTemplate(prop, stage.slots, agreement, stage.random.fork('props')).toLowerCase(),
  );
  const { habit } = stage.reading;
  if (habit?.thing && !wanted.includes(pluralOf(habit.thing))) wanted.unshift(habit.thing);
  const named = wanted.filter((prop) => namesThing(text, prop));
  // What calms is seen wherever it is told of, "starlight" as a star.
  const calming = stage.manner.props.filter((prop) => text.toLowerCase().includes(prop));
  return [...new Set([...calming, ...named])].slice(0, MOST_PROPS);
}

function namesThing(text: string, noun: string): boolean {
  return [noun, pluralOf(noun)].some((word) =>
    new RegExp(`(?<![\\p{L}])${escapePattern(word)}(?![\\p{L}])`, 'iu').test(text),
  );
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "[’']");
}
