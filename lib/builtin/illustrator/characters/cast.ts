import type { CharacterSheet, Mood } from '../../../story/schema.ts';
import { createRandom, hashSeed, type Random } from '../../random.ts';
import { darken, lighten } from '../colour.ts';
import { drawIcon } from '../icons/draw-icon.ts';
import type { IconStore } from '../icons/icon-store.ts';
import { findIcon } from '../icons/vocabulary.ts';
import type { Painter } from '../painter.ts';
import { animalBody, drawAnimal } from './animal.ts';
import { drawBird } from './bird.ts';
import { findBird } from './birds.ts';
import { BUILDS, type Garment } from './body.ts';
import type { Figure } from './figure.ts';
import { findRole } from './find-role.ts';
import { findSpecies } from './find-species.ts';
import { type Outfit, readOutfit } from './outfit.ts';
import { drawPerson } from './person.ts';
import type { HairStyle, Role } from './person-looks.ts';
import { choosePose } from './pose.ts';
import { SPECIES } from './species.ts';
import { drawGhost, drawRobot, drawThing } from './thing.ts';
import { findThing, THINGS } from './things.ts';

/** How somebody looks on every page: decided by the sheet alone, never by the page. */
export type CastMember = {
  sheet: CharacterSheet;
  /** Height beside a child's 1. */
  size: number;
  draw(mood: Mood, turn: number, painter: Painter): Figure;
};

const SKINS = ['#f6cfae', '#eebc92', '#d99e6f', '#b97a4e', '#94593a', '#f9dcc4'];
const HAIR = ['#3a2a2e', '#5b3a29', '#8a5530', '#c98a3f', '#e3b566', '#a8452e'];
const GIRLS_HAIR: readonly HairStyle[] = ['bob', 'long', 'pigtails', 'bun', 'curls', 'ponytail', 'braids'];
const BOYS_HAIR: readonly HairStyle[] = ['short', 'tousled', 'spiky', 'side', 'curls'];

export function createCastMember(sheet: CharacterSheet, icons: IconStore): CastMember {
  const kind = sheet.kind
    .toLowerCase()
    .replace(/[^a-z -]/g, '')
    .trim();
  const random = createRandom(`${sheet.seed}/${sheet.id}/${kind}`);
  const words = `${sheet.outfit}`.toLowerCase();
  const wear = readOutfit(words, random);
  const turnOffset = hashSeed(sheet.id) % 3;

  if (/\brobot|android|droid/.test(kind)) {
    return member(sheet, 0.86, turnOffset, (mood, turn, painter) =>
      drawRobot(wear.main, wear.second, mood, turn, choosePose(mood, turn), painter),
    );
  }
  if (/\bghost|spirit|spook/.test(kind)) {
    return member(sheet, 0.8, turnOffset, (mood, turn, painter) =>
      drawGhost(wear.main, mood, turn, choosePose(mood, turn), painter),
    );
  }
  const role = findRole(kind);
  const bird = findBird(kind);
  const species = kind === 'bee' ? undefined : findSpecies(kind);
  const thing = findThing(kind);
  // The last word of a name is what somebody is: a "mouse king" is a king, a "king mouse" a mouse.
  const isLast = (find: (word: string) => unknown) => find(kind.split(' ').at(-1) ?? kind) !== undefined;
  if (role && (isLast(findRole) || !(bird || species || thing)))
    return createPerson(sheet, role, wear, random, turnOffset, words);
  if (species) {
    const garment =
      wear.garment ??
      (species.species.mark === 'wings' ||
      species.species.mark === 'plates' ||
      species.species.mark === 'shell' ||
      species.species.mark === 'wool'
        ? 'bare'
        : random.pick<Garment>(['vest', 'sweater', 'bare', 'shirt']));
    const scarf = wear.scarf || garment === 'bare' ? wear.main : undefined;
    const look = {
      species: species.species,
      body: animalBody(species.species, {
        garment: wear.scarf && !wear.garment ? 'bare' : garment,
        main: wear.main,
        second: wear.second,
        shoes: wear.shoes,
      }),
      hat: wear.hat,
      scarf,
      glasses: wear.glasses,
      cape: wear.cape ? wear.main : undefined,
    };
    return member(sheet, species.species.size, turnOffset, (mood, turn, painter) =>
      drawAnimal(look, mood, turn, choosePose(mood, turn), painter),
    );
  }
  if (bird) {
    const look = { bird, accent: wear.main, second: wear.second, hat: wear.hat };
    return member(sheet, bird.size, turnOffset, (mood, turn, painter) =>
      drawBird(look, mood, turn, choosePose(mood, turn), painter),
    );
  }
  if (thing) {
    return member(sheet, thing.size, turnOffset, (mood, turn) =>
      drawThing(thing, mood, turn, choosePose(mood, turn), icons),
    );
  }
  const icon = findIcon(kind, icons);
  if (icon?.category === 'creature') return createIconActor(sheet, icon.name, kind, icons);
  if (icon && icon.category !== 'person') {
    const living = { icon: icon.name, face: { x: 0.5, y: 0.55, size: 0.8 }, size: 0.64 };
    return member(sheet, living.size, turnOffset, (mood, turn) =>
      drawThing(living, mood, turn, choosePose(mood, turn), icons),
    );
  }
  return createUnknown(sheet, wear, random, turnOffset, words, icons);
}

