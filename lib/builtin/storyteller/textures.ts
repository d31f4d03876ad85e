import type { AgeGroup, Tone } from '../../story/schema.ts';

/** Sentences that colour a moment in the middle of things without changing what happens. */
const ANY: Record<AgeGroup, readonly string[]> = {
  '3-5': [
    '{H} took a big, big breath.',
    '"I can do it," said {h}.',
    'Step by step by step went {h}.',
    '{H} looked left. {H} looked right.',
    'Hop and stop, hop and stop, went {h}.',
    '"Hmm," said {h}. "Let me think."',
    '{H} held on tight.',
    'What would {h} do now?',
  ],
  '6-8': [
    '{H} took a deep breath and counted to three.',
    '"Think," {h} told {himself}. "Think slowly."',
    'It was a good moment for a plan, so {h} made one.',
    '{H} stopped, listened, and went on.',
    'For a moment nobody said a word.',
    '{H} rubbed {his} nose, as {he} always did when thinking.',
    '"One thing at a time," said {h}.',
    'It looked harder from close by, as things often do.',
  ],
  '9-12': [
    '{H} stood still for a moment, because {he} had noticed that hurrying only made {him} arrive at the wrong place sooner.',
    'It was harder than {he} had imagined, which was annoying, and more interesting too, which {he} did not want to admit.',
    'There was a small voice inside {him} that said it would be easier to go home, and {h} told it politely to wait outside.',
    '{H} made a plan, noticed three things wrong with it, and decided that a plan with three holes was still better than no plan.',
    'For a while there was nothing to hear but {his} own breathing and the beat of {his} own heart.',
    '{H} tried to look like somebody who did this sort of thing every day.',
    'It is strange how large a small worry can grow when nobody is looking at it.',
    '"Well," {h} said to nobody in particular, "standing here won\'t help."',
  ],
};

