import type { Beat, PlotShape } from '../stage.ts';
import { deedOf } from '../understand-prompt/find-wish.ts';

/** Somebody cannot do it; copying others fails; small practice and their own way succeed when it counts. */
export const learning: PlotShape = {
  id: 'learning',
  tones: { funny: 1, heartwarming: 1, adventurous: 1 },
  suits: (reading) => (reading.deed ? 9 : -7) - (reading.needy ? 2 : 0),
  tell(stage) {
    const deed = stage.reading.deed ?? deedOf(...stage.random.pick(SKILLS));
    const rescue = MOVING.test(deed.base) ? BY_MOVING : SOUNDING.test(deed.base) ? BY_SOUND : undefined;
    return {
      slots: { do: deed.base, did: deed.past, doing: deed.gerund, ...rescue },
      // Somebody can be fetched by flying or called by singing, but not by painting.
      beats: [
        wish,
        copy,
        laugh,
        advice,
        practise,
        ...(rescue ? [call, moment] : [withoutRescue(moment)]),
        glad,
      ],
      episodesAt: [3, 5],
      episodes: 'home',
      titles: [
        '{H} wants to {do}',
        'Try again, {h}!',
        'One more try',
        'The day {h} {did}',
        'Not yet, said {h}',
      ],
      morals: [
        'Not yet is not the same as never.',
        'Everybody learns in their own way and in their own time.',
        'Small steps go a long way.',
      ],
      music: stage.tone === 'adventurous' ? 'adventure' : 'playful',
    };
  },
};

const SKILLS: [string, string?][] = [['whistle'], ['juggle'], ['dance'], ['sing']];

const MOVING =
  /^(fly|swim|run|climb|jump|ride|skate|ski|hop|dive|sail|gallop|slide|swing|drive|float|cycle|surf|skateboard)\b/;
const SOUNDING =
  /^(sing|roar|whistle|howl|hoot|bark|meow|quack|croak|yodel|play the|drum|shout|speak|talk|purr)\b/;
const BY_MOVING = {
  onlyway: 'There was only one way to get there. {H} had to {do}!',
  onlywaymiddle: 'There was only one way to get there in time, and that was to {do}',
  onlywayolder: 'There was only one way of getting there in time, and that was to {do}',
};
const BY_SOUND = {
  onlyway: 'It was so foggy! {L} could not see the way. {H} had to {do}, so that {l} could hear.',
  onlywaymiddle: '{L} was lost in the fog, and only a sound could lead {lhim} home. Somebody had to {do}',
  onlywayolder:
    '{L} was lost in the fog, and nothing but a sound could lead {lhim} out of it; somebody had to {do}',
};

function withoutRescue(beat: Beat): Beat {
  const plain = (telling: string) => telling.replace(/^\s*2d .*$/gm, '');
  return {
    ...beat,
    who: ['f'],
    young: plain(beat.young),
    middle: plain(beat.middle),
    older: plain(beat.older),
  };
}

const wish: Beat = {
  at: 'place',
  time: 'morning',
  mood: 'curious',
  who: ['f'],
  props: ['{prop1}'],
  summary: '{H} dreams of {doing}.',
  young: `
    0 {H} could not {do}. Oh, but {he} did so want to!
    2 "I want to {do}," {he} said each day. "I want to {do}," {he} said each night.`,
  middle: `
    0 There was one thing that {h} wanted more than all the rest. {He} wanted to {do}, and {he} couldn't.
    2 In {his} dreams {he} {did} without any trouble at all. It was only when {he} woke up that it went wrong.`,
  older: `
    0 {H} could do a great many things, but the only one {he} cared about was the one {he} couldn't do: {he} could not {do}.
    2 In dreams {he} {did} so easily that {he} woke up each morning astonished to have forgotten how.`,
};

const copy: Beat = {
  at: 'spot1',
  time: 'day',
  mood: 'brave',
  who: ['f'],
  props: ['{prop1}'],
  summary: '{H} tries with all {his} might and tumbles over.',
  young: `
    0 {H} took a big breath. One, two, three... bump! That did not work.
    1 {He} tried it fast. Bump! {He} tried it slow. Bump, bump!`,
  middle: `
    0 {He} went to {s1} and tried it exactly the way the others did, as hard and as fast as {he} could. It ended with a bump.
    1 {He} tried ten times, and there were ten bumps.`,
  older: `
    0 {He} went to {s1}, where nobody would see, and tried to copy precisely what everybody else did, all of it at once and as hard as {he} could. It ended in a heap.
    1 {He} did this eleven times, and by the eleventh the heap had got rather good, but nothing else had.`,
};

