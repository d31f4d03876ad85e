import type { Beat, PlotShape } from '../stage.ts';

/** Somebody cannot sleep, finds out that another small one cannot either, and sings both of them to sleep. */
export const bedtime: PlotShape = {
  id: 'bedtime',
  tones: { gentle: 2, dreamy: 4, heartwarming: 1 },
  suits: (reading) =>
    (reading.timeOfDay === 'night' ? 2 : 0) -
    (reading.opponent ? 3 : 0) -
    (reading.deed ? 2 : 0) -
    (reading.wish ? 2 : 0),
  tell(stage) {
    const trouble = stage.random.pick(TROUBLES);
    return {
      slots: trouble,
      beats: [evening, awake, sheep, listen, goAndSee, littleOne, song, asleep],
      episodesAt: [1, 5, 7],
      episodes: 'home',
      titles: [
        'Good night, {h}',
        '{H} and the little sound',
        'The night {h} could not sleep',
        '{H} listens to the dark',
        'A song for {l}',
      ],
      morals: [
        'The best way to feel calm is to help somebody else feel calm.',
        'The night is only the day with its eyes closed.',
        'Nobody is the only one awake.',
      ],
      music: 'lullaby',
    };
  },
};

const TROUBLES = [
  { sound: 'tip, tap, tip', noise: 'a tiny tapping', cause: 'the wind is so big' },
  { sound: 'snif, snif, snif', noise: 'a very small sniffing', cause: 'the dark is so wide' },
  { sound: 'squeak, squeak', noise: 'a squeak as thin as thread', cause: 'the moon has gone away' },
];

const evening: Beat = {
  at: 'home',
  time: 'sunset',
  mood: 'calm',
  who: ['f'],
  props: ['bed', 'lamp', 'blanket', 'star'],
  summary: '{H} gets ready for bed while the sky turns pink.',
  young: `
    0 The sun went down. It was time for bed. {H} lay down.
    1 [Wash, wash, wash. Brush, brush, brush.|Rub-a-dub, in the tub.] Into bed went {h}.
    2 {He} hummed {his} sleepy song. "Hum, hum, low. Hum, hum, slow."
    3+ "Night, night," said {f}, and lay down too.`,
  middle: `
    0 When the sky turned pink and the first star came out, {h} went to bed.
    1 {H} washed {his} face, smoothed {his} blanket, and hummed the little tune that somebody had once hummed to {him}.
    2 It was a short tune, only five notes long, but it fitted exactly into the space before sleep.
    3+ {F} was already yawning.`,
  older: `
    0 The sky turned from gold to pink to a deep soft blue, and {h} went to bed.
    1 {H} washed, folded back the blanket, and hummed the little tune that had been hummed to {him} since before {he} could remember.
    2 It was only five notes long, and it did not really end; it just went round and round, slower each time, like a leaf coming down.
    3+ {F} was already half asleep and claimed to be wide awake.`,
};

const awake: Beat = {
  at: 'home',
  time: 'night',
  mood: 'worried',
  who: ['f'],
  props: ['bed', 'pillow', 'moon'],
  summary: '{H} lies in bed with wide open eyes.',
  young: `
    0 But {h} could not sleep. {He} lay on this side. {He} lay on that side.
    2 {His} eyes went pop! Wide, wide open.
    3 The moon was awake, too.`,
  middle: `
    0 But sleep did not come. {H} turned to the left and {he} turned to the right, and {his} eyes would not stay shut.
    2 The pillow was too warm, and then it was too cold, and then it was too much like a pillow.
    3 The moon looked in and seemed surprised to find {him} still up.`,
  older: `
    0 But that night sleep would not come. {H} lay on {his} left side, then on {his} right, and still {his} thoughts went on walking up and down.
    2 The pillow was too warm; turned over, it was too cold; after that it was simply too much like a pillow.
    3 The moon looked in at the window with the polite surprise of somebody who had expected to be alone.`,
};

const sheep: Beat = {
  need: 1,
  at: 'home',
  time: 'night',
  mood: 'worried',
  who: ['f'],
  props: ['milk', 'star', 'sheep'],
  summary: '{H} tries to fall asleep by counting stars.',
  young: `
    1 {H} tried to count the stars. One, two, three... But three was a twinkly one. {He} had to look!
    2 {H} shut {his} eyes tight, tight, tight. That made them wide awake.`,
  middle: `
    1 {H} tried counting stars, but they were so beautiful that {he} had to sit up and look, which is no way to fall asleep.
    2 {He} tried shutting {his} eyes as tight as {he} could, and that was worse, because squeezing is hard work.
    3+ "Try harder," mumbled {f}. But sleep is a cat; it never comes when it's called.`,
  older: `
    1 {He} tried counting stars, but each one seemed to be somebody, and {he} kept sitting up to see who.
    2 {He} tried squeezing {his} eyes shut, and discovered that it is impossible to fall asleep while you are trying to, in the same way that nobody can sneak up on themselves.
    3+ "Try harder," mumbled {f}, which was kindly meant and no use at all.`,
};

