import type { Garment } from './body.ts';
import { BUILDS, type Build } from './body.ts';

export type Hat =
  | 'none'
  | 'crown'
  | 'tiara'
  | 'wizard'
  | 'witch'
  | 'knight'
  | 'pirate'
  | 'straw'
  | 'chef'
  | 'cap'
  | 'helmet'
  | 'detective'
  | 'gnome'
  | 'beanie'
  | 'party'
  | 'flowers'
  | 'bow'
  | 'santa'
  | 'turban'
  | 'hood'
  | 'jester'
  | 'space'
  | 'fire'
  | 'hardhat'
  | 'goggles'
  | 'headband';
export type HairStyle =
  | 'bob'
  | 'long'
  | 'pigtails'
  | 'bun'
  | 'curls'
  | 'ponytail'
  | 'short'
  | 'tousled'
  | 'spiky'
  | 'side'
  | 'bald'
  | 'braids'
  | 'wisp';

/** What a role wears when the sheet does not say otherwise. */
export type Role = {
  build: Build;
  garment?: Garment;
  hat?: Hat;
  hair?: readonly HairStyle[];
  hairColour?: string;
  beard?: boolean;
  glasses?: boolean;
  cape?: boolean;
  wings?: boolean;
  tail?: boolean;
  pointedEars?: boolean;
  apron?: boolean;
  skin?: string;
  main?: string;
  second?: string;
  tool?: 'wand' | 'staff' | 'sword' | 'spoon' | 'book' | 'glass' | 'fork' | 'spanner' | 'brush';
  pronoun?: 'she' | 'he';
  size?: number;
};

const { child, adult, elder, baby, gnome, bulky } = BUILDS;
const royal = { main: '#7a3fa0', second: '#f0c14b' };

