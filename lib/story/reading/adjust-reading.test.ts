import { describe, expect, it } from 'vitest';
import { adjustDraft } from './adjust-draft.ts';
import { adjustPages, adjustReading } from './adjust-reading.ts';
import { joinSentences } from './join-sentences.ts';
import { judgeReading } from './judge-reading.ts';
import { measureReading } from './measure-reading.ts';
import { shortenSentence } from './shorten-sentence.ts';

const names = new Set(['nova', 'bip']);

describe('shortenSentence', () => {
  it.each([
    [
      'The rain fell hard, and the bear ran home to its warm cave.',
      'The rain fell hard. The bear ran home to its warm cave.',
    ],
    [
      'Nova looked for a long time, but she could not find the key.',
      'Nova looked for a long time. But she could not find the key.',
    ],
    ['Nova ran up the hill; nobody was there.', 'Nova ran up the hill. Nobody was there.'],
    ['When the rain stopped, they went home.', 'The rain stopped. Then they went home.'],
    [
      'She laid the seed in the earth, and covered it with a leaf.',
      'She laid the seed in the earth. She covered it with a leaf.',
    ],
    [
      'Nova climbed the hill, crossed the bridge, and opened the gate.',
      'Nova climbed the hill and crossed the bridge. Nova opened the gate.',
    ],
    ['She walked home, holding the lamp.', 'She walked home. She was holding the lamp.'],
    [
      'In the dark she heard it: a tiny tapping by the door.',
      'In the dark she heard it. It was a tiny tapping by the door.',
    ],
    ['The moon hung over the sea, like a lamp in a window.', 'The moon hung over the sea.'],
    ['It had one white root, as fine as a hair, and no leaf.', 'It had one white root, and no leaf.'],
  ])('%s', (long, short) => {
    expect(shortenSentence(long, names)).toBe(short);
  });

  it.each([
    'They had bread, and cheese, and a pot of honey.',
    'He hoped that the door would open, and the light would come in.',
    'One had a bun, one a pear, and the mole had the candle.',
    '“I am tired, and I want to go home,” said Nova.',
    'Nova and Bip and the bear sat by the fire.',
    'It looked like a lamp.',
    'She saw the boat that Bip built and painted.',
  ])('leaves what cannot be cut well: %s', (sentence) => {
    expect(shortenSentence(sentence, names)).toBeUndefined();
  });
});

describe('joinSentences', () => {
  it.each([
    ['Nova ran to the gate.', 'But the gate was shut.', 'Nova ran to the gate, but the gate was shut.'],
    ['She ran to the gate.', 'She jumped over the wall.', 'She ran to the gate and jumped over the wall.'],
    ['The wind blew hard.', 'Bip held on to the rope.', 'The wind blew hard, and Bip held on to the rope.'],
    ['The wind blew hard.', 'Then Bip let go.', 'The wind blew hard, and then Bip let go.'],
  ])('%s %s', (before, after, joined) => {
    expect(joinSentences(before, after, 20, names)).toBe(joined);
  });

  it.each([
    ['A fox named Tom was her best friend.', 'All winter Nova had dreamed of snow.'],
    ['Was it Bip?', 'She ran to the gate.'],
    ['She ran to the gate.', '“Stop!” cried Bip.'],
    ['Nova crept back to bed, at last.', 'Nova yawned once more.'],
    ['She crept back to bed.', 'Nova yawned once more.'],
    ['Nova saw a tiny monkey.', 'A big branch had fallen in the night.'],
    ['Nova came home.', 'It was the day after the wind.'],
  ])('leaves what does not belong together: %s %s', (before, after) => {
    expect(joinSentences(before, after, 20, names)).toBeUndefined();
  });
});

const HARD = [
  'Nova wandered through the enormous forest, and the wind murmured in the ancient branches, but she did not turn back.',
  'She discovered a peculiar key beneath the moss, and she carried it home to the old house by the river.',
  '“I have never seen such a magnificent, extraordinary key,” said Bip.',
  'When the evening came, they tried it in the door, and the door swung open with a creak.',
].join(' ');

describe('adjustReading', () => {
  it('brings a hard text into the band of beginners and leaves names and speech alone', () => {
    const easy = adjustReading(HARD, '6-8', ['Nova', 'Bip']);
    expect(judgeReading(measureReading(HARD, '6-8', ['Nova', 'Bip']), '6-8')).toBe('too_hard');
    expect(judgeReading(measureReading(easy, '6-8', ['Nova', 'Bip']), '6-8')).toBe('in_band');
    expect(easy).toContain('“I have never seen such a magnificent, extraordinary key,” said Bip.');
    expect(easy).toMatch(/^Nova /);
  });

  it('brings an easy text towards older readers by joining what belongs together', () => {
    const plain =
      'The wind blew. The rain fell on the hill. She ran to the gate. She jumped over the wall. Then she saw a light. It was far away. '.repeat(
        2,
      );
    const before = measureReading(plain, '9-12');
    const after = measureReading(adjustReading(plain, '9-12'), '9-12');
    expect(after.meanSentenceLength).toBeGreaterThan(before.meanSentenceLength * 1.3);
  });

  it('gives back what is in the band, and the same for the same text', () => {
    const fine =
      'The cat sat on the mat. The dog ran to the gate. It was a warm day. They were happy. '.repeat(2);
    expect(adjustReading(fine, '3-5')).toBe(fine);
    expect(adjustReading(HARD, '6-8')).toBe(adjustReading(HARD, '6-8'));
    expect(adjustReading('', '6-8')).toBe('');
  });

  it('keeps pages and paragraphs', () => {
    const pages = adjustPages([`${HARD}\n\n${HARD}`, HARD], '3-5');
    expect(pages).toHaveLength(2);
    expect(pages[0]?.split('\n\n')).toHaveLength(2);
  });

  it('shows nothing in a picture that went out of its text', () => {
    const text = `${HARD} ${HARD} The wood was as quiet and wide as the great sea, like a bridge.`;
    const scene = { text, summary: 's', props: ['bridge', 'key'], characterIds: [], setting: undefined };
    const draft = { scenes: [scene], characters: [] } as unknown as Parameters<typeof adjustDraft>[0];
    const [page] = adjustDraft(draft, '3-5').scenes;
    expect(page?.text).not.toContain('bridge');
    expect(page?.props).toEqual(['key']);
  });
});
