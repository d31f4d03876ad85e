import { expect, test } from 'vitest';
import { CHANGE_KINDS } from '@/lib/mending/mend-views';
import { describeVersion } from './describe-version';

const of = (version: Partial<Parameters<typeof describeVersion>[0]>) =>
  describeVersion({
    change: 'made',
    page: null,
    note: null,
    voice: null,
    restored: null,
    title: 'Pip',
    after: null,
    ...version,
  });

test('every kind of change is told in a sentence of its own', () => {
  const sentences = CHANGE_KINDS.map((change) => of({ change, page: 2, voice: 'oliver', restored: 1 }));
  expect(new Set(sentences).size).toBe(CHANGE_KINDS.length);
  expect(sentences).toContain('Page 2 in other words');
  expect(sentences).toContain('Oliver reads page 2');
  expect(sentences).toContain('Taken back to version 1');
});

test('a note and a new title are told as they were written', () => {
  expect(of({ change: 'picture', page: 1, note: 'at night' })).toBe('Another picture for page 1: “at night”');
  expect(of({ change: 'title', after: { title: 'Pip and the Moon', text: '' } })).toBe(
    'Called “Pip and the Moon”',
  );
});
