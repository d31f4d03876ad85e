import type { CharacterSheet, Place, StoryBrief } from '../../story/schema.ts';
import type { Random } from '../random.ts';
import { chooseHome, choosePlace, namedBook, settleHome, snaresOf } from './choose-place.ts';
import { isPerson } from './kinds.ts';
import { makeMember, makeOther } from './make-member.ts';
import { chooseManner } from './manner/manner.ts';
import { PLACE_BOOKS, type Spot } from './places.ts';
import { premiseSlots } from './premise-lines.ts';
import { asKnown, findSheet } from './sequel/sheet-figure.ts';
import type { Member, Stage } from './stage.ts';
import { friendSlots, heroSlots, memberSlots, spotSlots } from './story-slots.ts';
import type { Figure, PromptReading } from './understand-prompt/prompt-reading.ts';
import { wordWish } from './wishes.ts';

/** Fills what the prompt left open: who the hero is, what everybody is called and looks like, and where it all happens. */
export function setStage(reading: PromptReading, brief: StoryBrief, random: Random): Stage {
  const hinted = reading.places[0];
  const heroFigure = reading.hero ?? inventHero(hinted, random.fork('hero'));
  const { receiver, errand, needy, opponent, newFriend } = reading;
  // Whoever has no name yet gets nobody else's.
  const named = [...reading.companions, receiver, errand?.receiver, needy, opponent, newFriend].flatMap(
    (one) => one?.name ?? [],
  );
  const hero = makeMember(heroFigure, 'hero', named, random.fork('hero member'));
  const known = brief.sheets ?? [];
  const taken = [hero.name, ...named, ...known.map((sheet) => sheet.name)];
  const friends: Member[] = [];
  reading.companions.forEach((figure, index) => {
    const friend = makeMember(figure, 'companion', taken, random.fork(`friend ${index}`), hero);
    taken.push(friend.name);
    friends.push(friend);
  });
  const more = (reading.more ?? []).map((figure, index) => {
    const one = makeMember(figure, 'other', taken, random.fork(`more ${index}`), hero);
    taken.push(one.name);
    return one;
  });
  keepIdsApart([hero, ...friends, ...more], known);
  const place = choosePlace(reading, hero, random.fork('place'));
  const book = namedBook(PLACE_BOOKS[place], reading.placeName, place);
  const spots = random.fork('spots').shuffle(book.spots).slice(0, 3) as [Spot, Spot, Spot];
  const home = settleHome(chooseHome(hero, place, book), random.fork('home'));
  const wish = wordWish(reading.wish, place, brief.ageGroup, random.fork('wish'));
  const found = random.fork('find').pick(book.finds);

  const tellsSelf = brief.pointOfView === 'first-person';

  const stage: Stage = {
    random: random.fork('plot'),
    age: brief.ageGroup,
    tone: brief.tone,
    reading,
    place,
    book,
    home,
    spots,
    hero,
    friends,
    more,
    cast: {} as Stage['cast'],
    recast(key, someone) {
      const figure: Figure = {
        count: 1,
        role: 'actor',
        adjectives: someone.adjectives ?? [],
        kind: someone.kind,
      };
      if (someone.name) figure.name = someone.name;
      if (someone.pronoun) figure.pronoun = someone.pronoun;
      const others = [hero, ...friends, ...more, ...Object.values(stage.cast)].filter(
        (other) => other !== stage.cast[key],
      );
      const made = makeOther(figure, random.fork(`cast ${key} ${someone.kind}`));
      const member = meetAgain(made, figure, known, others);
      if (others.some((other) => other.id === member.id)) member.id = `${member.id}-${key}`;
      stage.cast[key] = member;
      Object.assign(stage.slots, memberSlots(key, member));
      return member;
    },
    wish,
    manner: chooseManner(brief, hero, reading.habit !== undefined, random.fork('manner')),
    slots: {
      ...heroSlots(hero, tellsSelf),
      ...friendSlots(hero, friends, tellsSelf),
      ...premiseSlots(reading.premise),
      ...(reading.habit && { habit: reading.habit.past, habitthing: reading.habit.thing ?? 'thing' }),
      place: book.the,
      inplace: book.at,
      toplace: book.into,
      home: home.the,
      athome: home.at,
      ...spotSlots(spots),
      snare: random.fork('snare').pick(snaresOf(place)),
      ...wish.slots,
      find: found[0],
      afind: found[1],
    },
  };
  const present = new Set([hero, ...friends, ...more].map((member) => member.kind));
  const others = random.fork('others');
  const elders = book.elders.filter((kind) => !present.has(kind));
  const elder = others.pick(elders.length > 0 ? elders : ['owl']);
  const littles = book.littles.filter((kind) => !present.has(kind) && kind !== elder);
  const small = ['small', 'tiny', 'little'];
  stage.recast('n', { kind: elder, adjectives: [isPerson(elder) ? others.pick(['kind', 'old']) : 'old'] });
  stage.recast('l', {
    kind: others.pick(littles.length > 0 ? littles : ['moth']),
    adjectives: [others.pick(small)],
  });
  stage.recast('o', {
    kind: others.pick(
      ['bear', 'badger', 'goat', 'goose', 'fox', 'raven'].filter(
        (kind) => !present.has(kind) && kind !== elder,
      ),
    ),
    adjectives: [],
  });
  return stage;
}

