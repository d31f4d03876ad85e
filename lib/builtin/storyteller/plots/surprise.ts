import type { Beat, PlotShape } from '../stage.ts';
import type { PromptReading } from '../understand-prompt/prompt-reading.ts';
import { castReceiver } from './cast-receiver.ts';

/** A secret for somebody loved goes wrong at the last minute, and everybody's small gift saves it. */
export const surprise: PlotShape = {
  id: 'surprise',
  tones: { heartwarming: 3, funny: 2 },
  suits: (reading) =>
    -(
      (reading.wish ? 2 : 0) -
      (reading.receiver ? 4 : 0) +
      (reading.deed ? 3 : 0) +
      (reading.opponent ? 2 : 0) +
      (reading.fear ? 4 : 0)
    ),
  tell(stage) {
    castReceiver(stage, stage.reading.receiver);
    return {
      slots: { ...stage.random.pick(FEASTS), ...cakeOf(stage.reading) },
      beats: [secret, collect, nearlySeen, oops, sad, ideas, hush, party],
      episodesAt: [1, 2],
      episodes: 'home',
      titles: [
        'The secret of {h}',
        'Shh! said {h}',
        '{H} plans a surprise',
        'The cake that fell',
        'A party for {n}',
      ],
      morals: [
        'The best gift is that somebody thought of you.',
        'When everyone gives a little, it becomes a lot.',
        'A spoiled plan can still be a perfect day.',
      ],
      music: 'playful',
    };
  },
};

const FEASTS = [
  { feast: 'birthday', cake: 'strawberry cake', wrong: 'sat down on it by mistake' },
  { feast: 'birthday', cake: 'honey cake', wrong: 'dropped it down the steps' },
  { feast: 'birthday', cake: 'nut cake', wrong: 'tripped over a root and let it fly' },
];

/** The cake of the prompt, if it is a cake and more is said of it. */
function cakeOf({ things }: PromptReading): { cake?: string } {
  const { baked } = things;
  return baked && /^cakes?$/.test(baked.noun) && baked.adjectives.length > 0
    ? { cake: `${baked.adjectives.join(' ')} cake` }
    : {};
}

const secret: Beat = {
  at: 'home',
  time: 'morning',
  mood: 'happy',
  who: ['f'],
  props: ['{cake}', 'cake', 'calendar'],
  summary: '{H} whispers a secret plan at home.',
  young: `
    0 Shh! {H} had a secret. It was the birthday of {n}! {H} would make a {cake}.
    2 "Do not tell," said {h}. "Not one word!"`,
  middle: `
    0 {H} had a secret so big that it hardly fitted in {his} mouth. Tomorrow was the birthday of {n}, and there was going to be a surprise, with a {cake}.
    2 {N} always remembered every birthday except {nhis} own.`,
  older: `
    0 {H} was keeping a secret, which was difficult, because it wanted to come out whenever {he} yawned: tomorrow was the birthday of {n}, and there was to be a surprise, with a {cake}.
    2 {N} was the one who remembered everybody else's birthday and had never, as far as anyone knew, had a party of {nhis} own.`,
};

const collect: Beat = {
  need: 2,
  at: 'place',
  time: 'day',
  mood: 'happy',
  who: ['f', 'l'],
  props: ['egg', 'honey', 'basket', '{lkind}'],
  summary: '{H} gathers everything for the cake in a basket.',
  young: `
    1 {H} got an egg here. {H} got some milk there. "I will help!" said {al}. Mix, mix, mix!
    2 A bit of dough fell on {his} nose. Lick!`,
  middle: `
    1 All day long {h} went from door to door, for flour here and eggs there, and {al} carried the single most important thing, which was the candle.
    2 Stirring took two of them. Licking the spoon took everyone.`,
  older: `
    1 All that day {h} went from door to door, borrowing flour from one and eggs from another, while {al}, who could carry only one thing, carried the candle, with great dignity.
    2 The stirring was done by two, the tasting by eleven.`,
};

const nearlySeen: Beat = {
  need: 1,
  at: 'spot1',
  time: 'day',
  mood: 'worried',
  who: ['f', 'n'],
  props: ['basket', '{nkind}'],
  summary: '{H} hides a basket while {n} walks by.',
  young: `
    1 Oh no! Here came {n}! {H} sat on the basket. "What is in there?" "Oh... socks," said {h}.`,
  middle: `
    1 Then, near {s1}, {he} met {n}. "What have you got there?" "Socks," said {h}, and put the basket behind {his} back. "A lot of socks." An egg rolled out.
    2 "Round socks," added {h}.`,
  older: `
    1 Close to {s1} {he} walked straight into {n}, basket and all. "What have you there?" "Socks," said {h}, much too quickly. At that moment an egg rolled out and came to rest between them.
    2 "Round ones," said {h}. {N} gave {him} a long look and walked on, and {nhis} shoulders drooped a little, as if everyone had secrets but {nhim}.`,
};

