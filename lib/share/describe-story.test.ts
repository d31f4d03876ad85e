import { expect, test } from 'vitest';
import { describeStory } from './describe-story.ts';

const of = (text: string) => describeStory({ scenes: [{ text }] });

test('a short page is told whole, on one line', () => {
  expect(of(' Pip woke.\n\nThe moon was  gone. ')).toBe('Pip woke. The moon was gone.');
  expect(describeStory({ scenes: [] })).toBe('');
});

test('a long page ends with a whole sentence, or at least a whole word', () => {
  const sentence = 'Once a small mouse lived under the floor of a very old school.';
  expect(of(`${sentence} ${'And then she went on and on '.repeat(20)}`)).toBe(sentence);
  const endless = of('word '.repeat(100));
  expect(endless).toMatch(/^(word )+word…$/);
  expect(endless.length).toBeLessThanOrEqual(181);
  expect(of('a'.repeat(500)).length).toBeLessThanOrEqual(181);
});