/** Whom the plot brings in may be somebody of the story before; else nobody takes an id that is theirs. */
function meetAgain(
  member: Member,
  figure: Figure,
  known: readonly CharacterSheet[],
  others: readonly Member[],
): Member {
  if (known.length === 0) return member;
  const absent = known.filter((sheet) => others.every((other) => other.id !== sheet.id));
  const sheet = findSheet(absent, figure);
  if (sheet) return asKnown(member, sheet);
  return known.some(({ id }) => id === member.id) ? { ...member, id: `${member.id}-again` } : member;
}

/** Two foxes without names are two: pages point at ids. Those of an earlier story keep theirs. */
function keepIdsApart(members: readonly Member[], known: readonly CharacterSheet[]): void {
  const taken = new Set(known.map((sheet) => sheet.id));
  for (const member of members.filter((one) => !one.sheet)) {
    for (let count = 2; taken.has(member.id); count++)
      member.id = `${member.id.replace(/-\d+$/, '')}-${count}`;
    taken.add(member.id);
  }
}

const INVENTED: Partial<Record<Place, string[]>> = {
  underwater: ['turtle', 'seahorse', 'octopus', 'mermaid'],
  sea: ['pirate', 'dolphin', 'sailor', 'seal'],
  space: ['robot', 'astronaut', 'alien', 'star'],
  snow: ['penguin', 'hare', 'fox', 'girl'],
  farm: ['lamb', 'piglet', 'duckling', 'boy'],
  jungle: ['monkey', 'elephant', 'parrot', 'girl'],
  castle: ['princess', 'mouse', 'dragon', 'knight'],
  desert: ['camel', 'fox', 'girl'],
  sky: ['cloud', 'swallow', 'star'],
  'candy-land': ['girl', 'mouse', 'boy', 'bear'],
};

function inventHero(place: Place | undefined, random: Random): Figure {
  const kinds = (place && INVENTED[place]) ?? [
    'fox',
    'rabbit',
    'hedgehog',
    'bear',
    'girl',
    'boy',
    'squirrel',
    'otter',
    'mouse',
    'cat',
  ];
  const adjectives = random.pick([
    ['little'],
    ['curious', 'little'],
    ['cheerful', 'young'],
    ['small'],
    ['thoughtful', 'little'],
  ]);
  return { kind: random.pick(kinds), adjectives, count: 1, role: 'actor' };
}
