import type { Random } from '../../random.ts';
import { withArticle } from '../grammar.ts';
import type { Beat, PlotShape } from '../stage.ts';
import type { Wish } from '../understand-prompt/prompt-reading.ts';
import { classOfThing } from '../wishes.ts';

/** A fine thing kept for oneself turns out to be half a thing. */
export const sharing: PlotShape = {
  id: 'sharing',
  tones: { heartwarming: 2, gentle: 1, funny: 1 },
  suits: (reading) =>
    (reading.things.shared ? 6 : 0) -
    ((reading.wish ? 2 : 0) +
      (reading.deed ? 4 : 0) +
      (reading.opponent ? 3 : 0) +
      (reading.fear ? 5 : 0) +
      (reading.needy ? 4 : 0)),
  tell(stage) {
    return {
      slots: thingToShare(stage.reading.things.shared ?? stage.reading.wish, stage.random),
      beats: [mine, refuse, lonely, trouble, helped, ours, many, end],
      episodesAt: [3, 7],
      episodes: 'home',
      titles: [
        'Mine, said {h}',
        '{H} and the {thing}',
        'Room for one more',
        'Half is more',
        'The {thing} for everyone',
      ],
      morals: [
        'Joy grows when you share it.',
        'Half of something together is more than all of it alone.',
        'There is always room for one more.',
      ],
      music: 'playful',
    };
  },
};

const THINGS = [
  {
    thing: 'kite',
    got: 'a big red kite',
    alone: 'it would not fly, because nobody held the other end',
    need: 'somebody to hold the other end',
    worksyoung: 'You hold, and I run!',
    joy: 'up went the kite, higher than the tallest tree',
  },
  {
    thing: 'seesaw',
    got: 'a fine new seesaw',
    alone: 'it only went down, and then it stayed there',
    need: 'somebody on the other end',
    worksyoung: 'You go up, and I go down!',
    joy: 'up went one and down went the other, and then the other way about',
  },
  {
    thing: 'boat',
    got: 'a little green boat',
    alone: 'it went round and round, because it had two oars and only one rower',
    need: 'somebody for the second oar',
    worksyoung: 'You row, and I row!',
    joy: 'the boat shot forward as straight as an arrow',
  },
  {
    thing: 'drum',
    got: 'a great golden drum',
    alone: 'it made a noise but never a tune',
    need: 'somebody to sing along',
    worksyoung: 'You sing, and I drum!',
    joy: 'all at once the noise turned into music',
  },
];

/** The prompt's own thing, or one that needs two. */
function thingToShare(wished: Wish | undefined, random: Random): Record<string, string> {
  const known = THINGS.find((one) => one.thing === wished?.noun);
  if (known || !wished)
    return { ...(known ?? random.pick(THINGS)), useless: 'It did not work with just one.' };
  const eaten = classOfThing(wished.noun) === 'food';
  // Several things are held, and spoken of, as one.
  const container = eaten ? 'plate' : 'box';
  const thing = wished.plural ? `${container} of ${wished.phrase}` : wished.phrase;
  return {
    thing,
    got: withArticle(UNCOUNTED.test(wished.noun) ? `fine piece of ${wished.phrase}` : `fine ${thing}`),
    useless: eaten ? 'One bite, two bites. Not so yum all alone.' : 'There was nobody to say "Oh!" and "Ah!"',
    alone: eaten
      ? 'every bite tasted of nothing much, because there was nobody to say "Mmm" to'
      : 'it was only half as fine as before, because there was nobody to say "Oh" and "Ah"',
    need: eaten ? 'somebody to taste it with' : 'somebody to enjoy it with',
    worksyoung: 'A bit for you, a bit for me!',
    joy: eaten
      ? 'every bite tasted twice as good'
      : `there was room for both, and the ${thing} was twice as much fun`,
  };
}

const UNCOUNTED = /^(cheese|bread|chocolate|candy|fruit|honey|cake|food|popcorn|pie|pizza)$/;

const mine: Beat = {
  at: 'place',
  time: 'morning',
  mood: 'happy',
  who: ['f'],
  props: ['{thing}'],
  summary: '{H} proudly holds {got}.',
  young: `
    0 {H} had {got}. It was the best! "It is mine," said {h}. "All mine!"
    2 {He} gave it a rub. {He} gave it a hug.`,
  middle: `
    0 One morning {h} got {got}. It was the finest thing {inplace}, and it belonged to nobody else.
    2 {He} polished it with {his} sleeve, and then {he} polished it again.`,
  older: `
    0 On the morning of {his} birthday {h} was given {got}, and from the first minute {he} loved it so much that {he} could not bear the thought of anybody breathing on it.
    2 {He} polished it, put it down, walked round it, and polished it once more.`,
};

const refuse: Beat = {
  at: 'place',
  time: 'morning',
  mood: 'worried',
  who: ['f', 'l'],
  props: ['{thing}', '{lkind}'],
  summary: '{Al} asks for a turn, and {h} says no.',
  young: `
    0 {Al} came by. "May I have a go?" "No!" said {h}. "It is mine, mine, mine."
    1 {L} went off, all sad.`,
  middle: `
    0 "May I have a turn?" asked {al}. "No," said {h}. "You'd only break it."
    1 {L} looked at the ground, said "Oh," and went away.`,
  older: `
    0 "Could I have a turn?" asked {al}. "I would be very careful." "I am sure you would," said {h}, "but no."
    1 {L} nodded, as if {lhe} had expected nothing else, and went away, and {h} was surprised to find that winning felt so much like losing.`,
};

