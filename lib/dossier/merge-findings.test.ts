import { expect, test } from 'vitest';
import { mergeFindings } from './merge-findings.ts';
import { type DossierFindings, dossierSchema, EMPTY_DOSSIER, NO_FINDINGS } from './schema.ts';

const character = (name: string, description: string | null = null, relationships: string[] = []) => ({
  name,
  description,
  relationships,
  arc: null,
});
const find = (findings: Partial<DossierFindings>): DossierFindings => ({ ...NO_FINDINGS, ...findings });
const KNOWN = dossierSchema.parse({
  title: 'Ember and the Light',
  characters: [
    { name: 'Ember', description: 'a small red dragon', relationships: ['Nova’s best friend'] },
    { name: 'Nova', description: 'a brave girl', relationships: ['Ember’s friend'] },
  ],
  locations: ['a lighthouse'],
  plotPoints: ['Ember finds a lamp'],
});

test('somebody new is met, and somewhere new is told', () => {
  const { dossier, changes } = mergeFindings(
    EMPTY_DOSSIER,
    find({ characters: [character('Ember', 'a small dragon')], locations: ['a lighthouse'] }),
  );
  expect(dossier.characters[0]).toEqual({ ...character('Ember', 'a small dragon'), arc: '' });
  expect(changes).toEqual(['Met Ember', 'The story happens in a lighthouse']);
});

test('the same somebody under another spelling learns only what is new', () => {
  const { dossier, changes } = mergeFindings(
    KNOWN,
    find({
      characters: [
        character('the EMBER', 'A small, red dragon, is afraid of the dark', ["Nova's Best Friend!"]),
      ],
      locations: ['The Lighthouse'],
    }),
  );
  expect(dossier.characters[0]?.name).toBe('Ember');
  expect(dossier.characters[0]?.description).toContain('is afraid of the dark');
  expect(dossier.characters[0]?.relationships).toEqual(['Nova’s best friend']);
  expect(dossier.locations).toEqual(['a lighthouse']);
  expect(changes).toHaveLength(1);
});

test('what says less never takes the place of what says more', () => {
  const { dossier, changes } = mergeFindings(KNOWN, find({ characters: [character('Ember', 'a dragon')] }));
  expect(dossier.characters[0]?.description.startsWith('a small red dragon')).toBe(true);
  expect(mergeFindings(KNOWN, find({ characters: [character('Ember', 'red dragon')] })).changes).toEqual([]);
  expect(changes.length).toBeLessThanOrEqual(1);
});

test('a closer description of a place takes its place in the list', () => {
  const { dossier } = mergeFindings(KNOWN, find({ locations: ['an old lighthouse by the sea', 'the sea'] }));
  expect(dossier.locations).toEqual(['an old lighthouse by the sea', 'the sea']);
});

test('a new name is said everywhere and everything else is kept', () => {
  const { dossier, changes } = mergeFindings(KNOWN, find({ renamed: [{ from: 'ember', to: 'Luna' }] }));
  expect(dossier).toEqual({
    ...KNOWN,
    title: 'Luna and the Light',
    characters: [
      { ...KNOWN.characters[0], name: 'Luna' },
      { ...KNOWN.characters[1], relationships: ['Luna’s friend'] },
    ],
    plotPoints: ['Luna finds a lamp'],
  });
  expect(changes).toEqual(['It is called “Luna and the Light”', 'Ember is called Luna now']);
});

test('what a person set by hand stays, whatever is found in talk; what nobody set is open', () => {
  const byHand = dossierSchema.parse({
    ...KNOWN,
    tone: 'gentle',
    setByHand: ['title', 'tone', 'sceneCount'],
    sceneCount: 6,
  });
  const { dossier, changes } = mergeFindings(
    byHand,
    find({
      title: 'The Funny Dragon',
      tone: 'funny',
      sceneCount: 3,
      style: 'paper',
      renamed: [{ from: 'Ember', to: 'Luna' }],
    }),
  );
  expect(dossier).toMatchObject({
    title: 'Ember and the Light',
    tone: 'gentle',
    sceneCount: 6,
    style: 'paper',
    setByHand: ['title', 'tone', 'sceneCount'],
  });
  expect(changes).toEqual(['Ember is called Luna now', 'The pictures are paper']);
});

