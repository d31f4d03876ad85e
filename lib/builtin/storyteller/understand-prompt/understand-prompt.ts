import type { StoryBrief } from '../../../story/schema.ts';
import { isKind, kindTraits } from '../kinds.ts';
import { findErrand } from './find-errand.ts';
import { findFear } from './find-fear.ts';
import { type FoundFigure, findFigures, pronounAfter } from './find-figures.ts';
import { findHabit } from './find-habit.ts';
import { findPlaces, findTimeOfDay, findWeather } from './find-place.ts';
import { findDeedOf, findTitle } from './find-premise.ts';
import { findSignals } from './find-signals.ts';
import { findThings } from './find-things.ts';
import { findUnusualHero } from './find-unusual-hero.ts';
import { findDeed, findProject, findWish } from './find-wish.ts';
import { findAskedLength, normalisePrompt } from './normalise-prompt.ts';
import { PLACE_WORDS } from './place-words.ts';
import type { Deed, Figure, Premise, PromptReading } from './prompt-reading.ts';
import { readTerms, type Term } from './terms.ts';

const MOST_COMPANIONS = 4;
/** A very long prompt says who and what it is about at its beginning. */
const READ_CHARACTERS = 1_200;

/** Who, what, where and why, as far as a prompt (and the brief's own fields) says. Never fails: an empty reading is a reading. */
export function understandPrompt(
  brief: Pick<StoryBrief, 'prompt' | 'theme' | 'setting' | 'characters'>,
): PromptReading {
  const text = normalisePrompt(brief.prompt).slice(0, READ_CHARACTERS);
  const terms = readTerms(text);
  const figures = findFigures(terms);
  const errand = findErrand(terms, figures);
  const fear = findFear(terms);
  const wish = findWish(terms);
  const deed = findDeed(terms);
  const project = findProject(terms);
  const settingTerms = brief.setting
    ? readTerms(/^(in|on|at|under)\b/i.test(brief.setting) ? brief.setting : `in ${brief.setting}`)
    : [];
  const fromSetting = findPlaces(settingTerms);
  const fromPrompt = findPlaces(terms);
  const lowerText = `${text} ${brief.setting ?? ''}`.toLowerCase();

  const words = terms.map((term) => term.lower);
  for (const figure of figures) figure.role = roleFromWhatFollows(figure, words);
  // Before they are cast, which makes one of many.
  const deeds = new Map(figures.map((figure) => [figure, findDeedOf(figure, figures, terms)]));
  const cast = castFigures(figures, words, fear);
  for (const description of brief.characters) {
    const extra = findFigures(readTerms(description))[0] ?? figureFromName(description);
    if (!extra) continue;
    const known = [cast.hero, ...cast.companions].some(
      (one) => one && one.name !== undefined && one.name === extra.name,
    );
    if (known) continue;
    // "A fox finds a lantern" with "Nova the fox" besides is about Nova.
    const meant = [cast.hero, ...cast.companions].find(
      (one) => one && one.name === undefined && one.kind !== undefined && one.kind === extra.kind,
    );
    if (meant && extra.name !== undefined) {
      meant.name = extra.name;
      if (extra.pronoun) meant.pronoun ??= extra.pronoun;
      continue;
    }
    if (!cast.hero) cast.hero = { ...extra, role: 'actor' };
    else cast.companions.push({ ...extra, role: 'actor' });
  }
  const unusual = cast.hero ? undefined : findUnusualHero(terms);
  if (unusual) deeds.set(unusual, findDeedOf(unusual, figures, terms));
  cast.hero ??= unusual;

  const lostOne =
    wish && isKind(wish.noun) && wish.adjectives.some((word) => IN_NEED.test(word)) ? wish : undefined;
  if (lostOne && cast.hero && lostOne.noun !== cast.hero.kind) {
    cast.needy ??= { kind: lostOne.noun, adjectives: lostOne.adjectives, count: 1, role: 'needy' };
    cast.companions = cast.companions.filter(({ kind }) => kind !== lostOne.noun);
  }
  const wishIsSomebody = cast.sought !== undefined && wish !== undefined && cast.sought.kind === wish.noun;
  // What is built or sought is nobody's companion, and no place to be until it is found.
  const companions = cast.companions.filter(
    (one) => one.name || !one.kind || (one.kind !== project?.noun && one.kind !== wish?.noun),
  );
  const placesOfPrompt = fromPrompt.placeName
    ? fromPrompt.places
    : fromPrompt.places.filter((place) => !wish || PLACE_WORDS[wish.noun] !== place);
  if (
    cast.hero &&
    !cast.hero.pronoun &&
    companions.length === 0 &&
    cast.hero.name &&
    /\bthey\b/.test(lowerText)
  )
    cast.hero.pronoun = 'they';
  const habit = habitOf(cast, figures, terms, deed);
  const timeOfDay = findTimeOfDay(lowerText);
  const weather = findWeather(lowerText);
  const length = findAskedLength(brief.prompt);
  const placeName = fromSetting.placeName ?? fromPrompt.placeName;
  const reading: PromptReading = {
    companions: companions.slice(0, MOST_COMPANIONS),
    places: [...new Set([...fromSetting.places, ...placesOfPrompt])],
    things: findThings(terms),
    signals: { ...mergeSignals(text, brief.theme) },
    ...(cast.hero && { hero: cast.hero }),
    ...(cast.opponent && { opponent: cast.opponent }),
    ...(cast.needy && { needy: cast.needy }),
    ...(cast.newFriend && { newFriend: cast.newFriend }),
    ...(cast.receiver && { receiver: cast.receiver }),
    ...(wish &&
      (!cast.hero || wish.noun !== cast.hero.kind) &&
      (wishIsSomebody || !isCastMember(wish.noun, cast)) && { wish }),
    ...(/\b(stole\w*|steals?|missing|disappear\w*|vanish\w*|took|ate|gone|lost)\b/.test(lowerText) && {
      missing: true,
    }),
    ...(habit && { habit }),
    ...(deed && { deed }),
    ...(project && { project }),
    ...(errand && { errand }),
    ...(fear && { fear }),
    ...(placeName && { placeName }),
    ...(timeOfDay && { timeOfDay }),
    ...(weather && { weather }),
    ...(length && { length }),
  };
  const done = deeds.get(cast.hero as FoundFigure);
  const title = findTitle(text, brief.prompt, terms, cast.hero !== undefined);
  const premise = isGuided(reading) ? title && beside(title, text) : (done ?? title);
  return premise ? { ...reading, premise } : reading;
}

