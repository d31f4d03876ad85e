import type { StoryBrief } from '../../../story/schema.ts';
import type { LinesByAge } from './manner-lines.ts';

type WritingStyle = NonNullable<StoryBrief['writingStyle']>;

/** `plain` adds nothing and leaves figures of speech out; the others have a voice. */
export const WRITING_STYLE_LINES: Record<Exclude<WritingStyle, 'plain'>, LinesByAge> = {
  formal: {
    '3-5': {
      opening: ['Good day to you. Here is a tale.'],
      middle: ['{H} said, "If you please," for that is polite.', 'It was all done in good order.'],
      closing: ['And so the tale ends. Thank you, and good night.'],
    },
    '6-8': {
      opening: [
        'The following is a true account of what took place.',
        'Permit me to tell you what happened.',
      ],
      middle: [
        'It must be said that {h} behaved very well.',
        'This was, as all will agree, a matter of some importance.',
        '{H} considered the matter with care.',
      ],
      closing: ['Thus the matter was brought to its proper end, and {h} was content.'],
    },
    '9-12': {
      opening: [
        'What follows is a faithful account of certain events, set down in the order in which they occurred.',
        'It is necessary to begin at the beginning, and to proceed with care.',
      ],
      middle: [
        'It must be recorded that {h} conducted {himself} throughout with considerable dignity.',
        'The matter was, as any impartial observer would have agreed, one of some importance.',
        '{H} gave the question the consideration that it deserved.',
      ],
      closing: [
        'Thus the matter was brought to its proper conclusion, and {h} had every reason to be content.',
      ],
    },
  },
  casual: {
    '3-5': {
      opening: ['Hey, you! Want to hear a good one?'],
      middle: ['You know what? It was fun!', 'Guess what! You will like this bit.'],
      closing: ['So that was it. See you, {h}!'],
    },
    '6-8': {
      opening: ['So, here is the thing.', 'Okay, you have got to hear this one.'],
      middle: [
        'And you know what? It was not so bad.',
        'Believe it or not, that is just how it went.',
        'Well, you would have done the same.',
      ],
      closing: ['And that is pretty much how it went for {h}.'],
    },
    '9-12': {
      opening: [
        'Okay, so you are probably not going to believe this one, but stay with me.',
        'Right, get comfortable, because this takes a minute.',
      ],
      middle: [
        'And you know how it is: once a thing like that has started, it does not just stop.',
        'Honestly, you would have done exactly the same.',
        'Believe it or not, this was the easy part.',
      ],
      closing: ['So yes, that is pretty much how it went, and if you ask {h}, it was worth it.'],
    },
  },
  poetic: {
    '3-5': {
      opening: ['Soft is the wind, and soft is the light. Here is a song for the edge of the night.'],
      middle: [
        'The sky was as blue as a bell.',
        'The light was like honey and milk.',
        'Hush, said the grass. Hush, said the sea.',
      ],
      closing: ['The stars hung low, the moon hung high, and {h} lay still beneath the sky.'],
    },
    '6-8': {
      opening: ['Where the light is thin as silk and the wind has a song, this story begins.'],
      middle: [
        'The light lay on everything like a thin coat of gold.',
        'A breath of wind went by, carrying a song it had only half learned.',
        'The clouds moved slowly, like thoughts before sleep.',
      ],
      closing: ['And the evening folded its blue wings over {h}, and all was still.'],
    },
    '9-12': {
      opening: [
        'Where the light is thin as silk, and the wind goes about with a song it has only half learned, this story begins.',
      ],
      middle: [
        'The light lay on everything like a thin coat of gold that nobody had to pay for.',
        'The clouds moved slowly, like thoughts in the moment before sleep.',
        'Somewhere behind the day, the night was already tuning its strings.',
      ],
      closing: [
        'And the evening folded its wide blue wings over {h}, and over everything that had been, and all was still.',
      ],
    },
  },
  humorous: {
    '3-5': {
      opening: ['Ha! This one is so silly. Hold on to your socks!'],
      middle: [
        'Oops! {H} had a sock on one ear.',
        'Boing! That was a loud hiccup.',
        'A duck gave a laugh. Quack, quack!',
      ],
      closing: ['And the duck? It had the last laugh. Good night, {h}!'],
    },
    '6-8': {
      opening: ['Warning: this story has been known to cause giggles.'],
      middle: [
        '{H} had the look of somebody who has sat on a jelly.',
        'It went about as well as a sandwich in a swimming pool.',
        'Somewhere a duck laughed, but it may have been about something else.',
      ],
      closing: [
        'And {h} laughed so much that {he} got the hiccups, which is how you know it was a proper ending.',
      ],
    },
    '9-12': {
      opening: [
        'A word of warning: this story contains traces of nonsense and may not be read with a mouth full of tea.',
      ],
      middle: [
        '{H} wore the expression of somebody who has just sat down on a jelly and hopes that it is somebody else’s.',
        'On the whole it went about as well as a sandwich in a swimming pool.',
        'Somewhere a duck laughed, though it may have been about a private matter.',
      ],
      closing: [
        'And {h} laughed until {he} got the hiccups, which is the official sign that a story is over.',
      ],
    },
  },
};
