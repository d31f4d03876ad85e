import type { AgeGroup } from '../../../story/schema.ts';
import type { Random } from '../../random.ts';

type Feeling = 'trouble' | 'discovery';

/** What fits after a turn somebody told; after what simply goes on nothing is added, for it would jar. */
const SIGNS: [Feeling, RegExp][] = [
  [
    'trouble',
    /\b(los[et]s?|lost|missing|gone|broken?|breaks?|stuck|trapped|stolen|steals?|storm|fails?|goes? out|falls?|fell|chases?|attacks?|afraid|scared|alone|cr(?:y|ies)|hurts?|danger|floods?|burns?|disappears?|vanish(?:es)?|runs? away|dark|cannot|refuses?|angry|fights?|argues?)\b/i,
  ],
  [
    'discovery',
    /\b(finds?|found|discovers?|meets?|sees?|hears?|appears?|arrives?|comes|opens?|notices?|suddenly|secret|turns? into)\b/i,
  ],
];
const REACTIONS: Record<Feeling, Record<AgeGroup, readonly string[]>> = {
  trouble: {
    '3-5': ['"Oh no!" said {h}.', 'What now?', '"Oh dear!" said {h}.'],
    '6-8': [
      '{H} took a deep breath.',
      '"What now?" asked {h}.',
      '{H} could feel {his} heart beat a little faster.',
    ],
    '9-12': [
      '{H} took a deep breath and tried to think of one thing at a time.',
      '"What do we know so far?" asked {h}, and it was a good question.',
      '{H} would remember that moment for a long time.',
    ],
  },
  discovery: {
    '3-5': ['"Oh!" said {h}.', '{H} looked and looked.', '"Look!" said {h}.'],
    '6-8': [
      '"Well," said {h}, "I did not expect that!"',
      '{H} thought about it for a moment.',
      '{H} looked twice.',
    ],
    '9-12': [
      '"That," said {h} slowly, "changes everything."',
      '{H} would remember that moment for a long time.',
      '{H} looked twice to be sure.',
    ],
  },
};

/** A line of the hero's after a point of the plot, as template lines; none where the point calls for none. */
export function reactionsAfter(age: AgeGroup, point: string, index: number, random: Random): string[] {
  const feeling = SIGNS.find(([, sign]) => sign.test(point))?.[0];
  if (feeling === undefined) return [];
  // Each line at most once in a story.
  const lines = random.fork(`reactions ${feeling}`).shuffle(REACTIONS[feeling][age]);
  const line = lines[index];
  return line === undefined ? [] : [`2 ${line}`];
}
