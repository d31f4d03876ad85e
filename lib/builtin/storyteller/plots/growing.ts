import { singularOf, withArticle } from '../grammar.ts';
import type { Beat, PlotShape } from '../stage.ts';
import type { PromptReading } from '../understand-prompt/prompt-reading.ts';

/** A seed cannot be hurried. Care and waiting do what pulling cannot. */
export const growing: PlotShape = {
  id: 'growing',
  tones: { gentle: 2, dreamy: 1, heartwarming: 1 },
  suits: (reading) =>
    (reading.things.planted ? 6 : 0) -
    ((reading.wish && reading.things.planted && !/seed|flower|tree|garden|bean/.test(reading.wish.noun)
      ? 3
      : 0) +
      (reading.deed ? 3 : 0) +
      (reading.opponent ? 3 : 0) +
      (reading.fear ? 4 : 0)),
  tell(stage) {
    return {
      slots: plantOf(stage.reading) ?? stage.random.pick(PLANTS),
      beats: [seed, plant, hurry, elder, care, storm, sprout, bloom],
      episodesAt: [2, 5],
      episodes: 'home',
      titles: [
        'The seed in the pocket',
        '{H} waits',
        '{H} and the sleepy seed',
        'Something is growing',
        'Good morning, little seed',
      ],
      morals: ['Good things grow slowly.', 'Love is water, too.', 'Waiting is a way of taking care.'],
      music: 'wonder',
    };
  },
};

const PLANTS = [
  {
    becomes: 'sunflower',
    grown: 'a sunflower as tall as a house',
    bloomed: 'a great yellow face',
    gives: 'seeds',
  },
  {
    becomes: 'apple tree',
    grown: 'a small, straight apple tree',
    bloomed: 'a cloud of pink blossom',
    gives: 'apples',
  },
  {
    becomes: 'pumpkin',
    grown: 'a pumpkin as big as a bed',
    bloomed: 'a curl of green stem on top',
    gives: 'seeds',
  },
];

const NOT_PLANTS = /^(seed|garden|plant|flower|thing|vegetable|wing|tail|up|hair|leg|bed|field|tooth|beard)$/;

/** What the prompt has grown: "plants a lemon" → a lemon tree would be a guess, a huge lemon is not. */
function plantOf(reading: PromptReading): (typeof PLANTS)[number] | undefined {
  const planted = reading.things.planted;
  if (!planted) return undefined;
  const noun = singularOf(planted.noun);
  if (NOT_PLANTS.test(noun)) return undefined;
  const known = PLANTS.find((one) => one.becomes === noun);
  const plant = [...planted.adjectives.filter((word) => !/seed/.test(word)), noun].join(' ');
  if (known && planted.adjectives.length === 0) return known;
  return {
    becomes: noun,
    grown: `${withArticle(plant)}, the finest that anybody had seen`,
    bloomed: 'more of a shine to it than the sun',
    gives: known?.gives ?? 'seeds',
  };
}

const seed: Beat = {
  at: 'place',
  time: 'morning',
  mood: 'curious',
  who: ['f'],
  props: ['seed', 'pot'],
  summary: '{H} finds a small striped seed.',
  young: `
    0 {H} found a seed. It was so small! [{He} put it in the ground. Pat, pat, pat.|Into the soil it went. Pat, pat.]
    2 "Good night, seed," said {h}. "Wake up soon!"`,
  middle: `
    0 One morning {h} found a small striped seed. {He} pressed it into the warm earth and sat down beside it to watch it grow.
    2 {He} had brought a sandwich, in case it took until lunch.`,
  older: `
    0 {H} found the seed in the pocket of an old coat, with no name on it and nothing to say what it meant to be. {He} planted it that same morning and sat down to watch.
    2 {He} had brought a sandwich, because {he} thought it might take until lunch.`,
};

const plant: Beat = {
  need: 2,
  at: 'place',
  time: 'day',
  mood: 'happy',
  who: ['f'],
  props: ['watering can', 'stick'],
  summary: '{H} waters the bare ground with a watering can.',
  young: `
    1 Splish, splash, went the can. {H} gave it a drink. "Now grow!" Nothing.
    2 "Grow, please?" Nothing.`,
  middle: `
    1 {He} gave it water in the morning, and more at noon, and a little song at night. The ground stayed flat and brown.
    2 "Perhaps it doesn't like the song," said {h}, and tried another.`,
  older: `
    1 {He} watered it in the morning, and at noon in case it had been busy, and in the evening {he} sang to it. The ground remained flat, brown and thoughtful.
    2 "Perhaps it is the song," {he} said, and tried a livelier one.`,
};

