import type { Place } from '../../../story/schema.ts';
import type { Beat, PlotShape } from '../stage.ts';

/** Somebody seeks a thing, hurries past it, stops to help, and is shown how to look. */
export const quest: PlotShape = {
  id: 'quest',
  tones: { adventurous: 3, mysterious: 1, gentle: 1, funny: 1 },
  suits: (reading) => (reading.wish ? 4 : 0),
  tell(stage) {
    return {
      beats: [
        wish,
        stage.random.pick([hurry, wrongGuess]),
        SHELTERED.includes(stage.place) ? stuckLittleOne : stage.random.pick([stuckLittleOne, coldLittleOne]),
        sign,
        ...stage.random.pick([closedDoor, brokenBridge, sleepingGuard]),
        found,
        home,
      ],
      episodesAt: [2, 4],
      episodes: 'journey',
      titles: [
        '{H} and the {goal}',
        'In search of the {goal}',
        'The {goal} at {s3}',
        'How {h} found the {goal}',
        '{H} follows a sign',
        'The long way to the {goal}',
      ],
      morals: [
        'Who stops to help is never late.',
        'Kindness knows the shortest way.',
        'The best finds are the ones we share.',
        'Look slowly, and the world will show you the way.',
      ],
      music:
        stage.tone === 'mysterious'
          ? 'mystery'
          : stage.tone === 'gentle' || stage.tone === 'dreamy'
            ? 'wonder'
            : 'adventure',
    };
  },
};

/** Where no cold wind blows. */
const SHELTERED: readonly Place[] = [
  'house',
  'kitchen',
  'bedroom',
  'library',
  'school',
  'castle',
  'cave',
  'underwater',
  'space',
];

const wish: Beat = {
  at: 'home',
  time: 'morning',
  mood: 'curious',
  who: ['f'],
  props: ['{goal}', 'map', 'bag', 'song'],
  summary: '{H} sets out from home to look for {agoal}.',
  young: `
    0 {H} had one big wish. {He} [wished for|dreamed of] {agoal}.
    2 {He} [wished for {git} at breakfast. {He} wished for {git} in the bath.|drew {git} in the sand. {He} sang of {git} in bed.]
    1 "I will find {git}!" said {h}.
    3 {He} put a {find} in {his} bag, just in case.
    1+ "Me too!" said {f}. And off they went.
    1- And off {he} went. [Hop, skip, hop!|Tip, tap, tip!]`,
  middle: `
    0 [More than anything, {h} wanted to find {agoal}.|All winter long {h} had dreamed of {agoal}.|There was one thing {h} wished for every night: {agoal}.]
    2 {His} grandmother used to sing about {git}: "[Not by running, not by might, only those who look will find it right|Walk it slow and ask it kind, that is how the lucky find]."
    1 "[Today is the day|I won't wait one day more]," {he} said, and packed [a crust of bread and a ball of string|a small bag and a big sandwich].
    1+ "Not without me," said {f}.
    3 The morning was so new that nobody had stepped on it yet.`,
  older: `
    0 [For as long as {he} could remember, {h} had wanted to find {agoal}.|What {h} wanted, more than cake and more than sleep, was to find {agoal}.]
    2 {His} grandmother had sung about {git} on winter evenings, always the same verse: "[Not by running, not by might; only those who look will find it right|Walk it slow and ask it kind; that is how the lucky find]."
    3 {H} had never paid much attention to the words, because the tune was so good.
    1 "Today," {he} announced to the empty breakfast table, "I am going to look for {git}," and {he} packed [a crust of bread and a ball of string|a small bag and a big sandwich].
    1+ "We are going," {f} corrected {him}, and was already at the door.
    3 It was the kind of morning that seems to hold the gate open for you.`,
};

