import type { Beat, PlotShape } from '../stage.ts';

/** Everybody fears somebody; one goes and asks what is the matter. */
export const grumpyStranger: PlotShape = {
  id: 'grumpy-stranger',
  tones: { adventurous: 1, funny: 2, heartwarming: 1 },
  suits: (reading) =>
    (reading.opponent ? 9 : 0) -
    (reading.wish ? 3 : 0) -
    (reading.deed ? 3 : 0) -
    (reading.fear ? 3 : 0) -
    (reading.needy ? 3 : 0),
  tell(stage) {
    const opponent = stage.reading.opponent;
    const hurt = stage.random.pick(HURTS);
    stage.recast('o', {
      kind:
        opponent?.kind ??
        stage.random.pick(['dragon', 'giant', 'bear', 'troll'].filter((kind) => kind !== stage.hero.kind)),
      adjectives: [opponent?.adjectives[0] ?? stage.random.pick(['grumpy', 'huge'])],
      ...(opponent?.name && { name: opponent.name }),
      ...(opponent?.pronoun && { pronoun: opponent.pronoun }),
    });
    return {
      slots: hurt,
      beats: [trouble, attempts, goes, roar, asks, reason, cure, friends],
      episodesAt: [1, 3],
      episodes: 'journey',
      titles: [
        '{H} and the grumpy {okind}',
        'Why the {okind} roared',
        '{H} asks a question',
        'The {okind} on the hill',
        'Who is afraid of the {okind}?',
      ],
      morals: [
        'Behind a roar there is often an ouch.',
        'A kind question is stronger than a shout.',
        'Nobody is grumpy without a reason.',
      ],
      music: 'adventure',
    };
  },
};

const HURTS = [
  {
    ouch: 'a thorn in {ohis} foot',
    ouchnoun: 'thorn',
    since: 'since last spring',
    cure: 'pulled out the thorn, quick as a wink',
    cureyoung: 'Out came the thorn. Pop!',
    relief: 'put down the foot, carefully, and then stamped with it, and laughed',
  },
  {
    ouch: 'a terrible cold in the head',
    ouchnoun: 'tea',
    since: 'since the first snow',
    cure: 'made a bucket of hot honey tea and a scarf as long as a street',
    cureyoung: 'Hot tea! Slurp, slurp, slurp. Ahh!',
    relief:
      'drank it all, sneezed once like a cannon, and breathed in through the nose for the first time in weeks',
  },
  {
    ouch: 'no one to talk to',
    ouchnoun: 'cake',
    since: 'for a hundred years',
    cure: 'sat down, took out two cakes, and asked for the whole story',
    cureyoung: 'So they had cake and a long, long talk.',
    relief: 'talked and talked until the voice was hoarse and the heart was light',
  },
  {
    ouch: 'not slept a wink',
    ouchnoun: 'lullaby',
    since: 'since the new clock began to strike',
    cure: 'stuffed moss into the noisy clock and hummed a lullaby',
    cureyoung: 'Hush, hush, hum, hum. Soon there was a snore.',
    relief: 'slept for three days and woke up smiling',
  },
];

const trouble: Beat = {
  at: 'place',
  time: 'morning',
  mood: 'worried',
  who: ['f', 'o'],
  props: ['{okind}', 'door'],
  summary: 'Everybody hides as {ao} roars in the distance.',
  young: `
    0 One day there came {ao}. "ROAR!" it went. Everyone ran and hid. {H} hid, too.
    2 "Go away, {okind}!" they said. But they said it very low.`,
  middle: `
    0 Everybody {inplace} was afraid of {ao}, who roared from morning till night, so that the cups jumped on the shelves. {H} had had enough.
    2 Nobody had slept properly for weeks, and the hens laid only scrambled eggs.`,
  older: `
    0 For weeks now everybody {inplace} had lived in fear of {ao}, who roared from dawn till midnight so that the windows rattled and even {h} went about with cotton in {his} ears.
    2 No one had slept, the hens laid nothing but scrambled eggs, and people had begun to talk in whispers even about the weather.`,
};

const attempts: Beat = {
  need: 1,
  at: 'place',
  time: 'day',
  mood: 'worried',
  who: ['f', 'o'],
  props: ['drum', 'pot'],
  summary: 'A crowd bangs pots to drive {o} away, in vain.',
  young: `
    1 They banged on pots. Bang, bang! They blew a horn. Toot! But {o} just roared more. "ROAR! ROAR!"`,
  middle: `
    1 They had tried banging pots, and {o} roared louder. They had tried a stern letter, and {ohe} had sneezed on it. Nobody had tried going up and asking.`,
  older: `
    1 They had banged pots and pans, and {o} had roared louder. They had sent a letter with the word "kindly" in it three times, and it had come back with a bite missing. What nobody had tried was to go and ask.`,
};