const BY_TONE: Record<Tone, Record<AgeGroup, readonly string[]>> = {
  gentle: {
    '3-5': ['A soft wind went by.', 'All was calm and slow.', 'The sun felt warm on {his} face.'],
    '6-8': [
      'The light lay soft and warm on everything.',
      'There was no hurry at all.',
      'A small breeze came by, as light as a yawn.',
    ],
    '9-12': [
      'The light lay over everything like a warm hand.',
      'There was no hurry in the world just then, and {h} let the quiet do its work.',
      'A small breeze came past, looked at them kindly, and went on.',
    ],
  },
  adventurous: {
    '3-5': ['Go, {h}, go!', '{His} heart went boom, boom!', 'Quick, quick, quick!'],
    '6-8': [
      '{His} heart drummed like rain on a roof.',
      'There was no turning back now.',
      '"Onward!" said {h}, just to hear how it sounded.',
    ],
    '9-12': [
      '{His} heart was drumming, but it was drumming a marching tune.',
      'There was no turning back now, and to {his} surprise {h} was glad of it.',
      'Every step felt like the first line of something.',
    ],
  },
  funny: {
    '3-5': [
      'Oops! Plop! {H} sat down, bump.',
      '{H} had a leaf on {his} nose. Ha, ha!',
      'A sneeze! Ah, ah, ah-choo!',
    ],
    '6-8': [
      'At that moment {h} sneezed so hard that {he} sat down.',
      'A leaf landed on {his} head and stayed there like a very small hat.',
      "Somebody's tummy rumbled, and everybody pretended it was thunder.",
    ],
    '9-12': [
      'At this serious moment a leaf landed on {his} head and stayed there like a badly chosen hat.',
      '{H} sneezed with such force that {he} sat down, and then nodded as if {he} had meant to.',
      "Somebody's stomach rumbled in the silence, and everybody looked at somebody else.",
    ],
  },
  mysterious: {
    '3-5': ['Shh! What was that?', 'A shadow went by. Whoosh!', 'It was so, so still.'],
    '6-8': [
      'A shadow moved, and then it was only a shadow again.',
      'Something rustled, just once.',
      'It was so quiet that even the quiet seemed to listen.',
    ],
    '9-12': [
      'A shadow moved at the edge of things, and when {h} looked, it was only a shadow again.',
      'It was so quiet that the quiet itself seemed to be listening.',
      'Something rustled once and then took great care not to rustle again.',
    ],
  },
  dreamy: {
    '3-5': ['The light was soft and blue.', 'It felt like a dream.', 'A soft, soft song was in the air.'],
    '6-8': [
      'The light was blue and silver, like the inside of a shell.',
      'It all felt a little like floating.',
      'Far away, something hummed a lullaby.',
    ],
    '9-12': [
      'The light had turned blue and silver, like the inside of a shell.',
      'Everything moved a little slower than usual, as it does in dreams just before they turn wonderful.',
      'Far away something hummed, and it might have been the wind, or the sky clearing its throat to sing.',
    ],
  },
  heartwarming: {
    '3-5': ['{H} felt a warm glow inside.', 'It is nice to have a friend.', '{H} smiled a small smile.'],
    '6-8': [
      'A warm little feeling curled up inside {him} like a cat.',
      '{H} thought of everyone {he} loved, and it helped.',
      'A kind word, thought {h}, weighs nothing and lasts all day.',
    ],
    '9-12': [
      'A warm little feeling turned round twice inside {him} and lay down like a cat.',
      '{H} thought of everyone who would have done the same for {him}, and the thought was as good as a coat.',
      'It struck {h} that being brave and being kind were often the same thing in different hats.',
    ],
  },
  suspenseful: {
    '3-5': ['Tick, tock. Tick, tock.', 'Wait. Wait. Wait.', '{H} did not make a sound.'],
    '6-8': [
      'One second went by, and then another, as slowly as snails.',
      '{H} held {his} breath without noticing it.',
      'Any moment now, something was going to happen.',
    ],
    '9-12': [
      'One second went by, and then another, and each of them took its time.',
      '{H} noticed that {he} had been holding {his} breath for rather a long while.',
      'Nothing moved; it was the kind of nothing that comes just before something.',
    ],
  },
  uplifting: {
    '3-5': [
      'Up, up, up went {his} heart.',
      '"I will try once more," said {h}.',
      'The sky was so big and so bright!',
    ],
    '6-8': [
      '{H} lifted {his} chin a little higher than before.',
      'If it can go wrong, thought {h}, it can also go right.',
      'Somewhere a bird began to sing, as if it knew.',
    ],
    '9-12': [
      '{H} got up once more than {he} had fallen down, which is the whole secret.',
      'If a thing can go wrong, thought {h}, then it can go right as well, and somebody has to be there when it does.',
      'Far above them a lark climbed and climbed, as though the sky had no lid.',
    ],
  },
  dark: {
    '3-5': [
      'It was dim and grey all round.',
      'Long, long shadows lay on the ground.',
      'No bird sang. Not one.',
    ],
    '6-8': [
      'The shadows grew longer and lay down across the way.',
      'No bird sang, and even the wind had stopped to listen.',
      'The light went thin and grey, like water in a washing-up bowl.',
    ],
    '9-12': [
      'The shadows had grown long and lay across the way like things that somebody had forgotten.',
      'No bird sang, and the silence had a weight, as wet wool has.',
      'What light there was had gone thin and grey, and it made every familiar thing look like its own ghostly cousin.',
    ],
  },
  whimsical: {
    '3-5': [
      'A snail went by in a hat. How odd!',
      'Somewhere a teapot gave a giggle.',
      'The wind went hic. Then it went hup.',
    ],
    '6-8': [
      'A snail in a small hat went by and said that it was late.',
      'The clouds that day were shaped like teapots, every one of them.',
      'Somewhere a door sneezed, and another door said, "Bless you."',
    ],
    '9-12': [
      'A snail in a very small hat overtook them and apologised for the speed.',
      'By law, all clouds had to be shaped like teapots that day, and most of them obeyed.',
      'Somewhere a door sneezed, and three other doors said, "Bless you," in order of age.',
    ],
  },
};

/** What only this tone says. */
export function toneLines(age: AgeGroup, tone: Tone): readonly string[] {
  return BY_TONE[tone][age];
}

export function texturesFor(age: AgeGroup, tone: Tone): string[] {
  return [...BY_TONE[tone][age], ...ANY[age]];
}
