import type { AgeGroup, Tone } from '../../story/schema.ts';
import type { Random } from '../random.ts';

/** First sentences: who, and where. Never the same door twice in a row. Lines as in a beat. */
const OPENINGS: Record<AgeGroup, readonly string[]> = {
  '3-5': [
    '0 {H} was a {described}. {He} lived {athome}.',
    '0 {Athome} lived {h}. {H} was a {described}.',
    '0 Who lived {athome}? {H} did! {H} was a {described}.',
    '0 Here is {h}. {H} was a {described}. {He} lived {athome}.',
    '0 Up got the sun. Up got {h}, a {described}.',
    '0 Once there was a {described}. {His} name was {h}.',
    '0 Good morning, {h}! {H} was a {described}.',
    '0 "Hello, sun!" said {h}. {H} was a {described}.',
  ],
  '6-8': [
    '0 {Athome} lived {intro}.',
    '0 Once there was {intro}, who lived {athome}.',
    '0 {H} was a {described}, and {he} lived {athome}.',
    '0 Not so long ago, {intro} lived {athome}.',
    '0 This is the story of {intro}.\n2 {He} lived {athome}, where the door was never locked.',
    '0 Everybody {inplace} knew {h}, the {described}.\n2 {He} lived {athome} and waved to all who passed.',
    '0 {Intro} woke up with a very good feeling.\n2 {He} lived {athome}, and the sun had just found the window.',
    '0 If you are ever {inplace} and you ask for {intro}, they will tell you this story.',
  ],
  '9-12': [
    '0 {Athome} lived {intro}.\n2 It was not a grand place, but everything in it had a story, and {h} knew them all.',
    '0 There was once {intro}, who lived {athome}.\n2 Visitors said the place was too small, but visitors never stay long enough to understand.',
    '0 The day it all began was an ordinary one for {intro}.\n2 {He} lived {athome}, where ordinary days were considered a speciality.',
    '0 Everybody {inplace} had heard of {hk}.\n2 They knew the laugh, the hurry, and the habit of asking one question too many.',
    '0 Long after it was over, they still talked about {intro}.\n2 Yet it began quietly {athome}, on a day with nothing planned.',
    '0 Some stories start with thunder; this one starts with {intro}.\n2 {He} lived {athome}, and until that day the most exciting thing in {his} life had been a letter for somebody else.',
    '0 {Intro} had a habit of noticing things.\n2 {Athome}, where {he} lived, this was a great advantage, because small things happened there all day long.',
    '0 {H} was a {described} who lived {athome}.\n2 {He} owned very little, but {he} owned it with great pleasure.',
  ],
};

const TONE_OPENINGS: Partial<Record<Tone, Partial<Record<AgeGroup, readonly string[]>>>> = {
  mysterious: {
    '3-5': ['0 Shh! Come close. This is {h}, a {described}.'],
    '6-8': [
      '0 It was a hushed sort of day when {intro} first felt it: something was going on.',
      '0 Come a little closer, for this is the secret story of {intro}.',
    ],
    '9-12': [
      '0 Nobody {inplace} could say when the whispering started, except {intro}.',
      '0 There are days that keep something behind their back, and {intro} could tell at once.',
    ],
  },
  funny: {
    '3-5': ['0 Oops! Bump! Who was that? It was {h}, a {described}!'],
    '6-8': [
      '0 {H} was a {described} with one shoe too many and never enough biscuits.',
      '0 The first thing to know about {intro} is that breakfast was {his} favourite hobby.',
    ],
    '9-12': [
      '0 {H} was a {described} who had once got lost in {his} own hat.',
      '0 It is not true that {intro} was always in trouble; on Tuesdays {he} rested.',
    ],
  },
  adventurous: {
    '3-5': ['0 Hop! Jump! Go! Here came {h}, a {described}.'],
    '6-8': [
      '0 {Intro} could never walk past an open gate.',
      '0 The wind had changed in the night, and {intro} was already up.',
    ],
    '9-12': [
      '0 {Intro} had packed for an adventure long before there was one.',
      '0 The wind changed just before dawn, and {intro} felt it through the blanket.',
    ],
  },
  dreamy: {
    '3-5': ['0 The moon was soft and round. It shone on {h}, a {described}.'],
    '6-8': [
      '0 On the edge of sleep, where stories grow, lived {intro}.',
      '0 One silver-soft evening, {intro} sat and watched the sky.',
    ],
    '9-12': ['0 In that soft hour when the day forgets its own name, {intro} sat looking at the sky.'],
  },
  suspenseful: {
    '3-5': ['0 Shh! Wait. Who is there? It is {h}, a {described}.'],
    '6-8': [
      '0 It began with a very small sound, and only {intro} heard it.',
      '0 Everything was quiet, a little too quiet, and {intro} sat up.',
    ],
    '9-12': [
      '0 It began with a sound so small that only {intro} heard it, and {he} heard it twice.',
      '0 Something was about to happen; {intro} could feel it, the way one feels a step behind a door.',
    ],
  },
  uplifting: {
    '3-5': ['0 Look up! Look up! Here is {h}, a {described}.'],
    '6-8': [
      '0 This is the story of {intro}, who did not give up.',
      '0 On the first clear day after a lot of rain, {intro} opened the door.',
    ],
    '9-12': [
      '0 This is the story of {intro}, who had every reason to give up and did not.',
      '0 After a great deal of rain there came a clear day, and on that day {intro} opened the door.',
    ],
  },
  dark: {
    '3-5': ['0 The day was grey. The light was low. Here came {h}, a {described}.'],
    '6-8': [
      '0 It was the time of year when the dark comes early, and {intro} had just lit a lamp.',
      '0 Grey clouds hung low on the day when {intro} set out.',
    ],
    '9-12': [
      '0 It was that time of year when the dark comes early and stays to supper, and {intro} had just lit the lamp.',
      '0 Nobody {inplace} cared to be out after sunset, except for {intro}.',
    ],
  },
  whimsical: {
    '3-5': ['0 One day it rained hats. It did! Under a hat sat {h}, a {described}.'],
    '6-8': [
      '0 On a Thursday that should have been a Wednesday, {intro} got up backwards.',
      '0 {Athome}, where the clocks ran on jam, lived {intro}.',
    ],
    '9-12': [
      '0 On a Thursday that had been meant for somebody else, {intro} got out of bed on the ceiling side.',
      '0 {Athome}, where the clocks ran on jam and were therefore usually late, lived {intro}.',
    ],
  },
};

/** Not for a story that begins when the sun goes down. */
const MORNING = /\b(sun|morning|woke|breakfast|dawn|day)\b/i;

/** An opening for the age, often one that has the tone's own colour. */
export function chooseOpening(age: AgeGroup, tone: Tone, atNight: boolean, random: Random): string[] {
  const fits = (opening: string) => !(atNight && MORNING.test(opening));
  const own = TONE_OPENINGS[tone]?.[age]?.filter(fits) ?? [];
  const bank = own.length > 0 && random.chance(0.45) ? own : OPENINGS[age].filter(fits);
  return random.pick(bank).split('\n');
}

/** How the companions are introduced, right after the opening. */
export const FRIEND_LINES: Record<AgeGroup, string> = {
  '3-5': '0+ {Friendline}.',
  '6-8': '0+ {Friendline}.',
  '9-12': '0+ {Friendline}.',
};
