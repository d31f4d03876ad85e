import type { AgeGroup } from '../../../story/schema.ts';

/** What a story is about, said once near its end. Themes of the heart get a sentence that means something; others a colour. */
const OF_THE_HEART: readonly (readonly [RegExp, Record<AgeGroup, string>])[] = [
  [
    /friend/i,
    {
      '3-5': 'It is good to have a friend.',
      '6-8': '{H} had learned that a friend makes the long way short.',
      '9-12': 'Friendship, {h} had found, is mostly a matter of staying when one could just as well go.',
    },
  ],
  [
    /courage|brave|fear/i,
    {
      '3-5': 'You can be small and brave.',
      '6-8': '{H} had learned that one can be brave with shaking knees.',
      '9-12': 'Courage, {h} had found, is not the opposite of fear but its big sister.',
    },
  ],
  [
    /kind|compassion|help|empath/i,
    {
      '3-5': 'It is good to be kind.',
      '6-8': '{H} had learned that kindness comes back by another road.',
      '9-12': 'Kindness, {h} had found, is the only thing that is there twice when you give it away.',
    },
  ],
  [
    /good (?:vs\.?|versus|and|against|or) (?:evil|bad)|justice|right and wrong/i,
    {
      '3-5': 'It is best to do good.',
      '6-8': '{H} had learned that doing good is a choice, and one can make it every day.',
      '9-12':
        'Good does not win by being stronger, {h} had found; it wins because somebody keeps choosing it.',
    },
  ],
  [
    /family|mother|father|sibling|home|belong/i,
    {
      '3-5': 'Home is the best of all.',
      '6-8': '{H} had learned that home is where somebody waits for you.',
      '9-12': 'Home, {h} had found, is less a place than a number of people who notice when you are late.',
    },
  ],
  [
    /honest|truth|trust|lie|lying/i,
    {
      '3-5': 'It is best to tell the truth.',
      '6-8': '{H} had learned that the truth is lighter to carry.',
      '9-12': 'The truth, {h} had found, weighs a great deal until the moment one says it.',
    },
  ],
  [
    /patien|persever|never give up|resilien|determin|persist|hard work/i,
    {
      '3-5': 'Try, try, and try once more.',
      '6-8': '{H} had learned that slow is also a way to get there.',
      '9-12': 'Most doors, {h} had found, open to those who are still standing there in the evening.',
    },
  ],
  [
    /shar|generos|giv|greed/i,
    {
      '3-5': 'It is more fun to share.',
      '6-8': '{H} had learned that half of a thing can be more than the whole.',
      '9-12': 'What is shared, {h} had found, is the only thing that does not get less by being divided.',
    },
  ],
  [
    /love|heart/i,
    {
      '3-5': 'Love is big. Love is warm.',
      '6-8': '{H} had learned that love does not get used up.',
      '9-12': 'Love, {h} had found, is mostly made of very small things done again and again.',
    },
  ],
  [
    /hope|dream|wonder|imagin/i,
    {
      '3-5': 'It is good to dream big.',
      '6-8': '{H} had learned that hope needs only a very small window.',
      '9-12': 'Hope, {h} had found, needs only a very small window, and somebody to look out of it.',
    },
  ],
  [
    /nature|environment|earth|planet|animal/i,
    {
      '3-5': 'Be kind to all that grows.',
      '6-8': '{H} had learned that everything that grows belongs to everybody.',
      '9-12': 'Nobody owns a tree, {h} had found; at most one is lent its shade.',
    },
  ],
];

export function themeLine(theme: string, age: AgeGroup): string {
  const known = OF_THE_HEART.find(([pattern]) => pattern.test(theme));
  if (known) return known[1][age];
  const plain = theme
    .replace(/[[\]{}<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[.!?\s]+$/, '')
    .trim();
  const small = /^\p{Lu}\p{Lu}/u.test(plain) ? plain : plain.charAt(0).toLowerCase() + plain.slice(1);
  if (age === '3-5') return `There was ${small} in the air.`;
  if (age === '6-8') return `All day long there had been something of ${small} in the air.`;
  return `All day long there had been something of ${small} in the air, and it would not be forgotten.`;
}
