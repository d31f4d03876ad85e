import { describe, expect, it } from 'vitest';
import { checkText } from '../../safety/check-text.ts';
import { explainWords } from './explain-words.ts';
import { glossaryMeaning } from './glossary.ts';
import { lookUpSenses } from './wordnet.ts';

describe('explainWords', () => {
  it('explains what the readers may not know, once, from our glossary, in any form', async () => {
    const text = 'At dusk the lanterns trembled. Nova trembled too, for the gloom was deep.';
    expect(await explainWords(text, '9-12', ['Nova'])).toEqual([
      { word: 'dusk', meaning: 'the time when it gets dark' },
      { word: 'trembled', meaning: 'to shake because you are cold, afraid or excited' },
      { word: 'gloom', meaning: 'a place or a time with very little light' },
    ]);
  });

  it('asks WordNet for the rest and leaves out what it only tells in harder words', async () => {
    const found = await explainWords('They sailed through the archipelago with a trombone.', '6-8');
    expect(found.map((one) => one.word)).toEqual(['archipelago']);
    expect(found[0]?.meaning).toMatch(/islands/);
  });

  it('explains no name and nothing to readers who know the words', async () => {
    expect(await explainWords('On the hill lived Peril and her friend Gloom.', '3-5', ['Gloom'])).toEqual([]);
    expect(await explainWords('The cat sat on the mat.', '3-5')).toEqual([]);
    expect(await explainWords('', '3-5')).toEqual([]);
  });

  it('underlines at most thirty words of a story', async () => {
    const hard =
      'abrupt banner barge beacon bellow billow brim bustle canopy canyon cascade cavern chasm chime chortle cobbler cocoon commend cove crater crescent crevice crimson cunning dangle dappled delicate detour dilemma dismay drench ember errand forage fragrant frantic gadget gallant';
    const found = await explainWords(`They saw ${hard.split(' ').join(' and ')}.`, '3-5');
    expect(found).toHaveLength(30);
  });
});

it('answers in bounded time for a long text of words that nobody knows', async () => {
  const text = Array.from({ length: 8_000 }, (_, at) => `zy${at.toString(26).replace(/\d/g, 'q')}rn`).join(
    ' and ',
  );
  const startedAt = performance.now();
  expect(await explainWords(text, '6-8')).toEqual([]);
  expect(performance.now() - startedAt).toBeLessThan(4_000);
});

describe('the glossary', () => {
  it('says nothing that the guard would not let a child of three read', async () => {
    const words = 'gloom peril terror siren volcano wreck temple traitor wither ember'.split(' ');
    const lines = words.map((word) => glossaryMeaning(word) ?? '');
    const stopped = lines.filter(
      (line) => line === '' || !checkText(line, { place: 'page', ageGroup: '3-5' }).allowed,
    );
    expect(stopped).toEqual([]);
  });
});

describe('lookUpSenses', () => {
  it('finds the first sense of each part of speech, the first and the last word of the files too', async () => {
    expect(await lookUpSenses('lantern')).toMatchObject([{ part: 'noun' }]);
    expect((await lookUpSenses('walk')).map((sense) => sense.part)).toEqual(['noun', 'verb']);
    expect(await lookUpSenses('zymurgy')).toMatchObject([{ part: 'noun' }]);
    expect(await lookUpSenses('abaft')).toMatchObject([{ part: 'adv' }]);
    expect(await lookUpSenses('flibbertigibbets')).toEqual([]);
  });
});
