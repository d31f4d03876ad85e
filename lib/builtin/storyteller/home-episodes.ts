import type { Episode } from './episodes.ts';

/** Things that may happen anywhere, at any time of the story, without taking anybody away from it. */
export const HOME_EPISODES: readonly Episode[] = [
  {
    beat: {
      at: 'place',
      time: 'day',
      mood: 'happy',
      who: ['f'],
      props: ['sandwich', 'duck', 'crumb'],
      summary: '{H} stops for a picnic and a duck arrives to share it.',
      young: `
        1 It was time for a snack. Munch, munch. Then a duck came. "Quack?" said the duck.
        2 "One for me and one for you," said {h}. Munch, quack, munch.`,
      middle: `
        1 There was time for a sandwich, so {h} sat down and unwrapped it. At once there was a duck.
        2 It did not beg. It only sat very close and sighed. {H} broke the sandwich in two, and the duck took the bigger half.
        3 Things always look better after lunch, even after half of one.`,
      older: `
        1 Problems shrink when they are fed, so {h} sat down and unwrapped a sandwich, and out of nowhere, as is their way, there was a duck.
        2 It did not beg; it merely sat rather close and sighed like somebody with a long story. {H} broke the sandwich in two, and the duck chose the larger half without any fuss.
        3 And it was true: with the crumbs brushed off, everything looked a little more possible.`,
    },
    memory: {
      '3-5': '"Quack," said the duck. There was cake.',
      '6-8': 'The duck came, too, and took the bigger half of the cake.',
      '9-12': 'The duck was there as well, sitting rather close to the cake.',
    },
  },
  {
    beat: {
      at: 'place',
      time: 'day',
      mood: 'curious',
      who: ['f'],
      props: ['button', 'magpie', 'nest'],
      summary: '{H} gives a shiny button back to a magpie.',
      young: `
        1 {H} saw a shiny button. Pick it up! "Mine, mine!" said a magpie.
        2 {H} gave it back. "You are kind," said the magpie. "If you need me, call."`,
      middle: `
        1 A shiny button lay on the ground, and {h} had just picked it up when a magpie landed with a bump.
        2 "That's my nest's front door," she said. {H} gave it back at once and helped her to press it into place.
        3 "If you ever lose anything small," said the magpie, "ask me first."`,
      older: `
        1 A button lay shining on the ground, and {h} had only just picked it up when a magpie landed beside {him}, rather out of breath.
        2 "I know how it looks," she said, "but that one really is mine. It's the front door." {H} handed it over and held the nest steady while she pressed it into place.
        3 "Most people call me a thief before they say good morning," said the magpie. "I shall remember you."`,
    },
    memory: {
      '3-5': 'The magpie flew by and winked.',
      '6-8': 'The magpie had polished her front door in honour of the day.',
      '9-12': 'The magpie wore nothing shiny at all, as a sign of respect.',
    },
  },
  {
    beat: {
      at: 'place',
      time: 'day',
      weather: 'cloudy',
      mood: 'happy',
      who: ['f'],
      props: ['cloud', 'grass'],
      summary: '{H} lies in the grass and finds shapes in the clouds.',
      young: `
        1 {H} lay down and looked up. One cloud was a boat. One cloud was a bun.
        2 And that one? That one was a big, fat hug.`,
      middle: `
        1 When thinking got too hard, {h} lay on {his} back and looked at the clouds instead.
        2 There was a boat, and then a bear in a boat, and then, because the wind was in the mood, a bear eating the boat.
        3 Somewhere between the bear and the next cloud, {his} head became quite clear.`,
      older: `
        1 When thinking became too difficult, {h} did what {he} always did, and lay on {his} back to look at the clouds.
        2 A boat went by, then a bear in a boat, and then, since the wind was in a joking mood, a bear that had evidently eaten the boat.
        3 Somewhere between the bear and whatever came after it, {his} head grew quiet, and in the quiet there was room for an idea.`,
    },
    memory: {
      '3-5': 'One cloud up there looked like a smile.',
      '6-8': 'Up in the sky the bear had found its boat again.',
      '9-12': 'High overhead a bear was rowing a boat, and both looked well.',
    },
  },
  {
    beat: {
      at: 'place',
      time: 'day',
      mood: 'worried',
      who: ['f'],
      props: ['snail', 'leaf', 'path'],
      summary: '{H} carries a little snail to the other side of the path.',
      young: `
        1 A snail sat on the path. "I am so slow," it said. "I will never get there."
        2 {H} took it over on a leaf. One, two, three, there! "My, my," said the snail. "That was my first trip by air."`,
      middle: `
        1 A snail was crossing the path. It had started on Monday.
        2 "May I?" asked {h}, and carried it across on a leaf, like a lady in a coach. "So that's what speed is," gasped the snail.
        3 It took {h} six steps, and it saved the snail until Thursday.`,
      older: `
        1 A snail was crossing the path; it had started on Monday, and it spoke of the far side the way others speak of America.
        2 "May I?" asked {h}, and carried it over on a leaf. "So that," whispered the snail, quite pale, "is speed. I shall write about it."
        3 For {h} it had been six steps. It is surprising how large a gift can be on the other end.`,
    },
    memory: {
      '3-5': 'The snail was there, too. It had set off in time!',
      '6-8': 'Last of all came the snail, just in time for the crumbs.',
      '9-12': 'Last of all, and to loud applause, the snail arrived.',
    },
  },
  {
    beat: {
      at: 'place',
      time: 'day',
      mood: 'sad',
      who: ['f'],
      props: ['bee', 'flower'],
      summary: '{H} lifts a tired bee onto a flower.',
      young: `
        1 A bee lay on the ground. It was too tired to buzz.
        2 {H} put it on a flower. Sip, sip, sip. Buzz! Off it went, once around {his} nose.`,
      middle: `
        1 A bee lay on the ground, too tired to buzz.
        2 {H} picked it up on the tip of a blade of grass and set it on the nearest flower. It drank, shook its wings, and started up like a very small motor.
        3 It flew once round {his} head, which is how bees say thank you.`,
      older: `
        1 On the ground lay a bee that had worked too long and had not enough fuel left to get home.
        2 {H} offered it a blade of grass, and when it had climbed on, lifted it to the nearest flower. It drank deeply, polished its goggles, and started up like a very small motor.
        3 It flew one careful circle round {his} head, and somehow {h} felt taller for the rest of the afternoon.`,
    },
    memory: {
      '3-5': 'Buzz, went the bee. It was fine!',
      '6-8': 'On the table stood a tiny pot of honey, and nobody had seen who left it.',
      '9-12': 'On the window sill stood a thimble of honey, and nobody had seen who brought it.',
    },
  },
  {
    beat: {
      at: 'place',
      time: 'sunset',
      mood: 'happy',
      who: ['f'],
      props: ['puddle', 'mud'],
      summary: '{H} jumps into a big puddle with a huge splash.',
      young: `
        1 A puddle! A big one! Splish! Splash! Splosh!
        2 Mud on {his} nose. Mud on {his} toes. {H} did it one more time.`,
      middle: `
        1 In the middle of everything there was a puddle, round and brown and perfect. {H} looked left, looked right, and jumped.
        2 The splash went up like a fountain and came down on everyone alike.
        3 For one whole minute nobody was worried about anything.`,
      older: `
        1 There was a puddle in the way, wide, brown and perfect, and {h}, who had serious things to do, walked round it, stopped, walked back, and jumped.
        2 The splash rose like a crystal chandelier and came down like a bucket of mud.
        3 It solved nothing, of course; but for one whole minute nothing needed solving.`,
    },
    memory: {
      '3-5': 'There was still mud on {his} nose.',
      '6-8': 'There was still some mud behind {his} ears, and {he} left it there as a medal.',
      '9-12': 'There was dried mud behind {his} ears, and {he} wore it like a medal.',
    },
  },
];
