import { kindTraits } from '../kinds.ts';
import type { Beat, PlotShape } from '../stage.ts';

/** One small creature is in trouble too big for one helper; asking for help is the brave part. */
export const helping: PlotShape = {
  id: 'helping',
  tones: { heartwarming: 3, gentle: 2, adventurous: 1 },
  suits: (reading) => (reading.needy ? 8 : 0) - (reading.opponent ? 2 : 0),
  tell(stage) {
    const needy = stage.reading.needy;
    if (needy?.kind) {
      stage.recast('l', {
        kind: needy.kind,
        adjectives: needy.adjectives.length > 0 ? needy.adjectives : ['little'],
        ...(needy.name && { name: needy.name }),
        ...(needy.pronoun && { pronoun: needy.pronoun }),
      });
    }
    const swims = kindTraits(stage.cast.l.kind).swims;
    return {
      slots: swims ? STRANDED : TRAPPED,
      beats: [call, trouble, alone, tired, ask, together, free, thanks],
      episodesAt: [1, 7],
      episodes: 'home',
      titles: [
        '{H} to the rescue',
        '{H} and {l}',
        'Hold on, little {lkind}!',
        'The day {h} asked for help',
        'Everybody for {l}',
      ],
      morals: [
        'Asking for help is a brave thing to do.',
        'What is too heavy for one is light for many.',
        'Every kind hand counts, even the smallest.',
      ],
      music: stage.tone === 'adventurous' ? 'adventure' : 'wonder',
    };
  },
};

/** A creature of the sea is stranded; any other is trapped. */
const TRAPPED = {
  plight: 'A big branch had come down. {Lhe} could not get out!',
  plightmiddle: '{Ats1} the storm had thrown down a huge branch. Behind it, in a tiny gap, {h} saw {al}',
  plightolder:
    '{Ats1} the storm had thrown down a branch as thick as a barrel, and behind it, in a gap no wider than a cupboard, {h} saw {al}',
  plightshort: '{Al} was trapped behind a great fallen branch',
  why: 'I was only hiding from the thunder',
  load: 'the branch',
  rolled: 'groaned, rocked, and rolled away like a sleepy bear',
  rolledyoung: 'It rolled away',
};
const STRANDED = {
  plight: 'The sea had gone out. {Lhe} was stuck on the sand!',
  plightmiddle:
    'The storm had thrown the sea far up the sand and taken it back again. And there, high and dry, {h} saw {al}',
  plightolder:
    'In the night the storm had thrown the sea far up the shore and then taken it back again; and there, in a puddle no bigger than a bath, {h} saw {al}',
  plightshort: '{Al} was stranded high and dry on the sand',
  why: 'I only followed the big waves',
  load: 'the poor {lkind}',
  rolled: 'gave a wriggle, rocked, and slid down into the deep blue water',
  rolledyoung: 'Splash! Into the sea',
};

const call: Beat = {
  at: 'home',
  time: 'morning',
  weather: 'wind',
  mood: 'curious',
  who: ['f'],
  props: ['whistle', 'wind', 'scarf'],
  summary: '{H} stops and listens on a windy morning.',
  young: `
    1 It was the day after a big wind. Sticks and leaves lay all about.
    0 "Help! Help!" What was that? {H} ran to see.
    2 {H} stood still. "Help!" The call came from {s1}.
    3 {H} put {his} whistle in {his} bag. You never know!`,
  middle: `
    1 All night long a storm had huffed and puffed, and in the morning the world lay about in bits.
    0 {H} was clearing up when {he} heard it: a thin little cry for help.
    2 "It's coming from {s1}," {he} said, and hung {his} silver whistle round {his} neck, because one never knows.
    3 It came again, and this time it was smaller.`,
  older: `
    1 The storm had gone on all night, and by morning it had rearranged everything {inplace} to suit itself.
    0 {H} was putting things back where they belonged when {he} heard a thin cry for help, half blown away by the wind.
    2 {He} hung {his} old silver whistle round {his} neck, since {his} aunt had always said that a whistle is only useless until it isn't, and ran towards {s1}.
    3 The cry came again, and the worst thing about it was that it was quieter than before.`,
};

const trouble: Beat = {
  at: 'spot1',
  time: 'morning',
  weather: 'wind',
  mood: 'worried',
  who: ['f', 'l'],
  props: ['{lkind}', 'branch', '{prop1}'],
  summary: '{H} finds {al} in trouble after the storm.',
  young: `
    0 {H} saw {al}. {Plight}
    1 "Do not cry," said {h}. "I am here."
    3 {L} had wet, round eyes.`,
  middle: `
    0 {Plightmiddle}.
    1 "I can't get out," whispered {l}. "You will," said {h}. "I promise."
    3 It is a big thing to promise, and {h} swallowed hard.`,
  older: `
    0 {Plightolder}.
    1 "{Why}," whispered {l}, "and now I can't get away." "You will," said {h}. "I promise."
    3 The moment {he} had said it, {he} looked at {load} and wished that promises came with instructions.`,
};

const alone: Beat = {
  at: 'spot1',
  time: 'day',
  mood: 'brave',
  who: ['f', 'l'],
  props: ['branch'],
  summary: '{H} pushes with all {his} might, but nothing moves.',
  young: `
    0 {H} pushed. {H} pulled. Huff and puff! It was no good.
    2 "I can do it all by myself," said {h}. Push, push, push. No, {he} could not.
    3+ {F} pushed, too. Still no!`,
  middle: `
    0 {H} pushed until {his} face went red, and {he} pulled until {his} {hands} hurt, but {load} did not budge.
    2 "I can do this by myself," {he} panted, because {he} thought that helpers ought to.
    3+ {F} threw {fhis} weight against it, too. It made no difference at all.`,
  older: `
    0 {H} pushed until {he} saw stars and pulled until {his} {hands} were sore, and {load} did not move by the breadth of a hair.
    2 "I can manage," {he} said through {his} teeth, for {he} had an idea that a proper rescuer does not ask anybody for anything.
    3+ {F} threw {fhimself} into it with a cry, and sat down hard.`,
};

