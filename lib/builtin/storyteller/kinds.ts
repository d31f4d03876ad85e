import type { Place } from '../../story/schema.ts';
import { pluralOf } from './grammar.ts';

/** What the storyteller knows about every sort of creature and thing that can be somebody in a story. */

export type KindGroup =
  | 'girl'
  | 'boy'
  | 'child'
  | 'woman'
  | 'man'
  | 'grown-up'
  | 'small-animal'
  | 'pet'
  | 'big-animal'
  | 'bird'
  | 'fish'
  | 'insect'
  | 'reptile'
  | 'dinosaur'
  | 'dragon'
  | 'robot'
  | 'vehicle'
  | 'sky-thing'
  | 'plant'
  | 'spirit'
  | 'fairy'
  | 'mermaid'
  | 'toy'
  | 'food'
  | 'object';

export type KindTraits = {
  group: KindGroup;
  /** What they hold things with: one, and both. */
  hand: string;
  hands: string;
  /** How they get about (past tense, usable as "… along the path"), and how they make themselves heard. */
  moved: string;
  cried: string;
  /** Where one usually lives, best first. */
  places: readonly Place[];
  flies: boolean;
  swims: boolean;
  small: boolean;
};

type GroupFacts = Omit<KindTraits, 'group' | 'places'> & { places: Place[]; kinds: string };