const laugh: Beat = {
  need: 1,
  at: 'place',
  time: 'day',
  weather: 'cloudy',
  mood: 'sad',
  who: ['f'],
  props: ['cloud'],
  summary: '{H} sits down sadly and thinks of giving up.',
  young: `
    1 "I can not do it," said {h}. {He} sat down. {His} chin went down. Down, down, down.`,
  middle: `
    1 "I'll never be able to {do}," said {h}, and sat down with {his} chin in {his} {hands}. "I'm just not the sort."`,
  older: `
    1 "It's quite simple," {he} told a passing cloud. "Some can {do}, and some can't, and I have found out which I am." The cloud did not stay to argue.`,
};

const advice: Beat = {
  at: 'spot2',
  time: 'sunset',
  mood: 'calm',
  who: ['f', 'n'],
  props: ['{nkind}', '{prop2}'],
  summary: '{N} tells {h} a secret about learning.',
  young: `
    0 "You can not do it yet, {h}," said {an}. "Yet! Do one small bit. Then rest. Then one more."
    2 "Yet," said {h}. {He} liked that word.`,
  middle: `
    0 "You forgot a word, {h}," said {an}. "You can't {do} yet. And you're trying to do all of it at once. Do the smallest bit. Then do it again."
    2 "How long will it take?" asked {h}. "It'll take as many goes as it takes, minus the ones you've done."`,
  older: `
    0 "You have left out a word, {h}," said {an}, who had been listening. "You cannot {do} yet. And you go at it as if it were one big thing. It is forty little ones, holding hands. Begin with the first."
    2 "And if I can't do that one?" asked {h}. "Then you've found out where to begin, which is more than most people know."`,
};

const practise: Beat = {
  at: 'spot1',
  time: 'morning',
  mood: 'brave',
  who: ['f'],
  props: ['{prop1}', 'sun'],
  summary: '{H} practises a little every day.',
  young: `
    0 So {h} did one small bit. Then a bit more. One day, two days, ten days.
    1 There were still bumps. But they were small bumps!`,
  middle: `
    0 So {h} practised the smallest bit until it was easy, and then the next. {He} did it in the morning, and in the rain, and once in {his} sleep.
    1 There were still bumps, but {he} began to know them by name.`,
  older: `
    0 So {h} practised the first of the forty things until it was dull, and then the second. {He} practised in the rain, and before breakfast, and did not try to do it the way the others did, but in a way that suited the shape {he} was.
    1 There were still bumps, naturally. {He} had begun to think of them as punctuation.`,
};

const call: Beat = {
  need: 2,
  at: 'spot3',
  time: 'day',
  weather: 'wind',
  mood: 'worried',
  who: ['f', 'l'],
  props: ['{lkind}', '{prop3}'],
  summary: '{Al} calls for help {ats3}.',
  young: `
    2d Then {h} heard a cry. It was {al}, by {s3}! {Onlyway}`,
  middle: `
    2d Then one windy day there was a cry from {s3}. It was {al}, and nobody else was near. {Onlywaymiddle}.`,
  older: `
    2d Then, one windy afternoon, somebody cried out from {s3}. It was {al}, and nobody else was near. {Onlywayolder}.`,
};

const moment: Beat = {
  at: 'spot3',
  time: 'sunset',
  mood: 'magical',
  who: ['f', 'l'],
  props: ['{prop3}', 'sun'],
  summary: '{H} manages to {do} at last.',
  young: `
    0 One, two, three... and {h} {did}! {He} really, truly {did}! "Look at me!" {he} said.
    2d And {l} was safe. "Thank you!" said {l}. "That was so good!"`,
  middle: `
    0 And then, without a bump, without even noticing the moment when it began, {h} {did}. {He} really {did}!
    1 It was not the way the others did it. It was a bit wobbly and entirely {his} own.
    2d "You came!" said {l}, safe and sound. "And how you came!"`,
  older: `
    0 And somewhere between one breath and the next, without any trumpets, it happened: {h} {did}. It took {him} a moment to notice that nothing had gone bump.
    1 It did not look the way it looked when others did it. It was a little wobbly, it leaned to one side, and it was unmistakably {theirs}.
    2d "You came!" cried {l}, who was quite unharmed. "And did you see yourself?"`,
};

const glad: Beat = {
  at: 'place',
  time: 'sunset',
  mood: 'happy',
  who: ['f', 'n'],
  props: ['{nkind}', 'sun'],
  summary: '{H} celebrates with {n} in the golden evening light.',
  young: `
    0 "You can do it now," said {n}. "Yes," said {h}. "And what can I not do yet?" {He} could hardly wait!`,
  middle: `
    0 "Well?" asked {n} that evening. "I could {do} the whole time," said {h}. "I just couldn't do it yet." {He} thought for a moment. "I wonder what else I can't do yet."`,
  older: `
    0 "So," said {n} that evening, "you turned out to be the sort after all." "There isn't a sort," said {h}. "There's only yet." Then {he} went quiet, because {he} had just remembered all the other things {he} couldn't do, and was trying to choose.`,
};
