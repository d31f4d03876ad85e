import type { Beat, PlotShape } from '../stage.ts';

/** Things vanish, the wrong one is blamed, a clue leads to somebody who needed them. */
export const mystery: PlotShape = {
  id: 'mystery',
  tones: { mysterious: 5, funny: 1, adventurous: 1 },
  tell(stage) {
    const missing = stage.random.pick(MISSING);
    const want = stage.reading.wish;
    const named = want && stage.reading.missing;
    return {
      slots: named
        ? {
            ...missing,
            things: stage.slots.thegoal as string,
            thing: want.noun,
            were: stage.slots.gwas as string,
            them: stage.slots.git as string,
          }
        : missing,
      beats: [gone, look, blame, clue, follow, thief, sorry, solved],
      episodesAt: [2, 4],
      episodes: 'home',
      titles: [
        'The mystery of {things}',
        'Detective {h}',
        '{H} follows the clue',
        'Who took {things}?',
        '{H} and the whispering clue',
      ],
      morals: [
        'Ask first, and blame never.',
        'Behind every mystery is somebody with a reason.',
        'A good detective has sharp eyes and a soft heart.',
      ],
      music: 'mystery',
    };
  },
};

const MISSING = [
  {
    things: 'the socks',
    thing: 'sock',
    were: 'were',
    them: 'them',
    trail: 'a thread of red wool',
    trailnoun: 'thread',
  },
  {
    things: 'the spoons',
    thing: 'spoon',
    were: 'were',
    them: 'them',
    trail: 'a line of tiny scratches',
    trailnoun: 'scratch',
  },
  {
    things: 'the biscuits',
    thing: 'biscuit',
    were: 'were',
    them: 'them',
    trail: 'a row of very small crumbs',
    trailnoun: 'crumb',
  },
  {
    things: 'the buttons',
    thing: 'button',
    were: 'were',
    them: 'them',
    trail: 'a thread with a knot in it',
    trailnoun: 'thread',
  },
];

const gone: Beat = {
  at: 'home',
  time: 'morning',
  weather: 'fog',
  mood: 'curious',
  who: ['f'],
  props: ['{thing}', 'scarf'],
  summary: '{H} finds an empty spot where {things} should be.',
  young: `
    0 One day {h} saw that {things} {were} gone. [Who took them away?|Where did they go?]
    2 {H} looked here. {H} looked there. Not a sign!
    3 {He} put on {his} old scarf. "I will find out," {he} said.`,
  middle: `
    0 One misty morning {h} found that {things} {were} gone, as if the night had eaten {them}.
    1 "[This is a case for somebody clever|A mystery]," said {h}, and put on {his} long old scarf, because detectives feel the cold.
    2 The window was open by the width of a whisker.`,
  older: `
    0 On the morning of the fog {h} discovered that {things} {were} gone: no noise, no mess, nothing but an empty place with a little dust around it.
    1 "This," said {h}, "is a case," and {he} put on {his} long old scarf, since every detective in every book {he} had read was properly dressed.
    2 The window stood open by the width of a whisker, and {he} wrote that down.`,
};

const look: Beat = {
  need: 2,
  at: 'home',
  time: 'morning',
  mood: 'curious',
  who: ['f'],
  props: ['magnifying glass', 'notebook'],
  summary: '{H} searches the floor for clues with a magnifying glass.',
  young: `
    1 {H} took {his} big round glass. {He} looked at the floor. {He} saw dust. {He} saw a crumb. {He} saw {his} own foot!`,
  middle: `
    1 {H} crept over the floor with a magnifying glass. {He} found a crumb, a feather, and one very large eye, which turned out to be {his} own in the mirror.
    2 {He} wrote everything down, even the eye.`,
  older: `
    1 {H} went over the floor with a magnifying glass and found a crumb, half a feather and one enormous staring eye, which proved to be {his} own, in the mirror.
    2 {He} noted it all, because in the books it is always the silly detail that matters in the end.`,
};

const blame: Beat = {
  at: 'spot1',
  time: 'day',
  weather: 'fog',
  mood: 'worried',
  who: ['f', 'n'],
  props: ['{nkind}', '{prop1}'],
  summary: '{H} points at {n} {ats1}, but {n} looks hurt.',
  young: `
    0 "It was you!" {h} said to {an}. "No," said {n}. A tear ran down. It was not {nhim}.
    2 {H} had not asked. {He} had just said it.`,
  middle: `
    0 {Ats1} {he} met {an}, who was up early, and {h} pointed at {nhim}. "It was you!" But {n} looked so hurt that {h} knew at once {he} was wrong.
    2 "I was asleep all night," {nhe} said quietly.
    3 You can't put words back. They don't fit through the mouth in that direction.`,
  older: `
    0 {Ats1} {he} came upon {an}, who was up unusually early, and that was enough for {h}. "It was you," {he} said, and {n} looked at {him} as one looks at a friend who has turned out to be somebody else.
    1 "I never did," {nhe} said, and {h} knew that it was true.
    3 Words are odd things: they come out through a small door, and then there is no door to put them back.`,
};