const goes: Beat = {
  at: 'spot1',
  time: 'day',
  mood: 'brave',
  who: ['f'],
  props: ['{prop1}', 'bag'],
  summary: '{H} walks bravely towards the roaring.',
  young: `
    0 "I will go and ask," said {h}. {His} knees went wobble, but {his} feet went on. Step, step, step.`,
  middle: `
    0 "Has anybody asked what's the matter?" said {h}. Nobody had. So {h} packed a bag and set off past {s1}, with knees like jelly.
    3 "Come back!" they called after {him}. "Or at least leave us your sandwiches!"`,
  older: `
    0 "What does {ohe} want?" asked {h}. Nobody knew; it had not occurred to anyone to find out. So {h} packed a small bag, told {his} knees to be quiet, and set out past {s1}.
    3 "You'll be sorry!" they called after {him}, in the comfortable voices of people who are staying at home.`,
};

const roar: Beat = {
  need: 2,
  at: 'spot2',
  time: 'sunset',
  weather: 'storm',
  mood: 'brave',
  who: ['f', 'o'],
  props: ['{okind}', '{prop2}'],
  summary: '{O} roars so hard that the hat flies off, and {h} stands firm.',
  young: `
    1 "ROAR!" It blew off {his} hat! It blew off {his} socks! But {h} did not run.`,
  middle: `
    1 "WHO IS THERE?" roared {o}, and the roar blew off {his} hat and turned {his} scarf back to front. {H} tried roaring, too, but it came out as a squeak.`,
  older: `
    1 "WHO GOES THERE?" The roar blew {his} hat off, turned {his} scarf back to front, and parted {his} hair on the other side. {H} considered roaring back, tried it, and produced a noise like a small gate.`,
};

const asks: Beat = {
  at: 'spot2',
  time: 'sunset',
  mood: 'curious',
  who: ['f', 'o'],
  props: ['{okind}'],
  summary: '{H} looks up at {o} and asks a kind question.',
  young: `
    0 "Hello," said {h} to {o}. "What is wrong?" The roar stopped. No one had ever asked!
    1 A big, fat tear fell down. Splash!`,
  middle: `
    0 {H} looked up, all the way up, and said the only thing that {he} could think of: "Excuse me, does something hurt?" The roaring stopped at once.
    1 "You are the first," said {o} in quite a small voice, "who ever asked me that."`,
  older: `
    0 {H} looked up, and went on looking up until there was no more {okind} left to look at, and said what {he} had come to say: "Excuse me. Is something the matter?" The roaring stopped so suddenly that the silence fell over.
    1 "Nobody," said {o}, and {ohis} voice shook, "has ever asked me that. They ask me to stop. They never ask me why."`,
};

const reason: Beat = {
  at: 'spot2',
  time: 'sunset',
  mood: 'sad',
  who: ['f', 'o'],
  props: ['{ouchnoun}', '{okind}'],
  summary: '{O} tells {h} why {ohe} has been so grumpy.',
  young: `
    0 And {o} told {him}. {Ohe} had {ouch}. Poor, poor {okind}!
    2 "It hurts so, and so I roar," said {o}.`,
  middle: `
    0 And then {h} heard it all: {o} had had {ouch} {since}.
    2 "I don't mean to roar," {ohe} sniffed. "I start to say good morning, and it comes out like that."`,
  older: `
    0 And then {h} heard the whole sad business. {O} had had {ouch} {since}, and had not known whom to tell.
    2 "I always begin by saying good morning," {ohe} explained miserably, "but by the time it gets out, it's that."`,
};

const cure: Beat = {
  at: 'spot2',
  time: 'sunset',
  mood: 'magical',
  who: ['f', 'o'],
  props: ['{ouchnoun}', '{okind}'],
  summary: '{H} helps {o} feel better at last.',
  young: `
    0 "I can help," said {h}. {Cureyoung} And {o} smiled a smile as wide as a door.`,
  middle: `
    0 "Is that all?" said {h}. "Hold still." And {he} {cure}.
    1 {O} {relief}.`,
  older: `
    0 "That," said {h}, rolling up {his} sleeves, "is something one can do something about," and {he} {cure}.
    1 {O} {relief}.`,
};

const friends: Beat = {
  at: 'place',
  time: 'sunset',
  mood: 'happy',
  who: ['f', 'o'],
  props: ['{okind}', 'cake', 'lantern'],
  summary: '{H} rides home on the shoulder of {o}, and everyone waves.',
  young: `
    0 {H} and {o} went back, side by side. No one hid. "Good morning!" said {o}, as soft as soft. And they all said it back.`,
  middle: `
    0 When {h} and {o} came back together, the doors opened one by one. "Good morning," said {o}, very carefully, and nothing fell off the shelves.
    2 "It's evening," somebody said. But they were all so pleased that nobody minded.`,
  older: `
    0 When {h} and {o} came back together, doors opened by the width of a nose. "Good morning," said {o}, with enormous care, and not a single cup fell off a shelf.
    2 It was in fact nearly night, but it was a {okind}'s first good morning in a very long time, and everyone agreed to let it count.`,
};
