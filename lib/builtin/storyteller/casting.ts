import type { Place, Pronoun, StoryBrief } from '../../story/schema.ts';
import type { Random } from '../random.ts';
import { joinList, pluralOf, pronounForms, withArticle } from './grammar.ts';
import { isPerson, kindTraits, pronounOfKind } from './kinds.ts';
import { describeLooks } from './looks.ts';
import { chooseName } from './names.ts';
import { PLACE_BOOKS, type PlaceBook, type Spot } from './places.ts';
import type { Member, Stage } from './stage.ts';
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
  const place = choosePlace(reading, hero, random.fork('place'));
  const book = namedBook(PLACE_BOOKS[place], reading.placeName, place);
  const spots = random.fork('spots').shuffle(book.spots).slice(0, 3) as [Spot, Spot, Spot];
  const home = settleHome(chooseHome(hero, place, book), random.fork('home'));
  const wish = wordWish(reading.wish, place, brief.ageGroup, random.fork('wish'));
  const found = random.fork('find').pick(book.finds);

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
      const others = [hero, ...friends, ...Object.values(stage.cast)].filter(
        (other) => other !== stage.cast[key],
      );
      if (others.some((other) => other.id === member.id)) member.id = `${member.id}-${key}`;
      stage.cast[key] = member;
      Object.assign(stage.slots, memberSlots(key, member));
      return member;
    },
    wish,
    slots: {
      ...heroSlots(hero),
      ...friendSlots(hero, friends),
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
  const present = new Set([hero, ...friends].map((member) => member.kind));
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

const CHILD_WORDS =
  /^(daughter|son|brother|sister|kid|baby|toddler|twin|friend|cousin|niece|nephew|granddaughter|grandson|hero|pupil|student|schoolgirl|schoolboy)$/;

/** The noun a picture can show: a daughter is drawn as a girl. */
function drawableKind(kind: string | undefined, pronoun: Pronoun | undefined): string {
  if (kind && !CHILD_WORDS.test(kind)) return kind;
  const said = pronoun ?? (kind ? pronounOfKind(kind) : undefined);
  return said === 'she' ? 'girl' : said === 'he' ? 'boy' : 'child';
}

function makeMember(
  figure: Figure,
  role: 'hero' | 'companion',
  taken: string[],
  random: Random,
  beside?: Member,
): Member {
  const given = figure.pronoun ?? (figure.kind ? pronounOfKind(figure.kind) : undefined);
  // A second friend whose pronoun nobody knows takes the other one, so that "she" and "he" stay clear.
  const other: Pronoun | undefined =
    beside?.pronoun === 'she' ? 'he' : beside?.pronoun === 'he' ? 'she' : undefined;
  const pronoun = given ?? other ?? random.pick<Pronoun>(['she', 'he']);
  const kind = drawableKind(figure.kind, pronoun);
  const name = figure.name ?? chooseName(kind, pronoun, taken, random);
  const adjectives = figure.adjectives.filter((word) => word !== kind).slice(0, 2);
  const described = [...adjectives, kind].join(' ');
  const looks = describeLooks(
    { kind, pronoun, adjectives, ...(figure.outfit && { outfit: figure.outfit }) },
    random.fork('looks'),
  );
  const relation =
    figure.kind && /^(brother|sister|cousin|twin)$/.test(figure.kind) ? figure.kind : undefined;
  return {
    ...(relation && { relation }),
    id: slugOf(name, role),
    name,
    the: name,
    a: `${withArticle(described)} named ${name}`,
    kind,
    pronoun,
    adjectives,
    role,
    ...looks,
  };
}

const KIN =
  /^(grandpa|grandma|granny|nana|granddad|mom|mum|mommy|mummy|dad|daddy|mother|father|grandmother|grandfather)$/;

/** One's own family has no article: "Grandpa". */
function makeKin(kind: string, pronoun: Pronoun, random: Random): Member {
  const name = kind.charAt(0).toUpperCase() + kind.slice(1);
  const looks = describeLooks({ kind, pronoun, adjectives: [] }, random.fork('looks'));
  return {
    id: slugOf(kind, 'other'),
    name,
    the: name,
    a: name,
    kind,
    pronoun,
    adjectives: [],
    role: 'other',
    ...looks,
  };
}

/** Those the plot brings in go by their kind: "the old owl". A name from the prompt stays. */
function makeOther(figure: Figure, random: Random): Member {
  const kind = drawableKind(figure.kind, figure.pronoun);
  const pronoun = figure.pronoun ?? pronounOfKind(kind) ?? random.pick<Pronoun>(['she', 'he']);
  if (KIN.test(kind) && !figure.name) return makeKin(kind, pronoun, random);
  const adjectives = figure.adjectives.slice(0, 2);
  const described = [...adjectives, kind].join(' ');
  const name = figure.name ?? described.replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase());
  const looks = describeLooks({ kind, pronoun, adjectives }, random.fork('looks'));
  return {
    id: `${slugOf(kind, 'other')}`,
    name,
    the: figure.name ?? `the ${kind}`,
    a: figure.name ? `${withArticle(described)} named ${name}` : withArticle(described),
    kind,
    pronoun,
    adjectives,
    role: 'other',
    ...looks,
  };
}

