import type { AgeGroup, StoryBrief, StoryTopic, Tone } from '../../story/schema.ts';

/** Purpose: what every option of a brief means to a writer. The built-in storyteller keeps to the same meanings. */

const READERS: Record<AgeGroup, string> = {
  '3-5':
    'children of 3 to 5, listening: sentences of 4 to 9 words, everyday words, repetition and sound words, one thought at a time; reading grade 1 or below',
  '6-8':
    'children of 6 to 8, beginning to read: sentences of 6 to 13 words, some new words that the sentence explains; reading grade 2 to 4',
  '9-12':
    'children of 9 to 12: sentences of varied length up to 20 words, richer words, feelings with two sides; reading grade 4 to 6',
};
const OLDER_READERS: Record<Exclude<NonNullable<StoryBrief['audience']>, 'children'>, string> = {
  'young-adults':
    'young adults: longer sentences of varied rhythm, rich and exact words, inner conflict; reading grade 5 to 9. The safety rules hold all the same',
  adults:
    'adults: long and short sentences in balance, a wide vocabulary, reflection and understatement; reading grade 6 to 10. The safety rules hold all the same',
};
const TONES: Record<Tone, string> = {
  gentle: 'gentle and reassuring',
  adventurous: 'adventurous, brisk, with small cliffhangers',
  funny: 'funny: play with words and with things going a little wrong, never at somebody’s cost',
  mysterious: 'mysterious: a riddle with fair clues and a friendly answer',
  dreamy: 'dreamy, slow and musical, good before sleep',
  heartwarming: 'heartwarming, about closeness between the characters',
  suspenseful: 'suspenseful: something is waited for and delayed; the tension is always resolved',
  uplifting: 'uplifting: setbacks that make stronger, hope that is earned, an end that looks up',
  dark: 'dark: dusk, shadows and serious feelings, never hopeless and never cruel',
  whimsical: 'whimsical: odd rules taken seriously, playful inventions, lightness',
};
const WRITING_STYLES: Record<NonNullable<StoryBrief['writingStyle']>, string> = {
  plain: 'plain: short, direct sentences, no figures of speech, no asides',
  formal: 'formal: no contractions, complete sentences, courteous and exact words',
  casual: 'casual: contractions, a chatty teller who now and then speaks to the reader',
  poetic: 'poetic: images, rhythm, sound; comparisons that can be seen',
  humorous: 'humorous: comic comparisons, dry asides, understatement',
};
const POINTS_OF_VIEW: Record<NonNullable<StoryBrief['pointOfView']>, string> = {
  'first-person':
    'first person: the hero tells it as "I"; in speech others still call the hero by name. Summaries stay in the third person',
  'third-limited':
    'third person limited: only what the hero sees, knows, thinks and feels; nobody else’s thoughts',
  'third-omniscient':
    'third person omniscient: a teller who knows everybody’s thoughts and what the hero cannot know, and says some of it',
};
const CONTENT_RATINGS: Record<NonNullable<StoryBrief['contentRating']>, string> = {
  G: 'G: nothing frightening at all; trouble is small and soon over, and somebody kind is near',
  PG: 'PG: mild worry and a tense moment or two that end well',
  'PG-13':
    'PG-13: real suspense and danger that is felt, as far as the age of the readers and the safety rules allow; nobody is hurt',
};
const ENDINGS: Record<NonNullable<StoryBrief['ending']>, string> = {
  happy: 'happy: the wish is answered and everybody is content',
  bittersweet: 'bittersweet: something is won and something has to be let go',
  sad: 'sad, gently: a goodbye or a loss that is mourned and comforted, never hopeless',
  cliffhanger:
    'a cliffhanger: the story’s own question is answered, and a new one opens in the last lines and stays open',
  twist: 'a twist: a last surprise that makes sense of small hints before it',
  open: 'open: what comes next is left to the reader, and said to be',
};

