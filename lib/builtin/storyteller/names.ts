import type { Pronoun } from '../../story/schema.ts';
import type { Random } from '../random.ts';
import { type KindGroup, kindTraits } from './kinds.ts';

/** Names by who they suit; [she, he]. Short ones: they are said often and must fit a reader of three. */
const PEOPLE_SHE =
  'Mia Lina Zoe Ada Nora Ivy Amara Leila Priya Suki Rosa Elsie Maya Freya Anouk Tess Juno Hana Wren Esme'.split(
    ' ',
  );
const PEOPLE_HE =
  'Leo Sam Otto Finn Kofi Milo Ravi Theo Jonah Emil Kai Max Hugo Amir Noah Teo Ben Idris Luca Yuki'.split(
    ' ',
  );
const SMALL_SHE =
  'Tilly Pippa Hazel Dot Clover Minnow Poppy Bramble Nell Tansy Posy Fern Mimi Button Twig'.split(' ');
const SMALL_HE =
  'Pip Bertie Nib Figgy Monty Tuck Basil Wilf Crumb Toby Barnaby Moss Jasper Rollo Biscuit'.split(' ');
const BIG_SHE = 'Olga Mabel Juno Greta Marigold Bella Winnie Tulip Rosie Agatha Flora Honey'.split(' ');
const BIG_HE = 'Bruno Otis Gus Hector Boris Humphrey Oskar Rufus Walter Bumble Magnus Ollie'.split(' ');
const ROBOT = 'Bolt Pixel Tick Widget Zip Cog Dot Beep Sprocket Gizmo'.split(' ');
const SKY = 'Nimbus Lumi Stella Wisp Glim Puff Sol Drift Twink Aura'.split(' ');
const SPIRIT = 'Mumble Boo Flick Snuffle Murk Wobble Humbert Grizzle Fizz Oonk'.split(' ');
const VEHICLE = 'Toot Rusty Clara Pepper Hal Dottie Chuck Bess Rattle Scout'.split(' ');
const THING = 'Button Pim Dottie Crumpet Fitz Nutmeg Toggle Wally Patch Pearl'.split(' ');

const BY_GROUP: Partial<Record<KindGroup, string[]>> = {
  robot: ROBOT,
  'sky-thing': SKY,
  spirit: SPIRIT,
  vehicle: VEHICLE,
  toy: THING,
  food: THING,
  object: THING,
};
const BIG: KindGroup[] = ['big-animal', 'dinosaur', 'dragon'];

/** A name nobody in the story has yet, and no two beginning with the same letter when that can be helped. */
export function chooseName(kind: string, pronoun: Pronoun, taken: readonly string[], random: Random): string {
  const { group } = kindTraits(kind);
  const people = ['girl', 'boy', 'child', 'woman', 'man', 'grown-up', 'mermaid', 'fairy'].includes(group);
  const she = pronoun === 'she' || (pronoun !== 'he' && random.chance(0.5));
  const pair: [string[], string[]] = people
    ? [PEOPLE_SHE, PEOPLE_HE]
    : BIG.includes(group)
      ? [BIG_SHE, BIG_HE]
      : [SMALL_SHE, SMALL_HE];
  const pool = BY_GROUP[group] ?? (she ? pair[0] : pair[1]);
  const free = pool.filter((name) => !taken.includes(name));
  const apart = free.filter((name) => taken.every((other) => other.charAt(0) !== name.charAt(0)));
  return random.pick(apart.length > 0 ? apart : free.length > 0 ? free : pool);
}
