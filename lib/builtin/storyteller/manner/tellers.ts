import type { Place } from '../../../story/schema.ts';
import type { LinesByAge } from './manner-lines.ts';

/** Who tells it: the frame they put around a story, what they compare things with, and where their stories like to happen. */
export type Persona = { places: readonly Place[]; lines: LinesByAge };

export const SCIENCE_FICTION: Persona = {
  places: ['space', 'city'],
  lines: {
    '3-5': {
      opening: [
        'Three, two, one! Here comes a tale from far, far up.',
        'Beep, beep! This tale came from the stars.',
      ],
      middle: [
        '{H} felt as light as on the moon.',
        'Hum, hum, like a small, small robot.',
        'It was as still as space.',
      ],
    },
    '6-8': {
      opening: [
        'This story comes from a time that has not happened yet.',
        'Somewhere between two stars, they tell this story while the engines hum.',
      ],
      middle: [
        'It felt like the last second before a rocket leaves the ground.',
        'For a moment {h} felt as light as somebody on the moon.',
        'It was as quiet as the space between two planets.',
        '{His} thoughts went round and round like little moons.',
      ],
    },
    '9-12': {
      opening: [
        'This story was picked up by a listening station at the edge of the solar system, where it had been travelling for a very long time.',
        'In some other version of the universe this never happened; in ours, luckily, it did.',
      ],
      middle: [
        'It was like the last second before a launch, when even the machines hold their breath.',
        'Every choice, thought {h}, opens a door into one future and quietly closes a thousand others.',
        'It was as silent as the space between two stars, and felt nearly as wide.',
        'There must be a formula for moments like this one, but nobody had discovered it yet.',
      ],
    },
  },
};

export const HISTORICAL: Persona = {
  places: ['castle', 'village'],
  lines: {
    '3-5': {
      opening: [
        'This was long, long ago. There were no cars then.',
        'Long ago, when the hills were young, there was a tale.',
      ],
      middle: [
        'Clip, clop, went a horse, far off.',
        'A bell rang, ding, dong, as it did back then.',
        'So they did it, in the old days.',
      ],
    },
    '6-8': {
      opening: [
        'This happened long ago, when letters still travelled by horse.',
        'In an old book with a broken back, somebody wrote this story down.',
      ],
      middle: [
        'In those days there was time for such things.',
        'A bell rang somewhere, as bells did then, for no reason but the hour.',
        'People would tell each other about it for a hundred years.',
        'It was one of those moments that later stand in books.',
      ],
    },
    '9-12': {
      opening: [
        'The chronicles give this story only two lines, and both of them are wrong; this is how it really went.',
        'All this took place in an age when news travelled at the speed of a horse and was therefore worth waiting for.',
      ],
      middle: [
        'In those days one did such things slowly, and mostly by candlelight.',
        'Great events cast no shadow before them; only afterwards does everybody say that they knew.',
        'Somewhere a bell counted the hour, as it had for the grandparents of everyone who heard it.',
        'No chronicler was present, which is why nobody exaggerated.',
      ],
    },
  },
};

export const MYSTERY: Persona = {
  places: ['city', 'library'],
  lines: {
    '3-5': {
      opening: ['Shh! There is a clue in this tale. Can you find it?', 'Look close! This tale has a secret.'],
      middle: ['Hm! Was that a clue?', '{H} saw it, and did not say a word.', 'What could it mean?'],
    },
    '6-8': {
      opening: [
        'Every story hides something, so read this one with your eyes wide open.',
        'It looked like a simple case at first.',
      ],
      middle: [
        'It was a clue, though nobody knew it yet.',
        '{H} noticed one small thing, and kept it in mind like a key in a pocket.',
        'Something did not fit, like a button on the wrong coat.',
        'There was an answer to it all; there always is.',
      ],
    },
    '9-12': {
      opening: [
        'Every fact in this case was in plain sight from the very beginning, which is where nobody ever looks.',
        'The file on this case is thin, and the best page of it is missing; so let it be told from memory.',
      ],
      middle: [
        'It was a clue, of course, but clues have a way of dressing like everything else.',
        '{H} noticed one small thing that did not fit, and put it away in {his} memory like a key.',
        'When everything impossible had been crossed off the list, the list was still rather long.',
        'There are no coincidences, only explanations that are late.',
      ],
    },
  },
};

