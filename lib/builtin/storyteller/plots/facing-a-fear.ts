import type { Beat, PlotShape } from '../stage.ts';

/** A fear grows when it is run from and shrinks when somebody takes a light, a hand and a good look. */
export const facingAFear: PlotShape = {
  id: 'facing-a-fear',
  tones: { gentle: 2, heartwarming: 2, mysterious: 1, dreamy: 1 },
  suits: (reading) =>
    (reading.fear ? 8 : 0) - (reading.wish ? 4 : 0) - (reading.opponent ? 2 : 0) - (reading.deed ? 3 : 0),
  tell(stage) {
    const fear = stage.reading.fear;
    const known = fear ? KNOWN.find((one) => one.pattern.test(fear)) : stage.random.pick(KNOWN.slice(0, 3));
    const slots = known ? known.slots : { ...NEUTRAL, fear: fear as string };
    return {
      slots: fear && known ? { ...slots, fear } : slots,
      beats: [afraid, hideAway, worse, lend, stepOne, look, friend, proud],
      episodesAt: [3, 4, 7],
      episodes: 'home',
      titles: [
        '{H} and the big brave light',
        'Brave in small steps',
        'How brave {h} is',
        '{H} takes a look',
        'A little bit brave',
      ],
      morals: [
        'Being brave is being scared and taking one small step.',
        'A fear grows small when you look at it closely.',
        'Nobody has to be brave alone.',
      ],
      music: 'wonder',
    };
  },
};

type FearSlots = {
  fear: string;
  feel: string;
  scary: string;
  truth: string;
  truthsmall: string;
  tool: string;
  toolnoun: string;
  trick: string;
};
const KNOWN: { pattern: RegExp; slots: FearSlots }[] = [
  {
    pattern: /\b(dark|night|bed|alone|shadow)/,
    slots: {
      fear: 'the dark',
      feel: 'The dark had corners in it',
      scary: 'a tall black shape with long arms',
      truth: 'an old coat on a post',
      truthsmall: 'It was just an old coat on a post!',
      tool: 'a small lantern',
      toolnoun: 'lantern',
      trick: 'Look at one thing at a time, and ask it its name',
    },
  },
  {
    pattern: /\b(thunder|storm|lightning|loud|noise|firework)/,
    slots: {
      fear: 'thunder',
      feel: 'Every boom went right through the floor',
      scary: 'a great grumbling and rumbling',
      truth: 'two clouds bumping into each other',
      truthsmall: 'It was two clouds that went bump!',
      tool: 'a little drum',
      toolnoun: 'drum',
      trick: 'When it goes boom, you go boom right back',
    },
  },
  {
    pattern: /\b(monster|ghost|creature|dragon|witch|wolf|closet|under)/,
    slots: {
      fear: 'monsters',
      feel: 'Every creak seemed to have teeth',
      scary: 'two round eyes in the gloom',
      truth: 'a kitten that had crept in from the cold',
      truthsmall: 'It was a kitten!',
      tool: 'a small lantern',
      toolnoun: 'lantern',
      trick: 'Say hello first, because anything that gets a hello is half a friend',
    },
  },
  {
    pattern: /\b(water|swim|sea|wave|bath|deep|ocean|rain)/,
    slots: {
      fear: 'the water',
      feel: 'It was deep and it never kept still',
      scary: 'something cold and slippery',
      truth: 'a ribbon of seaweed',
      truthsmall: 'It was just weed!',
      tool: 'a round blue float',
      toolnoun: 'float',
      trick: 'First your toes, then your knees, and then you wait until you want more',
    },
  },
  {
    pattern: /\b(height|high|climb|fall|fly|ladder|jump|tree)/,
    slots: {
      fear: 'high places',
      feel: 'The ground was so far down that it went fuzzy',
      scary: 'a wide, wobbly nothing',
      truth: 'the whole world waving',
      truthsmall: 'It was all so pretty!',
      tool: 'a strong red rope',
      toolnoun: 'rope',
      trick: 'Look at your next step, and let the rest wait its turn',
    },
  },
  {
    pattern: /\b(school|class|teacher|kindergarten|first day|new)/,
    slots: {
      fear: 'the first day of school',
      feel: 'There would be so many faces, and none of them known',
      scary: 'a noisy crowd of strangers',
      truth: 'a crowd of people who were just as shy',
      truthsmall: 'They were all shy, too!',
      tool: 'a smooth pocket stone',
      toolnoun: 'stone',
      trick: 'Find one pair of eyes, and smile at that',
    },
  },
  {
    pattern: /\b(doctor|dentist|hospital|shot|needle|vet)/,
    slots: {
      fear: 'the doctor',
      feel: 'It smelled of soap in there, and of waiting',
      scary: 'a tall white figure with a big bag',
      truth: 'somebody kind with cold hands',
      truthsmall: 'She was so kind!',
      tool: 'a smooth pocket stone',
      toolnoun: 'stone',
      trick: 'Squeeze the stone, breathe out, and count to five',
    },
  },
  {
    pattern: /\b(stage|sing|speak|people|crowd|talk|perform|audience)/,
    slots: {
      fear: 'being looked at',
      feel: 'All those eyes felt like a hot lamp',
      scary: 'a hundred pairs of eyes',
      truth: 'a hundred people hoping it would go well',
      truthsmall: 'They all smiled!',
      tool: 'a smooth pocket stone',
      toolnoun: 'stone',
      trick: 'Find one friend in the crowd, and tell it all to that friend',
    },
  },
];
const NEUTRAL: Omit<FearSlots, 'fear'> = {
  feel: 'Just thinking about it made everything go wobbly',
  scary: 'a big dark shape',
  truth: 'something small, a little lost and rather shy',
  truthsmall: 'It was so small!',
  tool: 'a small lantern',
  toolnoun: 'lantern',
  trick: 'Go one step, stop, and look; then go one more',
};