const nothing = { flies: false, swims: false, small: false };
const person = { ...nothing, hand: 'hand', hands: 'hands', moved: '[ran|walked]', cried: 'cried' };
const GROUPS: Record<KindGroup, GroupFacts> = {
  girl: {
    ...person,
    places: ['village', 'garden', 'forest', 'beach', 'city'],
    kinds: 'girl daughter sister niece schoolgirl granddaughter princess ballerina cowgirl lass',
  },
  boy: {
    ...person,
    places: ['village', 'garden', 'forest', 'beach', 'city'],
    kinds: 'boy son brother nephew schoolboy grandson prince cowboy lad',
  },
  child: {
    ...person,
    places: ['village', 'garden', 'forest', 'beach', 'city'],
    kinds:
      'child kid baby toddler twin sibling friend cousin pirate astronaut explorer inventor detective superhero ninja knight pupil student scout dancer singer painter viking hero elf gnome dwarf giant acrobat clown juggler',
  },
  woman: {
    ...person,
    places: ['village', 'farm', 'city'],
    kinds:
      'woman grandma grandmother granny mother mum mom mommy mummy aunt auntie queen witch lady nana sorceress',
  },
  man: {
    ...person,
    places: ['village', 'farm', 'city'],
    kinds:
      'man grandpa grandfather granddad father dad daddy uncle king wizard magician snowman scarecrow fisherman policeman fireman mailman postman santa',
  },
  'grown-up': {
    ...person,
    places: ['village', 'farm', 'city'],
    kinds:
      'teacher doctor nurse baker farmer gardener sailor captain chef cook tailor shoemaker librarian firefighter musician blacksmith clockmaker scientist builder painter beekeeper lighthouse-keeper shepherd miller zookeeper dentist pilot driver neighbour neighbor carpenter potter janitor engineer mechanic lumberjack archaeologist',
  },
  'small-animal': {
    ...nothing,
    hand: 'paw',
    hands: 'paws',
    moved: '[scampered|scurried|pattered]',
    cried: 'squeaked',
    small: true,
    places: ['forest', 'meadow', 'garden'],
    kinds:
      'mouse hedgehog squirrel rabbit bunny hare hamster mole rat vole shrew chipmunk dormouse gerbil weasel ferret otter raccoon meerkat lemur mongoose beaver badger skunk possum fox bat guinea-pig',
  },
  pet: {
    ...nothing,
    hand: 'paw',
    hands: 'paws',
    moved: '[trotted|bounded|padded]',
    cried: 'called',
    places: ['village', 'garden', 'farm'],
    kinds: 'dog puppy cat kitten pup kitty poodle labrador corgi dachshund terrier',
  },
  'big-animal': {
    ...nothing,
    hand: 'paw',
    hands: 'paws',
    moved: '[trotted|trundled|plodded]',
    cried: 'called',
    places: ['meadow', 'forest', 'jungle'],
    kinds:
      'bear cub lion tiger elephant giraffe zebra hippo hippopotamus rhino rhinoceros monkey gorilla chimpanzee ape panda koala kangaroo wolf deer fawn moose reindeer horse pony foal donkey cow calf sheep lamb goat pig piglet camel llama alpaca leopard cheetah panther jaguar lynx buffalo bison yak sloth anteater armadillo wombat platypus unicorn pegasus walrus boar bull ox mammoth polar-bear',
  },
  bird: {
    ...nothing,
    hand: 'wing',
    hands: 'wings',
    moved: '[fluttered|hopped|flapped]',
    cried: 'chirped',
    flies: true,
    small: true,
    places: ['forest', 'sky', 'garden'],
    kinds:
      'bird owl robin sparrow eagle hawk falcon parrot penguin duck duckling goose gosling swan chick chicken hen rooster turkey peacock flamingo pelican seagull gull puffin crow raven magpie pigeon dove hummingbird woodpecker toucan stork heron ostrich kiwi swallow finch wren owlet phoenix emu cockatoo nightingale',
  },
  fish: {
    ...nothing,
    hand: 'fin',
    hands: 'fins',
    moved: '[swam|glided|darted]',
    cried: 'called',
    swims: true,
    places: ['underwater', 'sea'],
    kinds:
      'fish goldfish clownfish whale dolphin shark octopus squid seahorse starfish jellyfish crab lobster shrimp seal narwhal orca manatee ray stingray eel pufferfish turtle sea-turtle salmon guppy clam oyster',
  },
  insect: {
    ...nothing,
    hand: 'leg',
    hands: 'legs',
    moved: '[buzzed|bustled|whirred]',
    cried: 'called',
    flies: true,
    small: true,
    places: ['garden', 'meadow', 'forest'],
    kinds:
      'bee bumblebee butterfly ladybird ladybug ant beetle firefly dragonfly moth grasshopper cricket spider caterpillar snail worm wasp mosquito fly glow-worm slug inchworm centipede',
  },
  reptile: {
    ...nothing,
    hand: 'foot',
    hands: 'feet',
    moved: '[crept|hopped|wriggled]',
    cried: 'called',
    places: ['river', 'jungle', 'meadow'],
    kinds:
      'frog toad lizard snake gecko crocodile alligator tortoise chameleon salamander newt tadpole iguana axolotl python',
  },
  dinosaur: {
    ...nothing,
    hand: 'claw',
    hands: 'claws',
    moved: '[stomped|thumped|trotted]',
    cried: 'roared',
    places: ['jungle', 'mountain', 'river'],
    kinds:
      'dinosaur dino t-rex triceratops stegosaurus brontosaurus diplodocus brachiosaurus velociraptor raptor pterodactyl tyrannosaurus ankylosaurus trex',
  },
  dragon: {
    ...nothing,
    hand: 'claw',
    hands: 'claws',
    moved: '[flapped|swooped|stomped]',
    cried: 'rumbled',
    flies: true,
    places: ['mountain', 'castle', 'cave'],
    kinds: 'dragon griffin wyvern',
  },
  robot: {
    ...nothing,
    hand: 'hand',
    hands: 'hands',
    moved: '[rolled|whirred|clanked]',
    cried: 'beeped',
    places: ['city', 'space', 'village'],
    kinds: 'robot android drone computer',
  },
  vehicle: {
    ...nothing,
    hand: 'wheel',
    hands: 'wheels',
    moved: '[rolled|rattled|chugged]',
    cried: 'tooted',
    places: ['village', 'city', 'mountain'],
    kinds:
      'train car bus truck tractor boat ship submarine plane airplane aeroplane helicopter rocket spaceship bicycle bike digger excavator bulldozer tram van taxi ambulance fire-truck fire-engine scooter sailboat tugboat locomotive lorry spacecraft crane hot-air-balloon',
  },
  'sky-thing': {
    ...nothing,
    hand: 'edge',
    hands: 'edges',
    moved: '[drifted|floated|sailed]',
    cried: 'called',
    flies: true,
    places: ['sky', 'mountain', 'meadow'],
    kinds:
      'star cloud moon sun raindrop snowflake comet rainbow planet wind breeze moonbeam sunbeam balloon kite bubble thundercloud shooting-star',
  },
  plant: {
    ...nothing,
    hand: 'leaf',
    hands: 'leaves',
    moved: '[swayed|shuffled|tottered]',
    cried: 'called',
    places: ['garden', 'meadow', 'forest'],
    kinds:
      'tree flower seed acorn sunflower mushroom cactus leaf daisy rose pumpkin pine oak sapling dandelion tulip bean',
  },
  spirit: {
    ...nothing,
    hand: 'hand',
    hands: 'hands',
    moved: '[floated|drifted|tiptoed]',
    cried: 'called',
    places: ['castle', 'forest', 'house'],
    kinds:
      'ghost monster alien yeti troll ogre goblin creature beast vampire zombie mummy skeleton shadow phantom bigfoot sasquatch martian werewolf kraken cyclops',
  },
  fairy: {
    ...nothing,
    hand: 'hand',
    hands: 'hands',
    moved: '[fluttered|flew|flitted]',
    cried: 'called',
    flies: true,
    small: true,
    places: ['forest', 'garden', 'meadow'],
    kinds: 'fairy pixie sprite angel tooth-fairy genie',
  },
  mermaid: {
    ...nothing,
    hand: 'hand',
    hands: 'hands',
    moved: '[swam|glided|darted]',
    cried: 'called',
    swims: true,
    places: ['underwater', 'sea'],
    kinds: 'mermaid merman',
  },
  toy: {
    ...nothing,
    hand: 'hand',
    hands: 'hands',
    moved: '[tiptoed|hopped|bounced]',
    cried: 'called',
    small: true,
    places: ['bedroom', 'house', 'garden'],
    kinds: 'doll teddy teddy-bear puppet toy marionette nutcracker plushie rocking-horse',
  },
  food: {
    ...nothing,
    hand: 'hand',
    hands: 'hands',
    moved: '[rolled|hopped|bounced]',
    cried: 'called',
    small: true,
    places: ['kitchen', 'garden', 'village'],
    kinds:
      'cookie cupcake muffin pancake apple banana pear potato carrot tomato lemon strawberry gingerbread-man donut doughnut pizza taco pickle onion waffle marshmallow noodle dumpling avocado sandwich bagel egg watermelon broccoli',
  },
  object: {
    ...nothing,
    hand: 'side',
    hands: 'sides',
    moved: '[hopped|wobbled|bounced]',
    cried: 'called',
    small: true,
    places: ['house', 'village', 'city'],
    kinds:
      'toaster teapot lamp clock umbrella sock shoe spoon pencil crayon book broom button lantern pillow blanket chair bell mirror hat boot mitten teacup key lighthouse house violin drum piano guitar trumpet candle bottle paintbrush suitcase backpack kettle snow-globe snowglobe ball fork slipper',
  },
};