const hurry: Beat = {
  need: 1,
  at: 'spot1',
  time: 'morning',
  mood: 'worried',
  who: ['f'],
  props: ['{prop1}'],
  summary: '{H} hurries past {s1} and looks in all the wrong spots.',
  young: `
    1 {H} {moved} fast. [Zip|Zoom], to {s1}! {He} did not look. {He} did not stop.
    2 "Is it here?" No. "Is it there?" No, no, no.
    0 {He} went so fast that {he} saw nothing at all.
    3 {H} sat down. Huff, puff, huff.`,
  middle: `
    0 {H} rushed straight to {s1}, because [that was the grandest place {he} knew|everything important happened there].
    1 {He} looked up and {he} looked down, but {he} looked so fast that everything was a blur.
    2 "Nothing here!" {he} called, and ran round once more the other way.
    2+ "You nearly ran over me," said {f}. "Twice."
    3 By noon {he} had seen a great deal of {his} own dust and nothing else.`,
  older: `
    0 {H} went straight to {s1}, since {he} was sure that a great thing must be kept in a great place.
    1 {He} searched it from one end to the other at such a speed that, if somebody had asked what {he} had seen, {he} could only have said: a blur.
    2 {He} searched it again from the other end, faster.
    2+ "You do know," panted {f}, "that we have run past the same stone four times?"
    3 By noon {he} had found two blisters and a bad mood, and neither of them was on the list.`,
};

const wrongGuess: Beat = {
  need: 1,
  at: 'spot1',
  time: 'morning',
  mood: 'worried',
  who: ['f'],
  props: ['{prop1}', 'box'],
  summary: '{H} opens a big box at {s1} and finds that it is empty.',
  young: `
    1 First {he} went to {s1}. There was a big, big box!
    0 {H} [tugged|pulled] it open. It was full of... nothing.
    2 "Boo," said {h}. {He} had looked for big. {He} had not looked for small.
    3 Off {he} ran. Where to? {He} did not know!`,
  middle: `
    0 [At {s1}|{Ats1}] stood a huge old box, and {h} was sure that {his} search was over.
    1 {He} heaved up the lid, but inside there was only [a spoon with a hole in it|one left boot and a smell of onions].
    2 "Big boxes should have big things in them," {he} grumbled, and ran on without looking round.
    2+ "Maybe we should stop and think," said {f}, but {h} was already gone.
    3 That was a pity, for {he} ran right past the first clue.`,
  older: `
    0 {Ats1} stood an enormous old box with iron corners, and {h} was certain that {his} search was already over.
    1 It took all {his} strength to heave up the lid, and inside lay [a spoon with a hole in it|one left boot and a smell of onions].
    2 "Anything worth having ought to be in something that size," {he} muttered, and stormed off without a look to the left or the right.
    2+ "We might stop and think," suggested {f}, but it is difficult to suggest things to somebody's back.
    3 It was a pity, because the first real clue lay two steps to the left.`,
};

const stuckLittleOne: Beat = {
  at: 'place',
  time: 'day',
  mood: 'worried',
  who: ['f', 'l'],
  props: ['{lkind}', 'thorn', 'web', 'stone'],
  summary: '{H} kneels down and helps {al} that is stuck.',
  young: `
    0 "Help!" said a wee voice. {Al} was stuck! {H} stopped. [Tug, tug, pop!|Push, push, plop!]
    0 "Thank you," said {l}. "Now look slow. Look low."
    2 {H} had been in such a rush. But {he} did stop.
    3 "{Sense}," said {l}. "That is the trick!"`,
  middle: `
    0 [Then {he} heard a tiny voice: "Oh dear, oh dear!"|On the way something went "Ahem."|{He} had not gone far when somebody squeaked.] {Al} was caught {snare}.
    0 [{H} was in a hurry, but {he} stopped and set {lhim} free.|{H} looked along the path, sighed, and sat down to set {lhim} free.|It took a while, but {h} did not leave until {lhe} was free.] "{Sense}," said {l}. "[That's how I find things|It has always worked for me|You won't find it by running]."
    2 "You run much too fast," {lhe} added kindly.
    3 {L} shook {lhis} dusty self and added, "Small folk know these things. We meet everything face to face."`,
  older: `
    0 {He} would have raced straight on, if a thin voice had not said, "I don't wish to be a bother." {Al} was caught {snare}.
    0 [{H} knelt down and set {lhim} free, bit by bit.|It was fiddly work, but {h} knelt down and got {lhim} out.] "{Sense}," said {l} when {lhe} was free. "It isn't a secret. It is only slow."
    2 Every minute had mattered to {h} just then, and {he} had given {l} eleven of them.
    3 It was the first time all day that {h} had been on {his} knees, and from down there the world was suddenly full of things.`,
};

