import { expect, test } from 'vitest';
import { storyBriefSchema } from '../../story/schema.ts';
import { guardBrief } from '../guard.ts';
import looksLikeIt from './fixtures/looks-like-it.json' with { type: 'json' };
import toldByFamilies from './fixtures/told-by-families.json' with { type: 'json' };
import { maskPersonalData } from './mask-personal-data.ts';

test.each([
  ['write to anna.lund@example.org please', 'write to [an e-mail address] please', ['email']],
  ['write to anna (at) example (dot) org', 'write to [an e-mail address]', ['email']],
  ['ring +44 1632 960 123 tonight', 'ring [a phone number] tonight', ['phone']],
  ['my number is 555-0199', 'my number is [a phone number]', ['phone']],
  ['we live at 14 Chestnut Road', 'we live at [an address]', ['address']],
  ['my adress is 9 harbour lane', 'my adress is [an address]', ['address']],
  ['My cousin lives in the Lindenstraße 12', 'My cousin lives in the [an address]', ['address']],
  [
    'This is for my son Torvald Brekke, 3 Mill Lane',
    'This is for my son [a name], [an address]',
    ['address', 'full_name'],
  ],
  [
    'I am Wilma Okonjo and I go to Northgate Primary School',
    'I am [a name] and I go to [a school]',
    ['school', 'full_name'],
  ],
])('%j is told without who and where', (text, masked, found) => {
  expect(maskPersonalData(text)).toEqual({ text: masked, found });
});

test.each([
  'Mila and her brother Tom find an egg',
  'Mr Fox lives at 12 Burrow Lane with his nine cubs',
  'The detective mouse of 221b Butter Street',
  'Captain Torvald Brekke sails to the moon',
  'The school for young pigs opens on Monday',
  'ten, nine, eight, seven, six, five, four, three, two, one, go',
  '1 2 3 4 5 6 7 8 9 10, coming!',
  'In 1939-1945 there was a war',
  'There were 1000000 stars',
  'The goblin’s phone number is 111',
  'Pi is 3.14159265',
])('%j stays as it is', (text) => {
  expect(maskPersonalData(text)).toEqual({ text, found: [] });
});

test('what is masked stays the same when it is masked again', () => {
  const once = maskPersonalData('I am Wilma Okonjo, 14 Chestnut Road, 01632 960 123, wilma@example.org');
  expect(once.found).toEqual(['email', 'phone', 'address', 'full_name']);
  expect(maskPersonalData(once.text)).toEqual({ text: once.text, found: [] });
});

test('a brief is kept with masks, and a mask never makes a line too long for its field', () => {
  const brief = storyBriefSchema.parse({
    prompt: `A story for 01632 960 123 ${'a'.repeat(3_970)}`,
    theme: 'write to me@example.org',
  });
  const guarded = guardBrief(brief);
  expect(guarded.theme).toBe('write to [an e-mail address]');
  expect(guarded.prompt).toContain('[a phone number]');
  expect(() => storyBriefSchema.parse(guarded)).not.toThrow();
});

test.each([
  ['my roblox password is banana77frog', 'banana77frog', 'account'],
  ['add me on snapchat, I am @milo_kickflip09', '@milo_kickflip09', 'account'],
  ['the bear pays with 4111 1111 1111 1111, valid until 09/27', '4111 1111 1111 1111', 'document'],
  ['SSN 900-12-3456 is my dad’s', '900-12-3456', 'document'],
  ['the IBAN is DE89 3704 0044 0532 0130 00', 'DE89 3704', 'document'],
  ['text me on zero7seven00 nine00 one2three', 'zero7seven00', 'phone'],
  ['My name is Tilda Wexcombe and I like snails', 'Tilda Wexcombe', 'full_name'],
])('%j is masked', (text, detail, kind) => {
  const masked = maskPersonalData(text);
  expect(masked.text).not.toContain(detail);
  expect(masked.found).toContain(kind);
});

test.each([
  'the secret password is abracadabra',
  'pi is 3.14159265, says the owl',
  'Mr. Fox @ the farm',
  'a robot with the number 1234567890123456',
  'my name is Leo and I am seven',
  '10 Downing Street’s cat chases a mouse',
])('%j tells nothing', (text) => {
  expect(maskPersonalData(text)).toEqual({ text, found: [] });
});

/** What is left of a detail when case, signs and spaces do not count. */
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

test('what families, teachers and children tell of themselves is masked, in many languages and disguises', () => {
  const left = toldByFamilies.filter(({ text, hidden }) => {
    const masked = bare(maskPersonalData(text).text);
    return hidden.some((detail) => masked.includes(bare(detail)));
  });
  expect(toldByFamilies.length).toBeGreaterThan(130);
  expect(left).toEqual([]);
});

test.each(looksLikeIt)('%j only looks like it', (text) => {
  expect(maskPersonalData(text)).toEqual({ text, found: [] });
});

test('a disguised address is masked where it stands, and what is around it stays as it was written', () => {
  expect(maskPersonalData('I live at 1 8 C o b n u t R o a d, by the pond').text).toBe(
    'I live at [an address], by the pond',
  );
  expect(maskPersonalData('Come to th1rty-s1x H0llybank R0ad, says my m0m').text).toBe(
    'Come to [an address], says my m0m',
  );
  expect(maskPersonalData('my phone ０７７００ ９００７７７ the letters are wide').text).toBe(
    'my phone [a phone number] the letters are wide',
  );
  expect(maskPersonalData('𝔸1𝔹2 says: I live at 14 Chestnut R0ad, near Bob').text).toBe(
    '𝔸1𝔹2 says: I live at [an address], near Bob',
  );
  expect(maskPersonalData('write to moc.elpmaxe@yllom, in the mirror').text).toBe(
    'write to [an e-mail address], in the mirror',
  );
});

test.each([
  [
    'I walk home alone at half three down Pebblecombe Lane and am called Frida Mossby',
    'I walk home alone at half three down [an address] and am called [a name]',
  ],
  ['We are the Abernott family, 112 Foxglove Rise', 'We are the [a name] family, [an address]'],
  ['Meine Tochter Lene Burgwald wohnt im Krähenwinkel 12', 'Meine Tochter [a name] wohnt [an address]'],
  ['A tale of Sesame Street, for my son who is on his own', undefined],
  ['The fox walks alone down Hollow Tree Lane', undefined],
])('%j is told as %j', (text, masked) => {
  expect(maskPersonalData(text).text).toBe(masked ?? text);
});