/** Kinds nobody knows: "it" is a gentle creature of its own colour, everybody else a person. */
function createUnknown(
  sheet: CharacterSheet,
  wear: Outfit,
  random: Random,
  turnOffset: number,
  words: string,
  icons: IconStore,
): CastMember {
  if (sheet.pronoun === 'it' && /thing|object|machine|toy/.test(sheet.description)) {
    const thing = THINGS.thing ?? Object.values(THINGS)[0];
    if (thing)
      return member(sheet, thing.size, turnOffset, (mood, turn) =>
        drawThing(thing, mood, turn, choosePose(mood, turn), icons),
      );
  }
  if (sheet.pronoun === 'it') {
    const base = SPECIES.animal;
    if (base) {
      const fur = random.pick(['#b98f6c', '#8fb0c9', '#a99bd0', '#9cc08a', '#e0a878']);
      const species = { ...base, fur, belly: lighten(fur, 0.55), inner: lighten(fur, 0.3) };
      const look = {
        species,
        body: animalBody(species, {
          garment: wear.garment ?? 'vest',
          main: wear.main,
          second: wear.second,
          shoes: wear.shoes,
        }),
        hat: wear.hat,
        scarf: wear.scarf ? wear.main : undefined,
        glasses: wear.glasses,
      };
      return member(sheet, species.size, turnOffset, (mood, turn, painter) =>
        drawAnimal(look, mood, turn, choosePose(mood, turn), painter),
      );
    }
  }
  return createPerson(sheet, { build: BUILDS.child }, wear, random, turnOffset, words);
}