const afraid: Beat = {
  at: 'home',
  time: 'sunset',
  mood: 'worried',
  who: ['f'],
  props: ['blanket'],
  summary: '{H} peeks out over a blanket with big worried eyes.',
  young: `
    0 {H} was afraid of {fear}. [Brr! {He} shook and shook.|{His} knees went knock, knock.]
    2 {H} did not like it. Not one bit!`,
  middle: `
    0 There was just one thing that {h} could not bear, and that was {fear}.
    1 {Feel}.
    3 {He} could do a handstand and eat a lemon without making a face, but this was different.`,
  older: `
    0 {H} could do nearly anything, with a single exception: {he} was afraid of {fear}.
    1 {Feel}.
    3 {He} knew all the sensible things that people say about it, and had found that sensible things are no use after sunset.`,
};

const hideAway: Beat = {
  need: 1,
  at: 'home',
  time: 'night',
  mood: 'worried',
  who: ['f'],
  props: ['blanket', 'bed'],
  summary: '{H} hides under a blanket.',
  young: `
    1 So {h} hid in {his} bed. {He} hid {his} nose. {He} hid {his} toes. But the fear hid there, too!`,
  middle: `
    1 So {h} hid under the blanket, nose and toes and all. It was hot in there, and the fear had come in with {him}.`,
  older: `
    1 {His} first plan was to hide under the blanket until it was over. It was hot and stuffy down there, and {he} soon noticed that the fear had crawled in beside {him} and was taking up most of the room.`,
};

const worse: Beat = {
  at: 'spot1',
  time: 'sunset',
  mood: 'worried',
  who: ['f'],
  props: ['{prop1}', 'shadow'],
  summary: '{H} runs away from {scary} {ats1}.',
  young: `
    0 Near {s1} {he} saw {scary}. {H} ran! {He} ran fast, fast, fast.
    1 But the more {he} ran, the more it grew.`,
  middle: `
    0 One evening near {s1} {he} came upon {scary}, and {he} ran without looking back.
    1 That was the trouble. What {h} did not look at grew bigger and bigger in {his} head.`,
  older: `
    0 One evening, close to {s1}, {he} came upon {scary}, and {he} had run half the way home before {he} noticed that {he} was running.
    1 That should have been the end of it; but whatever it was, it went on growing in {his} mind all night, where there was plenty of room.`,
};