function slugOf(name: string, fallback: string): string {
  const slug = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? fallback : slug;
}

/** What a small creature can be caught in, there. */
function snaresOf(place: Place): string[] {
  if (INDOORS.includes(place)) return ['in a tangle of string', 'behind a fallen book'];
  if (place === 'underwater' || place === 'sea') return ['in a tangle of weed', 'under a heavy shell'];
  if (place === 'space' || place === 'sky') return ['in a loop of loose rope', 'in a knot of kite string'];
  if (place === 'candy-land') return ['in a blob of toffee', 'under a fallen lollipop'];
  return ['under a fallen branch', 'in a tangle of thorns'];
}
export const INDOORS: readonly Place[] = [
  'house',
  'kitchen',
  'bedroom',
  'library',
  'school',
  'castle',
  'cave',
];

const WATER: readonly Place[] = ['beach', 'sea', 'underwater', 'river'];

function choosePlace(reading: PromptReading, hero: Member, random: Random): Place {
  const [hinted] = reading.places;
  // Nobody can save a whale in a forest.
  const inNeed = reading.needy?.kind ?? reading.newFriend?.kind;
  if (inNeed && kindTraits(inNeed).swims && !(hinted && WATER.includes(hinted)))
    return kindTraits(hero.kind).swims ? 'underwater' : 'beach';
  if (hinted) return hinted;
  const { places } = kindTraits(hero.kind);
  // The kind's own place is likelier, but not every mouse lives in a house.
  return random.chance(0.6) ? (places[0] as Place) : random.pick(places);
}

/** The prompt's own name for the place replaces the book's: "the candy galaxy". */
function namedBook(book: PlaceBook, placeName: string | undefined, place: Place): PlaceBook {
  if (!placeName) return book;
  const the = `the ${placeName}`;
  const inside = /^(in|on|at|under|by)\b/.exec(book.at)?.[0] ?? 'in';
  const preposition =
    /\b(galaxy|forest|wood|woods|garden|city|town|village|kingdom|castle|jungle|library|house|cave|park|school|zoo|museum|desert|sky|universe|ocean|sea|barn|palace|circus|attic|kitchen|rainforest|valley|meadow|tower|bakery|swamp|market|treehouse|cottage|mansion)$/.test(
      placeName,
    )
      ? place === 'underwater'
        ? 'under'
        : 'in'
      : /\b(moon|mars|planet|island|mountain|farm|beach|volcano|playground|reef|hill)$/.test(placeName)
        ? 'on'
        : inside;
  const named = placeName === 'mars' ? 'Mars' : the;
  const sameWord = book.the === the;
  return sameWord
    ? book
    : {
        ...book,
        the: named,
        at: `${preposition} ${named}`,
        into: preposition === 'on' ? `to ${named}` : `into ${named}`,
      };
}

/** Children live in houses; everybody else lives where the story is. */
function chooseHome(hero: Member, place: Place, book: PlaceBook): Spot {
  if (isPerson(hero.kind) && /^(forest|meadow|garden|jungle|cave|river|sky|library)$/.test(place)) {
    const beside: Partial<Record<Place, string>> = {
      forest: 'the forest',
      meadow: 'the meadow',
      garden: 'the garden',
      jungle: 'the jungle',
      cave: 'the hills',
      river: 'the river',
      sky: 'a windy hill',
      library: 'the library',
    };
    return {
      the: 'the little house',
      at: `in a little house beside ${beside[place]}`,
      scene: 'house',
      prop: 'door',
    };
  }
  return book.home;
}

/** A place has homes to choose from; the hero has one. */
function settleHome(home: Spot, random: Random): Spot {
  return {
    ...home,
    at: home.at.replace(/\[([^\]]*)\]/g, (_, homes: string) => random.pick(homes.split('|'))),
  };
}

