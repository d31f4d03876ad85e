import { describe, expect, it } from 'vitest';
import { findBird } from '../characters/birds.ts';
import { createCastMember } from '../characters/cast.ts';
import { findRole } from '../characters/find-role.ts';
import { findSpecies } from '../characters/find-species.ts';
import { findThing } from '../characters/things.ts';
import { createSheet } from '../sample-depiction.ts';
import { getIconStore } from './icon-store.ts';
import { PROPS } from './prop-table.ts';
import { canDraw, findIcon, singularForms } from './vocabulary.ts';

const icons = getIconStore();

/** Story nouns and the icon that is right for them. */
const NOUNS: Record<string, string> = {
  cheese: 'cheese-wedge',
  apple: 'red-apple',
  apples: 'red-apple',
  pear: 'pear',
  banana: 'banana',
  cherries: 'cherries',
  strawberry: 'strawberry',
  carrot: 'carrot',
  pumpkin: 'jack-o-lantern',
  mushroom: 'mushroom',
  bread: 'bread',
  cake: 'birthday-cake',
  cupcake: 'cupcake',
  pie: 'pie',
  cookie: 'cookie',
  honey: 'honey-pot',
  jam: 'jar',
  milk: 'glass-of-milk',
  tea: 'hot-beverage',
  teapot: 'teapot',
  soup: 'pot-of-food',
  pizza: 'pizza',
  popcorn: 'popcorn',
  egg: 'egg',
  fish: 'fish',
  chocolate: 'chocolate-bar',
  lollipop: 'lollipop',
  'ice cream': 'soft-ice-cream',
  doughnut: 'doughnut',
  pancakes: 'pancakes',
  key: 'old-key',
  'golden key': 'old-key',
  coin: 'coin',
  ring: 'ring',
  pearl: 'oyster',
  acorn: 'chestnut',
  feather: 'feather',
  shell: 'spiral-shell',
  seed: 'seedling',
  bone: 'bone',
  compass: 'compass',
  bell: 'bell',
  book: 'closed-book',
  letter: 'envelope',
  map: 'world-map',
  'treasure map': 'world-map',
  scroll: 'scroll',
  lantern: 'red-paper-lantern',
  candle: 'candle',
  torch: 'flashlight',
  clock: 'mantelpiece-clock',
  telescope: 'telescope',
  camera: 'camera',
  gem: 'gem-stone',
  crown: 'crown',
  wand: 'magic-wand',
  'crystal ball': 'crystal-ball',
  potion: 'alembic',
  mirror: 'mirror',
  present: 'wrapped-gift',
  box: 'package',
  basket: 'basket',
  backpack: 'backpack',
  umbrella: 'umbrella',
  bucket: 'bucket',
  broom: 'broom',
  hammer: 'hammer',
  rope: 'knot',
  yarn: 'yarn',
  nest: 'nest-with-eggs',
  sword: 'dagger',
  shield: 'shield',
  anchor: 'anchor',
  chair: 'chair',
  bed: 'bed',
  ladder: 'ladder',
  door: 'door',
  phone: 'telephone',
  ball: 'soccer-ball',
  'teddy bear': 'teddy-bear',
  doll: 'nesting-dolls',
  kite: 'kite',
  balloon: 'balloon',
  puzzle: 'puzzle-piece',
  drum: 'drum',
  trumpet: 'trumpet',
  violin: 'violin',
  guitar: 'guitar',
  flute: 'flute',
  sled: 'sled',
  skateboard: 'skateboard',
  bicycle: 'bicycle',
  paintbrush: 'paintbrush',
  crayon: 'crayon',
  scarf: 'scarf',
  hat: 'top-hat',
  boots: 'hiking-boot',
  mittens: 'gloves',
  glasses: 'glasses',
  car: 'automobile',
  bus: 'bus',
  train: 'locomotive',
  tractor: 'tractor',
  truck: 'pickup-truck',
  'fire engine': 'fire-engine',
  boat: 'sailboat',
  ship: 'ship',
  rocket: 'rocket',
  spaceship: 'rocket',
  airplane: 'small-airplane',
  helicopter: 'helicopter',
  submarine: 'speedboat',
  flower: 'blossom',
  rose: 'rose',
  tulip: 'tulip',
  sunflower: 'sunflower',
  leaf: 'maple-leaf',
  leaves: 'maple-leaf',
  tree: 'deciduous-tree',
  'christmas tree': 'christmas-tree',
  cactus: 'cactus',
  rainbow: 'rainbow',
  star: 'glowing-star',
  comet: 'shooting-star',
  planet: 'ringed-planet',
  snowman: 'snowman',
  fire: 'fire',
  rock: 'rock',
  volcano: 'volcano',
  whale: 'spouting-whale',
  dolphin: 'dolphin',
  octopus: 'octopus',
  crab: 'crab',
  butterfly: 'butterfly',
  bee: 'honeybee',
  ladybird: 'lady-beetle',
  snail: 'snail',
  spider: 'spider',
  frog: 'frog',
  owl: 'owl',
  horse: 'horse',
  cow: 'cow',
  sheep: 'ewe',
  pig: 'pig',
  chicken: 'chicken',
  elephant: 'elephant',
  giraffe: 'giraffe',
  lion: 'lion',
  castle: 'castle',
  house: 'house-with-garden',
  tent: 'tent',
  robot: 'robot',
};