test('two who are called alike stay two, until a new name makes them one', () => {
  const two = dossierSchema.parse({
    characters: [
      { name: 'Tom', description: 'a boy' },
      { name: 'Tom', description: 'a cat' },
      { name: 'Mia', description: 'a girl' },
    ],
  });
  const told = mergeFindings(two, find({ plotPoints: ['Tom sleeps'] }));
  expect(told.dossier.characters).toEqual(two.characters);
  expect(told.changes).toEqual(['What happens: Tom sleeps']);
  const one = mergeFindings(two, find({ renamed: [{ from: 'Mia', to: 'Tom' }] }));
  expect(one.dossier.characters.map(({ name }) => name)).not.toContain('Mia');
});

test('a trait that is taken back is gone from the description, and the rest of it stays', () => {
  const shy = dossierSchema.parse({
    characters: [
      { name: 'Mia', description: 'a shy, clever girl, very shy, loves cats. Lives in an old shy house.' },
    ],
  });
  const taken = find({
    characters: [character('Mia', 'brave')],
    removed: [{ field: 'traits', value: 'mia: shy' }],
  });
  const once = mergeFindings(shy, taken).dossier;
  expect(once.characters[0]?.description).toBe('a clever girl, loves cats. Lives in an old house. brave');
  expect(mergeFindings(once, taken).changes).toEqual([]);
  expect(mergeFindings(shy, find({ removed: [{ field: 'traits', value: 'Mia: hungry' }] })).changes).toEqual(
    [],
  );
});

test('what shall go goes', () => {
  const { dossier, changes } = mergeFindings(
    KNOWN,
    find({
      removed: [
        { field: 'characters', value: 'nova' },
        { field: 'locations', value: 'the lighthouse' },
      ],
    }),
  );
  expect(dossier.characters.map(({ name }) => name)).toEqual(['Ember']);
  expect(dossier.locations).toEqual([]);
  expect(changes).toEqual(['Left out Nova', 'It does not happen here any more: a lighthouse']);
});

test('whatever is found, telling it twice changes nothing the second time and the limits hold', () => {
  let state = 7;
  const pick = <Item>(items: readonly Item[]): Item => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return items[Math.floor((state / 2_147_483_648) * items.length)] as Item;
  };
  const names = ['Ember', 'ember', 'Nova', 'Nova Star', 'the wolf', 'Wolf', 'Luna', 'Mum’s'];
  const texts = [
    'a small red dragon',
    'small, red, afraid of the dark',
    'Nova’s friend. Loves Ember',
    'x '.repeat(290),
    'long word '.repeat(50).trim(),
    'afraid of the dark',
    '',
  ];
  const places = [
    'lighthouse',
    'an old lighthouse',
    'old lighthouse by the sea',
    'the sea',
    'Nova’s house',
    'wood',
  ];
  const some = <Item>(make: () => Item) => Array.from({ length: pick([0, 1, 2, 3]) }, make);
  for (let round = 0; round < 1_500; round += 1) {
    const findings = find({
      characters: some(() => ({
        ...character(
          pick(names),
          pick(texts),
          some(() => pick(texts).slice(0, 200)),
        ),
        arc: pick(texts).slice(0, 400),
      })),
      locations: some(() => pick(places)),
      plotPoints: some(() => pick(texts).slice(0, 400)),
      renamed: some(() => ({ from: pick(names), to: pick(names) })),
      removed: some(() => ({
        field: pick(['characters', 'locations'] as const),
        value: pick([...names, ...places]),
      })),
    });
    const start = round % 2 ? KNOWN : EMPTY_DOSSIER;
    const once = mergeFindings(start, findings).dossier;
    expect(dossierSchema.parse(once)).toEqual(once);
    const twice = mergeFindings(once, findings);
    expect(twice, JSON.stringify(findings)).toEqual({ dossier: once, changes: [] });
  }
});
