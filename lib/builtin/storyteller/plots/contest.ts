import { singularOf } from '../grammar.ts';
import type { Beat, PlotShape } from '../stage.ts';
import type { Wish } from '../understand-prompt/prompt-reading.ts';

/** A race is lost for a good reason, and something better is won. */
export const contest: PlotShape = {
  id: 'contest',
  tones: { funny: 3, adventurous: 2 },
  suits: (reading) => -((reading.wish ? 2 : 0) + (reading.needy ? 3 : 0) + (reading.fear ? 5 : 0)),
  tell(stage) {
    const race = raceOf(stage.reading.things.raced) ?? stage.random.pick(RACES);
    const rival = stage.reading.opponent;
    if (rival?.kind)
      stage.recast('o', {
        kind: rival.kind,
        adjectives: ['speedy'],
        ...(rival.name && { name: rival.name }),
      });
    else
      stage.recast('o', {
        kind: stage.random.pick(
          ['hare', 'goose', 'fox', 'goat', 'peacock'].filter((kind) => kind !== stage.hero.kind),
        ),
        adjectives: ['speedy'],
      });
    return {
      slots: race,
      beats: [news, practice, boast, start, lead, crash, stop, finish, prize],
      episodesAt: [1, 2],
      episodes: 'home',
      titles: [
        '{H} and the great {race}',
        'Ready, steady, {h}!',
        'The slowest win {inplace}',
        '{H} turns back',
        'The race that {h} lost best',
      ],
      morals: [
        'It is better to stop for a friend than to win without one.',
        'There is more than one way to win.',
        'A good heart is always first.',
      ],
      music: 'playful',
    };
  },
};

const RACES = [
  {
    race: 'cart race',
    ride: 'cart',
    made: 'an old box and four odd wheels',
    spill: 'a wheel came off',
    fix: 'tied the wheel back on',
    knack: 'knot',
  },
  {
    race: 'sledge race',
    ride: 'sledge',
    made: 'two boards and a tea tray',
    spill: 'a runner snapped',
    fix: 'tied the runner tight',
    knack: 'knot',
  },
  {
    race: 'raft race',
    ride: 'raft',
    made: 'six corks and a flag',
    spill: 'the logs came loose',
    fix: 'tied the logs together again',
    knack: 'knot',
  },
];

const VEHICLES: readonly [RegExp, (typeof RACES)[number] | undefined][] = [
  [
    /^(scooter|bike|bicycle|car|kart|go-kart|cart|tricycle|wagon|skateboard|unicycle|tractor|train|truck|wheelbarrow|pram)s?$/,
    RACES[0],
  ],
  [/^(sledge|sled|sleigh|toboggan|ski|bobsled)s?$/, RACES[1]],
  [/^(raft|boat|canoe|ship|sailboat|kayak|bathtub)s?$/, RACES[2]],
];

/** The race of the prompt: "a race on scooters" is a scooter race, run with what breaks as scooters do. */
function raceOf(raced: Wish | undefined): (typeof RACES)[number] | undefined {
  const facts = VEHICLES.find(([pattern]) => raced && pattern.test(raced.noun))?.[1];
  if (!facts || !raced) return undefined;
  const ride = singularOf(raced.noun);
  return { ...facts, race: `${ride} race`, ride };
}

const news: Beat = {
  at: 'place',
  time: 'morning',
  mood: 'curious',
  who: ['f'],
  props: ['{ride}', 'flag', 'poster'],
  summary: '{H} reads a poster about the great {race}.',
  young: `
    0 There would be a big {race}! {H} made a {ride} all by {himself}.
    2 It was a bit odd. It went squeak. But {h} loved it.`,
  middle: `
    0 When {h} read about the great {race}, {he} built a {ride} out of {made}.
    2 It squeaked, it leaned to the left, and {he} had never loved anything so much.`,
  older: `
    0 The poster for the great {race} had hardly been up an hour before {h} had begun to build a {ride} out of {made}.
    2 It squeaked on the straight and groaned round bends, and it leaned to the left as if it were trying to overhear something; {h} thought it magnificent.`,
};

const practice: Beat = {
  need: 2,
  at: 'spot1',
  time: 'day',
  mood: 'happy',
  who: ['f', 'n'],
  props: ['rope', '{ride}'],
  summary: '{N} shows {h} how to tie a strong knot.',
  young: `
    2a "Let me show you a good knot," said {an}. "Over, under, and pull!"
    1 {H} tried it out. Over, under, and pull.`,
  middle: `
    2a "You'll want a proper knot," said {an}. "Over, under, round the tree, and pull." {H} tied it forty times, until {he} could do it in {his} sleep.
    1 Every evening after supper {he} practised.`,
  older: `
    2a "Speed is all very well," said {an}, "but what holds a {ride} together is a knot. Over, under, round the tree, and pull." {H} tied it until {he} could do it behind {his} back.
    1 {He} practised every evening until the light gave out.`,
};

const boast: Beat = {
  need: 1,
  at: 'place',
  time: 'morning',
  mood: 'worried',
  who: ['f', 'o'],
  props: ['{okind}', '{ride}'],
  summary: '{O} laughs at the odd little {ride} that {h} has built.',
  young: `
    1 "Ha!" said {ao}. "Is that a {ride}? Mine is new. Mine is fast. I will win!" {H} felt small.`,
  middle: `
    1 "Did you find that in a bin?" asked {ao}, whose own {ride} was red and new. "I shall win, you know. I always do."
    2 {H} went rather pink, and patted the {ride} so that it would not mind.`,
  older: `
    1 "How brave of you to bring that," said {ao}, whose own {ride} had been ordered from a catalogue and had stripes. "I generally win. I tell people beforehand, so that they aren't disappointed."
    2 {H} could think of a splendid answer, but not until much later, in the bath.`,
};