const listen: Beat = {
  at: 'home',
  time: 'night',
  mood: 'curious',
  who: ['f'],
  props: ['window', 'ear'],
  summary: '{H} sits up in the moonlight and listens.',
  young: `
    0 Then {h} heard a sound. {Sound}. What was that?
    2 It was not the wind. It was not the clock.
    3 {H} held {his} breath. {Sound}, it went. There it was again!`,
  middle: `
    0 Then {he} heard it: {noise}, somewhere out in the dark.
    2 It was not the wind, for the wind was bigger, and it was not the clock, for the clock never sounded sad.
    3 {H} held {his} breath. There it was again, very soft.`,
  older: `
    0 And then, in the gap between two thoughts, {he} heard it: {noise}, somewhere out in the dark.
    2 It was not the wind, which was larger, nor the clock, which had never in its life sounded lonely.
    3 {H} held {his} breath, and there it was again, so faint that it might have been shy of being heard.`,
};

const goAndSee: Beat = {
  need: 1,
  at: 'spot1',
  time: 'night',
  mood: 'brave',
  who: ['f'],
  props: ['lamp', 'blanket', '{prop1}'],
  summary: '{H} tiptoes through the moonlit night to {s1} with a little lamp.',
  young: `
    1 {H} took {his} lamp. Tip, toe, tip, toe. Out {he} went into the night.
    2 "Good night, {prop1}," said {h}. "Good night, moon."
    3+ {F} came along and held on tight.`,
  middle: `
    1 {H} wrapped the blanket round {him}, took the little lamp, and tiptoed out as far as {s1}.
    2 Everything looked different by night, but it was all still there: just quieter, and painted blue.
    3+ "I'm only coming because you are," whispered {f}.`,
  older: `
    1 So {he} wrapped the blanket round {himself}, took the small lamp, and tiptoed out into the silver-and-black world as far as {s1}.
    2 By night every ordinary thing had put on a costume, but when the lamp came close, each of them turned out to be somebody {he} knew.
    3+ "I am only here because you are," whispered {f}, which is the best reason there is.`,
};

const littleOne: Beat = {
  at: 'spot1',
  time: 'night',
  mood: 'sad',
  who: ['f', 'l'],
  props: ['lamp', '{lkind}', 'blanket'],
  summary: '{H} finds {al} sitting awake all alone in the night.',
  young: `
    0 {H} went to look. There sat {al}. {Lhe} was wide awake, too!
    1 "I can not sleep," said {l}. "{Cause}." "Me too," said {h}.
    3 Now they were two. Two is not so bad.`,
  middle: `
    0 {H} went to see. There sat {al}, all alone and wide awake.
    1 "I can't sleep," said {l} in a wobbly voice. "{Cause}." "I can't sleep either," said {h}, and sat down.
    3 Being awake together was already half as bad.`,
  older: `
    0 {H} went to see; and there, very upright, as people sit who do not want to cry, was {al}.
    1 "I can't sleep," said {l}. "{Cause}." "Neither can I," said {h}, and lifted one corner of the blanket.
    3 It is a curious thing that being awake is so much less awake when there are two of you.`,
};

const song: Beat = {
  at: 'spot1',
  time: 'night',
  mood: 'sleepy',
  who: ['f', 'l'],
  props: ['blanket', '{lkind}', 'moon'],
  summary: '{H} hums a lullaby to {l} under one blanket.',
  young: `
    0 So {h} put the blanket round them both. {He} hummed {his} sleepy song, low and slow.
    1 {L} gave a yawn. A small yawn. Then a big one.
    3 And the yawn hopped over to {h}. Yaaawn!`,
  middle: `
    0 {H} put the blanket round them both and hummed the little tune, for {l} and not for {himself}.
    1 The first time, {l} stopped shaking. The second time, {lhis} eyes grew small. The third time there was a tiny snore.
    3 And because yawns are catching, {h} caught one.`,
  older: `
    0 {H} drew the blanket round both of them and hummed the little tune, not in order to sleep this time, but so that somebody else could.
    1 Once round, and {l} stopped trembling; twice round, and {lhis} eyes grew small; the third time the tune was answered by a snore no bigger than a seed.
    3 Yawns, of course, are catching, and {h} caught that one with both {hands}.`,
};

const asleep: Beat = {
  at: 'home',
  time: 'night',
  mood: 'sleepy',
  who: ['f', 'l'],
  props: ['bed', 'blanket', 'moon', 'star'],
  summary: '{H} lies fast asleep in the light of the moon.',
  young: `
    1 {L} slept. So {h} went home to bed.
    0 {H} shut one eye. Then {he} shut the other.
    2 The lamp went out. The song went on, so soft.`,
  middle: `
    1 {H} carried {l} home to {lhis} own warm nest and crept back to bed.
    0 This time {he} did not try to sleep at all, and so sleep came.
    2 The tune was still going round in the dark, all five notes of it, slower and slower.`,
  older: `
    1 {H} tucked {l} into {lhis} own nest, walked back through the friendly dark, and lay down.
    0 This time {he} did not try to sleep, and perhaps that was the whole trick, because sleep came and took {him} by the {hand}.
    2 All five notes were still going round somewhere, slower, and slower, until there was more silence in them than sound.`,
};