export const ROLES: Record<string, Role> = {
  child: { build: child },
  girl: { build: child, pronoun: 'she' },
  boy: { build: child, pronoun: 'he' },
  baby: { build: baby, hair: ['wisp'], size: 0.66, garment: 'shirt' },
  twin: { build: child },
  woman: { build: adult, pronoun: 'she', hair: ['long', 'bob', 'bun', 'curls'] },
  man: { build: adult, pronoun: 'he', hair: ['short', 'side', 'curls'] },
  person: { build: adult },
  grandma: {
    build: elder,
    pronoun: 'she',
    hair: ['bun'],
    hairColour: '#d9d6de',
    glasses: true,
    garment: 'dress',
  },
  grandpa: {
    build: elder,
    pronoun: 'he',
    hair: ['bald'],
    hairColour: '#dedbe2',
    glasses: true,
    beard: true,
    garment: 'sweater',
  },
  king: {
    build: adult,
    pronoun: 'he',
    hat: 'crown',
    garment: 'robe',
    beard: true,
    cape: true,
    ...royal,
    main: '#b3303f',
  },
  queen: {
    build: adult,
    pronoun: 'she',
    hat: 'crown',
    garment: 'robe',
    hair: ['long', 'bun'],
    cape: true,
    ...royal,
  },
  prince: {
    build: child,
    pronoun: 'he',
    hat: 'crown',
    garment: 'suit',
    cape: true,
    main: '#3f63b8',
    second: '#f0c14b',
  },
  princess: {
    build: child,
    pronoun: 'she',
    hat: 'tiara',
    garment: 'dress',
    hair: ['long', 'bun', 'curls', 'braids'],
    main: '#e07bab',
    second: '#f7d774',
  },
  knight: {
    build: adult,
    hat: 'knight',
    garment: 'suit',
    cape: true,
    main: '#aeb8c8',
    second: '#8a4b3a',
    tool: 'sword',
  },
  wizard: {
    build: elder,
    pronoun: 'he',
    hat: 'wizard',
    garment: 'robe',
    beard: true,
    hair: ['long'],
    hairColour: '#e6e4ee',
    main: '#4a4fb0',
    second: '#f4ca55',
    tool: 'staff',
  },
  witch: {
    build: adult,
    pronoun: 'she',
    hat: 'witch',
    garment: 'robe',
    hair: ['long', 'curls'],
    main: '#5b3f86',
    second: '#8fcf6a',
    tool: 'wand',
  },
  fairy: {
    build: child,
    pronoun: 'she',
    hat: 'flowers',
    garment: 'dress',
    wings: true,
    size: 0.72,
    hair: ['long', 'bun', 'curls'],
    tool: 'wand',
    main: '#8ccf8f',
    second: '#f6e08a',
  },
  angel: { build: child, garment: 'robe', wings: true, main: '#f3efe2', second: '#f0c14b' },
  elf: {
    build: gnome,
    hat: 'gnome',
    garment: 'shirt',
    pointedEars: true,
    size: 0.72,
    main: '#4c9a54',
    second: '#d8413b',
  },
  gnome: {
    build: gnome,
    hat: 'gnome',
    garment: 'shirt',
    beard: true,
    hairColour: '#ece8e0',
    size: 0.66,
    main: '#3f76c8',
    second: '#8b5b3a',
  },
  giant: { build: bulky, garment: 'overalls', hair: ['tousled'], beard: true, size: 1.5 },
  mermaid: {
    build: child,
    pronoun: 'she',
    hair: ['long', 'curls'],
    tail: true,
    garment: 'shirt',
    main: '#3cb6b3',
    second: '#7d58b6',
    hat: 'flowers',
  },
  pirate: { build: adult, hat: 'pirate', garment: 'coat', main: '#b3303f', second: '#f0d9a8' },
  astronaut: { build: child, hat: 'space', garment: 'suit', main: '#eef0f6', second: '#e8743b' },
  superhero: {
    build: child,
    garment: 'suit',
    cape: true,
    hat: 'headband',
    main: '#3f63c8',
    second: '#e0413b',
  },
  chef: { build: adult, hat: 'chef', garment: 'coat', main: '#f4f1ea', second: '#d8413b', tool: 'spoon' },
  farmer: { build: adult, hat: 'straw', garment: 'overalls', main: '#4a6fa8', second: '#d8413b' },
  gardener: { build: adult, hat: 'straw', garment: 'overalls', main: '#4c8a54', second: '#f0c14b' },
  detective: {
    build: adult,
    hat: 'detective',
    garment: 'coat',
    main: '#a5805a',
    second: '#5e4a3a',
    tool: 'glass',
  },
  police: { build: adult, hat: 'cap', garment: 'coat', main: '#34508c', second: '#e8c35a' },
  firefighter: { build: adult, hat: 'fire', garment: 'coat', main: '#d1472f', second: '#f5d04e' },
  doctor: { build: adult, garment: 'coat', main: '#f2f4f6', second: '#58b3c8', glasses: true },
  teacher: { build: adult, garment: 'sweater', glasses: true, tool: 'book' },
  librarian: { build: adult, garment: 'sweater', glasses: true, tool: 'book', hair: ['bun', 'bob'] },
  scientist: {
    build: adult,
    garment: 'coat',
    hat: 'goggles',
    hair: ['spiky', 'bun', 'curls'],
    main: '#f2f4f6',
    second: '#4c9a54',
  },
  artist: { build: adult, hat: 'beanie', garment: 'coat', main: '#6f86c8', second: '#e0688b', tool: 'brush' },
  baker: { build: adult, hat: 'chef', garment: 'dress', apron: true, main: '#e8a86a', second: '#f4f1ea' },
  builder: {
    build: adult,
    hat: 'hardhat',
    garment: 'overalls',
    main: '#e0912f',
    second: '#4a6fa8',
    tool: 'spanner',
  },
  mechanic: {
    build: adult,
    hat: 'cap',
    garment: 'overalls',
    main: '#4a6fa8',
    second: '#8e929d',
    tool: 'spanner',
  },
  sailor: { build: adult, hat: 'cap', garment: 'sweater', main: '#f2f4f6', second: '#34508c', beard: true },
  captain: { build: adult, hat: 'cap', garment: 'coat', main: '#2f4580', second: '#f0c14b', beard: true },
  pilot: { build: adult, hat: 'goggles', garment: 'coat', main: '#8b5b3a', second: '#f4e3c0' },
  explorer: { build: child, hat: 'straw', garment: 'shirt', main: '#c4a06a', second: '#7a6a45' },
  cowboy: { build: adult, hat: 'straw', garment: 'vest', main: '#8b5b3a', second: '#d8413b' },
  ninja: { build: child, hat: 'headband', garment: 'suit', main: '#3f3d52', second: '#d8413b' },
  clown: {
    build: adult,
    hat: 'party',
    garment: 'suit',
    hair: ['curls'],
    hairColour: '#e8553b',
    main: '#f0c14b',
    second: '#d8413b',
  },
  jester: { build: adult, hat: 'jester', garment: 'suit', main: '#7f4fae', second: '#f0c14b' },
  dancer: {
    build: child,
    garment: 'dress',
    hair: ['bun'],
    pronoun: 'she',
    main: '#f0a3bd',
    second: '#ffffff',
  },
  musician: { build: adult, garment: 'shirt' },
  santa: {
    build: elder,
    pronoun: 'he',
    hat: 'santa',
    garment: 'coat',
    beard: true,
    hairColour: '#f5f2ee',
    main: '#cf3535',
    second: '#f5f2ee',
  },
  genie: {
    build: adult,
    hat: 'turban',
    garment: 'vest',
    main: '#7f4fae',
    second: '#f0c14b',
    skin: '#6fa8dc',
  },
  student: { build: child, garment: 'sweater' },
  soldier: { build: adult, hat: 'cap', garment: 'coat', main: '#b3303f', second: '#f0c14b' },
  vampire: {
    build: child,
    garment: 'suit',
    cape: true,
    hair: ['short'],
    hairColour: '#2a2433',
    skin: '#e6e0ec',
    main: '#3a3644',
    second: '#b3303f',
  },
  postman: { build: adult, hat: 'cap', garment: 'coat', main: '#3f63a8', second: '#e8c35a' },
  troll: { build: bulky, garment: 'vest', hair: ['tousled'], pointedEars: true, skin: '#8fb57a', size: 1.25 },
  ogre: { build: bulky, garment: 'vest', hair: ['bald'], pointedEars: true, skin: '#9abf6a', size: 1.3 },
  goblin: { build: gnome, garment: 'vest', hair: ['bald'], pointedEars: true, skin: '#8ec46c', size: 0.8 },
  alien: {
    build: child,
    garment: 'suit',
    hair: ['bald'],
    skin: '#8fd67a',
    main: '#7b8bd6',
    second: '#f0c14b',
    size: 0.85,
  },
};
