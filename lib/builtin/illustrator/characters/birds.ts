export type Bird = {
  feather: string;
  belly: string;
  beak: string;
  wing: string;
  mark?: 'owl' | 'penguin' | 'comb' | 'crest' | 'bill' | 'bald' | 'robin' | 'parrot' | 'swan';
  size: number;
};

export const BIRDS: Record<string, Bird> = {
  bird: { feather: '#5fa8d8', belly: '#fbe7c6', beak: '#f0a63c', wing: '#4487bd', size: 0.58 },
  robin: {
    feather: '#9a7457',
    belly: '#e8683f',
    beak: '#5b4a3c',
    wing: '#7c5b43',
    mark: 'robin',
    size: 0.52,
  },
  owl: { feather: '#9a7050', belly: '#efd9b3', beak: '#eda93f', wing: '#7a553b', mark: 'owl', size: 0.72 },
  penguin: {
    feather: '#414a66',
    belly: '#fbf9f4',
    beak: '#f0a03c',
    wing: '#363e57',
    mark: 'penguin',
    size: 0.76,
  },
  chick: { feather: '#f9d65c', belly: '#fdeb9f', beak: '#ef8f36', wing: '#f0c040', size: 0.48 },
  duck: { feather: '#f6f2e8', belly: '#ffffff', beak: '#f2a02f', wing: '#e4dccb', mark: 'bill', size: 0.62 },
  duckling: {
    feather: '#f8d960',
    belly: '#fdeeab',
    beak: '#f08c2e',
    wing: '#efc344',
    mark: 'bill',
    size: 0.5,
  },
  swan: { feather: '#fafafa', belly: '#ffffff', beak: '#ef8b37', wing: '#e6e9ef', mark: 'bill', size: 0.78 },
  goose: { feather: '#efece4', belly: '#ffffff', beak: '#ee8e35', wing: '#d9d4c8', mark: 'bill', size: 0.74 },
  hen: { feather: '#d98e52', belly: '#f5d6a8', beak: '#f0b03f', wing: '#b96f3a', mark: 'comb', size: 0.66 },
  rooster: {
    feather: '#c9602f',
    belly: '#efb56a',
    beak: '#f0b03f',
    wing: '#2f7a63',
    mark: 'comb',
    size: 0.74,
  },
  crow: { feather: '#474358', belly: '#5d5870', beak: '#3a3644', wing: '#38344a', size: 0.6 },
  pigeon: { feather: '#9aa5b8', belly: '#c9d0db', beak: '#6d6470', wing: '#7f8aa0', size: 0.56 },
  dove: { feather: '#f6f4f2', belly: '#ffffff', beak: '#e8a58c', wing: '#e4e1e4', size: 0.56 },
  parrot: {
    feather: '#d8423f',
    belly: '#f3a23f',
    beak: '#f0e2c8',
    wing: '#3f86c8',
    mark: 'parrot',
    size: 0.66,
  },
  eagle: { feather: '#80573c', belly: '#a67a56', beak: '#f2b33c', wing: '#654430', mark: 'bald', size: 0.84 },
  flamingo: { feather: '#f29bb3', belly: '#f9c6d2', beak: '#4a3f4a', wing: '#e57f9c', size: 0.86 },
  peacock: {
    feather: '#2f8f9f',
    belly: '#57b9b0',
    beak: '#d9b45a',
    wing: '#27707f',
    mark: 'crest',
    size: 0.8,
  },
  phoenix: {
    feather: '#e8632f',
    belly: '#f9c24c',
    beak: '#f0b03f',
    wing: '#d13f2f',
    mark: 'crest',
    size: 0.86,
  },
};

const SAME: Record<string, string> = {
  birdie: 'bird',
  bluebird: 'bird',
  'baby bird': 'chick',
  sparrow: 'robin',
  wren: 'robin',
  finch: 'robin',
  swallow: 'bird',
  owlet: 'owl',
  'baby owl': 'owl',
  chicken: 'hen',
  drake: 'duck',
  mallard: 'duck',
  cygnet: 'swan',
  gosling: 'duckling',
  gull: 'dove',
  seagull: 'dove',
  puffin: 'penguin',
  raven: 'crow',
  blackbird: 'crow',
  magpie: 'crow',
  jackdaw: 'crow',
  hawk: 'eagle',
  falcon: 'eagle',
  vulture: 'eagle',
  toucan: 'parrot',
  cockatoo: 'parrot',
  macaw: 'parrot',
  budgie: 'parrot',
  canary: 'chick',
  nightingale: 'robin',
  hummingbird: 'bird',
  kingfisher: 'bird',
  woodpecker: 'parrot',
  stork: 'swan',
  crane: 'swan',
  heron: 'swan',
  pelican: 'goose',
  turkey: 'hen',
  dodo: 'goose',
  ostrich: 'flamingo',
  cockerel: 'rooster',
  phoenixbird: 'phoenix',
  griffin: 'eagle',
};

export function findBird(kind: string): Bird | undefined {
  const words = kind.split(' ');
  for (const name of [kind, words.slice(-2).join(' '), ...words.toReversed()]) {
    const known = Object.hasOwn(BIRDS, name) ? name : Object.hasOwn(SAME, name) ? SAME[name] : undefined;
    if (known) return BIRDS[known];
  }
  return undefined;
}
