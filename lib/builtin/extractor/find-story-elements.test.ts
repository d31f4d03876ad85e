import { describe, expect, it } from 'vitest';
import {
  addScores,
  loadConversations,
  playConversation,
  rate,
  scoreDossier,
} from '../../../scripts/bench/dossier-score.ts';
import { mergeFindings } from '../../dossier/merge-findings.ts';
import {
  dossierFindingsSchema,
  dossierSchema,
  EMPTY_DOSSIER,
  NO_FINDINGS,
  type Utterance,
} from '../../dossier/schema.ts';
import { findStoryElements } from './find-story-elements.ts';

const hear = (...texts: string[]) => {
  const messages: Utterance[] = texts.map((text) => ({
    role: text.startsWith('?') ? 'assistant' : 'user',
    text: text.replace(/^\?/, ''),
  }));
  return playConversation(messages).dossier;
};
const namesIn = (...texts: string[]) => hear(...texts).characters.map(({ name }) => name);

describe('findStoryElements', () => {
  it('notes at least four fifths of the characters, places and relationships of the scripted conversations; of those held out from tuning most', () => {
    const conversations = loadConversations();
    expect(conversations.length).toBeGreaterThanOrEqual(36);
    for (const isHeldOut of [false, true]) {
      const chosen = conversations.filter((one) => one.isHeldOut === isHeldOut);
      expect(chosen.length).toBeGreaterThanOrEqual(10);
      const total = addScores(
        chosen.map(({ messages, expected }) => scoreDossier(playConversation(messages).dossier, expected)),
      );
      expect(rate(total.characters).f1).toBeGreaterThanOrEqual(0.8);
      expect(rate(total.plotPoints).f1).toBeGreaterThanOrEqual(0.7);
      // What was measured when they were first played, as a floor: nothing may read worse than that.
      expect(rate(total.locations).f1).toBeGreaterThanOrEqual(isHeldOut ? 0.7 : 0.8);
      expect(rate(total.relationships).f1).toBeGreaterThanOrEqual(isHeldOut ? 0.6 : 0.8);
    }
  });

  it('changes nothing when the same is told twice', () => {
    for (const { file, messages } of loadConversations()) {
      for (const { role, text } of messages) {
        if (role !== 'user') continue;
        const told: Utterance[] = [{ role, text }];
        const once = mergeFindings(
          EMPTY_DOSSIER,
          findStoryElements({ messages: told, dossier: EMPTY_DOSSIER }),
        ).dossier;
        const twice = mergeFindings(once, findStoryElements({ messages: told, dossier: once }));
        expect(twice.changes, `${file}: ${text}`).toEqual([]);
      }
    }
  });

  it('answers findings and dossiers within the limits of their schemas', () => {
    for (const { messages } of loadConversations()) {
      dossierFindingsSchema.parse(findStoryElements({ messages, dossier: EMPTY_DOSSIER }));
      dossierSchema.parse(playConversation(messages).dossier);
    }
  });

  it('knows whom a pronoun means and what somebody is to somebody else', () => {
    const { characters } = hear(
      'A brave mouse called Pip.',
      'Pip has a sister, Mimi.',
      'She is afraid of the dark.',
    );
    expect(characters).toMatchObject([
      { name: 'Pip', description: 'a brave mouse' },
      { name: 'Mimi', relationships: ["Pip's sister"] },
    ]);
    expect(characters[1]?.description).toContain('afraid of the dark');
  });

  it('takes corrections: another name, another animal, somebody less', () => {
    expect(namesIn('a girl called Mia', 'no, call her Luna instead')).toEqual(['Luna']);
    expect(namesIn('a story about a wolf', 'not a wolf, a fox')).toEqual(['the fox']);
    expect(namesIn('Rosa meets a witch', 'without the witch please')).toEqual(['Rosa']);
  });

  it('reads short answers in the light of the question', () => {
    expect(namesIn('?Who is our story about?', 'A dragon!', '?What is its name?', 'ember')).toEqual([
      'Ember',
    ]);
    expect(hear('?Where does it take place?', 'On the moon').locations).toEqual(['the moon']);
    expect(hear('?How many pages should it have?', 'six').sceneCount).toBe(6);
  });

  it('takes a suggestion only when it was accepted', () => {
    expect(
      namesIn(
        'a snail called Shelly',
        '?Should Shelly have a friend, maybe an owl or a cat?',
        'Yes, the owl is good',
      ),
    ).toEqual(['Shelly', 'the owl']);
    expect(namesIn('a snail called Shelly', '?Shall we add a dragon?', 'No, no dragon please')).toEqual([
      'Shelly',
    ]);
  });

  it('does not take the moon, months, books or a listening child for characters', () => {
    expect(namesIn('Once upon a time the moon was shining in April. It rained.')).toEqual([]);
    expect(namesIn('My son Max is 4 and loves The Gruffalo')).toEqual([]);
    expect(hear('My son Max is 4 and loves The Gruffalo').ageGroup).toBe('3-5');
  });

  it('finds nothing in greetings, thanks, silence, signs and faces', () => {
    for (const text of [
      '',
      ' ',
      'hi',
      'thanks!',
      'ok',
      "I don't know",
      '???',
      '😀😀',
      '{}[]|<>',
      "'''",
      'What can you do?',
    ])
      expect(findStoryElements({ messages: [{ role: 'user', text }], dossier: EMPTY_DOSSIER }), text).toEqual(
        NO_FINDINGS,
      );
  });

  it('is quick with long and hostile messages', () => {
    const read = (text: string) => {
      const start = performance.now();
      findStoryElements({ messages: [{ role: 'user', text }], dossier: EMPTY_DOSSIER });
      return performance.now() - start;
    };
    read('a mouse called Pip goes to the sea');
    const hostile = [
      'a'.repeat(10_000),
      'not a '.repeat(2_000),
      'the '.repeat(2_500),
      'call her '.repeat(1_200),
      '"'.repeat(10_000),
      'a (b '.repeat(2_000),
      ' '.repeat(10_000),
      'about '.repeat(1_700),
    ];
    // A generous ceiling for a busy machine: what backtracks without end takes seconds.
    for (const text of hostile)
      expect(Math.min(read(text), read(text), read(text)), text.slice(0, 12)).toBeLessThan(150);
  });
});