const hurry: Beat = {
  at: 'place',
  time: 'day',
  mood: 'worried',
  who: ['f'],
  props: ['seed', 'spade'],
  summary: '{H} digs up the seed to see whether it is growing.',
  young: `
    0 One day. Two days. Three! Still no plant. So {h} dug it up to see. "Are you done yet?"
    1 The seed was cold. It had one tiny root.`,
  middle: `
    0 One day went by, then two, then three. {H} could not stand it, so {he} dug up the seed to see what it was doing.
    1 It had one tiny white root, thin as a hair, and out in the wind it looked cold.`,
  older: `
    0 A day passed, and another, and on the fifth {h} could bear it no longer and dug up the seed to see how it was getting on.
    1 It had put out one white root, as fine as a hair, and out there in the bright wind the root looked dreadfully surprised.`,
};

const elder: Beat = {
  at: 'place',
  time: 'sunset',
  mood: 'calm',
  who: ['f', 'n'],
  props: ['seed', '{nkind}'],
  summary: '{N} helps {h} put the seed gently back into the earth.',
  young: `
    0 "It is not being slow," said {an}. "It is busy in the dark. Put it back. Then wait." So {h} put it back.
    2 "How long?" "As long as it takes," said {n}.`,
  middle: `
    0 "It is working," said {an}, "down there where nobody looks. You can't pull a thing tall. You can only keep it company." So {h} put it back.
    1 {He} covered it up very gently, as if with a blanket.`,
  older: `
    0 "It wasn't idle," said {an}. "It was doing the part that nobody sees. You cannot pull a thing tall, you know. You can only keep it company." So {h} put it back.
    1 {He} made a soft hollow, laid the seed in it with the root pointing down, and drew the earth over it like a blanket.`,
};

const care: Beat = {
  need: 1,
  at: 'place',
  time: 'morning',
  mood: 'calm',
  who: ['f'],
  props: ['watering can', 'book', 'sun'],
  summary: '{H} sits patiently beside the little patch of earth.',
  young: `
    1 A bit of water. A bit of sun. A bit of song. Day by day by day. {H} did not dig. {He} did not even peek!`,
  middle: `
    1 After that {h} came every day with a little water, not too much, and told it the news. {He} did not dig, although {his} {hands} itched.
    2 It was odd, but {he} began to like the waiting.`,
  older: `
    1 From then on {h} came every day with a little water and the news. {He} told it about the weather and about {his} own affairs, and {he} kept {his} {hands} behind {his} back.
    2 By the third week {he} noticed that {he} was no longer waiting for anything; {he} had simply made a friend who was still underground.`,
};

const storm: Beat = {
  need: 2,
  at: 'place',
  time: 'night',
  weather: 'storm',
  mood: 'brave',
  who: ['f'],
  props: ['umbrella', 'rain', 'sprout'],
  summary: '{H} holds an umbrella over the little patch of earth in the storm.',
  young: `
    1 Then came a storm! {H} ran out with a big umbrella. Drip, drip, drip. {He} held it up all night long.`,
  middle: `
    1 One night a storm broke, with rain like thrown gravel. {H} ran out and held an umbrella over the spot until morning.
    2 {His} feet were wet to the knees, but the earth had not washed away.`,
  older: `
    1 One night a storm broke over them, with rain that came down like thrown gravel, and {h} ran out in what {he} was wearing and held an umbrella over a patch of plain mud until dawn.
    2 Anyone passing would have thought {him} quite mad, and {he} would have asked them to hold the other side.`,
};

const sprout: Beat = {
  at: 'place',
  time: 'morning',
  mood: 'magical',
  who: ['f'],
  props: ['sprout', 'leaf', 'dew'],
  summary: '{H} kneels down in wonder before a tiny green sprout.',
  young: `
    0 And one day... pop! A tiny bit of green! "Good morning," {h} whispered.
    2 It had two small leaves, like two small ears.`,
  middle: `
    0 And then, one morning, {h} saw it: one tiny green loop, pushing up a crumb of earth like a hat.
    1 {He} lay down flat to be at the same height. "Good morning," {he} whispered.`,
  older: `
    0 And then, on a morning like every other, {h} saw a loop of green no bigger than an eyelash, with a crumb of earth on its head like a hat.
    1 {H} lay down flat on the ground so as to be the same height. "There you are," {he} said. "I've told you so much about me."`,
};

const bloom: Beat = {
  at: 'place',
  time: 'sunset',
  mood: 'happy',
  who: ['f', 'n'],
  props: ['{becomes}', 'seed', '{nkind}'],
  summary: '{H} stands proudly under {grown}.',
  young: `
    0 It grew and grew. It grew to be {grown}! There was some for all. And {h} kept one seed for next year.`,
  middle: `
    0 By the end of summer it had become {grown}, and {h} called everyone to come and share the {gives}.
    1 {H} kept back just one seed, and put it in {his} pocket, and did not mind at all how long it would take.`,
  older: `
    0 By the end of that summer it had turned into {grown}, with {bloomed}, and {h} sent everyone home with {gives}.
    1 {H} kept one seed for {himself}. "How long does it take?" asked somebody small. "Sit down," said {h}, moving over. "I'll tell you while we wait."`,
};