/** Homes that differ from the group's. */
const OWN_PLACES: Record<string, Place[]> = {
  mouse: ['house', 'kitchen', 'meadow'],
  rat: ['city', 'house'],
  hamster: ['bedroom', 'house'],
  otter: ['river', 'sea'],
  beaver: ['river', 'forest'],
  bat: ['cave', 'forest'],
  fox: ['forest', 'meadow'],
  meerkat: ['desert'],
  lemur: ['jungle'],
  lion: ['meadow', 'desert'],
  tiger: ['jungle'],
  elephant: ['meadow', 'jungle'],
  monkey: ['jungle'],
  gorilla: ['jungle'],
  sloth: ['jungle'],
  panda: ['forest', 'mountain'],
  koala: ['forest'],
  hippo: ['river'],
  horse: ['farm', 'meadow'],
  pony: ['farm', 'meadow'],
  donkey: ['farm'],
  cow: ['farm'],
  calf: ['farm'],
  sheep: ['farm', 'meadow'],
  lamb: ['farm', 'meadow'],
  pig: ['farm'],
  piglet: ['farm'],
  hen: ['farm'],
  chicken: ['farm'],
  chick: ['farm'],
  rooster: ['farm'],
  goat: ['mountain', 'farm'],
  camel: ['desert'],
  llama: ['mountain'],
  reindeer: ['snow'],
  'polar-bear': ['snow'],
  penguin: ['snow'],
  walrus: ['snow', 'sea'],
  yeti: ['snow', 'mountain'],
  snowman: ['snow'],
  snowflake: ['snow', 'sky'],
  seal: ['snow', 'sea'],
  unicorn: ['meadow', 'forest'],
  parrot: ['jungle'],
  toucan: ['jungle'],
  seagull: ['beach', 'sea'],
  gull: ['beach', 'sea'],
  puffin: ['beach', 'sea'],
  pelican: ['beach'],
  flamingo: ['river'],
  crab: ['beach', 'underwater'],
  turtle: ['beach', 'sea'],
  'sea-turtle': ['underwater', 'beach'],
  duck: ['river', 'farm'],
  duckling: ['river', 'farm'],
  swan: ['river'],
  frog: ['river', 'meadow'],
  cactus: ['desert'],
  pirate: ['sea', 'beach'],
  sailor: ['sea', 'beach'],
  boat: ['sea', 'river'],
  ship: ['sea'],
  tugboat: ['sea', 'beach'],
  sailboat: ['sea', 'beach'],
  submarine: ['underwater'],
  lighthouse: ['beach', 'sea'],
  rocket: ['space'],
  spaceship: ['space'],
  astronaut: ['space'],
  alien: ['space'],
  planet: ['space'],
  comet: ['space', 'sky'],
  princess: ['castle', 'garden'],
  prince: ['castle', 'garden'],
  queen: ['castle'],
  king: ['castle'],
  knight: ['castle', 'forest'],
  tractor: ['farm'],
  farmer: ['farm'],
  scarecrow: ['farm'],
  plane: ['sky'],
  airplane: ['sky'],
  librarian: ['library'],
  teacher: ['school'],
  giant: ['mountain', 'castle'],
  wizard: ['castle', 'forest'],
  witch: ['forest', 'castle'],
  elf: ['forest', 'snow'],
  gnome: ['garden', 'forest'],
  santa: ['snow'],
  book: ['library'],
  'gingerbread-man': ['kitchen', 'candy-land'],
};

