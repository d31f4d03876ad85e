import { describe, expect, it } from 'vitest';
import { fixArticles, joinList, pluralOf, possessive, singularOf, withArticle } from './grammar.ts';

describe('withArticle', () => {
  it.each([
    'an apple',
    'a unicorn',
    'an hour',
    'a one-eyed cat',
    'an owl',
    'a university',
    'an umbrella',
    'an X-ray',
    'an honest fox',
    'a European bear',
    'an uninvited guest',
  ])('says %s', (phrase) => {
    expect(withArticle(phrase.replace(/^an? /, ''))).toBe(phrase);
  });
});

describe('fixArticles', () => {
  it('puts articles right inside a sentence and leaves other words alone', () => {
    expect(fixArticles('A old fox saw an banana and a “apple”.')).toBe(
      'An old fox saw a banana and an “apple”.',
    );
  });
});

describe('plurals', () => {
  it.each([
    ['mouse', 'mice'],
    ['fox', 'foxes'],
    ['berry', 'berries'],
    ['wolf', 'wolves'],
    ['polar bear', 'polar bears'],
    ['child', 'children'],
    ['fireman', 'firemen'],
    ['sheep', 'sheep'],
  ])('%s → %s', (one, many) => {
    expect(pluralOf(one)).toBe(many);
    if (!one.includes(' ')) expect(singularOf(many)).toBe(one);
  });

  it('leaves singular words that end in s', () => {
    expect(singularOf('octopus')).toBe('octopus');
    expect(singularOf('princess')).toBe('princess');
  });
});

describe('names', () => {
  it('joins and owns', () => {
    expect(joinList(['Nova', 'Bip', 'Lulu'])).toBe('Nova, Bip and Lulu');
    expect(possessive('James')).toBe("James's");
    expect(possessive('foxes', true)).toBe("foxes'");
  });
});
