import type { AgeGroup, ReaderProfile } from '../../../story/schema.ts';
import { isPluralNoun, joinList, singularOf, withArticle } from '../grammar.ts';

/** What the story says to the one who listens: their mood at the beginning, what they like, what calms them, their evening. */
export type ProfileLines = {
  opening: string[];
  early: string[];
  middle: string[];
  last: string[];
  props: string[];
};

export function profileLines(profile: ReaderProfile, age: AgeGroup): ProfileLines {
  const lines: ProfileLines = { opening: [], early: [], middle: [], last: [], props: [] };
  const calming = profile.calmingElements.map(smallPhrase).filter((phrase) => phrase !== '');
  const likes = profile.preferences
    .map(smallPhrase)
    .filter((phrase) => phrase !== '')
    .slice(0, 3);
  const mood = profile.mood && smallPhrase(profile.mood);
  if (mood) {
    const feels = /\bmood$/.test(mood)
      ? `is in ${/^(?:an?|the|no)\b/.test(mood) ? mood : withArticle(mood)}`
      : `feels ${mood}`;
    lines.opening.push(MOOD_OPENINGS[age].replace('%', feels));
    const comfort = COMFORT.find(([pattern]) => pattern.test(mood));
    if (comfort) lines.middle.push(comfort[1][age]);
  }
  if (likes.length > 0) lines.early.push(likesLine(likes, age));
  calming.slice(0, 4).forEach((phrase, index) => {
    const bank = CALM_MIDDLE[age];
    const line = (bank[index % bank.length] as string).replace('%', phrase);
    lines.middle.push(line);
  });
  const steps = profile.routine ? routineSteps(profile.routine) : [];
  if (steps.length > 0) lines.last.push(routineLine(steps, age));
  if (calming.length > 0) lines.last.push(CALM_LAST[age].replace('%', joinList(calming.slice(0, 3))));
  lines.props = calming.flatMap(propsOf);
  return lines;
}

const MOOD_OPENINGS: Record<AgeGroup, string> = {
  '3-5': 'This is a tale for one who %.',
  '6-8': 'This story is for somebody who %.',
  '9-12': 'This story is meant for somebody who %, and nobody else needs to know.',
};

/** What a mood needs. */
const COMFORT: readonly (readonly [RegExp, Record<AgeGroup, string>])[] = [
  [
    /anxi|worr|scared|afraid|nervous|fear|stress|overwhelm/i,
    {
      '3-5': '"You are safe," said the wind.',
      '6-8': '{H} breathed in, and {he} breathed out, and the worry got a little smaller.',
      '9-12':
        '{H} breathed in slowly and breathed out more slowly still, and with every breath the worry lost an inch.',
    },
  ],
  [
    /sad|lonely|miss|down|blue|cry|grie|homesick/i,
    {
      '3-5': 'A small, warm hug can do a lot.',
      '6-8': 'It is all right to be sad, thought {h}, and then it was already a little better.',
      '9-12':
        'It is quite all right to be sad, thought {h}; sadness is only love that has nowhere to sit down.',
    },
  ],
  [
    /excit|energ|wild|hyper|restless|bouncy|giddy/i,
    {
      '3-5': '{H} went slow. Slow, slow, slow.',
      '6-8': '{H} slowed down, step by step, until even the wind seemed to walk.',
      '9-12':
        '{H} went more slowly now, and then more slowly still, until {his} thoughts had caught up with {his} feet.',
    },
  ],
  [
    /ang|cross|grump|frustrat|mad|upset|irrit/i,
    {
      '3-5': '{H} blew out, whoo. The mad part flew off.',
      '6-8': '{H} counted to ten, and by seven the anger had lost its way.',
      '9-12':
        '{H} counted to ten, and somewhere about seven the anger lost its place and had to begin again.',
    },
  ],
  [
    /sleep|tired|drows|weary|yawn/i,
    {
      '3-5': 'Soft and slow, soft and slow.',
      '6-8': 'Everything went a little more slowly now, as it does before sleep.',
      '9-12': 'Everything had begun to go a little more slowly, the way it does when sleep is not far off.',
    },
  ],
  [
    /happy|hope|cheer|joy|curious|calm|content|playful|good/i,
    {
      '3-5': '{H} had a big smile.',
      '6-8': '{H} felt the good feeling in {his} middle, like a small warm stone.',
      '9-12': '{H} carried the good feeling carefully, like a full cup, and did not spill a drop.',
    },
  ],
];