const OWN_VOICE: Record<string, string> = {
  dog: 'barked',
  puppy: 'yipped',
  cat: 'mewed',
  kitten: 'mewed',
  owl: 'hooted',
  duck: 'quacked',
  duckling: 'peeped',
  frog: 'croaked',
  lion: 'roared',
  bee: 'buzzed',
  ghost: 'whispered',
  fox: 'called',
  otter: 'called',
  badger: 'called',
  beaver: 'called',
  train: 'tooted',
  penguin: 'piped',
  fly: 'buzzed',
};
const OWN_MOVES: Record<string, string> = {
  penguin: '[waddled|slid|pattered]',
  ostrich: '[ran|strode|trotted]',
  hen: '[strutted|hopped|pattered]',
  chicken: '[strutted|hopped|pattered]',
  duck: '[waddled|paddled|pattered]',
  spider: '[crept|scuttled|skittered]',
  snail: '[slid|crept|glided]',
  ant: '[marched|scurried|bustled]',
  caterpillar: '[crept|wriggled|inched]',
  worm: '[wriggled|inched|crept]',
  crab: '[scuttled|sidled|skittered]',
  turtle: '[paddled|crept|plodded]',
  monkey: '[swung|scampered|leapt]',
  boat: '[sailed|bobbed|glided]',
  ship: '[sailed|rolled|glided]',
  tugboat: '[sailed|bobbed|chugged]',
  rocket: '[zoomed|whooshed|flew]',
  spaceship: '[zoomed|whooshed|flew]',
  plane: '[zoomed|swooped|flew]',
  helicopter: '[whirred|hovered|flew]',
  kangaroo: '[hopped|bounced|leapt]',
  horse: '[trotted|galloped|cantered]',
  pony: '[trotted|galloped|cantered]',
  unicorn: '[trotted|galloped|pranced]',
};
/** Hands that differ from the group's. */
const OWN_HANDS: Record<string, [hand: string, hands: string]> = {
  elephant: ['foot', 'feet'],
  rhino: ['foot', 'feet'],
  hippo: ['foot', 'feet'],
  monkey: ['hand', 'hands'],
  gorilla: ['hand', 'hands'],
  chimpanzee: ['hand', 'hands'],
  ape: ['hand', 'hands'],
  walrus: ['flipper', 'flippers'],
  penguin: ['flipper', 'flippers'],
  turtle: ['flipper', 'flippers'],
  seal: ['flipper', 'flippers'],
  octopus: ['arm', 'arms'],
  squid: ['arm', 'arms'],
  starfish: ['arm', 'arms'],
  crab: ['claw', 'claws'],
  lobster: ['claw', 'claws'],
};
for (const kind of 'horse pony foal donkey cow calf sheep lamb goat pig piglet deer fawn moose reindeer zebra giraffe camel llama alpaca buffalo bison yak unicorn pegasus ox bull boar'.split(
  ' ',
)) {
  OWN_HANDS[kind] = ['hoof', 'hooves'];
}

