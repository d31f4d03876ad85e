import type { Beat, PlotShape } from '../stage.ts';
import { wordWish } from '../wishes.ts';
import { castReceiver } from './cast-receiver.ts';

/** Something is carried a long way to somebody who waits for it, is nearly lost, and arrives after all. */
export const errand: PlotShape = {
  id: 'errand',
  tones: { adventurous: 1, heartwarming: 2, gentle: 1, funny: 1 },
  suits: ({ errand: asked }) => (asked ? 22 : -1),
  tell(stage) {
    const { errand: asked } = stage.reading;
    castReceiver(stage, asked?.receiver);
    const there = asked?.to?.place ?? 'spot3';
    const seen = asked?.to?.the.split(' ').slice(-1) ?? [];
    // Who lives by the old mill does not carry anything as far as that.
    const far = stage.spots.findLast(({ the }) => the !== stage.home.the) ?? stage.spots[2];
    return {
      slots: {
        ...wordWish(asked?.load, stage.place, stage.age, stage.random.fork('load')).slots,
        dest: asked?.to?.the ?? far.the,
      },
      beats: [
        promise,
        dawdle,
        bump,
        search,
        found,
        lastHill,
        { ...arrival, at: there, props: [...(arrival.props ?? []), ...seen] },
        home,
      ],
      episodesAt: [2, 5],
      episodes: 'journey',
      titles: [
        'All the way to {dest}',
        '{H} and the {goal}',
        '{H} keeps a promise',
        'Careful with the {goal}, {h}!',
        'The long way of the {goal}',
      ],
      morals: [
        'A promise is lighter when somebody helps to carry it.',
        'Who brings something glad comes home with something, too.',
        'It is never too late to arrive.',
      ],
      music: stage.tone === 'adventurous' ? 'adventure' : 'wonder',
    };
  },
};

const promise: Beat = {
  at: 'home',
  time: 'morning',
  mood: 'curious',
  who: ['f'],
  props: ['{goal}', 'bag', 'gate'],
  summary: '{H} packs {agoal} in a bag for a long way.',
  young: `
    0 {H} had a big job to do. {He} had to take {agoal} to {dest}. {An} was there, and {nhe} could not wait.
    1 {He} put {git} in {his} bag. Pat, pat. "I will not lose {git}," {he} said.
    2 It was a long, long way. {H} put on {his} hat and went.
    1+ "I will come with you!" said {f}.
    3 Tip, tap, tip, tap! The sun was up, and so was {h}.`,
  middle: `
    0 Somebody had to take {agoal} all the way to {dest}, where {an} was waiting. "I'll do it," said {h}. "I promise."
    1 {He} put {git} right at the bottom of {his} bag, under {his} sandwich, where nothing could happen to {git}.
    1+ "Two can carry a promise better than one," said {f}, and came along.
    2 "Before it gets dark," {he} told the garden gate, and shut it behind {him}.
    3 The road was still wet from the night, and there was not one footprint on it.`,
  older: `
    0 Somebody had to take {agoal} all the way to {dest}, where {an} had been waiting since the day before. Everybody looked at their feet, except {h}. "I'll go," {he} said. "I promise."
    1 {He} laid {git} at the very bottom of {his} bag, below the sandwiches, and fastened both buckles.
    1+ "A promise is easier to carry between two," said {f}, who was already wearing a scarf.
    2 The way was longer than any {h} had ever gone, and {he} told the gate to expect {him} back by morning.
    3 The road lay shining and empty, as if it had been rolled out that very minute.`,
};

const dawdle: Beat = {
  need: 1,
  at: 'spot1',
  time: 'day',
  mood: 'happy',
  who: ['f'],
  props: ['{prop1}', 'bag'],
  summary: '{H} would like to stay and play at {s1}, but walks on with the bag.',
  young: `
    1 At {s1} there was a game. "Come and play!" they called. {H} stopped. Oh, {he} so wanted to play!
    2 "Not now," said {h}. "I have {agoal} in my bag." And on {he} went.
    3 Hop, skip, hop. The bag went up and down.`,
  middle: `
    1 Close to {s1} there was a game with far too few players. "Come and join us!" they called, and {h} really only stopped to look.
    2 Then {he} felt the bag on {his} back. "On the way home," {he} promised, and that made two promises.
    3 It is hard to walk past a game. It takes nearly as long as playing it.`,
  older: `
    1 Close to {s1} a game was going on that wanted exactly one more player, and {h} stood and watched, just for a minute, which turned out to be a rather long one.
    2 It was the weight of the bag that reminded {him}. "On the way back," {he} called, and hurried on to make up for it.
    3 It is a strange thing about hurrying that it never brings back the minute it was meant for.`,
};

const bump: Beat = {
  at: 'spot2',
  time: 'day',
  mood: 'worried',
  who: ['f'],
  props: ['stone', 'bag', '{prop2}'],
  summary: '{H} has fallen over a stone, and the open bag is empty.',
  young: `
    0 Now {h} was late. {He} went fast, fast, fast. Bump! {He} fell over a big stone. The bag was open, and {thegoal} {gwas} gone!
    2 "Oh no, oh no!" said {h}. {He} shook the bag. Out fell a bun. That was all.
    3 {His} nose was sore, too.`,
  middle: `
    0 Because it was late, {h} began to hurry, and near {s2} {he} fell right over a stone. The bag flew open, everything in it rolled away, and when {he} had picked it all up again, {thegoal} {gwas} gone.
    2 {He} looked into the bag three times, as if {git} might have come back.
    2+ "Nobody move," said {f}, who was sitting on the sandwich.
    3 The stone looked just as surprised as {he} did.`,
  older: `
    0 Because {he} was late {h} hurried, and because {he} hurried {he} did not see the stone. The bag flew open, its contents scattered around {s2} in every direction, and when everything had been gathered up, {thegoal} {gwas} missing.
    2 {He} searched the bag three times over, although a bag that is empty once is generally empty the third time, too.
    2+ "We'll find {git}," said {f}, in the voice of somebody who has no idea how.
    3 Somewhere close by a bird laughed, and {h} took it personally.`,
};

