import type { Beat, PlotShape } from '../stage.ts';

/** A treasured thing is lost; its finder needed it; both go home with something. */
export const lostAndFound: PlotShape = {
  id: 'lost-and-found',
  tones: { gentle: 2, heartwarming: 2, mysterious: 1 },
  suits: (reading) =>
    (reading.wish?.article === 'his' ? 6 : 0) -
    (reading.deed ? 3 : 0) -
    (reading.opponent ? 3 : 0) -
    (reading.fear ? 5 : 0) -
    (reading.needy ? 4 : 0),
  tell(stage) {
    const lost = stage.reading.wish;
    const slots =
      lost && (lost.article === 'his' || (stage.reading.signals['lost-and-found'] ?? 0) > 0)
        ? {
            lost: lost.phrase,
            lostnoun: lost.noun,
            losthas: lost.plural ? 'were' : 'was',
            lit: lost.plural ? 'them' : 'it',
            lis: lost.plural ? 'they were' : 'it was',
            why: lost.plural ? 'They made everything feel right' : 'It made everything feel right',
            bed: 'hiding place',
          }
        : stage.random.pick(LOST);
    return {
      slots,
      beats: [gone, scatter, back, spot1, spot2, found, gift, home],
      episodesAt: [3, 5],
      episodes: 'journey',
      titles: [
        '{H} and the lost {lost}',
        'Where is the {lost}?',
        'Lost by {h}, found by {l}',
        'The long walk of the {lost}',
        'Back the way {h} came',
      ],
      morals: [
        'What we give away comes back as a friend.',
        'To find what you lost, go slowly back the way you came.',
        'Somebody may need it even more than you.',
      ],
      music: 'wonder',
    };
  },
};

const LOST = [
  {
    lost: 'blue mitten',
    lostnoun: 'mitten',
    losthas: 'was',
    lit: 'it',
    lis: 'it was',
    why: 'It had been knitted by someone {he} loved',
    bed: 'bed',
  },
  {
    lost: 'red hat',
    lostnoun: 'hat',
    losthas: 'was',
    lit: 'it',
    lis: 'it was',
    why: 'It had been on every adventure so far',
    bed: 'bed',
  },
  {
    lost: 'patchwork blanket',
    lostnoun: 'blanket',
    losthas: 'was',
    lit: 'it',
    lis: 'it was',
    why: 'It smelled of home in all weathers',
    bed: 'tent',
  },
  {
    lost: 'yellow scarf',
    lostnoun: 'scarf',
    losthas: 'was',
    lit: 'it',
    lis: 'it was',
    why: 'It was as long as a story and just as warm',
    bed: 'nest',
  },
];

const gone: Beat = {
  at: 'home',
  time: 'sunset',
  mood: 'worried',
  who: ['f'],
  props: ['{lostnoun}'],
  summary: '{H} notices that the {lost} {losthas} gone.',
  young: `
    0 Oh no! Where {losthas} the {lost}? {H} looked high. {H} looked low. Gone!
    2 {H} loved {lit} so. A tear ran down {his} nose.`,
  middle: `
    0 It was almost supper time when {h} noticed that the {lost} {losthas} gone.
    1 {Why}, and nothing else would do.
    3 "You have other things," somebody said, but it is no use having other things.`,
  older: `
    0 It was getting on for supper when {h} put out {his} {hand} for the {lost} and closed it on nothing.
    1 {Why}, and there was no second one like that in the world.
    3 People told {him} kindly that things were only things, which is true of all things except one or two.`,
};

const scatter: Beat = {
  at: 'home',
  time: 'sunset',
  mood: 'worried',
  who: ['f'],
  props: ['box', 'bed', '{lostnoun}'],
  summary: '{H} throws everything about, searching in a hurry.',
  young: `
    0 {H} threw out the box. {H} threw out the bed. What a mess! But no {lost}.
    2 Now {he} could not find {his} shoes, too!`,
  middle: `
    0 {H} rushed about and pulled out every box and basket. Soon there was a mountain in the middle of the room, but no {lost}.
    2 Now {he} had lost {his} other things as well.`,
  older: `
    0 {He} searched the way a storm searches, by turning everything upside down, and half an hour later there was a mountain in the middle of the floor and still no {lost}.
    2 It would have been easier now to say what wasn't lost.`,
};

const back: Beat = {
  at: 'place',
  time: 'sunset',
  mood: 'curious',
  who: ['f', 'n'],
  props: ['{nkind}', 'path'],
  summary: '{N} advises {h} to walk slowly back along the path.',
  young: `
    0 "Walk back the way you came," said {an}. "Slow, slow, slow." So {h} did.
    2 One step back. Two steps back. Look, look, look.`,
  middle: `
    0 "Things don't run away," said {an}. "They stay where they were left. Go back the way you came, but slowly." So {h} did.
    2 So {h} walked {his} whole day again from the wrong end.`,
  older: `
    0 "Lost things are the most patient creatures there are," said {an}. "They stay just where you left them. It's you who went off. So go back, and go slowly." So {h} did.
    2 And {h} began to walk {his} whole day over again, from the wrong end, like somebody reading a book backwards.`,
};

