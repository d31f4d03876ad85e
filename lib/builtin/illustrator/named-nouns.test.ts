import { expect, test } from 'vitest';
import { namedNouns } from './named-nouns.ts';

test.each([
  ['Then the wind rose, and there beside the path sat a tiny cricket.', ['cricket', 'path'], ['rose']],
  ['Pip saw a castle on the hill.', ['castle', 'hill'], ['saw']],
  ['She could bear it no longer.', [], ['bear']],
  ['The bear began to talk, and the hero kept a red rose.', ['bear', 'rose'], []],
  ['He rang the bell and blew a whistle.', ['bell', 'whistle'], []],
  ['The sun rose over the sea, and up rose the moon.', ['sea'], ['rose']],
  ['“Duck!” cried Tom, and they flew a kite.', ['kite'], ['duck']],
  ['Bees buzzed round the ducks on the pond.', ['bees', 'ducks', 'pond'], []],
  ['The bat hit the ball.', ['bat', 'ball'], []],
])('%s', (text, things, notThings) => {
  const nouns = namedNouns(text);
  for (const thing of things) expect(nouns).toContain(thing);
  for (const thing of notThings) expect(nouns).not.toContain(thing);
});