export const POET: Persona = {
  places: ['garden', 'meadow'],
  lines: {
    '3-5': {
      opening: [
        'The wind can hum, the sky can sing, and this is what they hum and sing.',
        'One word, two words, like drops of rain.',
      ],
      middle: [
        'The sky was a big blue bell.',
        'Leaf on leaf, the wind went by.',
        'The light was like honey.',
      ],
    },
    '6-8': {
      opening: [
        'Listen: the morning is a bell, and somebody has just touched it.',
        'Words are birds, and here is a small flock of them.',
      ],
      middle: [
        'The light fell slowly, like honey from a spoon.',
        'The wind turned over a leaf, as if it were reading.',
        'Far off, the sky and the ground leaned on each other.',
        'The quiet opened, petal by petal.',
      ],
    },
    '9-12': {
      opening: [
        'Listen: the day is a bell, somebody has just touched it, and what follows is the sound.',
        'Of wind and of waiting, of a small heart and a wide sky, this story is made.',
      ],
      middle: [
        'The light came down slowly, like honey from a spoon, and gilded even the dust.',
        'The wind turned over a leaf, and then another, as though it had lost its place in the book.',
        'Silence opened, petal by petal, and in the middle of it stood {h}.',
        'Far away, the sky and the earth leaned their tired shoulders together.',
      ],
    },
  },
};

export const FANTASY: Persona = {
  places: ['forest', 'castle'],
  lines: {
    '3-5': {
      opening: [
        'Once, when a wish could still come true, there was a tale.',
        'A puff of dust, a blink of light, and the tale is here!',
      ],
      middle: ['It was like a spell.', 'Did the air twinkle? It did!', 'A bit of magic was in it.'],
    },
    '6-8': {
      opening: [
        'In the days when wishing still helped, this is what came to pass.',
        'Beyond the last hill on the map, where the old songs come from, they know this story well.',
      ],
      middle: [
        'There was a little magic in it, as there is in most things.',
        'The air shivered, the way it does when a spell wakes up.',
        'It was the sort of thing the old songs are about.',
        'Somewhere a small charm hummed and fell silent again.',
      ],
    },
    '9-12': {
      opening: [
        'In the days when wishing still helped, though never in the way one had expected, this is what came to pass.',
        'Beyond the last hill on the map, where the ink runs out, they know this story by heart.',
      ],
      middle: [
        'There was a little magic in it, as there is in most things that are done with care.',
        'The air shivered, as it does when a very old spell turns over in its sleep.',
        'It is said that the old songs begin with moments like this, and end with them, too.',
        'Some doors open only for those who have stopped pushing.',
      ],
    },
  },
};

export const COMEDIAN: Persona = {
  places: ['village', 'kitchen'],
  lines: {
    '3-5': {
      opening: ['Ha, ha! Hee, hee! This tale has a tickle in it.', 'Hold on to your hat! It may fly off.'],
      middle: [
        'Oops! Who put that there?',
        'A hen gave a laugh. Cluck, cluck!',
        'Plop! That was not the plan.',
      ],
    },
    '6-8': {
      opening: [
        'No hats were harmed in the making of this story, except one.',
        'This story is true, apart from the bits that are better.',
      ],
      middle: [
        'A chicken was watching, and it did not look impressed.',
        'It was a very good plan, apart from the part with the plan in it.',
        'Somebody somewhere dropped a spoon, and it was the funniest thing all day.',
        '{H} tried to look clever, and nearly managed it.',
      ],
    },
    '9-12': {
      opening: [
        'Everything in this story is true, apart from the parts that have been improved.',
        'No hats were harmed in the making of this story, with the exception of one, which had it coming.',
      ],
      middle: [
        'A chicken was watching all this with the expression of a critic who has been given a bad seat.',
        'It was an excellent plan, if one left out the part with the plan in it.',
        '{H} tried to look like somebody who had meant to do that.',
        'Experts disagree about what happened next, but then experts always do.',
      ],
    },
  },
};