const coldLittleOne: Beat = {
  at: 'place',
  time: 'day',
  weather: 'wind',
  mood: 'worried',
  who: ['f', 'l'],
  props: ['{lkind}', 'leaf', 'scarf', 'bag'],
  summary: '{H} shelters {al} from the cold wind.',
  young: `
    0 Brr! {Al} sat in the wind. "Come in here," said {h}. {He} held {his} bag wide.
    0 "Thank you!" said {l}. "{Sense}. Then you will find it."
    1 It was warm and dark in the bag.
    3 Whoo, went the wind. But the bag was warm.`,
  middle: `
    0 Then the wind rose, and there sat {al}, shivering. {H} emptied {his} bag and made a little tent of it.
    0 "{Sense}," said {l} when {lhe} was warm, "and you will find what you want."
    2 "Nobody stops here," {lhe} added. "They all rush by."
    3 "Is that all?" asked {h}. "It's enough," said {l}, "if you really do it."`,
  older: `
    0 Towards noon the wind got up, and beside the path sat {al}, trying hard not to shiver. {H} tipped everything out of {his} bag, turned it on its side, and made a tent.
    0 "{Sense}," said {l} from inside it. "Things want to be found, but they are shy."
    2 {H} thought of the hours {he} was losing, and stayed where {he} was.
    3 {H} had to sit still until the wind dropped, and it was then, for the first time that day, that {he} really looked about.`,
};

const sign: Beat = {
  at: 'place',
  time: 'day',
  mood: 'curious',
  who: ['f'],
  props: ['petal', 'footprint', 'stone', 'thread', 'paper', 'arrow'],
  summary: '{H} discovers {sign} and follows the trail.',
  young: `
    1 So {h} went slow. So, so slow.
    0 {H} stood still. {Signline}
    2 "This way!" said {h}. [On and on it went.|One step. Two steps. Three.]
    3+ {F} saw it too. "Oh!" said {f}.`,
  middle: `
    0 [So {h} stood quite still.|So for once {h} did not run.|{H} tried it, slowly.] {Signline}
    2 "It was here all the time," whispered {h}, and went after it, slow as a snail and twice as careful.
    3+ "I would never have noticed," said {f}.`,
  older: `
    0 [So {h} did the hardest thing of all, which was nothing; {he} stood still.|So {h}, who had never walked slowly anywhere, walked slowly.] {Signline}
    2 It must have been there the whole time, patient as a door, while {he} had thundered past it in both directions.
    3+ "I would have walked right by," said {f}, and {h}, who had done exactly that, said nothing.`,
};

const closedDoor: readonly Beat[] = [
  {
    need: 2,
    pair: 'obstacle',
    at: 'spot2',
    time: 'sunset',
    mood: 'worried',
    who: ['f', 'n'],
    props: ['door', 'gate'],
    summary: '{H} pushes against a little closed door {ats2}.',
    young: `
      0 The trail came to {s2}. There was a little door. It was shut!
      1 {H} pushed. {H} kicked. {H} yelled, "Open up!" The door stayed shut.
      2 "Oh, my ears," said {an}. "Is that how you ask?"`,
    middle: `
      0 The trail ended {ats2}, in front of a little round door without a handle.
      1 {H} pushed it, kicked it and shouted at it, and the door did not so much as rattle.
      2 "It has been shouted at by experts," said {an}, who sat nearby. "It doesn't care for it."
      3 {H} felt {his} cheeks go hot.`,
    older: `
      0 The trail came to an end {ats2}, before a small round door that had neither handle nor keyhole.
      1 {H} pushed it, then shouldered it, then told it in a loud voice who {he} was and how far {he} had come, and the door remained a door.
      2 "It has been shouted at by experts," remarked {an}, who was sitting close by. "Kings, mostly. It never cared for it."
      3 {H} felt {his} face grow hot, because {he} knew perfectly well what {his} grandmother would have said.`,
  },
  {
    need: 2,
    pair: 'obstacle',
    at: 'spot2',
    time: 'sunset',
    mood: 'magical',
    who: ['f', 'n'],
    props: ['door'],
    summary: 'The little door swings open for {h} at last.',
    young: `
      0 Then {h} said it soft and low. "Please?" Click! The door swung wide.
      2 "See?" said {n}. "Soft words are the best key."
      3 In went {h}, on the tips of {his} toes.`,
    middle: `
      0 So {h} leaned close and said the smallest word {he} knew: "Please?" With a click, the door swung open.
      2 "There," said {n}. "It only likes to be asked."
      3 Behind it, steps led down into a soft light.`,
    older: `
      0 So {he} leaned close to the old wood and asked, in a voice hardly louder than a moth, "Please, may I come in?" Something clicked, and the door swung open as if it had been waiting for years to be spoken to like that.
      2 "A door is like anybody else," said {n}. "It opens from the inside."
      3 Beyond it, worn steps led down towards a soft light.`,
  },
];