const start: Beat = {
  at: 'spot1',
  time: 'day',
  mood: 'brave',
  who: ['f', 'o'],
  props: ['flag', '{ride}'],
  summary: 'The flag drops and the {race} begins.',
  young: `
    0 Ready, steady, go! Off went {h}. Zoom! But in front was {ao}, so fast and so proud.
    2 Bump, squeak, bump, went {h}.`,
  middle: `
    0 The flag went down and they were off! In front was {ao}, proud as a king, and behind came {h}, squeaking.
    2 All along the way people clapped and waved whatever they had.`,
  older: `
    0 The flag dropped, and they were away, with {ao} in front, as everyone had been told to expect, and {h} squeaking along behind.
    2 It was fast and loud and full of dust, and {h} discovered that {he} was laughing out loud.`,
};

const lead: Beat = {
  need: 2,
  at: 'spot2',
  time: 'day',
  weather: 'wind',
  mood: 'happy',
  who: ['f'],
  props: ['{prop2}', '{ride}'],
  summary: '{H} races past {s2} and catches up.',
  young: `
    1 By {s2}, {h} went past one. {He} went past two! Now only {o} was in front.`,
  middle: `
    1 At {s2} {h} passed one racer, and then two more, for {his} {ride} was light and did not stop to be admired. Only {o} was still ahead.`,
  older: `
    1 Near {s2} {h} overtook one racer, then three more in a bunch, because a {ride} that is made from odds and ends has nothing on it that isn't needed. Soon there was only {o} ahead.`,
};

const crash: Beat = {
  at: 'spot2',
  time: 'day',
  mood: 'worried',
  who: ['f', 'o'],
  props: ['{ride}', '{prop2}'],
  summary: 'The {ride} of {o} breaks down beside {s2}.',
  young: `
    0 Then {h} heard a crack! The red {ride} broke. {O} sat in the mud. {Ohe} began to cry.
    1 Now {h} could win! {He} could see the flag.`,
  middle: `
    0 Then {h} heard a crack: {spill}, and {o} sat in the ditch with {ohis} beautiful {ride} in bits.
    1 The way was free. {H} could see the finish line, and nobody was in front of {him}.`,
  older: `
    0 And then, just ahead of {h}, there was a crack like a dropped plate: {spill}, and {o} was sitting in the ditch.
    1 The road ahead lay empty. {H} could see the ribbon at the end of it, and for the first time in {his} life there was nobody between {him} and winning.`,
};

const stop: Beat = {
  at: 'spot2',
  time: 'day',
  mood: 'calm',
  who: ['f', 'o'],
  props: ['rope', '{ride}'],
  summary: '{H} stops the race to help {o}.',
  young: `
    0 But {h} stopped. "I can mend it," {he} said. Over, under, and pull! One by one, the rest went by.
    2 "Why did you stop?" said {o}. "You were sad," said {h}.`,
  middle: `
    0 But {h} had seen {ohis} face. {He} put on the brake, climbed into the ditch, and {fix}, while all the others rattled by.
    2 "You'd have won," said {o}. "I know," said {h}. "Hold this end."`,
  older: `
    0 But {he} had also seen {ohis} face. {H} put on the brake, said a word about {himself} that was not polite, climbed down into the ditch, and {fix}, while everybody {he} had overtaken overtook {him}.
    2 "You would have won," said {o}. "I'm aware of that," said {h}. "Put your finger on the knot."`,
};

const finish: Beat = {
  at: 'spot3',
  time: 'sunset',
  mood: 'happy',
  who: ['f', 'o'],
  props: ['ribbon', 'flag', '{ride}'],
  summary: '{H} and {o} cross the finish line side by side, last of all.',
  young: `
    0 {H} and {o} came in last, side by side. And oh, how they all clapped!
    2 "Hooray for the last!" they said.`,
  middle: `
    0 {H} and {o} crossed the line side by side, last of everyone. And the cheer that went up was the loudest of the day.
    2 Even the winner clapped, and forgot to hold up the cup.`,
  older: `
    0 {H} and {o} came over the line together, dead last, when half the benches had already been put away; and the cheer that went up then was by far the loudest of the day.
    2 Even the winner clapped so hard that he dropped the cup.`,
};

const prize: Beat = {
  at: 'place',
  time: 'sunset',
  mood: 'happy',
  who: ['f', 'o'],
  props: ['cake', 'cup', '{okind}'],
  summary: '{H} and {o} share a cake after the race.',
  young: `
    0 "I have a fast {ride}," said {o}. "But {h}, you are a good friend." They ate one big bun, half and half.
    3 "Next time, let us make one for two!"`,
  middle: `
    0 "I've won nine cups," said {o} that evening, "and nobody ever shared a cake with me." So {h} cut the cake, and gave {ohim} the half with the cherry.
    3 The next year there was a {ride} with two seats, and it leaned to the left.`,
  older: `
    0 "I have nine cups at home," {o} said that evening, rather quietly, "and not one of them has ever asked me how I was." {H} cut {his} cake in two and passed {ohim} the half with the cherry.
    3 The following year they entered a {ride} with two seats. It was striped, it leaned to the left, and it came in fourth.`,
};