export const ADVENTURER: Persona = {
  places: ['sea', 'mountain', 'jungle'],
  lines: {
    '3-5': {
      opening: ['All on board! Off we go!', 'Get your boots on! This tale goes far.'],
      middle: ['Left, right, left, right!', 'The way went on and on.', 'Not one step back!'],
    },
    '6-8': {
      opening: [
        'Pack lightly, for this story covers a lot of ground.',
        'The best stories begin with a map, and the very best with a hole in it.',
      ],
      middle: [
        'Every road looks longer from its beginning.',
        '{H} checked the wind, as every traveller should.',
        'It was one of those moments that no map shows.',
        'There were miles behind, and there were miles ahead.',
      ],
    },
    '9-12': {
      opening: [
        'Pack lightly, for this story covers a good deal of ground and there is nobody to carry your trunk.',
        'I have crossed four seas and slept on three mountains, and this is still the best story I brought home.',
      ],
      middle: [
        'Every road is longer at its beginning than at its end, as any traveller will tell you.',
        'No map shows such moments, which is the trouble with maps.',
        '{H} checked the wind, tightened a strap, and felt the old pull of the road.',
        'One can turn back at any point, an explorer once wrote, except at the interesting ones.',
      ],
    },
  },
};

export const SPOOKY: Persona = {
  places: ['castle', 'forest'],
  lines: {
    '3-5': {
      opening: [
        'Boo! No, no. Do not run. It is a nice tale.',
        'It is dark. But we have a lamp. So let us go.',
      ],
      middle: ['Creak! It was just a door.', 'An owl said, "Hoo, hoo."', 'Two eyes in the dark! Just a cat.'],
    },
    '6-8': {
      opening: [
        'Light a candle, and come a little closer.',
        'They say this story should only be told when the wind is in the chimney.',
      ],
      middle: [
        'Something creaked, but it was only the evening.',
        'An owl called, and nobody answered.',
        'The mist came a little nearer, just to see.',
        'A candle flickered somewhere, though there was no wind.',
      ],
    },
    '9-12': {
      opening: [
        'Light a candle before you read this, and do not ask why it already looks shorter than yours.',
        'They say this story should be told only when the wind is in the chimney and the door is shut.',
      ],
      middle: [
        'Something creaked, which old things do, and then creaked again, which they do less often.',
        'The mist came a little nearer, politely, as if it had been asked to.',
        'A candle flickered somewhere, although the air was perfectly still.',
        'An owl asked its one question, and nobody cared to answer.',
      ],
    },
  },
};

export const WARM: Persona = {
  places: ['house', 'garden'],
  lines: {
    '3-5': {
      opening: ['Sit on my lap. Here is a tale for you.', 'Come here, my dear. I know a tale.'],
      middle: ['It was as warm as a mug of milk.', 'That was so kind!', 'It felt like a hug.'],
    },
    '6-8': {
      opening: [
        'Come and sit by me, for this is a story to be told close by.',
        'My grandmother told me this one, and her grandmother told her.',
      ],
      middle: [
        'It was as good as a warm hand on a cold morning.',
        'Some things one only understands with somebody beside one.',
        'Kindness, {his} grandmother used to say, is never heavy to carry.',
        'It was one of those moments that one keeps.',
      ],
    },
    '9-12': {
      opening: [
        'Come and sit down beside me, for this is not a story to be shouted across a room.',
        'My grandmother told me this one, and her grandmother had told her, and each of them left out something else.',
      ],
      middle: [
        'It did {him} as much good as a warm hand on a cold morning.',
        'There are things one understands only when somebody else is there to understand them, too.',
        'Hearts, {his} grandmother used to say, are mended with very small stitches.',
        'It was one of those moments that one keeps without knowing it.',
      ],
    },
  },
};

export const SCHOLAR: Persona = {
  places: ['library', 'meadow'],
  lines: {
    '3-5': {
      opening: ['Look, look! What can we learn here?', 'One, two, three. Count with me. Here is a tale.'],
      middle: [
        'Why? That is a good thing to ask.',
        '{H} took a good look. And one more look.',
        'Now {h} knew a bit more.',
      ],
    },
    '6-8': {
      opening: [
        'What follows has been carefully observed.',
        'The best way to learn something is to ask a good question; this story begins with one.',
      ],
      middle: [
        '{H} looked first, and only then began to think.',
        'A good question is half of the answer.',
        'It was worth remembering, so {h} remembered it.',
        'One thing led to another, as causes do.',
      ],
    },
    '9-12': {
      opening: [
        'What follows has been carefully observed and is reported without decoration, or with very little.',
        'Every discovery begins with somebody who says, “That is odd”; so does this story.',
      ],
      middle: [
        '{H} made an observation, then a guess, and then did the unusual thing and tested it.',
        'A good question, as every naturalist knows, is already half of its answer.',
        'There was a cause for it; there is always a cause, though it does not always introduce itself.',
        'It was a small result, but small results are what large ones are made of.',
      ],
    },
  },
};