/** What may be said of a story whose plot is about the prompt anyway: how, when, or what it is called. */
function beside(title: Premise, text: string): Premise | undefined {
  if (title.sort === 'deed' || title.sort === 'cause' || title.sort === 'day') return title;
  // "A dragon who …" only says who it is about: the plot has titles of its own.
  return /^the /i.test(text) ? { sort: 'name', phrase: title.phrase } : undefined;
}

/** From so much on a signal is a plot of its own and not only a hint. */
const CLEAR_SIGNAL = 6;

/** Whether the prompt says enough for a plot of ours to be about it. */
function isGuided(reading: PromptReading): boolean {
  const { wish, deed, project, errand, fear, needy, opponent, newFriend, receiver } = reading;
  return (
    Object.keys(reading.things).length > 0 ||
    Object.values(reading.signals).some((weight) => weight >= CLEAR_SIGNAL) ||
    [wish, deed, project, errand, fear, needy, opponent, newFriend, receiver].some(Boolean)
  );
}

const IN_NEED = /^(lost|hurt|injured|sick|ill|trapped|stuck|stranded|abandoned|orphaned|wounded)$/;

/** "helps her grandmother make dumplings" is company, "a cat trapped in a pyramid" is in need. */
function roleFromWhatFollows({ role, start, end }: FoundFigure, words: readonly string[]): Figure['role'] {
  const next = words[end] ?? '';
  if (role === 'needy' && WORKED_WITH.test(next)) return 'actor';
  return role !== 'opponent' && start > 1 && /^(trapped|stuck|stranded)$/.test(next) ? 'needy' : role;
}

const WORKED_WITH = /^(make|bake|cook|plant|pack|clean|prepare|fix|paint|decorate|harvest|feed|knit|sew)$/;

type Cast = {
  hero?: Figure;
  companions: Figure[];
  opponent?: Figure;
  needy?: Figure;
  newFriend?: Figure;
  sought?: Figure;
  receiver?: Figure;
};

