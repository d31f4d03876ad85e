import type { Episode } from './episodes.ts';

/** More things that may happen anywhere: what a long story is made of between its turns. */
export const MORE_HOME_EPISODES: readonly Episode[] = [
  {
    beat: {
      at: 'place',
      time: 'day',
      mood: 'curious',
      who: ['f'],
      props: ['letter', 'pigeon'],
      summary: '{H} reads a letter that a pigeon has dropped.',
      young: `
        1 Flap, flap! A pigeon came by. It let a letter fall. Plop!
        2 "Is it for me?" said {h}. It was for Mrs. Goose. "I will take it to her," said {h}.
        3 Mrs. Goose read it. Then she read it once more. She was so glad that she honked. Honk!
        4 "What does it say?" said {h}. "It says hello," said Mrs. Goose. "Just hello. That is the best bit."`,
      middle: `
        1 A pigeon came over, out of breath, and dropped a letter on {his} head.
        2 It was addressed to Mrs. Goose, so {h} took it to her door. She read it standing up, and then she read it sitting down. "It only says hello," she said, "but it says it to me."
        3 On the way back {h} thought of three people to whom {he} might say hello.`,
      older: `
        1 A pigeon came over, much out of breath, and let a letter fall on {his} head instead of into a box.
        2 It was addressed to Mrs. Goose, and so {h} carried it round to her. She read it first standing up and then sitting down. "All it says is hello," she told {him}, folding it very small, "but it has come a long way to say it."
        3 On the way back it occurred to {h} that {he} owed at least three people a hello {himself}, and that the post was not the quickest way.`,
    },
    memory: {
      '3-5': 'Mrs. Goose said hello. Honk!',
      '6-8': 'Mrs. Goose sent a letter, and it said hello.',
      '9-12': 'There was a letter from Mrs. Goose as well, and all it said was hello.',
    },
  },
  {
    beat: {
      at: 'place',
      time: 'sunset',
      mood: 'happy',
      who: ['f'],
      props: ['drum', 'cricket', 'flute'],
      summary: '{H} makes music with a band of crickets.',
      young: `
        1 Chirp, chirp! Who was that? Four crickets had a band. But they had no drum!
        2 {H} took a pot and a spoon. Bom, bom, bom! Now it was a song.
        3 Chirp, bom, chirp, bom! A mole came up to dance.
        4 "Too loud," said the mole. But his feet went tap, tap, tap.`,
      middle: `
        1 Four crickets were practising by the path, and something was missing. "It's the drum," sighed the first fiddle. "Our drummer flew south."
        2 {H} turned a pot over and tapped on it with a spoon. Bom, bom, ba-bom! At once the tune stood up straight and began to walk.
        3 A mole came up to complain about the noise. He stayed for three songs.`,
      older: `
        1 Beside the path four crickets were rehearsing a waltz that kept falling over. "It is the drum," the first fiddle explained. "Ours went south with a swallow, and without it one never knows where one is."
        2 {H} turned over a pot and found a spoon. Bom, ba-ba, bom, ba-ba: and the tune, which had been lying about in pieces, got up on its feet and danced.
        3 A mole came up to complain of the noise, took off his spectacles, and asked whether they knew any polkas.`,
    },
    memory: {
      '3-5': 'And the crickets played on and on.',
      '6-8': 'The crickets played all evening, and the drum was a pot.',
      '9-12': 'The crickets played until late, and the mole knew all the words.',
    },
  },
  {
    beat: {
      at: 'place',
      time: 'day',
      mood: 'happy',
      who: ['f'],
      props: ['shadow', 'sun'],
      summary: '{H} plays with {his} own long shadow.',
      young: `
        1 {H} saw {his} shadow. It was so long! {He} gave a wave. The shadow gave a wave, too.
        2 {H} hopped. It hopped. {H} sat. It sat. "You do all that I do!" said {h}.
        3 {H} ran as fast as {he} could. But it ran just as fast. "You win," said {h}. "I win, too."
        4 Then a cloud came. "Bye-bye," said {h}. "See you in the sun."`,
      middle: `
        1 The sun stood low, and {his} shadow was as long as a road. When {h} waved, a giant waved back.
        2 {He} hopped, and the giant hopped. {He} made a rabbit with {his} {hands}, and the giant had a rabbit, too.
        3 "It must be hard," said {h}, "always having to lie down." And {he} walked where the grass was soft.`,
      older: `
        1 The light came slanting in, and {his} shadow lay before {him} as long as a road, with a very small head at the far end of it.
        2 {H} bowed to it, and it bowed back. {He} tried to surprise it with a sudden hop, but it had been expecting that. "You never get to go first," {he} told it, "and you never complain."
        3 After that {he} walked for a while on the softer grass, because it seemed only polite.`,
    },
    memory: {
      '3-5': 'And {his} shadow gave a wave.',
      '6-8': 'On the wall {his} shadow danced, taller than all of them.',
      '9-12': 'Behind everyone, on the wall, {his} shadow danced as well, and for once it went first.',
    },
  },
  {
    beat: {
      at: 'place',
      time: 'day',
      mood: 'worried',
      who: ['f'],
      props: ['egg', 'nest', 'tree', 'bird'],
      summary: '{H} carefully lifts a small egg back into its nest.',
      young: `
        1 A small blue egg lay in the grass. It was still warm. It fell from a nest!
        2 {H} was so, so careful. Up, up, up it went. There! Back in the nest.
        3 "Tap, tap," went the egg. "Is it saying thank you?" said {h}. "It is saying hello," said the bird.
        4 Out came a beak. Out came one eye. It looked right at {h}!`,
      middle: `
        1 In the grass lay a small blue egg, still warm. Above it was a nest, and in the nest was a bird in tears.
        2 {H} wrapped the egg in a soft leaf and lifted it up, as slowly as the hand of a clock. Not a crack!
        3 "It's kicking," said the bird, listening. "I think it likes you."`,
      older: `
        1 In the grass lay a small blue egg, still warm, and overhead somebody was counting and kept stopping at three.
        2 {H} rolled the egg into a soft leaf and raised it to the nest as slowly as the hand of a clock; {he} had never in {his} life been so careful for so long.
        3 "Four," said the bird, and breathed out. She laid her ear against it. "And very cross about the whole thing, which is a good sign."`,
    },
    memory: {
      '3-5': 'The baby bird sang, "Peep!"',
      '6-8': 'Four tiny birds sang that evening, and one of them sang louder than the rest.',
      '9-12': 'From the nest came four small voices, one of them a good deal bossier than the others.',
    },
  },
  {
    beat: {
      at: 'place',
      time: 'day',
      mood: 'curious',
      who: ['f'],
      props: ['spider', 'web', 'dew'],
      summary: '{H} watches a spider mend her web.',
      young: `
        1 A spider had a web. There was a hole in it. "Oh dear," said {h}. "That is sad."
        2 "Sad? No," said the spider. "I mend it. Zip, zip, zip. I mend it each day."
        3 "Each day?" said {h}. "Each day," said the spider. "A hole is just a spot for a new bit."
        4 Zip, went the thread. It shone like glass. {H} gave a clap.`,
      middle: `
        1 A spider was sitting beside a web with a great hole in the middle. "How awful," said {h}.
        2 "Why?" said the spider. "A beetle flew through it. He was in a hurry. I mend it every morning; otherwise I would get out of practice." And her legs went like knitting needles.
        3 When she had finished, there was a pattern in it that had not been there before.`,
      older: `
        1 A spider sat beside her web, which had a hole in it the size of a beetle in a hurry. "How dreadful," said {h}. "All that work."
        2 "It's not what I've made that I like," the spider said, "it's the making," and her legs began to go like eight knitting needles. "If nobody ever flew through it, I should have to cut the holes myself."
        3 {H} watched until it was done, and saw that she had not put back the old pattern at all, but a better one.`,
    },
    memory: {
      '3-5': 'The web shone like glass.',
      '6-8': "The spider hung a new web over the door, with everyone's name in it, very small.",
      '9-12': "Over the door hung a new web, and if you knew how to look, it had everybody's name in it.",
    },
  },
  {
    beat: {
      at: 'place',
      time: 'day',
      weather: 'rain',
      mood: 'happy',
      who: ['f'],
      props: ['umbrella', 'toad', 'rain'],
      summary: '{H} shares an umbrella with a toad in the rain.',
      young: `
        1 Rain! Pit, pat, pit, pat! {H} had a big leaf for a hat. Along came a toad.
        2 "Come in here," said {h}. "You will get wet!" "I like to get wet," said the toad. "You come out here!"
        3 So {h} put down the leaf. Pit, pat on {his} nose. Pit, pat on {his} toes. It was nice!
        4 "See?" said the toad. "Rain is just the sky, come to play."`,
      middle: `
        1 It began to rain, and {h} held a large leaf over {his} head. A toad came by without one. "There's room for two," said {h}.
        2 "Kind of you," said the toad, "but I've been waiting for this since Tuesday. You might try it out here." So {h} did, and after the first cold drop it was lovely.
        3 They stood there together with their faces up, and neither of them said anything dry.`,
      older: `
        1 A shower came down, and {h} was standing under a large leaf when a toad walked by in the wet without so much as a hat. "There is room for two under here," called {h}.
        2 "How kind," said the toad, "but I've been looking forward to this since Tuesday. There is room for everyone out here." {H} hesitated, and stepped out, and discovered that after the first three drops rain is no longer wet, only rain.
        3 They stood side by side with their faces turned up, and for a while neither of them made a dry remark.`,
    },
    memory: {
      '3-5': 'And the toad said, "Pit, pat!"',
      '6-8': 'The toad came, too, and hoped out loud for rain.',
      '9-12': 'The toad came as well, and looked hopefully at every cloud.',
    },
  },
  {
    beat: {
      at: 'place',
      time: 'sunset',
      mood: 'calm',
      who: ['f'],
      props: ['stone', 'tower'],
      summary: '{H} builds a tiny tower of stones.',
      young: `
        1 {H} put a stone on a stone. Then one more. And one more! It was a tower.
        2 The top one was so small. {H} held {his} breath. It stayed!
        3 "Who is it for?" said a wren. "For you," said {h}. So the wren sat on top and sang.
        4 It was a short song. It went up, and up, and stop.`,
      middle: `
        1 {H} picked up a flat stone and laid another on top, and then another, just to see how high it would go.
        2 The ninth was as small as a pea, and {he} held {his} breath as {he} set it down. It stayed. A wren flew up and sat on it, like the star on a tree.
        3 Nobody needed that tower for anything. It was simply good to have made it.`,
      older: `
        1 Without really meaning to, {h} set one flat stone upon another, and a third on the second, as one does when {his} head is busy and {his} {hands} are not.
        2 The ninth was no bigger than a pea. {He} held {his} breath, let go, and it stayed; and a wren flew down and perched on it, as though it had been ordered for her.
        3 It was of no use to anyone, that tower, and {he} thought of it often afterwards.`,
    },
    memory: {
      '3-5': 'The small tower still stood. Not one stone fell.',
      '6-8': 'And the little stone tower was still standing, with the wren on top.',
      '9-12':
        'The little tower of stones was standing yet, and the wren had let it be known that it was hers.',
    },
  },
  {
    beat: {
      at: 'place',
      time: 'day',
      mood: 'worried',
      who: ['f'],
      props: ['mole', 'glasses'],
      summary: '{H} helps a mole to find his glasses.',
      young: `
        1 "Have you seen my glasses?" said a mole. "I can not find them. I can not see!"
        2 {H} looked here. {H} looked there. Then {h} looked at the mole. The glasses were on his head!
        3 "Oh!" said the mole. "There is the world! And there you are. How nice you look!"
        4 "You look nice, too," said {h}. And they shook hands.`,
      middle: `
        1 A mole came along, patting the ground. "I've lost my glasses," he said, "and without my glasses I can't look for my glasses."
        2 {H} searched under every leaf, until {he} happened to look at the mole himself. The glasses were on top of his head. "Good gracious," said the mole, and put them on. "It's all still here!"
        3 He was so pleased with the view that he shook hands with a bush.`,
      older: `
        1 A mole came by, patting the ground before him. "I have mislaid my glasses," he explained, "and I'm in the awkward position of needing them in order to find them."
        2 {H} looked under every leaf for ten minutes before it occurred to {him} to look at the mole. They were on top of his head. "Dear me," said the mole, pulling them down, "and there's everything, just where I left it!"
        3 He was so taken with it all that he shook hands with {h}, and with two bushes and a post.`,
    },
    memory: {
      '3-5': 'The mole had his glasses on. He saw it all!',
      '6-8': 'The mole had come with his glasses on, and admired everything twice.',
      '9-12': 'The mole had brought two pairs of glasses, so as to see it all twice.',
    },
  },
  {
    beat: {
      at: 'place',
      time: 'sunset',
      mood: 'calm',
      who: ['f'],
      props: ['dandelion', 'seed'],
      summary: '{H} blows on a dandelion and the seeds fly away.',
      young: `
        1 {H} saw a puffy white flower. One big breath... pfff! Off flew the seeds.
        2 "Make a wish," said the wind. {H} shut {his} eyes and made one. It was a secret.
        3 One seed went up. One seed went far. One seed sat down on {his} nose. "Ah-choo!"
        4 Off it went, too. Good luck, small seed!`,
      middle: `
        1 By the path stood one round white dandelion. {H} took a deep breath, made a wish, and blew.
        2 Up they went, a hundred tiny umbrellas with a hundred tiny passengers. One came back and landed on {his} nose, as if it had forgotten something.
        3 {He} sneezed, and then it, too, was on its way.`,
      older: `
        1 At the side of the path stood a single dandelion gone white. {H} bent down, thought hard of the thing {he} wanted most, and blew.
        2 A hundred small umbrellas rose and set off without a word, each to a country it had never seen. One of them turned round and settled on {his} nose, like a traveller who has forgotten the keys.
        3 {He} sneezed; and so the last of {his} wishes left rather faster than the others.`,
    },
    memory: {
      '3-5': 'And there, by the door, grew a new yellow flower.',
      '6-8': 'By the door, where none had been, stood a small yellow dandelion.',
      '9-12':
        'Beside the door a small yellow dandelion had come up, and nobody had the heart to call it a weed.',
    },
  },
  {
    beat: {
      at: 'place',
      time: 'day',
      mood: 'happy',
      who: ['f'],
      props: ['sheep', 'wool', 'ball'],
      summary: '{H} untangles a sheep from a long ball of wool.',
      young: `
        1 A sheep came by. She had tried to knit. Now she was all in a knot!
        2 {H} took one end. Round and round and round they went. Over, under, out!
        3 "Thank you," said the sheep. "I wanted to make a hat." She had made a very long sock.
        4 "It is a good sock," said {h}. It was. It was good for six toes, or ten.`,
      middle: `
        1 A sheep had tried to knit herself a hat, and now there was more knot than sheep. "Don't laugh," she said.
        2 {H} did not laugh. {He} found one end and walked it round her, over and under, eleven times, until she stood free and dizzy.
        3 "I think I'll go back to growing it," said the sheep.`,
      older: `
        1 A sheep had attempted to knit herself a hat, and the result was that one could no longer say where the wool left off and the sheep began. "If you're going to laugh," she said, "do it now."
        2 {H} did not laugh, though it took some effort. {He} found one end and walked it round her, over and under, eleven times, until she stood there free, dizzy and a little thinner.
        3 "I believe I shall go back to growing it," said the sheep with dignity. "One should stick to what one's good at."`,
    },
    memory: {
      '3-5': 'The sheep gave {him} a sock. It was so long!',
      '6-8': 'The sheep had knitted something for {him}. It had three arms, and {he} wore it with pride.',
      '9-12':
        'The sheep had tried again, and presented {him} with something that had three sleeves; {he} wore it all evening.',
    },
  },
  {
    beat: {
      at: 'place',
      time: 'day',
      mood: 'curious',
      who: ['f'],
      props: ['feather', 'goose'],
      summary: '{H} follows a floating feather.',
      young: `
        1 A feather came down, so soft, so slow. It did not fall. It sat on the air.
        2 {H} ran to get it. Up it went! Then {h} let it be. Down it came, right on {his} {hand}.
        3 "If I run, it goes," said {h}. "If I wait, it comes. What a funny thing!"
        4 {He} put it in {his} bag. Then it tickled the bag.`,
      middle: `
        1 A feather came sailing down, rocking from side to side like a little boat. {H} ran to catch it, and it slipped away.
        2 {He} jumped, and it rose. {He} snatched, and it dodged. Only when {he} gave up and stood still did it settle on {his} {hand}.
        3 {H} kept it. There are some things it is useful to be reminded of.`,
      older: `
        1 A feather came down out of an empty sky, rocking from side to side like a boat with nobody in it, and {h} ran to catch it.
        2 {He} jumped, and the wind of the jump carried it off; {he} snatched, and it slid between {his} {hands}. When {he} had quite given up, and stood there with open {hands}, feeling foolish, it came and lay down in them of its own accord.
        3 {He} put it in {his} pocket, because there are one or two things of which it's useful to be reminded.`,
    },
    memory: {
      '3-5': 'The feather was still in {his} bag. Tickle, tickle!',
      '6-8': 'The feather lay by {his} bed that night, quite still.',
      '9-12': 'The feather lay by {his} bed, and every now and then it moved, though there was no wind.',
    },
  },
  {
    beat: {
      at: 'place',
      time: 'sunset',
      mood: 'sad',
      who: ['f'],
      props: ['duckling', 'pond', 'duck'],
      summary: '{H} walks behind a lost duckling to the pond.',
      young: `
        1 "Peep, peep!" A duckling stood all alone. "Are you my mum?" "No," said {h}. "But I will help."
        2 They went to a cow. "Is it you?" "Moo," said the cow. They went to a log. "Or you?" The log said nothing.
        3 Then, quack, quack, quack! There she was! "Peep!" said the duckling. "You are my mum!"
        4 And off they swam, all in a row. One, two, three, four, five.`,
      middle: `
        1 A duckling stood in the path and looked up. "Are you my mother?" it asked. "I'm afraid not," said {h}, "but I'll help you look."
        2 They asked a cow, and a bush, and a boot. It was not the cow, it was certainly not the bush, and the boot did not reply. Then from the pond there came a great quacking, with tears in it.
        3 "I was only gone for a minute," said the duckling. "It was a long one," said its mother.`,
      older: `
        1 In the middle of the path stood a duckling, looking up. "Are you my mother, by any chance?" it asked. "I'm sorry, no," said {h}. "But I could help you look."
        2 They tried a cow, who was flattered, and a bush, and a boot. They were just about to ask a wheelbarrow when there arose from the pond the kind of quacking that can only be meant for one person.
        3 "I was just gone for a minute," said the duckling. "There are minutes," said its mother, "and minutes."`,
    },
    memory: {
      '3-5': '"Peep!" said the duckling. It sat by its mum.',
      '6-8': "The duckling was allowed to stay up late, on its mother's back.",
      '9-12':
        'The duckling had been allowed to stay up, and asked everybody whether they were having a good time, by any chance.',
    },
  },
  {
    beat: {
      at: 'place',
      time: 'day',
      mood: 'happy',
      who: ['f'],
      props: ['swing', 'rope', 'tree'],
      summary: '{H} flies high on an old swing.',
      young: `
        1 A swing! It hung from a tree. {H} sat down. Back and forth, back and forth. Whee!
        2 Up went {his} toes. Down went {his} toes. {He} could see the top of the shed!
        3 "What can you see?" said a worm. "All of it!" said {h}. "Is it big?" said the worm. "It is so big!"
        4 "Tell me more," said the worm. So {h} did.`,
      middle: `
        1 From a branch hung an old swing that nobody had sat on for years. It is not possible to walk past a swing, and {h} did not try.
        2 At the highest point there was a tiny moment when {he} weighed nothing at all. From there {he} could see everything: where {he} had come from, and, a little smaller, what {he} had been worrying about.
        3 "What's it like up there?" called a worm. So {h} told it, and it sighed with pleasure.`,
      older: `
        1 From a low branch hung an old swing on which nobody had sat for years. Nobody has ever managed to walk past a swing, and {h} did not even slow down to think about it.
        2 At the top of its arc there was one small moment when {he} weighed nothing whatever; and from that moment {he} could look down and see it all, including what {he} had been worrying about, which was much smaller from above.
        3 "Would you mind telling me what it is like?" called a worm from the grass. {H} told it, in detail, and the worm said afterwards that it had nearly felt dizzy.`,
    },
    memory: {
      '3-5': 'The swing went back and forth, back and forth.',
      '6-8': 'They all had a turn on the old swing, even the worm.',
      '9-12': 'Everybody had a turn on the old swing, and the worm, held very gently, had two.',
    },
  },
  {
    beat: {
      at: 'place',
      time: 'sunset',
      mood: 'happy',
      who: ['f'],
      props: ['gate', 'goat', 'paint'],
      summary: '{H} helps an old goat to paint her gate.',
      young: `
        1 Old Goat had a gate. It was grey. She had three pots of paint. "Red, blue or green?" she said.
        2 "Red!" said {h}. "Blue!" said a hen. "Green!" said a frog. So they did a bit of each.
        3 It was a stripy gate. The hen had one red foot. The frog was blue now, but he did not mind.
        4 "It is the best gate of all," said Old Goat. "It looks like all of you."`,
      middle: `
        1 An old goat was standing in front of her gate with three pots of paint. "Red, blue or green?" she asked. "I've been standing here since breakfast."
        2 "Red," said {h}. "Blue," said a hen. "Green," said a frog. So they gave her a bit of each, and {h} did the difficult corners.
        3 When they had finished, the gate was striped, and so was the frog.`,
      older: `
        1 An old goat stood before her gate with three pots of paint and a brush. "Red, blue or green?" she asked as {h} came by. "I only want to be sure. I have been standing here since breakfast."
        2 "Red," said {h} without hesitation. "Blue," said a hen. "Green," said a frog, who was not neutral. In the end they gave her a little of each, and {h} did the difficult bits round the hinges.
        3 It was the only striped gate in the country, and it is said that the frog was never quite one colour again.`,
    },
    memory: {
      '3-5': "Old Goat's gate was red and blue and green.",
      '6-8': 'The old goat left her striped gate open, so that everybody could come through.',
      '9-12':
        'The old goat had propped open her striped gate, on the grounds that so much paint ought to be walked through.',
    },
  },
];