const FLIGHTLESS = new Set(
  'penguin ostrich chick chicken hen turkey kiwi emu duckling gosling ant spider caterpillar snail worm grasshopper cricket glow-worm slug inchworm centipede'.split(
    ' ',
  ),
);

const KEEPS_HYPHEN = new Set(['t-rex', 'glow-worm']);
/** Each kind under its group; a name of two words is written with a hyphen in the lists and with a space in stories. */
const TRAITS = new Map<string, KindTraits>();
for (const [group, facts] of Object.entries(GROUPS) as [KindGroup, GroupFacts][]) {
  for (const word of facts.kinds.split(/\s+/)) {
    const kind = kindName(word);
    if (TRAITS.has(kind)) continue;
    TRAITS.set(kind, {
      group,
      hand: OWN_HANDS[word]?.[0] ?? facts.hand,
      hands: OWN_HANDS[word]?.[1] ?? facts.hands,
      moved: OWN_MOVES[word] ?? facts.moved,
      cried: OWN_VOICE[word] ?? facts.cried,
      places: OWN_PLACES[word] ?? facts.places,
      flies: facts.flies && !FLIGHTLESS.has(word),
      swims: facts.swims,
      small: facts.small,
    });
  }
}

function kindName(word: string): string {
  return KEEPS_HYPHEN.has(word) ? word : word.replaceAll('-', ' ');
}

const PLURAL_KINDS = new Map([...TRAITS.keys()].map((kind) => [pluralOf(kind), kind]));
const LONGEST_KIND_WORDS = 3;

export function isKind(word: string): boolean {
  return TRAITS.has(word);
}

/** The singular kind a word or pair of words names ("mice" → mouse, "polar bears" → polar bear), if any. */
export function findKind(phrase: string): { kind: string; plural: boolean } | undefined {
  const key = phrase.toLowerCase();
  if (TRAITS.has(key)) return { kind: key, plural: false };
  const kind = PLURAL_KINDS.get(key);
  return kind ? { kind, plural: true } : undefined;
}

/** The longest kind starting at one word of a list, with how many words it takes. */
export function findKindAt(words: readonly string[], index: number) {
  for (let length = LONGEST_KIND_WORDS; length >= 1; length--) {
    if (index + length > words.length) continue;
    const found = findKind(words.slice(index, index + length).join(' '));
    if (found) return { ...found, length };
  }
  return undefined;
}

export function listKinds(): string[] {
  return [...TRAITS.keys()];
}

/** Traits of a kind; anything unknown is treated as a thing that came alive. */
export function kindTraits(kind: string): KindTraits {
  return TRAITS.get(kind) ?? (TRAITS.get('toaster') as KindTraits);
}

const PEOPLE: KindGroup[] = ['girl', 'boy', 'child', 'woman', 'man', 'grown-up'];
export function isPerson(kind: string): boolean {
  return PEOPLE.includes(kindTraits(kind).group);
}

/** "he" or "she" when the word itself says so. */
export function pronounOfKind(kind: string): 'she' | 'he' | undefined {
  const { group } = kindTraits(kind);
  if (group === 'girl' || group === 'woman') return 'she';
  if (group === 'boy' || group === 'man') return 'he';
  if (/woman$/.test(kind)) return 'she';
  if (/[^u]man$/.test(kind)) return 'he';
  if (/^(hen|cow|mermaid|actress)$/.test(kind)) return 'she';
  if (/^(rooster|bull|merman)$/.test(kind)) return 'he';
  return undefined;
}