const clue: Beat = {
  at: 'spot1',
  time: 'day',
  mood: 'curious',
  who: ['f'],
  props: ['{trailnoun}'],
  summary: '{H} bends down and discovers {trail}.',
  young: `
    0 Then {h} saw {trail}. [A clue! A clue!|That was a real clue!]
    2 "This time I will look first," said {h}.`,
  middle: `
    0 {H} hung {his} head, and because of that {he} saw it: {trail}, leading away along the ground.
    2 "Look first, talk later," {he} told {himself}, and bent down low.`,
  older: `
    0 {H} hung {his} head in shame, which is how {he} came to see what proud detectives miss: {trail}, leading away across the ground.
    2 "From now on," {he} said quietly, "I look first, I ask second, and I don't point at all."`,
};

const follow: Beat = {
  need: 1,
  at: 'spot2',
  time: 'sunset',
  mood: 'brave',
  who: ['f'],
  props: ['{prop2}', '{trailnoun}', 'shadow'],
  summary: '{H} tiptoes after the clue to {s2}.',
  young: `
    1 Tip, toe, tip, toe. {H} went to {s2}. It was dim. It was still. Something went squeak!`,
  middle: `
    1 Step by step {h} followed it, past everything {he} knew, as far as {s2}. The light was going. Something rustled.
    2 "Hello?" said {h}, much more politely than {he} had that morning.`,
  older: `
    1 {He} followed it, bent double, past everything {he} knew by name, until it brought {him} to {s2}, just as the light began to fail. Inside, something rustled and then held its breath.
    2 "Excuse me," said {h}, a good deal more politely than {he} had spoken that morning.`,
};

const thief: Beat = {
  at: 'spot2',
  time: 'sunset',
  mood: 'magical',
  who: ['f', 'l'],
  props: ['{thing}', '{lkind}', 'nest'],
  summary: '{H} finds {al} with {things} and a nest of tiny babies.',
  young: `
    0 {H} crept on. There sat {al}! {Lhe} had made a nest with {things}. In it were three wee babies.
    1 "The nights are so cold," said {l}. "I did not want to be bad."`,
  middle: `
    0 {H} followed it, and there was {al}. Behind {lhim}, in a nest made with {things}, lay three tiny babies.
    1 "The nights are cold," said {l}, "and I didn't know whom to ask."`,
  older: `
    0 {H} followed it to the end; and there, blinking in the last of the light, was {al}, and behind {lhim}, tucked in among {things}, lay three babies no bigger than thumbs.
    1 "The nights have been so cold," said {l}. "I meant to ask. But I am new here, and I didn't know anyone to ask."`,
};

const sorry: Beat = {
  need: 1,
  at: 'spot1',
  time: 'sunset',
  mood: 'sad',
  who: ['f', 'n'],
  props: ['{nkind}'],
  summary: '{H} says sorry to {n}.',
  young: `
    1 Then {h} ran to {n}. "I am so sorry. I was wrong." {N} gave {him} a hug. "That was brave to say."`,
  middle: `
    1 But first {h} went back to {n}. "I was wrong and I was loud about it," {he} said. "I'm sorry, and I'll be just as loud about that."
    2 {N} laughed out loud.`,
  older: `
    1 Before anything else, {h} went to find {n}. "I accused you in front of everybody," {he} said, "so I should like to be sorry in front of everybody, too," and {he} was, at the top of {his} voice.
    2 "That will do," said {n}, who was trying not to smile. "You'll wake the babies."`,
};

const solved: Beat = {
  at: 'spot2',
  time: 'night',
  mood: 'happy',
  who: ['f', 'l', 'n'],
  props: ['scarf', '{lkind}', 'nest'],
  summary: '{H} tucks {his} old scarf around the babies in the nest.',
  young: `
    0 {H} took off {his} scarf. "Here," {he} said. "It is soft and warm." So {things} came home. And the babies slept.`,
  middle: `
    0 {H} took off {his} long old scarf and tucked it round the babies. It went round three times. So {things} could go home, and nobody was cold.
    2 "Case closed," whispered {h}, so as not to wake them.`,
  older: `
    0 {H} unwound {his} long old scarf and tucked it round the three babies, and there was enough of it to make a roof as well. So {things} went home, and the case was closed.
    2 In {his} notebook, under "Thief", {he} crossed something out and wrote "Neighbour".`,
};
