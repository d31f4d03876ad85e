import {
  type AspectRatio,
  type CharacterSheet,
  ILLUSTRATION_STYLES,
  type IllustrationStyle,
  type Place,
  type Pronoun,
} from '../../story/schema.ts';
import { hashSeed } from '../random.ts';
import { findBird } from './characters/birds.ts';
import { findRole } from './characters/find-role.ts';
import { findSpecies } from './characters/find-species.ts';
import { findThing } from './characters/things.ts';
import type { Depiction } from './depiction.ts';
import { PROPS } from './icons/prop-table.ts';
import { singularForms } from './icons/vocabulary.ts';
import { MOOD_WORDS, mostNamed, PLACE_WORDS, TIME_WORDS, WEATHER_WORDS } from './prompt-words.ts';

const MAX_CAST = 4;
const DEFAULT_HOME: Record<string, Place> = {
  astronaut: 'space',
  alien: 'space',
  mermaid: 'underwater',
  pirate: 'sea',
  king: 'castle',
  queen: 'castle',
  princess: 'castle',
  prince: 'castle',
  knight: 'castle',
  penguin: 'snow',
  'polar bear': 'snow',
  monkey: 'jungle',
  tiger: 'jungle',
  lion: 'jungle',
  whale: 'sea',
  dolphin: 'sea',
  fish: 'underwater',
  octopus: 'underwater',
  farmer: 'farm',
  cow: 'farm',
  pig: 'farm',
  teacher: 'school',
  robot: 'city',
  detective: 'city',
  chef: 'kitchen',
  camel: 'desert',
  bat: 'cave',
};

/** Whales and others who have no drawn body, but are somebody in a story. */
const WATER_FOLK =
  /^(whale|dolphin|fish|goldfish|octopus|shark|seal|jellyfish|crab|bee|honeybee|butterfly|ladybird|ladybug|snail|caterpillar|ant|spider|snake|worm)$/;

/**
 * Reads a picture prompt written for any image model: who, what, where, when, weather and mood. Whoever is named first is
 * the hero; somebody described twice is one person. Pure.
 */
export function depictPrompt(prompt: string, options: { aspectRatio: AspectRatio; seed: number }): Depiction {
  const text = prompt.toLowerCase();
  const characters = findCast(text, options.seed);
  const home = characters.map(({ kind }) => DEFAULT_HOME[kind]).find((place) => place !== undefined);
  return {
    setting: {
      place: mostNamed(text, PLACE_WORDS) ?? home ?? 'meadow',
      timeOfDay: mostNamed(text, TIME_WORDS) ?? 'day',
      weather: mostNamed(text, WEATHER_WORDS) ?? 'clear',
      mood: mostNamed(text, MOOD_WORDS) ?? 'calm',
    },
    characters,
    props: findNamedProps(text, characters),
    style: findStyle(text),
    aspectRatio: options.aspectRatio,
    seed: options.seed,
    sceneIndex: hashSeed(text) % 12,
  };
}