const search: Beat = {
  need: 1,
  at: 'spot2',
  time: 'sunset',
  mood: 'sad',
  who: ['f'],
  props: ['bag', 'leaf', 'stone'],
  summary: '{H} sits sadly beside {his} empty bag as the sun goes down.',
  young: `
    1 {H} looked under a leaf. No. {H} looked under a log. No, no. {He} sat down and felt so sad.
    2 "I said I would," {he} said. "What will {n} do now?"`,
  middle: `
    1 {He} looked under every leaf and behind every stone, until the shadows were long. Then {he} sat down beside {his} empty bag.
    2 "I promised," {he} said in a very small voice, "and now {n} is waiting for nothing."`,
  older: `
    1 {He} turned over every leaf and looked behind every stone until the shadows were longer than the things that cast them, and then {he} sat down beside the empty bag.
    2 What troubled {him} most was not the scolding. It was the thought of {n}, looking out along the road and seeing nobody.`,
};

const found: Beat = {
  at: 'spot2',
  time: 'sunset',
  mood: 'happy',
  who: ['f', 'l'],
  props: ['{goal}', '{lkind}', 'leaf'],
  summary: '{Al} comes to {h} and has found {thegoal}.',
  young: `
    0 Then {al} came by. "Is this yours?" {lhe} said. And what did {lhe} have? {Thegoal}!
    1 "{Gis} by my door," said {l}. "I kept {git} safe for you." {H} gave {lhim} a big hug.
    2 "Come with us!" said {h}. And {l} did.`,
  middle: `
    0 "Excuse me," said somebody. It was {al}. "Does this belong to you?" And there {gwas} {thegoal}, safe and sound.
    1 "{Gis} just outside my door," said {l}, "so I looked after {git}. I thought that somebody would be missing {git}."
    2 {H} did not know what to say, so {he} said, "Would you like to come along?" And {l} would.`,
  older: `
    0 "Excuse me," said a voice, and there stood {al}. "I believe this is yours." And there {gwas} {thegoal}, without so much as a scratch.
    1 "{Gis} lying on my doorstep," {l} explained. "I kept {git} dry. A thing that is packed so carefully must be meant for somebody."
    2 {H} had to swallow before {he} could answer. "It's for {n}," {he} said. "Come with me and see."`,
};

const lastHill: Beat = {
  need: 1,
  at: 'spot3',
  time: 'night',
  mood: 'brave',
  who: ['f', 'l'],
  props: ['star', 'moon', 'bag', 'lantern'],
  summary: '{H} walks on through the dusk with the bag held tight in both arms.',
  young: `
    1 On they went. Now it was dark. But {h} held the bag so, so tight.
    2 "I see a light!" said {l}. "There, far off!" Step, step, step.`,
  middle: `
    1 They walked on side by side while the first stars came out, and this time {h} carried the bag in {his} arms and looked at every stone.
    2 "There's a light," said {l}. It was very small, but it was the right one.`,
  older: `
    1 They went on together as the first stars came out, and this time {h} carried the bag in both arms and stepped round every stone with the greatest politeness.
    2 "There," said {l} at last. Far ahead somebody had put a light where it could be seen.`,
};

const arrival: Beat = {
  at: 'spot3',
  time: 'night',
  mood: 'happy',
  who: ['f', 'l', 'n'],
  props: ['{goal}', 'lantern', '{nkind}'],
  summary: '{H} gives {thegoal} to {n}, who is full of joy.',
  young: `
    0 And there was {dest}! {N} stood there with a lamp. "Is it you, {h}?" {H} held out {thegoal}. "For you!"
    1 {N} laughed. "You did it! All that long way!"
    3 {Treat}`,
  middle: `
    0 And then, at last, there was {dest}, and there stood {n} with a lantern. "I knew you would come," {nhe} said, and {h} put {thegoal} into {nhis} arms.
    1 {N} was so happy that {nhe} forgot to say thank you and said it three times afterwards.
    3 {Treat}`,
  older: `
    0 And there, at last, was {dest}, and in front of it {n}, holding up a lantern. "I told everybody that you would come," {nhe} said, and {h} laid {thegoal} in {nhis} arms.
    1 For a moment {n} said nothing at all. Then {nhe} said thank you, and it was plain that {nhe} meant more than {thegoal}.
    3 {Treat}`,
};

const home: Beat = {
  at: 'home',
  time: 'night',
  mood: 'happy',
  who: ['f', 'l'],
  props: ['bag', 'moon', 'cake'],
  summary: '{H} walks home under the moon with an empty bag and a light heart.',
  young: `
    0 Then {h} went home. The bag was not full now. But {he} was so glad, from nose to toes.
    1 And what was in the bag? One cake, for the way! {N} had put it in.`,
  middle: `
    0 On the way home the bag was empty, and {h} felt lighter than the bag.
    1 But it was not quite empty. At the bottom, where {thegoal} had been, {n} had put a small cake, and a note: "For the one who keeps promises."
    3 {H} broke the cake in two, because one half belonged to {l}.`,
  older: `
    0 The bag was empty on the way home, and yet {h} kept feeling that {he} was carrying something.
    1 {He} was. At the very bottom, where {thegoal} had been, lay a small cake and a note in {n}'s handwriting: "To be shared with whoever helped."
    3 {H} and {l} ate it sitting on the stone, which by now was practically an old friend.`,
};
