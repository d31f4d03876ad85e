import type { Beat, PlotShape } from '../stage.ts';

/** A little magic grows too big; more magic makes it worse; one word that was there from the start puts it right. */
export const magicGoneWrong: PlotShape = {
  id: 'magic-gone-wrong',
  tones: { funny: 4, dreamy: 1, mysterious: 1 },
  suits: (reading) =>
    -((reading.wish ? 2 : 0) + (reading.needy ? 3 : 0) + (reading.fear ? 4 : 0) + (reading.opponent ? 1 : 0)),
  tell(stage) {
    const tool =
      stage.reading.wish && /^(magic|magical|enchanted)$/.test(stage.reading.wish.adjectives[0] ?? '')
        ? stage.reading.wish.noun
        : stage.random.pick(['wand', 'spoon', 'hat', 'paintbrush', 'bell']);
    return {
      slots: { ...stage.random.pick(SPELLS), tool },
      beats: [find, rule, wish, tooMuch, worse, think, word, after],
      episodesAt: [3, 5, 7],
      episodes: 'home',
      titles: [
        '{H} and the magic {tool}',
        'Too many {many}!',
        'Stop, {tool}, stop!',
        'The wish that would not stop',
        '{H} says the word',
      ],
      morals: [
        'A little is often just enough.',
        'Please and thank you are the strongest magic.',
        'Think before you wish.',
      ],
      music: 'playful',
    };
  },
};

const SPELLS = [
  {
    wishfor: 'one pancake',
    many: 'pancakes',
    one: 'pancake',
    pile: 'They rolled down the stairs and out of the door',
    sillier: 'Now the pancakes had syrup, and they could swim',
    sillyyoung: 'Now they had wings!',
  },
  {
    wishfor: 'one balloon',
    many: 'balloons',
    one: 'balloon',
    pile: 'They filled the room and lifted the roof like a lid',
    sillier: 'Now the balloons were singing, and not in tune',
    sillyyoung: 'Now they sang!',
  },
  {
    wishfor: 'one bubble',
    many: 'bubbles',
    one: 'bubble',
    pile: 'They wobbled out of the windows, and each had a chair in it',
    sillier: 'Now the bubbles giggled whenever anybody touched them',
    sillyyoung: 'Now they could giggle!',
  },
  {
    wishfor: 'one new sock',
    many: 'socks',
    one: 'sock',
    pile: 'They came in through the door, up the stairs and out of the chimney',
    sillier: 'Now the socks could dance, and every one of them led',
    sillyyoung: 'Now they danced!',
  },
];

const find: Beat = {
  at: 'home',
  time: 'morning',
  mood: 'magical',
  who: ['f'],
  props: ['{tool}', 'box', 'dust'],
  summary: '{H} finds a sparkling magic {tool} in an old box.',
  young: `
    0 {H} found an old {tool}. It went ting! It was magic. "I wish for {wishfor}," said {h}. Pop! There it was!`,
  middle: `
    0 In the bottom of an old box {h} found a {tool} that tingled when {he} touched it. Just to see, {he} wished for {wishfor}, and with a pop, there it was.
    3 It even had a little ribbon round it.`,
  older: `
    0 In the bottom of a box that nobody had opened in years, {h} came upon a {tool} that hummed when {he} picked it up. To be on the safe side {he} wished for something small: {wishfor}. There was a pop, and there it was.
    3 It came with a ribbon round it, which {h} thought showed class.`,
};

const rule: Beat = {
  need: 1,
  at: 'home',
  time: 'morning',
  mood: 'curious',
  who: ['f'],
  props: ['paper', '{tool}'],
  summary: '{H} does not read the note that came with the {tool}.',
  young: `
    1c There was a note. It was long. "Too long," said {h}. {He} did not read it.`,
  middle: `
    1c A note was tied to it, in very small writing. It started: "Dear Finder, before you do anything..." {H} put it in {his} pocket for later.`,
  older: `
    1c A note had been tied to the handle. "Dear Finder," it began in very small writing, "before you do anything at all, be so good as to read..." and it went on for quite some time. {H} put it in {his} pocket, where {he} kept most of the things {he} ought to read.`,
};

const wish: Beat = {
  need: 2,
  at: 'home',
  time: 'day',
  mood: 'happy',
  who: ['f'],
  props: ['{tool}', '{one}'],
  summary: '{H} waves the {tool} again with a laugh.',
  young: `
    1 It was so good! "More!" said {h}. "More, more, more!"`,
  middle: `
    1 One was lovely. But two would be lovelier, thought {h}. "More!" {he} said, and waved the {tool} with a swing.`,
  older: `
    1 One was delightful, and it stood to reason that two would be twice as delightful. "More," said {h}, and swung the {tool} in what {he} hoped was a magical manner.`,
};

