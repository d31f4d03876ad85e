import { expect, test } from 'vitest';
import { collectDecisions, type Decision } from './decisions.ts';
import { guardText } from './guard.ts';

const NUMBER = '01632 960 123';

test.each(['prompt', 'chat', 'profile', 'document'] as const)(
  'what people say in a %s is kept with masks, and each kind is noted',
  async (place) => {
    const noted: Decision[] = [];
    const keep = async (decisions: Decision[]) => {
      noted.push(...decisions);
    };
    const said = `Ring me on ${NUMBER} or write to anna.lund@example.org about the snail.`;
    const kept = await collectDecisions(keep, async () => guardText(said, { place, maxLength: 400 }));
    expect(kept).toBe('Ring me on [a phone number] or write to [an e-mail address] about the snail.');
    expect(noted.map(({ action, rule }) => `${action} ${rule}`)).toEqual(['masked email', 'masked phone']);
    expect(guardText(kept, { place, maxLength: 400 })).toBe(kept);
  },
);

test.each(['page', 'story', 'picture', 'video'] as const)('what we tell in a %s is not masked', (place) => {
  const told = `The telephone in the tower had the number ${NUMBER}.`;
  expect(guardText(told, { place })).toBe(told);
});

test('a mask never makes a text longer than its field, and is not cut in the middle', () => {
  const said = `${'a'.repeat(90)} call 555-0199`;
  expect(guardText(said, { place: 'profile' })).toBe(`${'a'.repeat(90)} call`);
  expect(guardText(said, { place: 'profile', maxLength: 400 })).toBe(
    `${'a'.repeat(90)} call [a phone number]`,
  );
  for (let length = 60; length < 130; length += 1) {
    const kept = guardText(said, { place: 'chat', maxLength: length });
    expect(kept.length).toBeLessThanOrEqual(length);
    expect(kept).not.toMatch(/\[[^\]]*$/);
  }
});

test('a document keeps its form and its heroes; only the paragraph that tells about somebody is masked', () => {
  const given = [
    '# Torvald Brekke and the Snail',
    'Torvald Brekke found a snail.\nHe called it **Pip**.',
    '- a snail\n- a lettuce',
    `This was written by Wilma Okonjo, 14 Chestnut Road, ${NUMBER}.`,
    'And Torvald Brekke lived happily.',
  ];
  const kept = guardText(given.join('\n\n'), { place: 'document' }).split('\n\n');
  expect(kept.filter((_, index) => index !== 3)).toEqual(given.filter((_, index) => index !== 3));
  expect(kept[3]).toBe('This was written by [a name], [an address], [a phone number].');
});
