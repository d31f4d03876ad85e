import type { Place, StoryBrief } from '../../story/schema.ts';
import type { Random } from '../random.ts';
import { chooseHome, choosePlace, namedBook, settleHome, snaresOf } from './choose-place.ts';
import { isPerson } from './kinds.ts';
import { makeMember, makeOther } from './make-member.ts';
import { chooseManner } from './manner/manner.ts';
import { PLACE_BOOKS, type Spot } from './places.ts';
import type { Member, Stage } from './stage.ts';
import { friendSlots, heroSlots, memberSlots, spotSlots } from './story-slots.ts';
import type { Figure, PromptReading } from './understand-prompt/prompt-reading.ts';
import { wordWish } from './wishes.ts';

/** Fills what the prompt left open: who the hero is, what everybody is called and looks like, and where it all happens. */
export function setStage(reading: PromptReading, brief: StoryBrief, random: Random): Stage {
  const hinted = reading.places[0];
  const heroFigure = reading.hero ?? inventHero(hinted, random.fork('hero'));
  const hero = makeMember(heroFigure, 'hero', [], random.fork('hero member'));
  const taken = [hero.name, ...reading.companions.flatMap((one) => one.name ?? [])];
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
  keepIdsApart([hero, ...friends, ...more]);
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
      const member = makeOther(figure, random.fork(`cast ${key} ${someone.kind}`));
      const others = [hero, ...friends, ...more, ...Object.values(stage.cast)].filter(
        (other) => other !== stage.cast[key],
      );
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

/** Two foxes without names are two: pages point at ids. */
function keepIdsApart(members: readonly Member[]): void {
  const taken = new Set<string>();
  for (const member of members) {
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
