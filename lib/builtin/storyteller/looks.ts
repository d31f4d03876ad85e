import type { Pronoun } from '../../story/schema.ts';
import type { Random } from '../random.ts';
import { withArticle } from './grammar.ts';
import { type KindGroup, kindTraits } from './kinds.ts';

/** How somebody looks, in one sentence that every picture of them can follow. */

const COLOURS = ['red', 'yellow', 'blue', 'green', 'orange', 'purple', 'turquoise', 'pink'];
const HAIR = [
  'curly brown',
  'straight black',
  'short red',
  'wavy blond',
  'long dark',
  'frizzy black',
  'two brown plaits of',
  'tousled auburn',
];
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
  const wears = outfit.endsWith('dungarees') ? outfit : withArticle(outfit);
  const seen = someone.adjectives.filter((word) => VISIBLE.has(word)).slice(0, 2);
  const who = withArticle([...seen, someone.kind].join(' '));
  const body = isPerson
    ? `${random.pick(SKIN)} skin, ${random.pick(HAIR)} hair`
    : random.pick(COATS[group] ?? ['a friendly face']);
  const sentence = `${who} with ${body}, ${random.pick(FEATURES)} and ${wears}.`;
  return { outfit, description: sentence.charAt(0).toUpperCase() + sentence.slice(1) };
}

const VISIBLE = new Set(
  'little small tiny big huge giant young old baby red blue green yellow pink purple white black brown golden silver orange grey gray fluffy round tall short spotted striped'.split(
    ' ',
  ),
);
