import type { AgeGroup, Mood, StoryBrief, TimeOfDay } from '../../../story/schema.ts';
import type { Beat } from '../stage.ts';

type Ending = NonNullable<StoryBrief['ending']>;

/** What comes after the plot has answered its own question: lines told whatever the length, last words, and a moral of its own. */
type EndingLines = { coda: readonly string[]; closing: readonly string[] };
type EndingWords = {
  /** What a picture of it shows, present tense; none where an ending adds nothing but its last words. */
  picture?: { summary: string; time: TimeOfDay; mood: Mood; props: readonly string[] };
  moral?: string;
  lines: Record<AgeGroup, EndingLines>;
};

const ENDINGS: Record<Ending, EndingWords> = {
  happy: {
    lines: {
      '3-5': {
        coda: [],
        closing: ['All was well. {H} was so, so glad!', 'What a happy, happy day for {h}!'],
      },
      '6-8': {
        coda: [],
        closing: [
          'And so everything ended happily, and {h} was the happiest of all.',
          'It was a happy ending, and {h} knew it.',
        ],
      },
      '9-12': {
        coda: [],
        closing: [
          'And so everything came right in the end, and {h} was happier than {he} had known how to be.',
          'Not every story ends well, but this one did, and {h} was there to enjoy it.',
        ],
      },
    },
  },
  bittersweet: {
    picture: {
      summary: '{H} looks at {afind} in the evening light.',
      time: 'sunset',
      mood: 'sad',
      props: ['{find}'],
    },
    moral: 'Some things are sweet because they do not stay.',
    lines: {
      '3-5': {
        coda: ['Then it was all done. It was over.', '{H} kept {afind}. {H} was glad, and a bit sad too.'],
        closing: ['"Bye-bye, day," said {h}. "You were so good."'],
      },
      '6-8': {
        coda: [
          'And yet something was over, and it would never come back in quite the same way.',
          '{H} kept {afind} to remember it by, and whenever {he} looked at it, {he} was glad and sorry at once.',
        ],
        closing: [
          'Some things are sweet because they do not stay, and {h} held on to this one a little longer.',
        ],
      },
      '9-12': {
        coda: [
          'And yet something was over; one can win a thing and lose the time before it, and both are true.',
          '{H} kept {afind} to remember it by, and for years afterwards {he} could not look at it without being glad and sorry at once.',
        ],
        closing: [
          'Some things are sweet precisely because they do not stay, and {h} would not have missed this one for anything.',
        ],
      },
    },
  },
  sad: {
    picture: { summary: '{H} says goodbye to {place}.', time: 'sunset', mood: 'sad', props: ['{prop1}'] },
    moral: 'What we have loved goes with us.',
    lines: {
      '3-5': {
        coda: [
          'But then the time came to go far away.',
          '"Bye-bye," said {h}. {He} was sad. A tear ran down {his} nose.',
        ],
        closing: [
          'It is fine to be sad. Come here, {h}. Here is a hug.',
          'Then {h} got a long, long hug. That was good.',
        ],
      },
      '6-8': {
        coda: [
          'But not long afterwards the time came to say goodbye to {place}.',
          '{H} stood {ats1} once more and looked at everything, so that {he} would not forget it.',
          '{He} cried a little, and nobody told {him} to stop.',
        ],
        closing: [
          'It hurt the next day, too, and the day after that it hurt a little less, because what {h} had loved went with {him}.',
        ],
      },
      '9-12': {
        coda: [
          'But not long afterwards the time came to say goodbye to {place}, and no amount of courage could change that.',
          '{H} stood {ats1} once more and looked at everything slowly, in order to have it with {him} later.',
          '{He} wept a little, and there was nobody who told {him} not to.',
        ],
        closing: [
          'It hurt the next day as well, and the day after that it hurt a little less, for what {h} had loved was not left behind; it went with {him}.',
        ],
      },
    },
  },
  cliffhanger: {
    picture: {
      summary: '{H} listens to three slow knocks in the night.',
      time: 'night',
      mood: 'curious',
      props: ['door', 'lamp', 'light'],
    },
    moral: 'Where one story stops, the next one is already waiting.',
    lines: {
      '3-5': {
        coda: [
          'But that night there was a sound. Knock! Knock! Knock!',
          '{H} sat up. Who was there?',
          '{H} took a look. "Oh!" said {h}. "It is you!"',
        ],
        closing: [
          'But who was it? We will find out next time, {h} and you!',
          'Who was it? {H} will not tell. Not yet!',
        ],
      },
      '6-8': {
        coda: [
          'But in the middle of the night something woke {h}: three slow knocks.',
          '{He} took a light, went to see, and could not believe {his} eyes.',
          '"You?" said {h}. "But I thought you were only in stories!"',
        ],
        closing: ['And who it was, and what they wanted of {h}, is where the next story begins.'],
      },
      '9-12': {
        coda: [
          'But in the middle of that night something woke {h}: three knocks, slow and even, like somebody who has all the time in the world.',
          '{He} took a light and went to see, and for a moment {he} could not believe {his} eyes.',
          '"You?" whispered {h}. "But that is impossible."',
        ],
        closing: [
          '"Quickly," said the voice in the dark. "There is no time to explain," and {h} reached for {his} coat.',
        ],
      },
    },
  },
  twist: {
    picture: {
      summary: '{H} reads a small note with wide eyes.',
      time: 'night',
      mood: 'curious',
      props: ['note', '{find}', 'lamp'],
    },
    moral: 'Look twice: the best surprises have been there all along.',
    lines: {
      '3-5': {
        coda: [
          'Then {h} saw a note. "Well done! Love, {name}," it said.',
          'But that was {his} own name! When did {he} write it?',
        ],
        closing: ['"I did not!" said {h}. "Or did I?"'],
      },
      '6-8': {
        coda: [
          'There was only one more thing, and nobody had guessed it.',
          'Under {his} pillow {h} found a note. "Well done," it said. "I knew that you would do it. Yours, {name}."',
          'It was {his} own handwriting, and the ink was a hundred years old.',
        ],
        closing: ['{H} turned the note over, and on the back stood one more line: "See you yesterday."'],
      },
      '9-12': {
        coda: [
          'There was only one more thing, and nobody had seen it coming, {h} least of all.',
          'Under {his} pillow lay a note that said, "Well done. I always knew how it would end. Yours sincerely, {name}."',
          'It was {his} own handwriting, beyond any doubt; only the paper was a hundred years old.',
        ],
        closing: [
          'On the back stood one more line, and {h} had to read it three times: "Now go and write this, so that you can find it."',
        ],
      },
    },
  },
  open: {
    picture: {
      summary: '{H} stands where the way divides and looks ahead.',
      time: 'morning',
      mood: 'curious',
      props: ['path', 'signpost'],
    },
    moral: 'The rest is up to you.',
    lines: {
      '3-5': {
        coda: [
          'And the next day? One way went left. One way went right.',
          'Which way did {h} go? What do you say?',
        ],
        closing: ['You can tell the rest. Go on! What did {h} do?'],
      },
      '6-8': {
        coda: [
          'And the next morning? There the way divided: one path led home, and the other nobody had ever walked.',
          'Some say {h} turned left, and some say {he} turned right.',
        ],
        closing: ['Which way do you think {h} went?'],
      },
      '9-12': {
        coda: [
          'What happened the next morning is not recorded; it is known only that the way divided there, and that one path led back and the other led on.',
          'Some say {h} took the first, some say the second, and there are those who claim that {he} is standing there still.',
        ],
        closing: ['Nobody can say for certain what {h} decided, so you will have to.'],
      },
    },
  },
};

/** The turn that follows the plot; undefined where only the last words are another. */
export function codaOf(ending: Ending): Beat | undefined {
  const { picture, lines } = ENDINGS[ending];
  if (!picture) return undefined;
  const telling = (age: AgeGroup) => lines[age].coda.map((line) => `0 ${line}`).join('\n');
  return {
    at: 'home',
    time: picture.time,
    mood: picture.mood,
    props: picture.props,
    summary: picture.summary,
    isCoda: true,
    young: telling('3-5'),
    middle: telling('6-8'),
    older: telling('9-12'),
  };
}

export function endingClosings(ending: Ending, age: AgeGroup): readonly string[] {
  return ENDINGS[ending].lines[age].closing;
}

export function endingMoral(ending: Ending): string | undefined {
  return ENDINGS[ending].moral;
}