function heroSlots(hero: Member): Record<string, string> {
  const forms = pronounForms(hero.pronoun);
  const traits = kindTraits(hero.kind);
  return {
    h: hero.name,
    ...forms,
    kind: hero.kind,
    intro: hero.a,
    /** "Pip the mouse", but never "Mia the girl". */
    hk: isPerson(hero.kind) ? hero.name : `${hero.name} the ${hero.kind}`,
    // "Mia was a girl" says nothing; a small word says a little.
    described: [
      ...(hero.adjectives.length > 0 ? hero.adjectives : [plainAdjective(hero.kind)]),
      hero.kind,
    ].join(' '),
    hand: traits.hand,
    hands: traits.hands,
    moved: traits.moved,
    cried: traits.cried,
  };
}

/** The slots of the companion whose turn it is to speak: with three friends, each gets a word. */
export function companionVoice(friends: readonly Member[], turn: number): Record<string, string> {
  const friend = friends[turn % Math.max(1, friends.length)];
  if (!friend) return {};
  const forms = pronounForms(friend.pronoun);
  return {
    f: friend.name,
    fhe: forms.he,
    fhim: forms.him,
    fhis: forms.his,
    fhimself: forms.himself,
    fkind: friend.kind,
  };
}

function friendSlots(hero: Member, friends: readonly Member[]): Record<string, string> {
  if (friends.length === 0) return { all: hero.name, starring: hero.a };
  return {
    ...companionVoice(friends, 0),
    starring: introduceTogether(hero, friends),
    friendline: friendLine(hero, friends),
    all: joinList([hero.name, ...friends.map((friend) => friend.name)]),
    friends: joinList(friends.map((friend) => friend.name)),
  };
}

function plainAdjective(kind: string): string {
  const { group } = kindTraits(kind);
  return ['woman', 'man', 'grown-up'].includes(group) ? 'cheerful' : 'little';
}

const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six'];

/** "two brothers named Tom and Ali", "a fox named Nova and a robot named Bip". */
function introduceTogether(hero: Member, friends: readonly Member[]): string {
  const all = [hero, ...friends];
  const relation = friends.every((friend) => friend.relation) ? friends[0]?.relation : undefined;
  if (all.every((one) => one.kind === hero.kind)) {
    const many = pluralOf(relation && relation === hero.relation ? relation : hero.kind);
    return `${COUNTS[all.length] ?? 'some'} ${[...hero.adjectives, many].join(' ')} named ${joinList(all.map((one) => one.name))}`;
  }
  return joinList(all.map((one) => (one !== hero && isPerson(one.kind) ? one.name : one.a)));
}

/** "a robot named Bip was her best friend", "his brother Ali was always at his side": a sentence without its ends. */
function friendLine(hero: Member, friends: readonly Member[]): string {
  const { his } = pronounForms(hero.pronoun);
  const [first] = friends;
  if (!first) return '';
  if (friends.length === 1) {
    return first.relation
      ? `${his} ${first.relation} ${first.name} went everywhere with ${pronounForms(hero.pronoun).him}`
      : `${first.a} was ${his} best friend`;
  }
  const kinds = new Set(friends.map((friend) => friend.kind));
  const names = joinList(friends.map((friend) => friend.name));
  if (friends.every((friend) => friend.relation))
    return `${names} went everywhere with ${pronounForms(hero.pronoun).him}`;
  return kinds.size === 1 && kinds.has(hero.kind)
    ? `${his} best friends were called ${names}`
    : `${his} best friends were ${joinList(friends.map((friend) => (isPerson(friend.kind) ? friend.name : `${friend.name} the ${friend.kind}`)))}`;
}

function memberSlots(key: string, member: Member): Record<string, string> {
  const forms = pronounForms(member.pronoun);
  return {
    [key]: member.the,
    [`a${key}`]: member.a,
    [`${key}he`]: forms.he,
    [`${key}him`]: forms.him,
    [`${key}his`]: forms.his,
    [`${key}kind`]: member.kind,
    [`${key}cried`]: kindTraits(member.kind).cried,
  };
}

function spotSlots(spots: readonly Spot[]): Record<string, string> {
  return Object.fromEntries(
    spots.flatMap((one, index) => [
      [`s${index + 1}`, one.the],
      [`ats${index + 1}`, one.at],
      [`prop${index + 1}`, one.prop],
    ]),
  );
}