function likesLine(likes: readonly string[], age: AgeGroup): string {
  const all = joinList(likes);
  if (age === '3-5') return `{H} loved ${all}.`;
  const count = likes.length === 1 ? 'one thing' : likes.length === 2 ? 'two things' : 'three things';
  return age === '6-8'
    ? `{H} loved ${count} above all: ${all}.`
    : `If anybody had asked, {h} would have named ${count} worth getting up for: ${all}.`;
}

/** Each takes its phrase without caring whether it is one thing or many. */
const CALM_MIDDLE: Record<AgeGroup, readonly string[]> = {
  '3-5': [
    '{H} thought of %. Ah!',
    '{H} saw %, and all was calm.',
    'Soft, soft, like %.',
    'Hush. Think of %.',
  ],
  '6-8': [
    '{H} thought of %, and felt calm.',
    'For a moment there was nothing in the whole world but %.',
    'It was as soothing as %.',
    'And all around {him} was the quiet of %.',
  ],
  '9-12': [
    '{H} thought of %, and the thought smoothed everything out.',
    'For a moment there was nothing in the whole wide world but %, and that was enough.',
    'It was as soothing as %, and it asked for nothing.',
    'All around {him} lay the quiet that belongs to %.',
  ],
};
const CALM_LAST: Record<AgeGroup, string> = {
  '3-5': '{H} shut {his} eyes and thought of %.',
  '6-8': 'Before {he} slept, {h} thought once more of %, and everything in {him} grew quiet.',
  '9-12': 'The last thing {h} thought of was %, and everything in {him} grew quiet and wide.',
};

const COUNTABLE =
  /\b(bath|shower|book|story|song|cuddle|hug|snack|walk|nap|lullaby|game|kiss|prayer|meal|drink|glass|cup|massage|chapter|rest|poem|stretch|tale|supper|bottle)$/;
const DOING =
  /^(brush|read|put|take|have|go|turn|say|sing|listen|wash|get|drink|eat|play|hug|kiss|tidy|do|make|light|dim|cuddle|lie|pray|count|breathe|draw|change|close|tell|hear|watch|feed|clean)\b/;

/** "Warm bath then story time" → "a warm bath", "story time". */
function routineSteps(routine: string): string[] {
  return routine
    .split(/\s*(?:,|;|→|->|\.|\band then\b|\bthen\b|\bafter that\b|\bfollowed by\b|\band\b|\bbefore\b)\s*/i)
    .map(smallPhrase)
    .filter((step) => step !== '' && step.length <= 60)
    .slice(0, 4)
    .map((step) => {
      if (/^(?:an?|the|some|my|our|his|her)\s/.test(step) || DOING.test(step)) return step;
      return COUNTABLE.test(step) && !isPluralNoun(step.split(' ').at(-1) ?? '') ? withArticle(step) : step;
    });
}

function routineLine(steps: readonly string[], age: AgeGroup): string {
  const toDo = steps.map((step) => (DOING.test(step) ? `to ${step}` : `for ${step}`));
  const [first = '', ...rest] = toDo;
  const then = rest.map((step, index) => (index === rest.length - 1 ? `and then ${step}` : `then ${step}`));
  const all = [first, ...then].join(', ');
  if (age === '3-5') return `Now it was time ${all}.`;
  if (age === '6-8') return `That evening it was time ${all}.`;
  return `That evening, as on every other, it was time ${all}, and {h} would not have had it any other way.`;
}

/** Nouns of a phrase that a picture could show: "soft clouds" → cloud, "starlight" → star. */
function propsOf(phrase: string): string[] {
  const noun = singularOf(phrase.split(' ').at(-1) ?? phrase);
  const within = /^(star|moon|sun|candle|lamp|fire)light$/.exec(noun)?.[1];
  return within ? [within, noun] : [noun];
}

function smallPhrase(text: string): string {
  const plain = text
    .replace(/[[\]{}<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[.!?\s]+$/, '')
    .trim();
  return /^(?:I\b|\p{Lu}\p{Lu})/u.test(plain) ? plain : plain.charAt(0).toLowerCase() + plain.slice(1);
}
