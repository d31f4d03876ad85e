import type { Beat, PlotShape } from '../stage.ts';

/** A journey of wonders, a trouble in the middle, and a map that brings others along. */
export const exploring: PlotShape = {
  id: 'exploring',
  tones: { adventurous: 3, dreamy: 2, funny: 1 },
  suits: (reading) =>
    (reading.placeName ? 2 : 0) -
    (reading.wish ? 2 : 0) -
    (reading.deed ? 3 : 0) -
    (reading.fear ? 5 : 0) -
    (reading.needy ? 3 : 0) -
    (reading.opponent ? 3 : 0),
  tell(stage) {
    return {
      slots: stage.random.pick(GEAR),
      beats: [blank, firstWonder, secondWonder, rush, lostMap, helper, thirdWonder, return_],
      episodesAt: [2, 3],
      episodes: 'journey',
      titles: [
        '{H} explores {place}',
        'A map of {place}',
        'Beyond {s1}',
        'The blank spot on the map',
        '{H} and the edge of the map',
      ],
      morals: [
        'The world is as big as your curiosity.',
        'Go slowly, and you will see twice as much.',
        'The best part of an adventure is telling it.',
      ],
      music: stage.tone === 'dreamy' || stage.tone === 'gentle' ? 'wonder' : 'adventure',
    };
  },
};

const GEAR = [
  { gear: 'a pencil and an empty map', gearnoun: 'map' },
  { gear: 'a blank map and a stub of crayon', gearnoun: 'map' },
];

const blank: Beat = {
  at: 'home',
  time: 'morning',
  mood: 'curious',
  who: ['f'],
  props: ['map', 'pencil', 'bag'],
  summary: '{H} sets out with an empty map in {his} {hands}.',
  young: `
    0 "What is out there {inplace}?" said {h}. {He} took a map. There was nothing on it yet!
    1 "Let us go and see!" Off {he} went.`,
  middle: `
    0 {H} owned a map of {place} with nothing on it at all. "Somebody ought to fill it in," {he} said, and sharpened a pencil.
    1 By breakfast {he} was on {his} way.`,
  older: `
    0 {H} owned a map of {place} that was perfectly blank, except for a small X marked "You are here." Every night {he} looked at all that white paper, until one morning it could not be borne any longer.
    1 {He} sharpened a pencil, and set out.`,
};

const firstWonder: Beat = {
  at: 'spot1',
  time: 'morning',
  mood: 'magical',
  who: ['f'],
  props: ['{prop1}', 'map'],
  summary: '{H} gazes at {s1} in wonder and draws it on the map.',
  young: `
    0 First {h} came to {s1}. Oh! {He} put it on the map. Scratch, scratch, went the pencil.
    2 "That is one," said {h}. "What comes next?"`,
  middle: `
    0 The first thing {he} came to was {s1}, so {he} sat down and drew it, with a sun on top.
    2 It was much larger than it looked in the drawing, and it smelled better.`,
  older: `
    0 The first discovery was {s1}. {H} walked all the way round it, twice, and drew it into the emptiness with a sun above it.
    2 No drawing could hold the whole of it, {he} found; one would have had to draw the smell, and the way the light kept changing its mind.`,
};

const secondWonder: Beat = {
  need: 1,
  at: 'spot2',
  time: 'day',
  mood: 'happy',
  who: ['f', 'l'],
  props: ['{prop2}', '{lkind}', 'map'],
  summary: '{H} meets {al} {ats2}.',
  young: `
    1 Then {h} came to {s2}. {Al} lived there. "Am I on the map?" {lhe} asked. {H} drew {lhim}, very small, with a smile.`,
  middle: `
    1 {Ats2} lived {al}, who had never been on a map before. "Make me a bit taller," said {l}, and {h} did.
    2 {L} looked at the drawing for a long time. "So that's where I am," {lhe} said.`,
  older: `
    1 {Ats2} lived {al}, who was greatly interested to hear that {lhe} was about to be on a map. "Could you make me slightly taller?" {lhe} asked, and {h} could.
    2 {L} studied the drawing for some time. "So that's where I live," {lhe} said. "I'd often wondered."`,
};

