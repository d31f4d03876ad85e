import { describe, expect, it } from 'vitest';
import { readTerms } from './terms.ts';
import { understandPrompt } from './understand-prompt.ts';

const read = (prompt: string) => understandPrompt({ prompt, characters: [] });

describe('understandPrompt', () => {
  it('finds hero, adjectives and wish', () => {
    expect(read('A brave little mouse looks for a magical cheese')).toMatchObject({
      hero: { kind: 'mouse', adjectives: ['brave', 'little'] },
      wish: { phrase: 'magical cheese', noun: 'cheese', article: 'a' },
    });
  });

  it('keeps companions, relations and the place by its own name', () => {
    const reading = read('Nova the fox and her robot friend Bip explore a candy galaxy');
    expect(reading.hero).toMatchObject({ name: 'Nova', kind: 'fox', pronoun: 'she' });
    expect(reading.companions).toMatchObject([{ name: 'Bip', kind: 'robot' }]);
    expect(reading).toMatchObject({ placeName: 'candy galaxy', places: ['candy-land', 'space'] });
  });

  it('tells opponents, those in need, receivers and fears from companions', () => {
    expect(read('A knight must stop a grumpy dragon').opponent).toMatchObject({ kind: 'dragon' });
    expect(read('A princess helps a lost baby whale').needy).toMatchObject({ kind: 'whale' });
    expect(read('a birthday surprise for grandpa').receiver).toMatchObject({ kind: 'grandpa' });
    expect(read('my daughter Mia is afraid of the dark')).toMatchObject({
      fear: 'the dark',
      hero: { name: 'Mia', pronoun: 'she' },
    });
  });

  it('understands shouting, slips, emoji, other languages and instructions', () => {
    expect(read('THE PENGUIN WHO WANTED TO FLY')).toMatchObject({
      hero: { kind: 'penguin' },
      deed: { base: 'fly', past: 'flew' },
    });
    expect(read('a litle mouse looks for chese').wish).toMatchObject({ noun: 'cheese' });
    expect(read('🦊🚀').hero).toMatchObject({ kind: 'fox' });
    expect(read('Eine Maus sucht Käse')).toMatchObject({ hero: { kind: 'mouse' }, wish: { noun: 'cheese' } });
    const asked = read("Please write a 300 word story about a dragon who can't breathe fire");
    expect(asked).toMatchObject({ hero: { kind: 'dragon' }, deed: { base: 'breathe fire' }, length: 300 });
  });

  it('knows a surprising hero, what is dressed how, and what is only a thing', () => {
    expect(read('a toaster who wants to fly').hero).toMatchObject({ kind: 'toaster' });
    expect(read('a lonely stapler who wants to sing').hero).toMatchObject({ kind: 'stapler' });
    expect(read('a boy with a red coat finds a key').hero).toMatchObject({ kind: 'boy', outfit: 'red coat' });
    expect(read('Who stole the cookies from the bakery?').hero).toBeUndefined();
  });

  it('knows one who has a job for one, and whose they are for nobody', () => {
    expect(read('a mouse detective finds the lost cheese')).toMatchObject({
      hero: { kind: 'mouse', adjectives: ['detective'] },
      companions: [],
    });
    expect(read('A cat astronaut flies to Mars')).toMatchObject({ hero: { kind: 'cat' }, companions: [] });
    expect(read('A queen bee looks for honey').hero).toMatchObject({ kind: 'bee', pronoun: 'she' });
    expect(read("Santa's reindeer is sick").hero).toMatchObject({ kind: 'reindeer', adjectives: [] });
    expect(read('Two friends build a rocket and fly to the moon').companions).toHaveLength(1);
    expect(read('A girl in Berlin sings').companions).toEqual([]);
  });

  it('takes no people, places, feasts and titles for names, nor what belongs to a thing for company', () => {
    expect(read('A young Inuit boy learns to fish').hero).toMatchObject({ kind: 'boy' });
    expect(read('The Piano With the Missing Key').companions).toEqual([]);
    expect(read("Lars found a Viking coin in his grandfather's boat shed.").companions).toEqual([]);
    expect(read('A penguin and a boy sail to an island').companions).toMatchObject([{ kind: 'boy' }]);
    expect(read('A girl and her old robot race to the moon').companions).toMatchObject([{ kind: 'robot' }]);
    expect(read('Diwali lights go out and Rohan must find out why').hero).toMatchObject({ name: 'Rohan' });
    expect(read('Yuki folds a paper crane that flies away').companions).toEqual([]);
    expect(read('The T. rex who joined a ballet class').hero).toMatchObject({ kind: 't-rex' });
  });

  it('tells who is helped at work from who is in need', () => {
    const dumplings = read('Mei helps her grandmother make dumplings');
    expect(dumplings).toMatchObject({ companions: [{ kind: 'grandmother' }] });
    expect(dumplings.needy).toBeUndefined();
    expect(read('A little tugboat saves a big ship in a storm').needy).toMatchObject({ kind: 'ship' });
    expect(read('A girl discovers a cat trapped inside a pyramid').needy).toMatchObject({ kind: 'cat' });
  });

  it('knows what is brought, and to whom or where', () => {
    expect(read('A small otter posts a letter to the lighthouse').errand).toMatchObject({
      load: { phrase: 'letter' },
      to: { the: 'the lighthouse', place: 'beach' },
    });
    expect(read('Mia takes a basket of apples to her grandma').errand).toMatchObject({
      load: { phrase: 'basket of apples', noun: 'apples' },
      receiver: { kind: 'grandma' },
    });
    expect(read('A fox brings soup to a sick bear')).toMatchObject({
      errand: { receiver: { kind: 'bear', adjectives: ['sick'] } },
      companions: [],
    });
    expect(read('A mouse brings some cookies to the king').errand?.load).toMatchObject({ plural: true });
    expect(read('A bear carries a lamp to the top of the mountain').errand?.to).toEqual({
      the: 'the top of the mountain',
      place: 'mountain',
    });
    for (const none of [
      'A dog takes the bus to the zoo',
      'Lamp posts talk at night',
      'A boy brings his dog to school',
      'The spring brings joy to everyone',
    ])
      expect([none, read(none).errand]).toEqual([none, undefined]);
  });

  it.each([
    ['A possum hides under the wrong bed.', 'hid under the wrong bed'],
    ['The hamster raises his right paw because he wants to ask something', '{he} wanted to ask something'],
    ['Two mums take their twins to the beach', 'took their twins to the beach'],
    ['The wind and the sun have an argument', 'had an argument'],
    ['A hungry caterpillar at the supermarket', 'was at the supermarket'],
    ['The moon comes down to play hide and seek', 'came down to play hide and seek'],
    ['Rohan must find out why the lamp is red', 'had to find out why'],
    ['The sun overslept and everyone was confused', 'overslept and everyone was confused'],
    ['A raincoat waits all summer to be worn', 'waited all summer to be worn'],
    ['a crow wears a red scarf, all birds think she is lovely', 'wore a red scarf'],
  ])('tells in the past what is done in "%s"', (prompt, past) => {
    expect(read(prompt).premise).toMatchObject({ sort: 'deed', past: expect.stringContaining(past) });
  });

  it.each([
    'The old king dies and his daughter rules wisely',
    'tell me how the knight thanks the cook',
    'A mouse should sing for the queen',
    'An owl who reads',
  ])('tells no deed of "%s"', (prompt) => {
    expect(read(prompt).premise?.sort).not.toBe('deed');
  });

  it('finds the title that a prompt is, in words that are English', () => {
    expect(read('Why the sea is salty').premise).toEqual({ sort: 'cause', phrase: 'why the sea is salty' });
    expect(read('A letter from the north pole').premise).toMatchObject({ sort: 'thing' });
    expect(read('The clock that ran backwards').premise).toMatchObject({ sort: 'name' });
    expect(read('How the elephant became a firefighter').premise).toMatchObject({ sort: 'cause' });
    expect(read('Tell me about the day the colours went on strike.').premise).toEqual({
      sort: 'day',
      phrase: 'the day the colours went on strike',
    });
    expect(read('The Lighthouse That Was Afraid of the Dark')).toMatchObject({
      premise: { sort: 'name', phrase: 'the lighthouse that was afraid of the dark' },
      companions: [],
      fear: 'the dark',
    });
    expect(read('A little dragon who is afraid of fire').premise).toBeUndefined();
    expect(read('Das kleine Zimmer').premise).toBeUndefined();
    expect(read('A story about kindness').premise).toBeUndefined();
  });

  it('knows what somebody is afraid of at a place or for the first time', () => {
    expect(read("A koala's first day at kindergarten").fear).toBe('the first day at kindergarten');
    expect(read('A unicorn goes to the dentist').fear).toBe('the dentist');
  });

  it('sees what is gone, who is lost, and what is not wanted', () => {
    expect(read('The day the colours disappeared from the town').wish).toMatchObject({ noun: 'colours' });
    expect(read('A girl named Lina and her robot find a lost puppy').needy).toMatchObject({ kind: 'puppy' });
    expect(read('A frog prince who does not want to be a prince').deed).toBeUndefined();
    expect(read('A child who cannot find her teddy bear').companions).toEqual([]);
  });

  it('keeps what is thought with whoever thinks it', () => {
    expect(read('A cat who thinks she is a tiger')).toMatchObject({
      habit: { past: 'thought {he} was a tiger' },
      companions: [],
    });
    expect(read('A squirrel who forgets where he hid his nuts').habit).toMatchObject({
      past: 'forgot where {he} hid {his} nuts',
    });
  });

  it('reads anything without failing', () => {
    for (const prompt of ['???', '😀😀', 'x', ' . ', 'a'.repeat(4_000), '{}[]|<>', '"', "'''"]) {
      expect(read(prompt).companions.length).toBeLessThanOrEqual(4);
    }
  });
});

it('slips of the pen are mended, words that are English are not', () => {
  const read = (text: string) =>
    readTerms(text)
      .map((term) => term.text)
      .join(' ');
  expect(read('a dragn and a wizerd in a casle')).toBe('a dragon and a wizard in a castle');
  for (const text of ['a diver finds a pearl', 'the hose is broken', 'a miser', 'the plait', 'a towel'])
    expect(read(text)).toBe(text);
});

it('takes somebody added by name for the one of that kind the prompt left without', () => {
  const read = (prompt: string, characters: string[]) => understandPrompt({ prompt, characters });
  const fox = read('A fox finds a lantern', ['Nova the fox', 'Otto']);
  expect(fox.hero).toMatchObject({ name: 'Nova', kind: 'fox' });
  expect(fox.companions.map((one) => one.name)).toEqual(['Otto']);
  expect(read('Pip the fox finds a lantern', ['Nova the fox']).companions[0]).toMatchObject({ name: 'Nova' });
  expect(read('Captain Pickle sails the seven seas', []).hero).toMatchObject({ name: 'Captain Pickle' });
});
