import { describe, expect, test } from 'vitest';
import { detectLanguage } from './detect-language';

describe('the language of a text', () => {
  test.each([
    ['en', 'Once there was a small snail named Pip who wanted to see the sea. Every night she listened.'],
    [
      'de',
      'Es war einmal eine kleine Schnecke, die wollte das Meer sehen. Jeden Abend hörte sie die Wellen.',
    ],
    [
      'fr',
      'Il était une fois un petit escargot qui voulait voir la mer. Chaque soir il écoutait les vagues.',
    ],
    ['es', 'Había una vez un pequeño caracol que quería ver el mar.'],
    ['it', 'C’era una volta una piccola lumaca che voleva vedere il mare.'],
    ['ar', 'كان يا ما كان حلزون صغير يريد أن يرى البحر.'],
    ['he', 'היה היה חילזון קטן שרצה לראות את הים'],
    ['ja', '昔々、海を見たがる小さなカタツムリがいました。'],
  ])('is found out: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  test.each(['', '…', '🐌🌊', 'Zog and Mimi ran to Kalapana. Zog sang. Mimi danced.'])(
    'is English where nothing speaks for another: %s',
    (text) => {
      expect(detectLanguage(text)).toBe('en');
    },
  );
});
