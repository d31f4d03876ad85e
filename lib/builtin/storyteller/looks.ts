import type { Pronoun } from '../../story/schema.ts';
import type { Random } from '../random.ts';
import { withArticle } from './grammar.ts';
import { type KindGroup, kindTraits } from './kinds.ts';

/** How somebody looks, in one sentence that every picture of them can follow. */

const COLOURS = ['red', 'yellow', 'blue', 'green', 'orange', 'purple', 'turquoise', 'pink'];
const HAIR = {
  she: [
    'curly brown',
    'straight black',
    'long red',
    'wavy blond',
    'long dark',
    'frizzy black',
    'plaited brown',
  ],
  he: [
    'short curly brown',
    'straight black',
    'short red',
    'tousled blond',
    'short dark',
    'curly black',
    'tousled auburn',
  ],
  they: ['curly brown', 'straight black', 'short red', 'wavy blond', 'curly black'],
  it: ['curly brown', 'straight black'],
};
const SKIN = ['dark brown', 'light brown', 'freckled', 'warm tan', 'rosy', 'deep brown'];

const COATS: Partial<Record<KindGroup, string[]>> = {
  'small-animal': ['soft grey fur', 'warm brown fur', 'sandy fur', 'silvery fur'],
  pet: ['shaggy brown fur', 'black and white fur', 'golden fur', 'grey fur'],
  'big-animal': ['thick brown fur', 'a soft grey coat', 'a sandy coat', 'a cream-coloured coat'],
  bird: ['blue feathers', 'brown speckled feathers', 'white feathers', 'golden-brown feathers'],
  fish: ['orange scales', 'silver-blue scales', 'green shining scales', 'coral-pink scales'],
  insect: ['shiny wings', 'a striped body', 'tiny bright spots', 'a round shiny body'],
  reptile: ['green skin', 'bumpy olive skin', 'spotted green skin', 'yellow-green skin'],
  dinosaur: [
    'green skin with yellow spots',
    'orange skin with stripes',
    'blue-green skin',
    'purple skin with spots',
  ],
  dragon: ['emerald green scales', 'ruby red scales', 'sky blue scales', 'violet scales'],
  robot: ['a round silver body', 'a square copper body', 'a shiny white body', 'a pale green metal body'],
  vehicle: ['bright red paint', 'glossy blue paint', 'cheerful yellow paint', 'fresh green paint'],
  'sky-thing': ['a soft golden glow', 'a pale silver glow', 'a pearly shine', 'a warm yellow glow'],
  plant: ['fresh green leaves', 'bright petals', 'a sturdy green stem', 'tiny new leaves'],
  spirit: ['soft lilac fuzz', 'pale blue fuzz', 'mossy green fur', 'a pearly white shimmer'],
  fairy: ['glassy wings', 'pale green wings', 'silver wings', 'rose-pink wings'],
  mermaid: ['a green tail', 'a turquoise tail', 'a silver tail', 'a violet tail'],
  toy: ['patched cloth', 'soft honey-brown plush', 'painted cheeks', 'button eyes'],
  food: ['a crisp golden crust', 'a round sweet face', 'rosy cheeks', 'a shiny skin'],
  object: ['a friendly face', 'two bright eyes', 'a polished shine', 'a cheerful grin'],
};
/** Animals everybody knows the look of. */
const OWN_COATS: Record<string, string> = {
  fox: 'orange-red fur and a white-tipped tail',
  mouse: 'soft grey fur and big round ears',
  rabbit: 'soft brown fur and long ears',
  bunny: 'soft white fur and long ears',
  hare: 'sandy fur and very long ears',
  hedgehog: 'brown prickles and a pointed nose',
  squirrel: 'red-brown fur and a bushy tail',
  otter: 'sleek brown fur and long whiskers',
  badger: 'grey fur and a black and white striped face',
  raccoon: 'grey fur and a black mask',
  skunk: 'black fur and a white stripe',
  mole: 'velvety black fur and a pink nose',
  bat: 'dark brown fur and leathery wings',
  bear: 'thick brown fur',
  'polar bear': 'thick white fur',
  panda: 'black and white fur',
  lion: 'golden fur and a shaggy mane',
  tiger: 'orange fur with black stripes',
  elephant: 'grey skin, big ears and a long trunk',
  giraffe: 'yellow fur with brown patches and a very long neck',
  zebra: 'black and white stripes',
  hippo: 'smooth purple-grey skin',
  monkey: 'brown fur and a long curly tail',
  wolf: 'thick grey fur',
  pig: 'pink skin and a curly tail',
  piglet: 'pink skin and a curly tail',
  sheep: 'woolly white fleece',
  lamb: 'woolly white fleece',
  cow: 'a white coat with black patches',
  goat: 'shaggy white fur and small horns',
  reindeer: 'brown fur and big antlers',
  deer: 'fawn fur and white spots',
  walrus: 'wrinkled brown skin and long tusks',
  unicorn: 'a white coat, a silky mane and a golden horn',
  penguin: 'black and white feathers',
  owl: 'speckled brown feathers and big round eyes',
  duck: 'white feathers and an orange beak',
  duckling: 'fluffy yellow feathers',
  chick: 'fluffy yellow feathers',
  hen: 'russet feathers and a red comb',
  parrot: 'bright red, blue and yellow feathers',
  robin: 'brown feathers and a red breast',
  crow: 'glossy black feathers',
  raven: 'glossy black feathers',
  swan: 'snow-white feathers',
  seagull: 'white feathers and grey wings',
  gull: 'white feathers and grey wings',
  whale: 'smooth blue-grey skin',
  dolphin: 'smooth silver-blue skin',
  octopus: 'smooth purple skin and eight curly arms',
  crab: 'a bright red shell and big claws',
  turtle: 'green skin and a domed brown shell',
  tortoise: 'wrinkled green skin and a domed brown shell',
  seal: 'smooth silver-grey fur',
  starfish: 'orange bumpy arms',
  bee: 'a fuzzy yellow and black striped body',
  ladybird: 'shiny red wings with black spots',
  ladybug: 'shiny red wings with black spots',
  butterfly: 'big bright patterned wings',
  snail: 'a soft brown body and a spiral shell',
  spider: 'a round black body and eight long legs',
  caterpillar: 'a soft green striped body',
  ant: 'a shiny black body',
  frog: 'smooth bright green skin',
  toad: 'bumpy brown skin',
  crocodile: 'bumpy green skin and a long toothy smile',
  snake: 'smooth green scales',
  snowman: 'a round white body and a carrot nose',
  cloud: 'a soft white puffy body',
  star: 'five golden points and a warm glow',
  moon: 'a round silver face',
  sun: 'a round golden face and bright rays',
  ghost: 'a pale white shimmer',
  mermaid: 'long wavy hair and a turquoise tail',
};
const FEATURES = [
  'round curious eyes',
  'bright dark eyes',
  'a cheerful smile',
  'a small crooked smile',
  'big friendly eyes',
  'a thoughtful look',
];
const CLOTHES_OF_PEOPLE = ['raincoat', 'jumper', 'dungarees', 'scarf', 'cardigan', 'jacket'];
const CLOTHES_OF_OTHERS = ['scarf', 'scarf', 'hat', 'waistcoat', 'bow tie', 'cape', 'satchel'];
const BARE: KindGroup[] = ['vehicle', 'sky-thing'];