const tired: Beat = {
  need: 2,
  at: 'spot1',
  time: 'day',
  weather: 'cloudy',
  mood: 'sad',
  who: ['f', 'l'],
  props: ['cloud', 'rain'],
  summary: '{H} sits down tired while dark clouds come up.',
  young: `
    1 {H} sat down. Drip, drop. Now it rained!
    2 "Are you going away?" said {l}. "No," said {h}. "I stay."`,
  middle: `
    1 Then the first fat drops of rain began to fall. {H} sat down in the mud and did not know what to do.
    2 "Are you leaving?" asked {l}. "No," said {h}. "But I think I was wrong about something."`,
  older: `
    1 Then it began to rain again, in fat, deliberate drops, and {h} sat down in the wet and had no ideas left.
    2 "You could go," said {l}, very politely. "I'm not going," said {h}. "I am only being stupid, and I am about to stop."
    3 For it had just struck {him} that {he} had wanted to be the one who rescued, and {l} only wanted to be out.`,
};

const ask: Beat = {
  at: 'spot1',
  time: 'day',
  weather: 'rain',
  mood: 'brave',
  who: ['f', 'n'],
  props: ['whistle'],
  summary: '{H} blows the whistle to call everybody for help.',
  young: `
    0 So {h} took a big breath. "Help us, please!" {he} called, as loud as loud. And they came! {An} came. Then two, then ten!
    2 Tweet! went the whistle. Tweet, tweet!`,
  middle: `
    0 {He} stood up, blew {his} whistle three times, and shouted the hardest words {he} knew: "I can't do it alone!" And out of the rain they came, first {an}, then all the rest.
    3 Big ones came and small ones came, each with mud up to the knees.
    3 "We heard there was pushing to be done," said {n}.`,
  older: `
    0 {He} stood up, blew {his} whistle three times, and called out the hardest words {he} knew: "I can't do it alone!" And out of the rain they came, first {an}, then somebody behind {nhim}, then all the rest.
    3 Each of them had mud to the knees, and not one had stopped to ask what it was about.
    3 "Why didn't you call before?" asked {n}. "We've been sitting at home all morning, wishing somebody needed us."`,
};

const together: Beat = {
  need: 1,
  at: 'spot1',
  time: 'day',
  weather: 'rain',
  mood: 'brave',
  who: ['f', 'n', 'l'],
  props: ['branch', 'rope'],
  summary: '{H}, {n} and a crowd of helpers heave together.',
  young: `
    0 "One, two, three, heave!" It shook. "Four, five, six, heave!" {Rolledyoung}!
    3 The big ones pushed. The small ones pulled. Even the snail sang, "Heave!"`,
  middle: `
    1 The strong ones pushed, the light ones pulled, and the very smallest kept time: "One, two, heave!"
    0 At the third heave {load} {rolled}.
    3 Nobody could say who had done it, and that was the nicest thing about it.`,
  older: `
    1 {N} took the thick end, the light ones took the rope, and somebody who was no bigger than a thimble sat on top and counted: "One, two, and heave!"
    0 At the third heave {load} {rolled}.
    3 Afterwards nobody could have said whose push had been the one that counted, because it had been all of them.`,
};

const free: Beat = {
  at: 'spot1',
  time: 'sunset',
  mood: 'happy',
  who: ['f', 'l', 'n'],
  props: ['{lkind}', 'sun'],
  summary: '{L} is free and {h} hugs {lhim} in the evening sun.',
  young: `
    0 {L} was free! {Lhe} jumped up at {h}. What a hug!
    2 The rain had stopped. The sun said hello.`,
  middle: `
    0 {L} was free, and {lhe} hugged {h} as hard as {lhe} could.
    2 The rain stopped as if somebody had turned a tap, and everybody steamed gently in the sun.`,
  older: `
    0 {L} was free. {Lhe} blinked at all the faces, and then held on to {h} as if {he} were the last tree in a flood.
    2 The rain stopped, the sun came out under the clouds, and the whole muddy crowd of them stood there and steamed.`,
};

const thanks: Beat = {
  at: 'place',
  time: 'sunset',
  mood: 'happy',
  who: ['f', 'l', 'n'],
  props: ['soup', 'fire', 'whistle'],
  summary: '{H} and all the helpers sit in a circle and share warm soup.',
  young: `
    1 Then there was warm soup for all. Slurp, slurp, slurp!
    0 "You kept your word," said {l}. "We all did," said {h}.`,
  middle: `
    1 That evening there was a big pot of soup, and everyone who had pushed got a bowl.
    0 "You promised, and you did it," said {l}. {H} shook {his} head. "I promised," {he} said. "We did it."
    3 The whistle hung on its nail again, but {h} knew now what it was for.`,
  older: `
    1 That evening somebody made a pot of soup so large that it had to be stirred with an oar, and there was a bowl for everyone who had pushed, pulled, or counted.
    0 "You promised, and you kept it," said {l}. "I promised," {h} said, "but it was all of us who kept it."
    3 The whistle went back on its nail, and {he} never again thought of it as the thing to use when you have failed.`,
};