const tooMuch: Beat = {
  at: 'home',
  time: 'day',
  mood: 'worried',
  who: ['f'],
  props: ['{one}', '{tool}'],
  summary: 'Far too many {many} pour out of the {tool} around {h}.',
  young: `
    0 Pop, pop, pop, pop! {Many} here! {Many} there! It did not stop. "Oh no!" said {h}.
    1 "That is a lot," said {h}. "Um. That is too much!"`,
  middle: `
    0 But the {tool} did not stop at one, and soon {h} was up to {his} chin in {many}. {Pile}.
    2 "Thank you, that's enough," {h} said weakly. It was not enough for the {tool}.`,
  older: `
    0 The {tool}, however, had only been warming up. It popped again, and went on popping, until {h} could see nothing but {many}. {Pile}.
    2 "I think that will do," said {h} from somewhere underneath. The {tool} thought otherwise.`,
};

const worse: Beat = {
  at: 'place',
  time: 'day',
  mood: 'worried',
  who: ['f'],
  props: ['{one}', '{tool}'],
  summary: '{H} waves the {tool} again, and the {many} go wild.',
  young: `
    0 "Stop!" yelled {h}, and gave it a shake. Oh no! {Sillyyoung} {H} shook it some more. That made it worse.`,
  middle: `
    0 "Stop!" shouted {h}, and shook it as hard as {he} could, which was a great mistake. {Sillier}.
    1 {He} tried "Halt!" and "Enough!" and "Go away!", and each word made it worse.`,
  older: `
    0 "Stop it!" {h} shouted, and shook the {tool} with all {his} might, which turned out to be the wrong thing to do to it. {Sillier}.
    1 {He} tried "Halt," and "Enough," and something {his} uncle said when he hit his thumb; each of them only made matters worse.`,
};

const think: Beat = {
  need: 1,
  at: 'place',
  time: 'sunset',
  mood: 'curious',
  who: ['f'],
  props: ['paper', 'note'],
  summary: '{H} finally reads the crumpled note.',
  young: `
    1c Then {h} found the note. It said: "Be kind. Ask it with a please."`,
  middle: `
    1c Then, in {his} pocket, {h} felt the note. {He} read it at last, to the very end. The end was only five words: "Be polite. It has feelings."`,
  older: `
    1c It was then that {he} felt the note in {his} pocket. {He} sat down in the middle of it all and read it, every word, and the last line of it said: "Above all be polite, for it has feelings, and it has been a long time in a box."`,
};

const word: Beat = {
  at: 'place',
  time: 'sunset',
  mood: 'magical',
  who: ['f'],
  props: ['{tool}', '{one}'],
  summary: '{H} gently thanks the {tool}, and everything grows calm.',
  young: `
    0 {H} held the {tool} so soft. "Please stop," {he} said. "And thank you." Puff! The {many} went away. All but one.`,
  middle: `
    0 {H} stopped shaking it. {He} held the {tool} gently in both {hands} and said, "I'm sorry I shouted, so would you please stop now, and thank you for trying?" There was a sigh, and a puff, and all the {many} were gone, except one.
    2 The {tool} purred a little.`,
  older: `
    0 {H} stopped shaking it, wiped it with {his} sleeve and said, feeling rather foolish, "I'm sorry that I shouted. It was very good of you, and now, would you please stop?" There was a sigh, as if somebody had at last been asked, and all the {many} folded themselves up into nothing, except for one.
    2 The {tool} lay in {his} {hands} and hummed like a cat.`,
};

const after: Beat = {
  at: 'home',
  time: 'night',
  mood: 'happy',
  who: ['f'],
  props: ['{tool}', '{one}', 'box'],
  summary: '{H} enjoys the one last {one} and puts the {tool} to bed.',
  young: `
    0 One was just right. {H} shared it, half and half. "Good night, {tool}," {he} said. "Ting," said the {tool}.`,
  middle: `
    0 One, {h} found, was exactly the right number. {He} shared it, laid the {tool} in its box with a small blanket, and said good night to it.
    3 From inside came a very small, very contented pop.`,
  older: `
    0 One, {he} discovered, was precisely enough, especially when it was shared. {He} put the {tool} back in its box, with a blanket this time, and left the lid open by a finger's width so that it should not be lonely.
    3 In the night there was one very small, contented pop, and in the morning the blanket had a ribbon on it.`,
};