function castFigures(figures: FoundFigure[], words: string[], fear: string | undefined): Cast {
  const cast: Cast = { companions: [] };
  for (const figure of figures) {
    if (fear && figure.kind && fear.includes(figure.kind) && figure.start > 1) continue;
    if (figure.role === 'sought' && cast.hero) {
      cast.sought ??= figure;
      continue;
    }
    if (figure.role === 'opponent' && cast.hero) {
      cast.opponent ??= figure;
      continue;
    }
    if (figure.role === 'receiver') {
      cast.receiver ??= figure;
      continue;
    }
    if (figure.role === 'needy' && cast.hero) {
      cast.needy ??= figure;
      continue;
    }
    if (figure.role === 'new-friend' && cast.hero) {
      cast.newFriend ??= figure;
      continue;
    }
    if (!cast.hero) {
      cast.hero = figure;
      figure.pronoun ??= pronounAfter(words, figure.end);
      if (figure.count > 1 && !figure.name) addSiblings(cast, figure);
      continue;
    }
    cast.companions.push(figure);
  }
  // "Two brothers, Tom and Ali": what the first is, the second is too.
  const { hero } = cast;
  if (hero?.kind && hero.name && /^(brother|sister|boy|girl|friend|twin|cousin|child|kid)$/.test(hero.kind)) {
    for (const companion of cast.companions) {
      if (!companion.kind && companion.name) {
        companion.kind = hero.kind;
        companion.pronoun ??= /^(brother|boy)$/.test(hero.kind)
          ? 'he'
          : /^(sister|girl)$/.test(hero.kind)
            ? 'she'
            : undefined;
      }
    }
  }
  return cast;
}

/** Of "three little pigs" one leads and the others come along. */
function addSiblings(cast: Cast, hero: Figure): void {
  const siblings = Math.min(hero.count, 3) - 1;
  for (let index = 0; index < siblings; index++) {
    const sibling: Figure = { adjectives: [], count: 1, role: 'actor' };
    if (hero.kind) sibling.kind = hero.kind;
    if (hero.pronoun) sibling.pronoun = hero.pronoun;
    cast.companions.push(sibling);
  }
  hero.count = 1;
}

function isCastMember(noun: string, cast: Cast): boolean {
  return [cast.hero, ...cast.companions, cast.opponent, cast.needy, cast.newFriend].some(
    (one) => one?.kind === noun,
  );
}

/** What is said of the hero right after they are named; nothing that is somebody else or the deed of the plot. */
function habitOf(
  cast: Cast,
  figures: readonly FoundFigure[],
  terms: readonly Term[],
  deed: Deed | undefined,
) {
  const { hero } = cast;
  if (!hero) return undefined;
  const found = figures.find((figure) => figure === hero);
  const noun = hero.kind?.split(' ').at(-1);
  const end = found?.end ?? terms.findIndex((term) => term.lower === noun) + 1;
  if (end <= 0) return undefined;
  const others = figures.filter(
    (figure) =>
      figure !== hero &&
      [...cast.companions, cast.opponent, cast.needy, cast.newFriend, cast.receiver].includes(figure),
  );
  const taken = new Set(
    others.flatMap((figure) =>
      terms.flatMap((_, index) => (index >= figure.start && index < figure.end ? [index] : [])),
    ),
  );
  const habit = findHabit(terms, end, taken);
  const doing = deed && terms.findIndex((term) => term.lower === deed.base.split(' ')[0]);
  // "that cannot dance" is what the plot is about.
  return habit && doing !== undefined && doing > end && doing < end + 5 ? undefined : habit;
}

function figureFromName(description: string): FoundFigure | undefined {
  const name = /\p{Lu}[\p{L}'-]+/u.exec(description)?.[0] ?? /^[\p{L}'-]{2,20}$/u.exec(description)?.[0];
  if (!name) return undefined;
  return {
    name: name.charAt(0).toUpperCase() + name.slice(1),
    adjectives: [],
    count: 1,
    role: 'actor',
    start: 0,
    end: 1,
  };
}

function mergeSignals(text: string, theme: string | undefined) {
  const signals = findSignals(text);
  if (!theme) return signals;
  for (const [shape, weight] of Object.entries(findSignals(theme))) {
    const key = shape as keyof typeof signals;
    // A theme is chosen with care, so it weighs more than a word in passing.
    signals[key] = (signals[key] ?? 0) + weight * 1.5;
  }
  return signals;
}

export function groupOfFigure(figure: Figure | undefined) {
  return figure?.kind ? kindTraits(figure.kind).group : undefined;
}