const rush: Beat = {
  need: 2,
  at: 'place',
  time: 'day',
  weather: 'wind',
  mood: 'happy',
  who: ['f'],
  props: ['map'],
  summary: '{H} hurries on without looking where {he} <goes|go>.',
  young: `
    1 "More, more!" said {h}. {He} ran on so fast. {He} did not hold on to the map...`,
  middle: `
    1 After that {h} wanted to see everything at once. {He} began to run, with the map flapping in one {hand}, and stopped looking where {he} was going.`,
  older: `
    1 Success went to {his} head. {H} wanted all the rest of it by supper, and {he} began to run, with the map flapping in one {hand}, past a dozen things that would have been worth a whole page.`,
};

const lostMap: Beat = {
  at: 'place',
  time: 'sunset',
  weather: 'wind',
  mood: 'worried',
  who: ['f'],
  props: ['map', 'wind'],
  summary: 'The wind tears the map out of the {hands} of {h}.',
  young: `
    0 Whoosh! The wind took the map. It flew up, up and away. "Come back!" said {h}. Now which way was home?
    2 {H} felt very small.`,
  middle: `
    0 Then a gust of wind came by and snatched the map, and it flapped away like a big white bird. {H} looked round. Without it, everything looked like everything else.
    2 "I drew it all," said {h}, "and now I don't know any of it."`,
  older: `
    0 It was then that a gust came round the corner, took the map out of {his} {hands}, and carried it off like a large white bird. {H} looked about, and realised that {he} had no idea which way {he} had come.
    2 {He} had been so busy collecting the world that {he} had forgotten to look at it.`,
};

const helper: Beat = {
  at: 'spot3',
  time: 'sunset',
  mood: 'calm',
  who: ['f', 'n'],
  props: ['{nkind}', '{prop3}'],
  summary: '{N} helps {h} to remember the way, eyes closed.',
  young: `
    0 "Shut your eyes," said {an}. "What did you see? What did you smell?" And {h} knew! The map was in {his} head.
    2 First this, then that, then home!`,
  middle: `
    0 "You drew it, didn't you?" said {an}. "Then it is in your {hand}. Close your eyes." {H} closed them, and there it all was: every bend, every smell, back to the very door.
    2 "Paper is only for showing off," said {n}.`,
  older: `
    0 "Did you draw it yourself?" asked {an}. "Then you don't need it. Close your eyes and draw it again." {H} shut {his} eyes, moved {his} {hand} through the air, and there it all was, each bend and each smell in its order, right back to the X.
    2 "A map is only a way of paying attention," said {n}. "The paper is for other people."`,
};

const thirdWonder: Beat = {
  need: 1,
  at: 'spot3',
  time: 'night',
  mood: 'magical',
  who: ['f', 'n'],
  props: ['star', '{prop3}', 'firefly'],
  summary: '{H} sees the most beautiful sight of all under the stars.',
  young: `
    1 And {h} looked up. Oh! So many stars! They had been there all along. That was the best thing of all.`,
  middle: `
    1 On the way back {h} did not run. And so {he} saw the best thing of the whole day, which had been over {his} head the entire time: a thousand stars, coming out one by one.`,
  older: `
    1 This time {h} walked slowly, and so {he} came upon the greatest discovery of the journey, which {he} had been walking under all day long: the first star, then the second, and then so many that the sky seemed to be out of breath.`,
};

const return_: Beat = {
  at: 'home',
  time: 'night',
  mood: 'happy',
  who: ['f', 'n'],
  props: ['map', 'lamp', 'pencil'],
  summary: '{H} draws the whole journey again at home by lamplight.',
  young: `
    0 Back home, {h} drew a new map, all from {his} own head. It had {s1}. It had a small smile. "Next time," said {h}, "you can come, too!"`,
  middle: `
    0 Back home {h} drew the map again, from memory, and it was better than the first. At the bottom {he} wrote: "Come and see. Bring a sandwich."
    2 There was still a white corner left, and {he} was glad of it.`,
  older: `
    0 At home {he} drew the whole map again from memory, and it was better than the first, because this time {he} knew what everything was called and who lived there. In the corner {he} wrote: "Go slowly. Bring somebody."
    2 One edge of the paper {he} left white, because everybody needs a little white somewhere.`,
};
