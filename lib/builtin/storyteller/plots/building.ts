import { withArticle } from '../grammar.ts';
import type { Beat, PlotShape } from '../stage.ts';

/** Everybody builds their own way until it falls down; then they listen to the quietest one. */
export const building: PlotShape = {
  id: 'building',
  tones: { funny: 2, adventurous: 1, heartwarming: 1 },
  suits: (reading) =>
    (reading.project ? 6 : 0) - (reading.wish && !reading.project ? 3 : 0) - (reading.deed ? 2 : 0),
  tell(stage) {
    const project = stage.reading.project;
    const slots = project
      ? {
          project: project.phrase,
          projectnoun: project.noun,
          aproject: project.plural ? project.phrase : withArticle(project.phrase),
        }
      : stage.random.pick(PROJECTS);
    return {
      slots,
      beats: [idea, start, quarrel, fall, quiet, again, storm, done],
      episodesAt: [2, 6],
      episodes: 'home',
      titles: [
        '{H} builds {aproject}',
        'The {project} {inplace}',
        'One {project}, many {hands}',
        'How not to build {aproject}',
        '{H} and the wobbly {project}',
      ],
      morals: [
        'Many small ideas make one big one.',
        'The quietest voice may have the best plan.',
        'Together is a good way to build anything.',
      ],
      music: 'playful',
    };
  },
};

const PROJECTS = [
  { project: 'treehouse', projectnoun: 'treehouse', aproject: 'a treehouse' },
  { project: 'flying machine', projectnoun: 'machine', aproject: 'a flying machine' },
  { project: 'bridge', projectnoun: 'bridge', aproject: 'a bridge' },
  { project: 'little theatre', projectnoun: 'theatre', aproject: 'a little theatre' },
];

const idea: Beat = {
  at: 'place',
  time: 'morning',
  mood: 'curious',
  who: ['f', 'n'],
  props: ['{projectnoun}', 'hammer', 'paper'],
  summary: '{H} draws a plan for {aproject}.',
  young: `
    0 "Let us make {aproject}!" said {h}. [Bang, bang! Tap, tap!|"A big, big one!"]
    2 {He} got wood. {He} got rope. {He} got a bucket with a hole.`,
  middle: `
    0 It began with a pile of odds and ends and one big idea: {h} was going to build {aproject}.
    2 There were boards, ropes, a bucket with a hole in it, and one door without a house.
    3 {An} came to help, and so did half the neighbours.`,
  older: `
    0 It all started with a heap of useful rubbish and a sentence: "We could build {aproject}," said {h}.
    2 There were boards, nails, eleven kinds of rope, a bucket with a hole in it, and a door that had lost its house.
    3 {An} turned up to help, then a few of the neighbours, and each of them had brought a hammer and an opinion.`,
};

const start: Beat = {
  need: 2,
  at: 'place',
  time: 'day',
  mood: 'happy',
  who: ['f', 'n', 'l'],
  props: ['hammer', 'rope', 'bucket', '{lkind}'],
  summary: '{H} saws and hammers while {al} watches from a bucket.',
  young: `
    2b {Al} sat on the bucket and watched. {L} was too shy to talk.
    1 Saw, saw, saw. Bang, bang, bang. Ouch! That was a thumb.`,
  middle: `
    2b {Al} sat on the rim of the bucket, watched it all, and was too shy to say a word.
    1 They sawed and hammered and got in each other's way, and everything that could be dropped on a toe was dropped.`,
  older: `
    2b On the rim of the bucket sat {al}, who had been watching from the beginning and opened {lhis} mouth several times, but was too shy to be heard.
    1 They sawed, they hammered, and they trod on one another's toes, and by noon there was a noise as if a kitchen were falling downstairs.`,
};

const quarrel: Beat = {
  at: 'place',
  time: 'day',
  mood: 'worried',
  who: ['f', 'n'],
  props: ['hammer', 'board', '{nkind}'],
  summary: '{H} and {n} pull at the same board in different directions.',
  young: `
    0 "It must be tall!" said {h}. "No, wide!" said {an}. So {h} made it tall. And {n} made it wide.
    2 Pull, pull! Tug, tug!`,
  middle: `
    0 "It has to be tall," said {h}. "It has to be wide," said {an}. Neither of them listened, so {h} built it tall and {n} built it wide.
    2 Somebody else was building it round, and nobody had told her.`,
  older: `
    0 "It must be tall," {h} declared. "It must be wide," said {an}, and since neither of them listened, {h} went on building it tall while {n}, on the other side, went on building it wide.
    2 Somebody round the back was building it round, and had not been informed of either.`,
};

