import { expect, test } from 'vitest';
import { playConversation } from '../../../scripts/bench/dossier-score.ts';

/** Each of these was once misread in a real conversation. */
const hear = (...texts: string[]) =>
  playConversation(
    texts.map((text) => ({
      role: text.startsWith('?') ? ('assistant' as const) : ('user' as const),
      text: text.replace(/^\?/, ''),
    })),
  ).dossier;
const namesIn = (...texts: string[]) => hear(...texts).characters.map(({ name }) => name);

test('children a story is for are not in it, nor is what they do', () => {
  const real = hear('It is for Ava and Noah, who fly to Grandma tomorrow.');
  expect(real.characters).toEqual([]);
  expect(real.plotPoints).toEqual([]);
  expect(
    namesIn(
      'This is for my twins Ava and Noah. They fly to Grandma tomorrow. It is about a hedgehog called Spike.',
    ),
  ).toEqual(['Spike']);
  expect(
    namesIn('Our Zoe is mad about tractors. My mother died last month. A story about a goat, Hugo.'),
  ).toEqual(['Hugo']);
  expect(namesIn('my daughter wants a story about a dragon called Ember')).toEqual(['Ember']);
});

test.each([
  ['His partner is called Sarah.', 'Sarah', "John's partner"],
  ['His best friend is named Tom.', 'Tom', "John's best friend"],
])('who somebody is to another and what they are called is one person: %s', (said, name, relationship) => {
  const { characters } = hear('Tell me about John, a detective in 1940s Los Angeles', said);
  expect(characters.map((one) => [one.name, ...one.relationships])).toEqual([['John'], [name, relationship]]);
});

test('children a story is for are in it when it is told so', () => {
  const told = hear(
    'It is for my twins, Ava and Noah.',
    '?Who is it about?',
    'Ava and Noah fly to Saturn in a box.',
  );
  expect(told.characters.map(({ name }) => name)).toEqual(['Ava', 'Noah']);
});

test.each([
  ['a fox called Pim — no, Pom', ['Pom']],
  ['A story about a fox called Pim, I mean Pom.', ['Pom']],
  ['a fox called pim no pom', ['Pom']],
  ['A girl named Lina, sorry, Luna, who lives in a windmill.', ['Luna']],
  ['Something with a pirate. No wait, a wizard.', ['the wizard']],
  ['A seagull called Dave. Actually, make that a pelican.', ['Dave']],
  ['A fox called Pim. No dragons please!', ['Pim']],
  ['Tom asks Ben. No, Ben will not help.', ['Tom', 'Ben']],
])('what somebody takes back in the same breath is gone: %s', (text, names) => {
  expect(namesIn(text)).toEqual(names);
});

test('places, numbers and traits are taken back in the same breath too', () => {
  expect(hear('In a swamp. No wait, on an island.').locations).toEqual(['an island']);
  expect(hear('A girl in a castle. No, a windmill.').locations).toEqual(['a windmill']);
  expect(hear('six pages, no, eight please').sceneCount).toBe(8);
  expect(hear('A seagull called Dave. Actually, make that a pelican.').characters[0]?.description).toBe(
    'a pelican',
  );
});

test('"the bear … he" is the bear, also beside a girl', () => {
  const { characters, plotPoints } = hear(
    'A girl called Lucy meets a bear.',
    '?What happens?',
    'The bear is sad because he lost his hat. She helps him.',
  );
  expect(characters.map(({ name }) => name)).toEqual(['Lucy', 'the bear']);
  expect(plotPoints).toContain('The bear lost his hat');
  expect(plotPoints).toContain('Lucy helps him');
});

test('an age that answers no question about the story is the listener’s', () => {
  const told = hear('A dragon called Ember', '?Where does Ember live?', 'She is 5');
  expect(told.ageGroup).toBe('3-5');
  expect(told.characters[0]?.description).toBe('a dragon');
  const asked = hear('A girl called Mia', '?What is Mia like?', 'She is 5 and very brave');
  expect(asked.ageGroup).toBeNull();
  expect(asked.characters[0]?.description).toContain('5');
});

test('weather is nobody, unless it is somebody', () => {
  expect(
    namesIn('A mouse called Pip', '?What would you love to see?', 'The wind blows and the rain falls.'),
  ).toEqual(['Pip']);
  expect(namesIn('?Who is it about?', 'The wind blows')).toEqual([]);
  expect(namesIn('A story about the wind who lost her voice')).toEqual(['the wind']);
});

test('a trait that is put right leaves the old one behind', () => {
  const now = (...texts: string[]) => hear(...texts).characters[0]?.description;
  expect(now('Mia is a shy girl.', '?What is she like?', 'actually she is not shy, she is brave')).toBe(
    'a girl, brave',
  );
  expect(now('A girl called Mia. She is shy and tall.', '?And?', 'No wait, Mia is brave, not shy.')).toBe(
    'a girl, tall, brave',
  );
  expect(now('A boy called Tom', '?What is Tom like?', 'lonely rather than grumpy')).toContain('lonely');
  expect(now('A boy called Tom. He is not hungry.')).toContain('not hungry');
});

test('a trait, a feature or a kind is told in a bare answer too', () => {
  expect(
    hear('A boy called Tom', '?What is Tom like?', 'Very curious and a bit shy').characters[0]?.description,
  ).toBe('a boy, Very curious and a bit shy'.replace('Very', 'very'));
  expect(hear('a bird called Kiki with a torn wing who wants to fly').characters[0]?.description).toBe(
    'a bird, with a torn wing',
  );
});

test('the document’s own example gives somebody, what he is, and where and when', () => {
  const { characters, locations } = hear('Tell me about John, a detective in 1940s Los Angeles');
  expect(characters).toMatchObject([{ name: 'John', description: 'a detective' }]);
  expect(locations).toEqual(['1940s Los Angeles']);
});

test.each([
  ['A fox called Pim. His farmer is Mrs Plum.', 'Mrs Plum', "Pim's farmer"],
  ['Amir has a grandma called Nani.', 'Nani', "Amir's grandma"],
  ['Two brothers, Finn and Jake, live in a tree.', 'Finn', "Jake's brother"],
  ['A girl called Nadia and Bolt, her robot dog.', 'Bolt', "Nadia's robot dog"],
  ['A bear called Misha. The sister of Misha, Dasha, is brave.', 'Dasha', "Misha's sister"],
  ['Ivy and Juniper live with their uncle Tomás.', 'Tomás', "Ivy and Juniper's uncle"],
  ['Captain Ilse sails far. Her first mate, Okoro, is old.', 'Okoro', "Captain Ilse's first mate"],
  ['A girl called Fatima. Give her a cat named Simsim.', 'Simsim', "Fatima's cat"],
  ['Dewi meets Mr Finn, who becomes her teacher.', 'Mr Finn', "becomes Dewi's teacher"],
])('who is what to whom: %s', (text, name, relationship) => {
  const found = hear(text).characters.find((one) => one.name === name);
  expect(found?.relationships, JSON.stringify(hear(text).characters)).toContain(relationship);
});

test('a list of wishes is read line by line', () => {
  expect(
    hear(
      'My wishes:\n- hero: Ada, a girl inventor\n- sidekick: Bolt, her robot dog\n- place: a floating city\n- pages: 6',
    ),
  ).toMatchObject({
    characters: [{ name: 'Ada' }, { name: 'Bolt', relationships: ["Ada's robot dog"] }],
    locations: ['a floating city'],
    sceneCount: 6,
  });
});