const brokenBridge: readonly Beat[] = [
  {
    need: 2,
    pair: 'obstacle',
    at: 'spot2',
    time: 'sunset',
    mood: 'worried',
    who: ['f'],
    props: ['bridge', 'gap', 'rope', 'plank'],
    summary: '{H} stands at the edge of a wide gap {ats2}.',
    young: `
      0 But oh no! By {s2} was a gap. It was deep and wide.
      1 {H} took a run. {H} took a jump. Bump! {He} fell on {his} bottom.
      2 "Too far," said {h}. {His} lip went wobble, wobble.`,
    middle: `
      0 But just past {s2} the path stopped. Where a bridge had been, there was only a deep, wide gap.
      1 {H} took a run and jumped, and landed flat on {his} bottom in the mud on the wrong side.
      2 On the other side the trail went on, as if it were teasing.
      3 "So near," sighed {h}, "and so far."`,
    older: `
      0 But just beyond {s2} the path simply stopped: where there had once been a bridge, there was only a deep, wide gap and two rotten posts.
      1 {H} took a long run, thought better of it too late, and ended up sitting in the mud at the very edge with {his} heart in {his} mouth.
      2 On the far side the trail went on quite calmly, as trails do.
      3 It is one thing to be lost, thought {h}, and quite another to know exactly where you should be and not be able to get there.`,
  },
  {
    need: 2,
    pair: 'obstacle',
    at: 'spot2',
    time: 'sunset',
    mood: 'brave',
    who: ['f', 'l'],
    props: ['bridge', 'rope', 'vine', '{lkind}'],
    summary: '{L} and all {lhis} family help {h} across the gap.',
    young: `
      0 Then who came by? {L}! And mum, and dad, and ten more. They made a rope!
      1 "You helped me. Now we help you!" Step, step, step. {H} was over.
      3 "Do not look down!" said {l}. {H} looked up.`,
    middle: `
      0 "You stopped for me," said a voice. It was {l}, and {lhe} had brought the whole family and a long, strong vine.
      1 They knotted it fast on both sides, and {h} went over, step by wobbly step, without looking down.
      3 "We may be small," called {l}, "but there are a great many of us."`,
    older: `
      0 "You had time for me," said a thin voice, and there was {l}, with {lhis} whole enormous family behind {lhim} and a long green vine carried between them.
      1 They knotted it to the old posts with a knot that only small creatures know, and {h} crossed, one careful step after another, looking at nothing but the other side.
      3 "We are little," {l} called after {him}, "but there is such a lot of us."`,
  },
];