function findCast(text: string, seed: number): CharacterSheet[] {
  const words = text.match(/[a-z][a-z'-]*/g) ?? [];
  const cast = new Map<string, CharacterSheet>();
  for (const [index, word] of words.entries()) {
    if (cast.size >= MAX_CAST) break;
    const kind = findKind(word, words[index - 1] ?? '');
    if (!kind || cast.has(kind)) continue;
    const before = words.slice(Math.max(0, index - 4), index).join(' ');
    const after = words.slice(index + 1, index + 9).join(' ');
    const outfit =
      /\b(?:in|wearing|with|wears) (?:an? |the |his |her |their )?((?:[a-z-]+ ){0,3}(?:scarf|hat|cap|dress|coat|jacket|cape|cloak|boots|shirt|sweater|vest|overalls|crown|helmet|suit|robe|glasses|bow|raincoat|jumper|hoodie|apron))/.exec(
        after,
      )?.[1] ?? '';
    cast.set(kind, {
      id: kind.replaceAll(' ', '-'),
      name: kind,
      kind,
      role: cast.size === 0 ? 'hero' : 'companion',
      pronoun: pronounOf(kind, `${before} ${after}`),
      description: `${before} ${word} ${after}`.trim().slice(0, 400) || kind,
      outfit,
      seed,
    });
  }
  return [...cast.values()];
}

const NOT_CAST = new Set([
  'magic',
  'hero',
  'heroine',
  'kid',
  'kids',
  'people',
  'friend',
  'friends',
  'keeper',
  'captain cook',
  'box',
  'gift',
  'present',
  'book',
  'lamp',
  'house',
  'tree',
  'flower',
  'leaf',
  'ball',
  'thing',
  'toy',
  'cup',
  'star',
  'moon',
  'sun',
  'rock',
  'stone',
  'clock',
  'egg',
  'apple',
  'carrot',
  'ship',
  'boat',
  'light',
  'brush',
  'object',
  'heart',
  'seed',
  'candle',
  'lantern',
  'car',
  'cake',
  'cookie',
  'drop',
  'umbrella',
  'balloon',
  'kite',
  'rose',
  'watch',
  'pet',
  'animal',
  'drum',
  'pencil',
  'jet',
  'plane',
  'rocket',
  'spaceship',
  'planet',
  'snowflake',
  'cloud',
  'mushroom',
  'acorn',
  'nut',
  'pine',
  'oak',
  'crane',
  'guard',
  'pilot whale',
  'lord',
  'magician hat',
  'worker',
  'kettle',
  'mug',
  'bus',
  'truck',
  'taxi',
  'train',
  'engine',
  'teapot',
  'heart',
  'doll',
  'pumpkin',
  'potato',
  'strawberry',
  'doughnut',
  'donut',
  'sock',
  'volcano',
  'pebble',
  'biscuit',
  'muffin',
  'cupcake',
  'sunflower',
  'tulip',
  'daisy',
  'christmas',
]);
// Things become somebody only when the prompt says that they live.
const LIVING =
  /^(little|tiny|brave|talking|living|happy|sad|friendly|lonely|kind|shy|grumpy|smiling|magic|curious|sleepy)$/;

function findKind(word: string, before: string): string | undefined {
  for (const form of singularForms(word)) {
    if (form.length < 3) continue;
    if (findThing(form)) {
      if (LIVING.test(before)) return form;
      continue;
    }
    if (NOT_CAST.has(form)) continue;
    if (
      findRole(form) ||
      findBird(form) ||
      findSpecies(form) ||
      form === 'robot' ||
      form === 'ghost' ||
      form === 'snowman' ||
      WATER_FOLK.test(form)
    )
      return form;
  }
  return undefined;
}

function pronounOf(kind: string, around: string): Pronoun {
  const role = findRole(kind)?.pronoun;
  if (role) return role;
  if (/\b(she|her|hers|girl)\b/.test(around)) return 'she';
  if (/\b(he|him|his|boy)\b/.test(around)) return 'he';
  return findRole(kind) ? 'they' : 'it';
}

function findNamedProps(text: string, cast: readonly CharacterSheet[]): string[] {
  const kinds = new Set(cast.map(({ kind }) => kind));
  const words = text.match(/[a-z]+/g) ?? [];
  const props = new Set<string>();
  for (const [index, word] of words.entries()) {
    const pair = `${word} ${words[index + 1] ?? ''}`;
    const known = [...singularForms(pair), ...singularForms(word)].find((form) => PROPS.has(form));
    if (known && !kinds.has(known)) props.add(known);
  }
  return [...props].slice(0, 4);
}

function findStyle(text: string): IllustrationStyle {
  if (/water ?colou?r|aquarelle/.test(text)) return 'watercolour';
  if (/paper|cut-?out|collage|origami/.test(text)) return 'paper';
  if (/crayon|child's drawing|wax/.test(text)) return 'crayon';
  if (/pastel|chalk/.test(text)) return 'pastel';
  return ILLUSTRATION_STYLES.find((style) => text.includes(`${style} style`)) ?? 'storybook';
}
