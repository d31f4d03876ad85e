import type { AgeGroup } from '../../story/schema.ts';

/** What became of the nature a prompt gave its hero, told near the end. */
const TRAIT_LINES: readonly [RegExp, Record<AgeGroup, string>][] = [
  [
    /^(grumpy|cranky|cross|angry|moody)$/,
    {
      '3-5': '{H} was not grumpy now. Not one bit!',
      '6-8': 'And the strange thing was that {h} had quite forgotten to be grumpy.',
      '9-12':
        '{H} tried to look grumpy about it, purely from habit, and found that {he} could not remember how.',
    },
  ],
  [
    /^(shy|timid|quiet)$/,
    {
      '3-5': '{H} was not so shy now.',
      '6-8': 'For once {h} had quite forgotten to be shy.',
      '9-12': 'It was only afterwards that {h} noticed how long {he} had forgotten to be shy.',
    },
  ],
  [
    /^(sleepy|tired|lazy)$/,
    {
      '3-5': '{H} gave a big yawn. What a lot to do for one so sleepy!',
      '6-8': '{H} yawned, but it was the good sort of yawn, the sort one has earned.',
      '9-12':
        '{H} yawned so widely that {he} nearly missed it, but for this, {he} said, it was worth staying awake.',
    },
  ],
  [
    /^(clumsy|messy|careless)$/,
    {
      '3-5': 'Oops! {H} fell on {his} bottom. Then {he} laughed.',
      '6-8': '{H} knocked over one last thing, and everybody clapped.',
      '9-12': '{H} took a bow, stepped on {his} own foot, and was applauded all over again.',
    },
  ],
  [
    /^(forgetful)$/,
    {
      '3-5': '"I will not forget this day," said {h}.',
      '6-8': '{H} forgot a great many things, but never this.',
      '9-12': '{H} forgot a great many things in the years that followed, but not one minute of this.',
    },
  ],
  [
    /^(lonely|sad)$/,
    {
      '3-5': '{H} was not sad now. Not one bit.',
      '6-8': 'And {h} noticed that the lonely feeling had gone, and {he} had not even seen it leave.',
      '9-12':
        'Somewhere along the way the lonely feeling had got up and left, so quietly that {h} had not heard the door.',
    },
  ],
  [
    /^(curious|nosy)$/,
    {
      '3-5': '"What is next?" said {h}. {H} had to know!',
      '6-8': 'Being curious, {h} already had three new questions.',
      '9-12': 'It had all begun with being curious, and {h} had no plans to stop.',
    },
  ],
  [
    /^(brave|bold|fearless)$/,
    {
      '3-5': '{H} had been so brave!',
      '6-8': 'Somebody said that {h} had been brave, and this time {he} believed it.',
      '9-12': 'They called {h} brave, and {he} did not mention how {his} knees had felt about it.',
    },
  ],
  [
    /^(tiny|small|smallest|little)$/,
    {
      '3-5': '{H} was small, but oh, how big {he} felt!',
      '6-8': '{H} was no bigger than before, but {he} felt as tall as a tree.',
      '9-12': '{H} was exactly as small as {he} had been that morning, though nobody would have said so now.',
    },
  ],
  [
    /^(greedy|selfish)$/,
    {
      '3-5': '{H} did not want it all now.',
      '6-8': 'And {h}, who had always wanted more, found that there was enough.',
      '9-12':
        '{H} looked for the old wish to have everything, and found that it had gone out without leaving a note.',
    },
  ],
  [
    /^(naughty|mischievous|cheeky|silly|funny)$/,
    {
      '3-5': '{H} pulled a funny face. Ha, ha, ha!',
      '6-8': '{H} pulled such a silly face that even the clouds seemed to shake.',
      '9-12': '{H} was only serious for about a minute, and then somebody found a frog in a hat.',
    },
  ],
  [
    /^(proud|stubborn|bossy)$/,
    {
      '3-5': '"I was wrong," said {h}. "And that is fine."',
      '6-8': '"I do change my mind," said {h}, "about once a year."',
      '9-12': '"I am not stubborn," said {h}. "I only take longer to agree."',
    },
  ],
  [
    /^(kind|gentle|friendly|cheerful|happy)$/,
    {
      '3-5': '{H} had a smile for all of them.',
      '6-8': '{H} had a kind word for everybody, even for the weather.',
      '9-12': '{H} had a kind word for everybody, and meant each of them.',
    },
  ],
  [
    /^(clever|smart|wise)$/,
    {
      '3-5': '"I had to think and think," said {h}.',
      '6-8': '"Clever is good," said {h}, "but clever with friends is better."',
      '9-12': '"Being clever," said {h}, "is mostly being wrong faster than other people."',
    },
  ],
];

/** The line for the first trait that has one. `Little` alone is hardly a trait, so it comes last. */
export function traitLine(adjectives: readonly string[], age: AgeGroup): string | undefined {
  const telling = adjectives.toSorted((a, b) => Number(a === 'little') - Number(b === 'little'));
  for (const adjective of telling) {
    const found = TRAIT_LINES.find(([pattern]) => pattern.test(adjective));
    if (found) return found[1][age];
  }
  return undefined;
}