const sleepingGuard: readonly Beat[] = [
  {
    need: 2,
    pair: 'obstacle',
    at: 'spot2',
    time: 'sunset',
    mood: 'worried',
    who: ['f', 'o'],
    props: ['{okind}'],
    summary: 'A huge {okind} lies across the way {ats2} while {h} looks up.',
    young: `
      0 By {s2} lay a huge {okind}. It lay right in the way!
      1 "Move!" said {h}. "Grr," said {o}. "No."
      2 {H} ran this way. {H} ran that way. {O} was too big.`,
    middle: `
      0 But {ats2} lay an enormous {okind}, right across the way, with both eyes open.
      1 "Let me through!" said {h}. "Everybody says that," growled {o}, "and nobody says hello."
      2 {H} tried to slip by on the left and on the right, but there was simply too much {okind}.`,
    older: `
      0 But {ats2}, right across the only way, lay an enormous {okind} with both eyes open and no intention of moving.
      1 "I need to get through," said {h}. "They all need to get through," growled {o}. "In eleven years not one of them has needed to say hello."
      2 {H} tried the left side and then the right, but there was too much {okind} in both directions.`,
  },
  {
    need: 2,
    pair: 'obstacle',
    at: 'spot2',
    time: 'sunset',
    mood: 'happy',
    who: ['f', 'o'],
    props: ['{okind}', '{find}'],
    summary: '{H} sits down beside the big {okind} and they talk like old friends.',
    young: `
      0 So {h} sat down. "Hello," {he} said. "Are you sad?" "Yes," said {o}. "Stay a bit."
      1 They sat and sat. Then {o} smiled. "Go on in, my friend."
      3 {H} gave {ohim} {afind}. What a big, big smile!`,
    middle: `
      0 So {h} sat down beside {ohim}. "Hello," {he} said. "It must be lonely here." And {o} began to talk, and talked until the sun was low.
      1 "Go on in," {ohe} said at the end, and lifted one great foot out of the way. "And do come back."
      3 Before {he} went, {h} gave {ohim} {afind}, and {o} held it as if it were made of glass.`,
    older: `
      0 So {h} gave up pushing, sat down, and said, "Hello. It must get lonely here." There was a long pause; then {o} began to talk, and {he} listened until the shadows were as long as trees.
      1 "You may go in," {o} said at last, and moved one great foot aside. "I was never told to keep people out, you know. I was only waiting for somebody to stay."
      3 Before {he} went, {h} gave {ohim} {afind}, and {o} held it as though it were made of glass.`,
  },
];

const found: Beat = {
  at: 'spot3',
  time: 'sunset',
  mood: 'magical',
  who: ['f'],
  props: ['{goal}', '{prop3}'],
  summary: '{H} finds {thegoal} at last and stares in wonder.',
  young: `
    0 And then, by {s3}... {sight} {H} had found {git}!
    1 [Oh, how {h} danced!|"Wow," said {h}. "Wow, wow, wow!"]
    3 {H} felt so big and so small, all at once.`,
  middle: `
    0 [The trail led {h} to {s3}.|Step by step it led {h} all the way to {s3}.|{H} went after it, round one bend and then another, as far as {s3}.] {Sight}
    1 {H} had found {thegoal}, and for once {he} did not run, or shout, or grab.
    3 {He} just looked, because {he} had learned how.`,
  older: `
    0 [{H} followed it round one last bend and came out {ats3}.|It led {h} a long way round, and ended {ats3}.] {Sight}
    1 {He} had imagined finding {thegoal} a thousand times, always with shouting in it; yet now {he} only wanted to look.
    3 "Only those who look," {he} murmured, and understood at last that it had never been just a tune.`,
};

const home: Beat = {
  at: 'home',
  time: 'night',
  mood: 'happy',
  who: ['f', 'l', 'n', 'o'],
  props: ['{goal}', '{lkind}', '{nkind}', '{okind}', 'lamp'],
  summary: '{H} shares {thegoal} at home with {l} and all {his} friends.',
  young: `
    1 {L} came to see. Friends came, too.
    0 {H} did not keep {git} all for {himself}. {Treat}
    2 "Now I have a new wish," said {h}. "I wish you would all stay!"`,
  middle: `
    0 [At home {h} opened the door wide, for {l} and for everyone who had helped.|{H} might have kept {git} secret, but {he} sent for {l} and for everybody else.|There was a knock at the door that night; it was {l}, and {h} called, "Come in!"] {Treat}
    2 "I thought it was {thegoal} I wanted," {he} said, looking round the crowded table. "And it was. But this is what it was for."`,
  older: `
    0 {H} could have kept {git} secret. Instead {he} opened the door as wide as it would go, and sent for {l} and all the others. {Treat}
    2 "You looked for {git} so long," said {l}. "Was it worth it?" {H} glanced round the crowded room, where there were not enough chairs, and thought that {he} had perhaps been looking for two things all along.`,
};
