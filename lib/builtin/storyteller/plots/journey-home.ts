import type { Beat, PlotShape } from '../stage.ts';

/** Lost far away; what one knows by heart about home shows the way back. */
export const journeyHome: PlotShape = {
  id: 'journey-home',
  tones: { adventurous: 2, heartwarming: 2, gentle: 1 },
  suits: (reading) =>
    -((reading.wish ? 4 : 0) + (reading.deed ? 3 : 0) + (reading.opponent ? 2 : 0) + (reading.needy ? 3 : 0)),
  tell(stage) {
    return {
      slots: stage.random.pick(SIGNS),
      beats: [happy, away, wrongWay, night, listen, kindness, walk, door],
      episodesAt: [3, 6],
      episodes: 'journey',
      titles: [
        '{H} finds the way home',
        'A long way from home',
        'The sound of home',
        '{H} under a strange sky',
        'Which way is home, {h}?',
      ],
      morals: [
        'Home is what you carry in your heart.',
        'When you are lost, stop, listen and ask.',
        'However far you go, love knows the way back.',
      ],
      music: 'adventure',
    };
  },
};

const SIGNS = [
  {
    sign2: 'bell',
    hears: 'the old bell at home: ding, dong, and a small crack at the end',
    heard: 'ding, dong... and a small crack at the end',
    youngheard: 'Ding, dong',
    verb: 'Listen',
  },
  {
    sign2: 'song',
    hears: 'the song from the kitchen window at home, always a little out of tune',
    heard: 'somebody singing, just a little out of tune',
    youngheard: 'La, la, la',
    verb: 'Listen',
  },
  {
    sign2: 'windmill',
    hears: 'the old windmill at home: creak, creak, thump',
    heard: 'creak, creak... thump',
    youngheard: 'Creak, creak, thump',
    verb: 'Listen',
  },
];

const happy: Beat = {
  need: 1,
  at: 'home',
  time: 'morning',
  mood: 'calm',
  who: ['f'],
  props: ['{sign2}', 'bed'],
  summary: '{H} wakes up at home to the sound of the {sign2}.',
  young: `
    1 Each day at home {h} woke up to the {sign2}. "{Youngheard}," it went. {H} hardly heard it any more.`,
  middle: `
    1 Every single day began and ended with {hears}. {H} had heard it so often that {he} no longer noticed.`,
  older: `
    1 Every day of {his} life had begun and ended with {hears}. {H} had heard it so many thousand times that {he} could no longer have told you whether it was there.`,
};

const away: Beat = {
  at: 'spot1',
  time: 'day',
  weather: 'wind',
  mood: 'worried',
  who: ['f'],
  props: ['butterfly', '{prop1}'],
  summary: '{H} has chased a butterfly too far and looks around, lost.',
  young: `
    0 A blue butterfly flew by. {H} ran after it. On and on! Then {h} stopped. Where was home?
    1 {He} was lost.`,
  middle: `
    0 One day {h} followed a blue butterfly, over one hill and then over another. When it flew away, {he} looked round and knew nothing at all.
    1 There was no path, no smoke, no roof. {He} was lost.`,
  older: `
    0 One afternoon {h} followed a blue butterfly over one hill, and then, because it seemed rude to stop, over six more. When it rose and vanished, {he} turned round and did not recognise a single thing.
    1 There was no path and no smoke, and every direction looked as if it were pretending to be the right one.`,
};

const wrongWay: Beat = {
  at: 'spot2',
  time: 'day',
  mood: 'worried',
  who: ['f'],
  props: ['{prop2}', 'path'],
  summary: '{H} runs the wrong way and comes to {s2} again.',
  young: `
    0 {H} ran this way. {H} ran that way. Round and round! And there was {s2} again. Oh no!
    2 The more {he} ran, the more lost {he} was.`,
  middle: `
    0 {He} ran to the left and came to {s2}. {He} ran to the right, and there was {s2} again, looking bored.
    2 Running, {he} found, is a quick way of getting more lost.`,
  older: `
    0 {He} ran to the left and arrived at {s2}; {he} ran to the right for an hour and arrived, out of breath, at {s2} again.
    2 Hurry, {he} began to suspect, was only a faster way of being lost.`,
};