function createPerson(
  sheet: CharacterSheet,
  role: Role,
  wear: Outfit,
  random: Random,
  turnOffset: number,
  words: string,
): CastMember {
  const told = `${words} ${sheet.description.toLowerCase()}`;
  const female =
    (role.pronoun ?? sheet.pronoun) === 'she' || (sheet.pronoun === 'she' && role.pronoun === undefined);
  const skin = role.skin ?? random.pick(SKINS);
  const hairPick = random.pick(
    role.hair ??
      (female
        ? GIRLS_HAIR
        : sheet.pronoun === 'they'
          ? (['bob', 'curls', 'tousled', 'short'] as const)
          : BOYS_HAIR),
  );
  const hair: HairStyle = /\bcurl/.test(told)
    ? 'curls'
    : /\bbraid|plait/.test(told)
      ? 'braids'
      : /\bpigtail/.test(told)
        ? 'pigtails'
        : /\bponytail/.test(told)
          ? 'ponytail'
          : hairPick;
  const hairTold =
    /(black|brown|blond\w*|golden|red|ginger|grey|gray|white|silver|auburn|dark) (?:curly |long |short |wavy |messy )?(?:hair|curls|braids|pigtails)/.exec(
      told,
    )?.[1];
  const hairColours: Record<string, string> = {
    black: '#2f2630',
    brown: '#6b4129',
    golden: '#e3b566',
    red: '#b5502e',
    ginger: '#d0692f',
    grey: '#b9b6bf',
    gray: '#b9b6bf',
    white: '#efecf0',
    silver: '#cfd0d8',
    auburn: '#8f4229',
    dark: '#3a2a2e',
  };
  const hairColour =
    (hairTold?.startsWith('blond') ? '#ecc877' : hairTold ? hairColours[hairTold] : undefined) ??
    role.hairColour ??
    random.pick(HAIR);
  const main = wear.named[0] ?? role.main ?? wear.main;
  const second = wear.named[1] ?? role.second ?? wear.second;
  const garment =
    wear.garment ??
    role.garment ??
    (female
      ? random.pick<Garment>(['dress', 'dress', 'overalls', 'sweater'])
      : random.pick<Garment>(['shirt', 'overalls', 'sweater', 'coat']));
  const hat = wear.hat !== 'none' ? wear.hat : (role.hat ?? 'none');
  const look = {
    body: {
      build: role.build,
      skin,
      garment,
      main,
      second,
      shoes: wear.shoes,
      paws: false,
      hasLegs: role.tail !== true,
    },
    hair: hat === 'knight' || hat === 'hood' ? ('short' as const) : hair,
    hairColour,
    hat,
    role,
    scarf: wear.scarf ? main : undefined,
    glasses: wear.glasses || role.glasses === true,
    cape:
      wear.cape || role.cape
        ? wear.cape
          ? main
          : second === '#f0c14b'
            ? darken(main, 0.15)
            : second
        : undefined,
  };
  const sizes = new Map<object, number>([
    [BUILDS.child, 0.95],
    [BUILDS.adult, 1.2],
    [BUILDS.elder, 1.08],
    [BUILDS.baby, 0.66],
  ]);
  return member(sheet, role.size ?? sizes.get(role.build) ?? 1, turnOffset, (mood, turn, painter) =>
    drawPerson(look, mood, turn, choosePose(mood, turn), painter),
  );
}

/** Swimmers, insects and other creatures the icons show whole. They do not change with the mood. */
function createIconActor(sheet: CharacterSheet, icon: string, kind: string, icons: IconStore): CastMember {
  const swims = /whale|fish|dolphin|shark|octopus|squid|jelly|seal|lobster|shrimp|oyster|blowfish/.test(icon);
  const flies =
    /bee|butterfly|bug|beetle|moth|fly|mosquito|bird|phoenix/.test(icon) || /dragonfly/.test(kind);
  const tiny = /ant|bee|butterfly|bug|beetle|snail|worm|cricket|fly|mosquito|spider|scorpion/.test(icon);
  const huge = /whale|sauropod|t-rex|shark/.test(icon);
  return {
    sheet,
    size: huge ? 1.2 : tiny ? 0.46 : 0.7,
    // Fluent's animals look to the left; ours look to the right.
    draw: () => ({
      svg: drawIcon(icons, icon, { x: 0, y: flies ? -50 : 0, size: 190, flip: true }),
      height: flies ? 240 : 190,
      halfWidth: 95,
      head: { y: -110, radius: 90 },
      hovers: flies,
      swims,
    }),
  };
}

const member = (
  sheet: CharacterSheet,
  size: number,
  turnOffset: number,
  draw: CastMember['draw'],
): CastMember => ({
  sheet,
  size,
  draw: (mood, turn, painter) => draw(mood, turn + turnOffset, painter),
});