const spot1: Beat = {
  need: 1,
  at: 'spot1',
  time: 'sunset',
  mood: 'curious',
  who: ['f'],
  props: ['{prop1}', 'thread'],
  summary: '{H} finds a first tiny clue {ats1}.',
  young: `
    1 {H} came to {s1}. "I was here," {he} said. Look! A bit of fluff. It was a clue!`,
  middle: `
    1 {Ats1} {he} remembered a jump, and there on the ground was a bit of fluff. It was the right colour.`,
  older: `
    1 {Ats1} {he} had stopped that morning to shout something rude at an echo. The echo was still there, and so, caught on a splinter, was one small tuft of fluff of exactly the right colour.`,
};

const spot2: Beat = {
  need: 2,
  at: 'spot2',
  time: 'night',
  mood: 'brave',
  who: ['f'],
  props: ['{prop2}', 'moon', 'lantern'],
  summary: '{H} searches on by moonlight {ats2}.',
  young: `
    1 Now it was dark. {H} went on to {s2}. The moon came, too. "Help me look," {he} said to the moon.`,
  middle: `
    1 By the time {he} reached {s2}, it was dark, and {h} had to look with {his} {hands}. The moon came out from behind a cloud to help.`,
  older: `
    1 By the time {he} had got back as far as {s2}, it was so dark that {he} had to look with {his} {hands}; whereupon the moon, who hates to miss the end of anything, came out from behind a cloud.`,
};

const found: Beat = {
  at: 'spot3',
  time: 'night',
  mood: 'magical',
  who: ['f', 'l'],
  props: ['{lostnoun}', '{lkind}', '{prop3}'],
  summary: '{H} finds the {lost} {ats3}, with {al} fast asleep inside.',
  young: `
    0 There, by {s3}, {h} saw the {lost}! But look! {Al} was tucked up in there, fast asleep.
    1 "Oh," said {h}. "So soft. So small."`,
  middle: `
    0 And there, {ats3}, {h} found the {lost}. But something moved: {al} had crept in and made a {bed} of {lit}, and was fast asleep.
    1 {H} stretched out {his} {hand}, and stopped. {L} was shivering a little, even so.`,
  older: `
    0 And there {lis}, {ats3}, none the worse for anything. {H} had already put out {his} {hand} when the {lost} breathed. {Al} had crept in out of the cold and was fast asleep, with only {lhis} nose showing.
    1 {H} stood and looked for quite a while. Finding, {he} discovered, could be harder than losing.`,
};

const gift: Beat = {
  at: 'spot3',
  time: 'night',
  mood: 'calm',
  who: ['f', 'l'],
  props: ['sock', '{lkind}', '{lostnoun}'],
  summary: '{H} makes a warm new bed for {l}.',
  young: `
    0 {H} did not grab. {He} took off one warm sock. "A new bed for you," {he} said. {L} curled up in it. Snug!`,
  middle: `
    0 {H} sat down and pulled off one thick woolly sock, still warm. Very gently {he} moved {l} over, from the one to the other. It fitted perfectly.
    2 {L} opened one eye. "Is it for me?" "It's for you," said {h}.`,
  older: `
    0 Then {h} sat down, pulled off one thick sock, which was still warm, and slowly, so as not to wake anybody, moved {l} from the one to the other. It might have been made to measure.
    2 {L} opened one eye. "Do I have to give it back?" "No," said {h}. "That's the whole point of it."`,
};

const home: Beat = {
  at: 'home',
  time: 'night',
  mood: 'happy',
  who: ['f', 'l'],
  props: ['{lostnoun}', 'sock', 'lamp'],
  summary: '{H} walks home with the {lost} and one bare foot.',
  young: `
    0 Then {h} took the {lost} home. One foot was cold. But {he} was warm inside!`,
  middle: `
    0 {H} walked home with the {lost} and with one cold foot, and {he} was happier than {he} had been that morning, when {he} still had everything.
    2 The next day somebody had left {afind} on the doorstep, wrapped up in a leaf.`,
  older: `
    0 {H} went home under the stars with the {lost} held tight and one bare foot, and it struck {him} as odd that {he} should be happier now than in the morning, when {he} had still had everything.
    2 The next day {he} found {afind} on the doorstep, wrapped in a leaf and tied with a hair, and there was no need to ask who had sent it.`,
};