const lend: Beat = {
  at: 'spot2',
  time: 'day',
  mood: 'calm',
  who: ['f', 'n'],
  props: ['{toolnoun}', '{nkind}'],
  summary: '{N} gives {h} {tool}.',
  young: `
    0 "I get scared, too," said {an}. {Nhe} gave {h} {tool}. "Here. Take one small step. Then stop. Then one more."
    2 "You? Scared?" said {h}. "Oh yes," said {n}.`,
  middle: `
    0 "I used to be the same," said {an}, and gave {h} {tool}. "{Trick}."
    2 "And that makes it stop?" asked {h}. "No," said {n}. "But it makes you bigger."`,
  older: `
    0 "I was just like that," said {an}, and {h} could hardly believe it when {nhe} handed over {tool}. "{Trick}. That is all the magic there is."
    2 "And then one isn't afraid any more?" asked {h}. "Then one is afraid and going forwards," said {n}. "You'd be surprised how well the two go together."`,
};

const stepOne: Beat = {
  need: 1,
  at: 'spot1',
  time: 'night',
  mood: 'brave',
  who: ['f'],
  props: ['{toolnoun}', '{prop1}'],
  summary: '{H} takes small brave steps, holding {tool}.',
  young: `
    1 One small step. Stop. One more step. Stop. {His} heart went thump, thump. But {he} did not run.`,
  middle: `
    1 So that night {h} took {tool} and went back, one step, and stop, and one step more. {His} heart was going like a rabbit, but {his} feet were going, too.`,
  older: `
    1 So that same night {h} took {tool} and went back, one step, then a rest, then another step. {His} heart was behaving like a rabbit in a sack; still, each time {he} stopped and looked around, nothing had actually happened.`,
};

const look: Beat = {
  at: 'spot1',
  time: 'night',
  mood: 'magical',
  who: ['f'],
  props: ['{toolnoun}', 'coat', 'kitten'],
  summary: '{H} looks closely and sees what it really is.',
  young: `
    0 {H} went back with {his} {toolnoun}. {He} took a good, long look. {Truthsmall}
    1 {H} began to laugh. Ha, ha, ha!`,
  middle: `
    0 This time {h} did not run. With the {toolnoun} in {his} {hand} {he} took a good long look, and what was it? It was only {truth}.
    1 "Oh," said {h}, "it's you," and {he} laughed until {his} knees stopped shaking.`,
  older: `
    0 This time {h} stood {his} ground, took a firm hold of the {toolnoun}, and looked, properly, for as long as it took. It was {truth}.
    1 "Is that all you are?" said {h}; and something that had sat on {his} chest for as long as {he} could remember got up and left.`,
};

const friend: Beat = {
  need: 2,
  at: 'place',
  time: 'night',
  mood: 'brave',
  who: ['f', 'l'],
  props: ['{toolnoun}', '{lkind}'],
  summary: '{H} takes {al} by the hand and shows {lhim} how to be brave.',
  young: `
    1 On the way home sat {al}. {Lhe} was afraid, too. "Take my {hand}," said {h}. "We will go step by step."`,
  middle: `
    1 On the way home {he} met {al}, who was trembling. "I know," said {h}. "{Trick}. Come on, we'll do it together."
    2 It is hard to be scared while you are looking after somebody.`,
  older: `
    1 On the way back {he} found {al}, rooted to the spot. "I know exactly," said {h}. "{Trick}. I'll do it with you," and it was remarkable how brave {he} sounded, even to {himself}.
    2 There is no better cure for a fear than to lend somebody else the medicine.`,
};

const proud: Beat = {
  at: 'home',
  time: 'night',
  mood: 'happy',
  who: ['f'],
  props: ['{toolnoun}', 'star', 'window'],
  summary: '{H} smiles proudly at home with the {toolnoun} by {his} side.',
  young: `
    0 That night {h} was a bit scared. But {he} was a lot brave. And a lot is more than a bit.`,
  middle: `
    0 After that, {h} was still a little afraid of {fear} now and then. But the brave part was bigger, and it knew the way.
    2 The {toolnoun} stood beside the bed, just in case.`,
  older: `
    0 {H} did not stop being afraid of {fear} all at once. But from then on the fear had to share {him} with something larger, and the larger thing went first.
    2 The {toolnoun} stayed by {his} bed, and after a while {he} forgot to check that it was there.`,
};