describe('story nouns', () => {
  it.each(Object.entries(NOUNS))('%s is drawn as %s', (noun, icon) => {
    expect(findIcon(noun, icons)?.name).toBe(icon);
  });

  it('covers at least 120 nouns, each with an icon that exists', () => {
    expect(Object.keys(NOUNS).length).toBeGreaterThanOrEqual(120);
    const missing = [...PROPS].filter(([, entry]) => !canDraw(entry.icon, icons)).map(([noun]) => noun);
    expect(missing).toEqual([]);
  });

  it.each(['zorble', 'happiness', 'button up', 'moment', 'idea', 'night', 'o'])(
    '%s draws nothing rather than something wrong',
    (noun) => {
      const found = findIcon(noun, icons);
      expect(found === undefined || !/button$|symbol|square|face/.test(found.name)).toBe(true);
      if (noun !== 'button up') expect(found).toBeUndefined();
    },
  );

  it('knows singular forms', () => {
    expect(singularForms('berries')).toContain('berry');
    expect(singularForms('leaves')).toContain('leaf');
    expect(singularForms('boxes')).toContain('box');
    expect(singularForms('glass')).toEqual(['glass']);
  });
});

const PEOPLE =
  'girl boy child baby woman man mother father grandma grandpa king queen prince princess knight wizard witch fairy elf gnome giant mermaid pirate astronaut superhero chef farmer detective police firefighter doctor teacher scientist artist baker builder sailor captain pilot explorer cowboy ninja clown dancer librarian gardener'.split(
    ' ',
  );
const ANIMALS =
  'mouse rat hamster rabbit squirrel hedgehog mole fox wolf raccoon badger skunk cat kitten tiger leopard lion dog puppy bear panda koala monkey gorilla sloth beaver otter pig cow horse pony donkey zebra unicorn giraffe deer moose goat sheep elephant hippo kangaroo frog turtle lizard crocodile dinosaur dragon bat monster'.split(
    ' ',
  );
const BIRDS =
  'bird robin owl penguin chick duck duckling swan goose hen rooster crow pigeon parrot eagle flamingo peacock'.split(
    ' ',
  );
const THINGS =
  'cloud star moon train car bus boat rocket balloon kite teapot candle book clock tree flower mushroom apple cupcake cookie snowflake raindrop snowman'.split(
    ' ',
  );

describe('kinds of characters', () => {
  it.each(PEOPLE)('a %s is a drawn person', (kind) => expect(findRole(kind)).toBeDefined());
  it.each(ANIMALS)('a %s is a drawn animal', (kind) => expect(findSpecies(kind)).toBeDefined());
  it.each(BIRDS)('a %s is a drawn bird', (kind) => expect(findBird(kind)).toBeDefined());
  it.each(THINGS)('a %s is a living thing', (kind) => expect(findThing(kind)).toBeDefined());

  it.each(['zorblax', 'quibblefinch keeper', 'nonsense', ''])('an unknown "%s" is still somebody', (kind) => {
    for (const pronoun of ['it', 'she', 'they'] as const) {
      expect(createCastMember(createSheet(kind || 'x', { kind, pronoun }), icons).size).toBeGreaterThan(0.4);
    }
  });

  it('takes the last word of a name for what somebody is', () => {
    expect(findRole('mouse king')).toBe(findRole('king'));
    expect(findSpecies('grumpy old bear')?.name).toBe('bear');
  });
});