export type Looks = { outfit: string; description: string };

/** `outfit` keeps what the prompt asked for when it asked; a star or a train wears a colour only. */
export function describeLooks(
  someone: { kind: string; pronoun: Pronoun; adjectives: readonly string[]; outfit?: string },
  random: Random,
): Looks {
  const { group } = kindTraits(someone.kind);
  const isPerson = ['girl', 'boy', 'child', 'woman', 'man', 'grown-up'].includes(group);
  const clothes = random.pick(isPerson ? CLOTHES_OF_PEOPLE : CLOTHES_OF_OTHERS);
  const colour = random.pick(COLOURS);
  const outfit = someone.outfit ?? (BARE.includes(group) ? `${colour} stripe` : `${colour} ${clothes}`);
  const wears = /(?:dungarees|glasses|boots|shoes|mittens|overalls)$/.test(outfit)
    ? outfit
    : withArticle(outfit);
  const seen = someone.adjectives.filter((word) => VISIBLE.has(word)).slice(0, 2);
  const who = withArticle([...seen, someone.kind].join(' '));
  const body = isPerson
    ? `${random.pick(SKIN)} skin, ${random.pick(HAIR[someone.pronoun])} hair`
    : (OWN_COATS[someone.kind] ?? random.pick(COATS[group] ?? ['a friendly face']));
  const sentence = `${who} with ${inColour(body, seen)}, ${random.pick(FEATURES)} and ${wears}.`;
  return { outfit, description: sentence.charAt(0).toUpperCase() + sentence.slice(1) };
}

const COLOUR_WORDS = 'red|blue|green|yellow|pink|purple|white|black|brown|golden|silver|orange|grey|gray';
const BODY_COLOUR = new RegExp(
  `\\b(?:(?:soft|warm|emerald|ruby|sky|pale|bright|snow|sandy|shaggy|thick) )?(?:(?:${COLOUR_WORDS}|violet|silvery|sandy)(?:[- ](?:${COLOUR_WORDS}))?)\\b`,
);

/** A red dragon has red scales, whatever colour dragons usually have. */
function inColour(body: string, adjectives: readonly string[]): string {
  const colour = adjectives.find((word) => new RegExp(`^(?:${COLOUR_WORDS})$`).test(word));
  if (!colour || body.includes(colour)) return body;
  return body.replace(BODY_COLOUR, colour);
}

const VISIBLE = new Set(
  'little small tiny big huge giant young old baby red blue green yellow pink purple white black brown golden silver orange grey gray fluffy round tall short spotted striped'.split(
    ' ',
  ),
);