const lonely: Beat = {
  at: 'spot1',
  time: 'day',
  mood: 'sad',
  who: ['f'],
  props: ['{thing}', '{prop1}'],
  summary: '{H} tries to use the {thing} all alone {ats1}.',
  young: `
    0 {H} went off to play. But the {thing} was no fun! {Useless}
    2 {H} tried and tried. Huff! Puff! Bah!`,
  middle: `
    0 So {h} took the {thing} off to {s1} to have it all to {himself}. But {alone}.
    2 {He} tried it forwards, backwards and sideways. Somewhere the others were laughing, and it was not about {him}, which was almost worse.`,
  older: `
    0 {He} took the {thing} to {s1}, where there was nobody to ask for a turn. And there, in perfect peace, {he} found that {alone}.
    2 From far off came the sound of the others laughing. They were not laughing at {him}; they had simply forgotten about {him}, and that was worse.`,
};

const trouble: Beat = {
  need: 1,
  at: 'spot1',
  time: 'day',
  weather: 'wind',
  mood: 'worried',
  who: ['f', 'n'],
  props: ['{thing}', '{nkind}'],
  summary: '{N} watches {h} struggle with the {thing}.',
  young: `
    1 "What a fine {thing}," said {an}. "But it is a thing for two." "Oh," said {h}. {He} had not thought of that.`,
  middle: `
    1 "A good {thing}, that," said {an}, who had been watching. "Pity about the missing part." "What's missing?" asked {h}. "The other one," said {n}.`,
  older: `
    1 "That's a handsome {thing}," remarked {an}, who had been watching for some time. "What a shame that half of it is missing." {H} turned it over in alarm. "Which half?" "The one you sent away," said {n}.`,
};

const helped: Beat = {
  at: 'spot2',
  time: 'day',
  mood: 'brave',
  who: ['f', 'l'],
  props: ['{lkind}', '{prop2}'],
  summary: '{H} says sorry to {l} {ats2}.',
  young: `
    0 {H} ran to find {l}. "I was mean," said {h}. "I am sorry. Will you play with me?"
    1 {L} thought. Then {lhe} smiled. "Yes!"`,
  middle: `
    0 {H} found {l} by {s2}. "I was wrong," {he} said. "It doesn't need polishing. It needs {need}. It needs you, I mean, if you'd like to."
    1 {L} thought about it for a moment. Then {lhe} put out {lhis} tongue, and then {lhe} grinned.`,
  older: `
    0 {H} found {l} {ats2}, and it cost {him} more than the whole {thing} to say it: "I was mean to you. And I have got something that only works with {need}, and I would like it to be you."
    1 {L} let {him} wait for just as long as was fair. Then {lhe} grinned.`,
};

const ours: Beat = {
  at: 'place',
  time: 'sunset',
  mood: 'happy',
  who: ['f', 'l'],
  props: ['{thing}', '{lkind}'],
  summary: '{H} and {l} play happily with the {thing} together.',
  young: `
    0 "{Worksyoung}" It worked! Oh, what fun! {H} and {l} laughed and laughed.
    2 "My turn!" "Your turn!" "My turn!"`,
  middle: `
    0 And now, with two of them, {joy}. {H} and {l} laughed so much that they had to hold on to each other.
    2 "It's even better than I thought," panted {h}. "That's because you only had half," said {l}.`,
  older: `
    0 And with two of them, of course, {joy}, and {h} and {l} laughed until they had to hold each other up.
    2 "I had no idea that it could do that," said {h}. "It couldn't," said {l}.`,
};

const many: Beat = {
  need: 2,
  at: 'place',
  time: 'sunset',
  mood: 'happy',
  who: ['f', 'l', 'n'],
  props: ['{thing}'],
  summary: 'A long line of friends waits for a turn with the {thing}.',
  young: `
    1 Then more came. One, two, three, four! "One at a time," said {h}. "You are next. And you. And you!"`,
  middle: `
    1 Soon there was a queue. {H} stood at the front and kept order, and {he} was quite strict about it: the smallest first, and nobody twice until everybody had been once.`,
  older: `
    1 Before long there was a queue as far as the corner. {H} kept the order {himself}, and was strict about it: the smallest first, and nobody twice until everyone had been once, {himself} included.`,
};

const end: Beat = {
  at: 'place',
  time: 'sunset',
  mood: 'happy',
  who: ['f', 'l'],
  props: ['{thing}', 'sun'],
  summary: '{H} and {l} carry the {thing} home between them in the evening light.',
  young: `
    0 The sun went down. They took the {thing} home. "Mine," said {h}. Then {he} shook {his} head. "Ours!"`,
  middle: `
    0 In the evening they carried the {thing} home between them. "Whose is it?" somebody asked. {H} opened {his} mouth to say "mine," and out came a better word. "Ours," {he} said.`,
  older: `
    0 When the light went, they carried the {thing} home between them, one at each end. "Whose is that?" called somebody from a window. {H} drew breath to say "mine," found that the word no longer fitted, and said, "Ours."`,
};