const fall: Beat = {
  at: 'place',
  time: 'day',
  weather: 'wind',
  mood: 'sad',
  who: ['f', 'n'],
  props: ['board', 'dust'],
  summary: 'The {project} collapses in a cloud of dust.',
  young: `
    0 Whoosh, went the wind. Creak! Crack! Crash! Down it all came. "Oh no!" said {h}.
    2 "It is your fault!" "No, yours!" Then they were very still.`,
  middle: `
    0 Then came one small puff of wind. The {project} went creak, it went crack, and {h} was sitting in a cloud of dust.
    2 "Too tall," said {n}. "Too wide," said {h}. And they sat down back to back.`,
  older: `
    0 Then the wind came by, not a storm, hardly more than a sigh, and the whole {project} creaked, leaned over to think about it, and fell flat, with {h} underneath.
    2 "Too tall," said {n}. "Too wide," said {h}. They sat down, back to back, and both looked at the same dust from different sides.`,
};

const quiet: Beat = {
  at: 'place',
  time: 'sunset',
  mood: 'curious',
  who: ['f', 'n', 'l'],
  props: ['{lkind}', 'web', 'stick'],
  summary: '{Al} shows {h} how three sticks stand firm when they lean together.',
  young: `
    0 Then {al} said, so soft, "Sticks that lean on each other do not fall." {H} looked. It was true!
    1 "Say it again," said {h}. "We are all ears."`,
  middle: `
    0 Then {h} heard a tiny voice. It was {al}. "If three sticks lean on each other," {lhe} said, "they stand." And {lhe} showed them.
    1 {H} pushed the three sticks. They did not even wobble. "Why didn't you say so?" "I did," said {l}. "It was loud."`,
  older: `
    0 It was so quiet now that {h} could hear, for the first time, the voice of {al}. "One stick falls over," {lhe} said, and set up three with their heads together. "Three that lean on each other can't."
    1 {H} pushed them, gently at first and then quite hard. "Why did you never say so?" {he} asked. "I said it four times," said {l}. "You were all hammering."`,
};

const again: Beat = {
  at: 'place',
  time: 'sunset',
  mood: 'happy',
  who: ['f', 'n', 'l'],
  props: ['{projectnoun}', 'hammer', 'rope'],
  summary: '{H}, {n} and {l} build the {project} together.',
  young: `
    0 So {h} and the rest made it all again. This time they asked. This time they leaned. Up, up it went, and it stood!`,
  middle: `
    0 So {h} and the others began again. This time everyone's idea was heard, the small ones first, and every piece leaned on another. And it stood!
    2 It was a bit tall and a bit wide and, at the back, a little bit round.`,
  older: `
    0 So {h} and the others began again, and this time, before each board went up, everybody had to be asked, starting with the smallest. Every piece was leaned against another, and when they let go, it stood.
    2 It was fairly tall and reasonably wide, and at the back, since somebody had taken such trouble, it was round.`,
};

const storm: Beat = {
  need: 1,
  at: 'place',
  time: 'night',
  weather: 'storm',
  mood: 'brave',
  who: ['f', 'n', 'l'],
  props: ['{projectnoun}', 'wind', 'lantern'],
  summary: 'A storm shakes the {project}, but it stands firm.',
  young: `
    1 That night the big wind came back. Whoo! WHOO! The {project} shook. It did not fall. Not one bit!`,
  middle: `
    1 That night the wind came back with its big brothers. They pushed the {project} from every side, and it creaked and swayed, but it did not fall.`,
  older: `
    1 That night the wind came back and brought its elder brothers. They tried the {project} from the front, from the side and from below, and it groaned, and swayed, and held, because wherever one piece gave way, another was leaning against it.`,
};

const done: Beat = {
  at: 'place',
  time: 'sunset',
  mood: 'happy',
  who: ['f', 'n', 'l'],
  props: ['{projectnoun}', 'flag', 'bucket', 'cake'],
  summary: '{H} and all the builders celebrate at the finished {project}.',
  young: `
    0 "Who made it?" they asked. "I did not," said {h}. "We did!"
    2b And {l} sat at the very top, on the bucket, like a king.`,
  middle: `
    0 When people asked who had built the {project}, {h} no longer said "I." {He} said, "How much time have you got?" and told them all the names.
    2b The bucket with the hole hung at the very top, and in it, like a captain, sat {l}.`,
  older: `
    0 When visitors asked who had built the {project}, {h} would say, "Sit down, it's a long list," and {he} never left out anybody, least of all {l}.
    2b The bucket with the hole had been given the best place of all, at the very top, and in it sat {l}, being listened to.`,
};
