import type { Beat, PlotShape } from '../stage.ts';

/** Something dear to somebody is broken, hidden, and mended only when the truth is told. */
export const mistakeMended: PlotShape = {
  id: 'mistake-mended',
  tones: { heartwarming: 3, gentle: 1 },
  suits: (reading) => -((reading.wish ? 3 : 0) + (reading.deed ? 3 : 0) + (reading.opponent ? 3 : 0)),
  tell(stage) {
    const broken = stage.random.pick(BROKEN);
    return {
      slots: broken,
      beats: [treasure, crash, hide, glue, heavy, tell, story, mended],
      episodesAt: [1, 3],
      episodes: 'home',
      titles: [
        '{H} and the {broken}',
        'The golden crack',
        'Oh no, {h}!',
        'How {h} mended the {broken}',
        'The secret in {his} pocket',
      ],
      morals: [
        'The truth is heavy to carry and light to tell.',
        'A mistake can be mended when it is not hidden.',
        'Sorry is a small word that mends big cracks.',
      ],
      music: 'wonder',
    };
  },
};

const BROKEN = [
  {
    broken: 'blue teapot',
    shards: 'five blue pieces',
    dear: 'It had come all the way across the sea',
    use: 'poured the tea',
  },
  {
    broken: 'painted bowl',
    shards: 'six painted pieces',
    dear: 'It had been a wedding gift',
    use: 'filled it with berries',
  },
  {
    broken: 'glass lamp',
    shards: 'four shining pieces',
    dear: 'It had burned in the window for fifty years',
    use: 'lit it',
  },
  {
    broken: 'music box',
    shards: 'three wooden pieces',
    dear: 'It knew only one song, but it was the right one',
    use: 'wound it up',
  },
];

const treasure: Beat = {
  need: 1,
  at: 'spot1',
  time: 'morning',
  mood: 'happy',
  who: ['f', 'n'],
  props: ['{broken}', '{nkind}'],
  summary: '{N} proudly shows {h} the {broken}.',
  young: `
    1 {N} had a {broken}. {Nhe} loved it so. "Please do not run near it," said {n}.`,
  middle: `
    1 {H} often went to visit {an}, who owned a {broken}. {Dear}.
    2 "Look as much as you like," said {n}, "but no ball games in here, please."`,
  older: `
    1 {H} liked to visit {an}, whose most precious possession was a {broken}. {Dear}.
    2 "You may look at it as long as you please," {n} used to say. "I ask only one thing: no ball games indoors."`,
};

const crash: Beat = {
  at: 'spot1',
  time: 'day',
  mood: 'worried',
  who: ['f'],
  props: ['{broken}', 'ball'],
  summary: 'The {broken} lies in pieces at {his} feet.',
  young: `
    0 {H} threw {his} ball. Up, up... crash! Oh no! It hit the {broken} of {an}. It was in bits.
    2 {H} stood very still. {His} tummy felt cold.`,
  middle: `
    0 One afternoon {h} bounced {his} ball indoors at the house of {an}, just once. Crash! The beautiful {broken} lay on the floor in {shards}.
    2 It was so quiet afterwards that {he} could hear the ball rolling away, as if it wanted nothing to do with it.`,
  older: `
    0 It was only one throw. But the ball flew from {his} {hand} sideways, and the {broken} that {an} loved best in the world lay on the floor in {shards}.
    2 The ball rolled quietly into a corner, like somebody who has just remembered an appointment.
    3 For a moment {h} thought that if {he} did not breathe, it might not have happened.`,
};

const hide: Beat = {
  at: 'spot1',
  time: 'day',
  mood: 'worried',
  who: ['f'],
  props: ['bag', 'piece'],
  summary: '{H} hides the broken pieces in {his} bag.',
  young: `
    0 {H} hid the bits in {his} bag. "I will not tell," {he} said.
    1 But the bag felt big. And the bag felt bad.`,
  middle: `
    0 Nobody had seen. Quickly {h} swept the pieces into {his} bag and ran.
    1 It was a small bag, but with every step it seemed to weigh more.`,
  older: `
    0 Nobody had seen it. {H} gathered up the pieces, put them in {his} bag, and walked away quite slowly, the way people walk when they have done nothing.
    1 It was a small bag, and it had never been so heavy.`,
};