/** Subjects a household leaves out, each with what belongs to it: a model takes "no ghosts" for "a friendly ghost is fine". */
const AVOIDED_TOPICS: Record<StoryTopic, string> = {
  'ghosts-and-monsters': 'ghosts, monsters, vampires, zombies and anything undead, friendly ones too',
  'magic-and-witches': 'magic, spells, wizards and witches; wonders have natural reasons',
  'fights-and-battles': 'fights, battles, wars and weapons',
  'death-and-loss': 'death, dying, graves, and losing somebody for good',
  'illness-and-hospital': 'illness, injuries, doctors and hospitals',
  'family-break-up': 'divorce, separation, and a parent who leaves or is gone',
  romance: 'falling in love, kisses between lovers and weddings',
  religion: 'gods, prayer, and the feasts and houses of any religion',
  'scary-animals': 'spiders, snakes, sharks, wolves and other animals that bite or hunt',
  'natural-disasters': 'earthquakes, floods, great storms, volcanoes and great fires',
};
const BEDTIME =
  'Bedtime: this is told just before sleep. Calm from the first line and calmer with every page: slow, soft sentences, warm and quiet things to hear, see and feel, small comforts that return. No chase, no danger, no suspense, no shouting and no exclamation marks; a wish or a little riddle is trouble enough. On the last page everybody is safe and warm in bed or nest, breathes slowly and falls asleep, and the last sentence is about sleep.';

/** How the story is to be told: words of ours for what was chosen from lists. Nothing a person typed is here. Pure. */
export function optionLines(brief: StoryBrief): string[] {
  const { audience, writingStyle, pointOfView, contentRating, ending } = brief;
  const readers = audience && audience !== 'children' ? OLDER_READERS[audience] : READERS[brief.ageGroup];
  return [
    `Readers: ${readers}.`,
    `Tone: ${TONES[brief.tone]}.`,
    ...(writingStyle ? [`Style of writing: ${WRITING_STYLES[writingStyle]}.`] : []),
    ...(pointOfView ? [`Point of view: ${POINTS_OF_VIEW[pointOfView]}.`] : []),
    ...(contentRating ? [`Rating: ${CONTENT_RATINGS[contentRating]}.`] : []),
    ...(ending ? [`Ending: ${ENDINGS[ending]}.`] : []),
    ...(brief.bedtime ? [BEDTIME] : []),
    ...(brief.avoidTopics && brief.avoidTopics.length > 0
      ? [
          `Left out of this story altogether, whatever the request says, and not named even to say that it is not there: ${brief.avoidTopics.map((topic) => AVOIDED_TOPICS[topic]).join('; ')}.`,
        ]
      : []),
    ...(brief.persona
      ? [
          'The request names who tells it: let this teller show in images, knowledge and rhythm; nobody mentions them.',
        ]
      : []),
  ];
}

/** What a person typed into the fields beside the prompt: data, to be put between marks. */
export function wishLines(brief: StoryBrief): string[] {
  return [
    ...(brief.persona ? [`Told by: ${brief.persona}`] : []),
    ...(brief.theme ? [`Theme: ${brief.theme}`] : []),
    ...(brief.setting ? [`Where and when: ${brief.setting}`] : []),
    ...lookLines(brief),
    ...(brief.characters.length > 0 ? [`These must appear: ${brief.characters.join('; ')}`] : []),
    ...profileLines(brief.profile),
  ];
}

function profileLines(profile: StoryBrief['profile']): string[] {
  if (!profile) return [];
  const { mood, routine, preferences, favouriteCharacters, calmingElements } = profile;
  return [
    ...(mood ? [`The listener’s mood now, to be met and gently carried along: ${mood}`] : []),
    ...(routine ? [`The listener’s routine, which the hero may share: ${routine}`] : []),
    ...(preferences.length > 0 ? [`The listener likes: ${preferences.join('; ')}`] : []),
    ...(favouriteCharacters.length > 0
      ? [`Favourite characters, who come along: ${favouriteCharacters.join('; ')}`]
      : []),
    ...(calmingElements.length > 0
      ? [`Calming things, to be woven into text, settings and props: ${calmingElements.join('; ')}`]
      : []),
  ];
}

/** How pictures shall look, for those who describe what is in them: data too. */
export function lookLines(brief: StoryBrief): string[] {
  return brief.styleNote
    ? [`The look of the pictures, for descriptions and outfits: ${brief.styleNote}`]
    : [];
}