const oops: Beat = {
  at: 'home',
  time: 'day',
  mood: 'sad',
  who: ['f'],
  props: ['cake', '{cake}'],
  summary: '{H} looks at the ruined cake on the floor.',
  young: `
    0 The cake was done. It was so high! {H} took it out with care. Then... oops! Splat! It was on the floor.
    2 There was jam on {his} ear.`,
  middle: `
    0 The {cake} was the finest that anyone had ever seen, right up to the moment when {h} {wrong}.
    1 There was cream on the door, cream on the cat, and no cake anywhere.`,
  older: `
    0 The {cake} was a triumph. It stood on its plate like a small castle for just about a minute, until {h}, who only wanted to move it to a safer place, {wrong}.
    1 Afterwards there was cream in places where cream had never been, and nothing that could be called a cake.`,
};

const sad: Beat = {
  need: 2,
  at: 'home',
  time: 'day',
  mood: 'sad',
  who: ['f', 'l'],
  props: ['candle', '{lkind}'],
  summary: '{L} sits beside {h} with a single candle.',
  young: `
    1 {H} sat down. "Now there is no party," {he} said. "But I have the candle," said {l}.`,
  middle: `
    1 "It's ruined," said {h} from under the table. "We still have the candle," said {l}, holding it up.
    2 It was such a small candle, and {l} was so proud of it, that {h} had to come out.`,
  older: `
    1 "It's all ruined," said {h}, who had gone to sit under the table. There was a silence, and then {l} crept in beside {him}. "I've still got the candle," {lhe} said.
    2 {H} looked at the candle, and it came to {him} that a birthday is not made of cake.`,
};

const ideas: Beat = {
  at: 'place',
  time: 'sunset',
  mood: 'curious',
  who: ['f', 'l'],
  props: ['berry', 'bun', 'candle', 'honey', '{lkind}'],
  summary: 'Neighbours bring one small thing each for the party.',
  young: `
    0 Then they all came by. One had a bun. One had a berry. One had a song. {H} put it all on one big plate. It was a funny cake!
    1 In the middle stood the candle.`,
  middle: `
    0 {H} told everyone the truth. One after the other they came back: one had a bun, one a jar of honey, and {l} had the candle.
    1 Piled up high, it was the oddest cake in the world.`,
  older: `
    0 {H} went round and told everyone what had happened, and within the hour they were back: somebody with a bun, somebody with half a pie, somebody with a pear that had been meant for Sunday, and {l}, of course, with the candle.
    1 They piled it all up, and it was the crookedest, kindest cake that was ever built.`,
};

const hush: Beat = {
  need: 1,
  at: 'spot2',
  time: 'sunset',
  mood: 'curious',
  who: ['f', 'l', 'n'],
  props: ['lantern', '{nkind}'],
  summary: 'Everybody hides in the dusk as {n} comes near.',
  young: `
    1 They hid in the dark. Shh! Somebody had the giggles. Here came {n}, so slow, so sad...`,
  middle: `
    1 They hid near {s2}, all in a heap. Somebody had hiccups. Along came {n}, walking slowly, as you do when nobody has remembered.`,
  older: `
    1 They hid near {s2}, all in one heap, with somebody's elbow in everybody's ear. Along the path came {n}, walking slowly, as people walk who have told themselves that they don't mind.`,
};

const party: Beat = {
  at: 'spot2',
  time: 'night',
  mood: 'happy',
  who: ['f', 'l', 'n'],
  props: ['candle', 'cake', 'lantern', '{nkind}'],
  summary: '{N} stands amazed before the funny cake while {h} and all the friends cheer.',
  young: `
    0 "SURPRISE!" yelled {h}. {N} laughed and cried. "It is the best cake I ever had," {nhe} said. "It has a bit of all of you."`,
  middle: `
    0 "SURPRISE!" shouted {h}. {N} looked at the cake, and at all the faces, and had to blink. "I've never had one with everybody in it," {nhe} said.
    2 Then {nhe} blew out the candle, and would not say what {nhe} had wished, because {nhe} already had it.`,
  older: `
    0 "SURPRISE!" shouted {h}, and all the rest with {him}. {N} looked at that extraordinary cake, then round the ring of faces, and it was some time before {nhe} could speak. "A bought one," {nhe} said at last, "would only have been a cake."
    2 {Nhe} blew out the candle, and when they asked what {nhe} had wished for, {nhe} said that {nhe} had not been able to think of anything else.`,
};