const night: Beat = {
  need: 2,
  at: 'spot2',
  time: 'night',
  mood: 'sad',
  who: ['f'],
  props: ['moon', 'star'],
  summary: '{H} sits alone under the stars.',
  young: `
    1 The sun went down. {H} sat under the stars. "I want to go home," {he} said, and a big tear fell. Plop.`,
  middle: `
    1 Then it grew dark. {H} sat down under a great many stars, and every one of them was somewhere else.
    2 {He} cried a little, because nobody was looking, and because it helps.`,
  older: `
    1 Then darkness came up out of the ground. {H} sat down under more stars than {he} had ever seen, and it was no comfort to know that the same ones were shining on {his} own roof.
    2 {He} cried for a while, which changed nothing, and felt better, which changed a good deal.`,
};

const listen: Beat = {
  at: 'spot2',
  time: 'sunset',
  mood: 'calm',
  who: ['f', 'n'],
  props: ['{nkind}', '{sign2}'],
  summary: '{N} tells {h} to sit still and listen.',
  young: `
    0 "Stop," said {an}. "Sit. Shut your eyes. What can you hear at home?" {H} thought. "The {sign2}!"
    1 "Then listen for it," said {n}.`,
  middle: `
    0 "Stop running," said {an}, who had seen {h} go by four times. "Sit down. What does your home sound like?"
    1 {H} closed {his} eyes, and suddenly {he} knew: {hears}.`,
  older: `
    0 "I have seen you four times today," said {an}, "and always in a hurry. Sit down. What does your home sound like?" {H} shut {his} eyes, and out of nowhere it came to {him}: {hears}.`,
};

const kindness: Beat = {
  need: 2,
  at: 'place',
  time: 'night',
  mood: 'calm',
  who: ['f', 'l'],
  props: ['{lkind}', '{find}'],
  summary: '{H} comforts {al} on the way.',
  young: `
    1 On the way sat {al}. "I am lost, too!" {lhe} said. "Come with me," said {h}. "We will both get home."`,
  middle: `
    1 On the way {he} nearly stepped on {al}, who was lost as well, and much smaller. "Come along," said {h}. "I'm lost too, but I'm lost in the right direction."`,
  older: `
    1 On the way {he} almost stepped on {al}, who was lost as well, and so much smaller that it must have felt like being lost twice. "Come along," said {h}. "I don't know where we are either, but I know where we're going."`,
};

const walk: Beat = {
  at: 'spot3',
  time: 'night',
  mood: 'brave',
  who: ['f'],
  props: ['{sign2}', '{prop3}', 'star'],
  summary: '{H} follows a far sound through the evening.',
  young: `
    0 {H} was as still as a mouse. Then, far off: "{Youngheard}!" {He} went that way. Step, step, stop. Listen! "{Youngheard}!"`,
  middle: `
    0 {He} held {his} breath and listened. There, far away and thin as a thread, it was: {heard}. {H} went where it came from, and stopped, and listened, and went on.
    2 Past {s3} it was already as thick as string.`,
  older: `
    0 {He} held {his} breath and listened past the wind, past the crickets, past {his} own heart; and there, thin as a thread, it was: {heard}. {H} took hold of it with both ears and followed it into the dusk.
    2 By the time {he} had passed {s3}, the thread had become a string, and the string was becoming a rope.`,
};

const door: Beat = {
  at: 'home',
  time: 'night',
  mood: 'happy',
  who: ['f', 'l'],
  props: ['lamp', 'door', '{sign2}', 'soup'],
  summary: '{H} runs to the open door of home, where a light is burning.',
  young: `
    0 There was the light! There was the door! "{H}! You are home!" Oh, what a hug. And "{Youngheard}," went the {sign2}.`,
  middle: `
    0 And then there was a light, and a door that flew open, and arms that held on to {h} for a very long time.
    1 Above the roof the {sign2} was still going. {H} heard it now, every single note.`,
  older: `
    0 And then there was a lamp in a window, and a door that flew open before {he} could knock, and for a while nobody said anything that made sense.
    1 Overhead the {sign2} was still going. {H} listened to it to the very end, the way you look at a face you had nearly forgotten to miss.`,
};