const glue: Beat = {
  need: 1,
  at: 'home',
  time: 'sunset',
  mood: 'worried',
  who: ['f'],
  props: ['glue', 'piece'],
  summary: '{H} tries to stick the {broken} together with glue.',
  young: `
    1 {H} got some glue. Drip, drip, stick. Oh no! The bits stuck to {his} {hand}. One bit stuck to {his} nose!`,
  middle: `
    1 At home {he} tried to glue it. Soon {his} {hands} stuck to the table and one piece stuck to {his} nose, and the {broken} looked worse than before.
    2 It looked, to be honest, like a hedgehog.`,
  older: `
    1 That evening {he} tried glue. An hour later {he} was stuck to the table by both {hands}, there was a piece on the end of {his} nose, and the {broken} looked like something that had been invented by a committee.
    2 {He} took it apart again with a sigh.`,
};

const heavy: Beat = {
  at: 'home',
  time: 'night',
  mood: 'sad',
  who: ['f'],
  props: ['bed', 'bag', 'moon'],
  summary: '{H} lies awake and looks at the bag in the moonlight.',
  young: `
    0 That night {h} could not eat. {He} could not sleep. {His} secret sat on {his} tummy.
    2 "Go away, secret," said {h}. It did not go.`,
  middle: `
    0 That night {h} found that supper had no taste, and the bed was full of lumps. They were not in the mattress. They were in {his} thoughts.
    2 "If I told," {h} whispered to the dark, "it would be awful. And then it would be over."`,
  older: `
    0 That night supper tasted of nothing, and {he} lay awake and turned the whole thing over like a stone with something under it.
    2 Not telling, {he} noticed, was not one thing that you did once; you had to do it again every minute.
    3 Telling, on the other hand, would only have to be done a single time.`,
};

const tell: Beat = {
  at: 'spot1',
  time: 'morning',
  mood: 'brave',
  who: ['f', 'n'],
  props: ['bag', 'piece', '{nkind}'],
  summary: '{H} shows {n} the broken pieces and says sorry.',
  young: `
    0 The sun came up. {H} went to {n}. "I broke it," {he} said. "I hid it. I am sorry."
    1 {N} was sad. Then {nhe} gave {h} a hug.`,
  middle: `
    0 First thing in the morning {h} went back and put the bag on the table. "I broke it, and then I hid it," {he} said. "I'm sorry. I'm sorry twice."
    1 {N} was silent for a long moment. "That took more courage than hiding," {nhe} said.`,
  older: `
    0 At first light {h} went back, set the bag upon the table and said it all in one breath, before {he} could think of a reason not to: "I broke it, and I hid it, and I'm sorry for both."
    1 {N} looked at the pieces, and it was plain that it hurt. Then {nhe} looked at {h}. "You might have kept quiet," {nhe} said. "I should never have known. But you would."`,
};

const story: Beat = {
  need: 2,
  at: 'spot1',
  time: 'morning',
  mood: 'calm',
  who: ['f', 'n'],
  props: ['cup'],
  summary: '{N} tells {h} about a mistake of long ago.',
  young: `
    1 "When I was small, I broke a cup," said {n}. "It was my gran's." "What did you do?" "I hid it, too!"`,
  middle: `
    1 "When I was your size, I let my father's boat float away," said {n}. "I told him it was the wind." "Was it?" "No. It was my knot."
    2 They both laughed, and it was a bit easier to breathe.`,
  older: `
    1 "When I was your age," {n} said, pouring something hot, "I let my father's boat drift away, and I blamed the wind. He believed me. I am still sorry about that, and he's been gone for twenty years."
    2 {H} had never thought of {n} as somebody who had once been small and in trouble.`,
};

const mended: Beat = {
  at: 'spot1',
  time: 'sunset',
  mood: 'happy',
  who: ['f', 'n'],
  props: ['{broken}', 'gold', 'brush'],
  summary: '{H} and {n} mend the {broken} with golden lines.',
  young: `
    0 {H} and {n} mended it, bit by bit, with gold paint. Now the {broken} had shiny lines. "I like it more than ever," said {n}.`,
  middle: `
    0 Together {h} and {n} mended it, with glue and gold paint in every crack, until the {broken} shone as if it had caught lightning.
    1 "Now it has a better story," said {n}, and {use}.`,
  older: `
    0 {H} and {n} spent the whole day mending it together, and where the cracks had been they ran a thin line of gold, so that nobody should pretend they had never been there.
    1 "It was pretty before," said {n}, and {use} to prove that it still worked. "Now it is ours."`,
};
