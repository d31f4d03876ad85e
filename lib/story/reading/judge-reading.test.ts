import { describe, expect, it } from 'vitest';
import { judgeReading, readingBand } from './judge-reading.ts';
import { measureReading } from './measure-reading.ts';

const judge = (text: string, age: '3-5' | '6-8' | '9-12') => judgeReading(measureReading(text, age), age);

const SIMPLE = 'The cat sat on the mat. It was warm. The dog ran home. It was fun. '.repeat(4);
const OLDER =
  'When the evening wind came over the hills, the children carried their lanterns down to the harbour, where an old sailor was telling a story about a whale. '.repeat(
    4,
  );

describe('judgeReading', () => {
  it('finds a simple text right for the youngest and too easy for the rest', () => {
    expect(['3-5', '6-8', '9-12'].map((age) => judge(SIMPLE, age as '3-5'))).toEqual([
      'in_band',
      'too_easy',
      'too_easy',
    ]);
  });

  it('finds long sentences too hard for beginners', () => {
    expect(judge(OLDER, '3-5')).toBe('too_hard');
    expect(judge(OLDER, '6-8')).toBe('too_hard');
  });

  it('finds a text of unknown words too hard, however short its sentences', () => {
    const text = 'The ogre wept. The gnome brewed sorrel. A lynx purred. The abbot knelt. '.repeat(4);
    expect(judge(text, '6-8')).toBe('too_hard');
  });

  it('never finds a few words too easy, and too hard only when they are by far', () => {
    expect(judge('The cat sat.', '9-12')).toBe('in_band');
    expect(judge('The marvellous butterfly wandered over the meadow.', '3-5')).toBe('in_band');
    const far =
      'Notwithstanding considerable meteorological difficulties, the indefatigable explorers persevered throughout innumerable uncomfortable expeditions beyond the mountains.';
    expect(judge(far, '3-5')).toBe('too_hard');
    expect(judge('', '3-5')).toBe('in_band');
  });

  it('has bands that rise with age', () => {
    expect(readingBand('3-5').grade.max).toBeLessThan(readingBand('6-8').grade.max);
    expect(readingBand('6-8').grade.max).toBeLessThan(readingBand('9-12').grade.max);
  });
});
