import type { Episode } from './episodes.ts';

/** Things that happen to somebody on the way. Each is whole by itself: a small trouble, a small cleverness, a small gift. */
export const JOURNEY_EPISODES: readonly Episode[] = [
  {
    beat: {
      at: 'river',
      time: 'day',
      mood: 'worried',
      who: ['f'],
      props: ['stone', 'stream', 'frog'],
      summary: '{H} hops from stone to stone across a stream.',
      young: `
        1 Next came a stream. {H} hopped on one stone. {H} hopped on two.
        2 The third stone said, "Rib-bit!" It was a frog! "Sorry, Frog!" said {h}.
        3 "No harm done," said Frog. "Hop on!"`,
      middle: `
        1 A stream crossed the path, and {h} hopped over it from stone to stone, until one of the stones said, "Ouch."
        2 It was a frog. "I beg your pardon," said {h}. "Granted," said the frog. "The next one is real. The one after that is my brother."
        3 {H} thanked him and stepped with great care.`,
      older: `
        1 A stream lay across the path, and {h} was crossing it from stone to stone when one of the stones said, "That was my head."
        2 It was a large flat frog. "I do beg your pardon," said {h}. "People generally do," said the frog, "afterwards. The next stone is a stone. The one after that is my brother."
        3 {H} thanked him, stepped over the brother, and made up {his} mind to look before {he} leapt from now on.`,
    },
    memory: {
      '3-5': 'And Frog sang, "Rib-bit!"',
      '6-8': 'Even the frog and his brother sent their regards.',
      '9-12': 'The frog sent his regards, and so, a little later, did his brother.',
    },
  },
  {
    beat: {
      at: 'place',
      time: 'day',
      weather: 'rain',
      mood: 'calm',
      who: ['f'],
      props: ['leaf', 'rain', 'beetle'],
      summary: '{H} shelters from the rain under one big leaf.',
      young: `
        1 Plip, plop! Rain! {H} hid under a big leaf.
        2 A beetle was there. An ant was there. "Room for one more?" There was!
        3 They sang until the rain went away.`,
      middle: `
        1 Then it rained, so suddenly that {h} dived under the nearest big leaf. Four beetles were there already.
        2 "Squeeze in," they said. "It's only wet if you're outside." They told jokes until it stopped, and all the jokes were about umbrellas.
        3 When the sun came back, every drop held a tiny upside-down world.`,
      older: `
        1 Then it rained, not politely, with a drop or two in advance, but all at once, and {h} dived beneath the nearest large leaf, where four beetles were already having a conversation.
        2 "Do squeeze in," said the oldest. "Weather is only company you didn't invite." They passed the time with riddles, and {h} got two of them right.
        3 When the sun came back, every drop on the leaf held a tiny world hanging upside down.`,
    },
    memory: {
      '3-5': 'When it rained, {h} still said, "Room for one more!"',
      '6-8': 'And whenever it rained, {h} told the joke about the umbrella.',
      '9-12': 'Whenever it rained, {h} remembered the beetles and moved over to make room.',
    },
  },
  {
    beat: {
      at: 'meadow',
      time: 'day',
      weather: 'wind',
      mood: 'happy',
      who: ['f'],
      props: ['hat', 'kite', 'wind'],
      summary: 'The wind steals a hat and {h} runs after it, laughing.',
      young: `
        1 Whoosh! The wind took a hat. It was {his} best one! Run, {h}, run!
        2 The hat went up. The hat went down. It came down on a goat!
        3 "It looks good on you," said {h}.`,
      middle: `
        1 A gust of wind came round the corner, lifted the hat from {his} head, and ran off with it.
        2 {H} chased it up the slope and down again, until it landed between the ears of a goat, who had always wanted one.
        3 "Keep it till I come back," said {h}, because it did look better on the goat.`,
      older: `
        1 A gust came round the corner like a thief, lifted the hat from {his} head, and was over the hill before {h} could say a word.
        2 {H} ran after it up one slope and down another, and found it at last between the ears of a goat, who was looking at herself in a puddle with quiet astonishment.
        3 There are moments when a hat finds its true owner. "Keep it," said {h}, and the goat, deeply moved, showed {him} a short cut.`,
    },
    memory: {
      '3-5': 'The goat wore the hat. Of course!',
      '6-8': 'The goat came too, in the hat.',
      '9-12': 'The goat came as well, and she had brushed the hat for the occasion.',
    },
  },
  {
    beat: {
      at: 'mountain',
      time: 'day',
      mood: 'curious',
      who: ['f'],
      props: ['hill', 'echo', 'signpost'],
      summary: '{H} calls from a hilltop and listens to the echo.',
      young: `
        1 Up, up, up a hill! "Hello!" called {h}. "Hello... lo... lo," said the hill.
        2 "Who are you?" "You... you... you!" said the hill. {H} had to laugh.`,
      middle: `
        1 At the top of a hill stood a signpost with nothing written on it. "Which way?" {h} called out. "Way, way," said the echo.
        2 "Left?" called {h}. "Eft!" said the echo. "Right?" "Ight!" "You're no help," said {h}, and the echo laughed exactly as {he} did.
        3 So {he} looked for the path with the most footprints, and took that.`,
      older: `
        1 On the top of a hill stood a signpost on which the rain had washed out every word. "Which way?" {h} called across the valley, and the echo, after some thought, answered, "Way?"
        2 "Left?" {he} tried. "Eft," agreed the echo. "Right?" "Ight." "You are just saying what I want to hear," said {h}, and the echo could hardly deny it.
        3 In the end {he} chose the path that had been worn by the most feet, on the grounds that so many feet could not all be silly.`,
    },
    memory: {
      '3-5': '"Hello... lo... lo," said the far hill.',
      '6-8': 'And far away, the echo was still saying "Ight, ight."',
      '9-12': 'And on the hill the echo was still practising.',
    },
  },
  {
    beat: {
      at: 'place',
      time: 'day',
      mood: 'worried',
      who: ['f'],
      props: ['ant', 'crumb', 'bread'],
      summary: '{H} kneels down to let a long line of ants go by.',
      young: `
        1 Stop! A row of ants! One, two, three, ten, a lot of ants.
        2 "Go first," said {h}. "Tap, tap, tap," went the ants. The last ant gave a bow.
        3 {H} gave it a crumb. Such a big crumb for such a small ant!`,
      middle: `
        1 A long line of ants was marching across the path, and there was no way round. {H} sat down to let them pass.
        2 It took a while. The last ant stopped and saluted. "Nobody ever waits for us," she said. "Take the left path. The right one has nettles."
        3 {H} gave her a crumb of bread, which she carried off like a sofa.`,
      older: `
        1 A column of ants was crossing the path, each with something on her back, and {h}, who could have stepped over them, sat down to let them pass.
        2 It took a good long while. "Giants don't wait, as a rule," said the last of them, and saluted. "Take the left path. The right one looks nicer, but it has nettles the whole way, and it knows it."
        3 {H} offered her a crumb of bread, and she bore it away on her shoulders as if she were moving house.`,
    },
    memory: {
      '3-5': 'All the ants had a crumb.',
      '6-8': 'There were crumbs for the ants, and they saluted, all two hundred.',
      '9-12': 'The ants had a table of their own, and stood up to salute.',
    },
  },
  {
    beat: {
      at: 'forest',
      time: 'sunset',
      weather: 'fog',
      mood: 'worried',
      who: ['f'],
      props: ['fog', 'bell', 'cow'],
      summary: '{H} walks through white fog towards the sound of a bell.',
      young: `
        1 Then came the fog. It was white as milk. {H} could not see a thing!
        2 Ting, ting, went a bell. {H} went where the bell went. It was a cow! "Moo," said the cow.
        3 Then the fog blew off. Bye-bye, cow!`,
      middle: `
        1 Fog came up, as thick and white as porridge, and {h} could not see {his} own feet.
        2 Ting, went a bell somewhere. {H} shut {his} eyes, which were no use anyway, and followed the sound, ting by ting, until {he} bumped into a cow.
        3 "I was following you," said the cow. But by then they had both walked right out of the fog.`,
      older: `
        1 Fog came up from the low ground, as thick and white as porridge, until {h} could no longer see {his} own feet and had to trust that they were still there.
        2 Somewhere a bell went ting. {H} closed {his} eyes, which were no use to {him} anyhow, and walked towards it, ting after ting, until {he} bumped into something large and warm that said "Moo."
        3 "I was following you," the cow explained, a little embarrassed. By then, though, they had both walked clean out of the fog.`,
    },
    memory: {
      '3-5': 'Ting, ting, went the cow bell, far off.',
      '6-8': 'The cow rang her bell at the window to say hello.',
      '9-12':
        'And through the window came the ting of a bell, as the cow passed by and did not lose her way.',
    },
  },
  {
    beat: {
      at: 'village',
      time: 'day',
      mood: 'happy',
      who: ['f'],
      props: ['apple', 'cart', 'wheel'],
      summary: '{H} picks up apples that have rolled out of a tipped cart.',
      young: `
        1 Bump! A cart fell over. Apples rolled here. Apples rolled there!
        2 "Oh no," said the old man. {H} picked them up, one by one. "Thank you! Here is one for you."
        3 Crunch! It was red and sweet.`,
      middle: `
        1 At the side of the road a cart had lost its wheel, and apples were rolling off in all directions, as if school were out.
        2 {H} caught them, every last one, even the one that was hiding. "Take two," said the old man. "One for now, and one for when you need it."
        3 The first was gone before the next bend.`,
      older: `
        1 By the side of the road a cart had lost a wheel, and two hundred apples were rolling off in all directions like children let out of school.
        2 {H} gathered them up, even the one that had hidden in a ditch, and held the cart while the old man knocked the wheel back on. "Take two," he said. "One for now, and one for when you need it."
        3 The first did not live to see the next bend in the road.`,
    },
    memory: {
      '3-5': 'For a treat there was one red apple.',
      '6-8': 'The second apple was shared too, and it made eight good slices.',
      '9-12': 'The second apple had come the whole way in a pocket, and it tasted of the entire journey.',
    },
  },
  {
    beat: {
      at: 'place',
      time: 'night',
      mood: 'magical',
      who: ['f'],
      props: ['firefly', 'star', 'lantern'],
      summary: '{H} rests at night while fireflies dance all around.',
      young: `
        1 It got dark. {H} sat down to rest. Blink! Blink, blink! Fireflies!
        2 They lit the path, like tiny lamps. "Follow us," they winked.`,
      middle: `
        1 When it grew dark, {h} had to stop, for {he} had forgotten to bring a lamp.
        2 Blink, went something in the grass. Blink, blink. A hundred fireflies rose up, and the path lay there in front of {him} as clear as a street.
        3 "We're going that way anyhow," said the nearest one.`,
      older: `
        1 When darkness came, {h} discovered that {he} had packed for every sort of trouble except night.
        2 Then something blinked in the grass, and something else blinked back, and all at once a hundred fireflies rose around {him}, until the path lay as plain as a street at a fair.
        3 "It's no bother," said the nearest. "We shine anyway. It is nice when it's of use."`,
    },
    memory: {
      '3-5': 'Blink, blink, went the fireflies.',
      '6-8': 'And that night the garden was full of fireflies, blinking good night.',
      '9-12':
        'After dark a hundred small lights gathered outside the window, because it is nice to be of use.',
    },
  },
];
