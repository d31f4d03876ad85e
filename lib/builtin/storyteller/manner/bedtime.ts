import type { AgeGroup, StoryBrief, Tone } from '../../../story/schema.ts';
import type { ShapeId } from '../plots/shape-id.ts';
import type { Beat } from '../stage.ts';

/** Plots in which nobody is chased, lost or waited for with a beating heart. */
export const BEDTIME_SHAPES: ReadonlySet<ShapeId> = new Set<ShapeId>([
  'bedtime',
  'sharing',
  'growing',
  'building',
  'helping',
]);
const QUIET_TONES: ReadonlySet<Tone> = new Set<Tone>(['gentle', 'dreamy', 'heartwarming']);
/** Endings that keep a listener awake: sleep comes in their place. */
const WAKING_ENDINGS: ReadonlySet<StoryBrief['ending']> = new Set<StoryBrief['ending']>([
  'cliffhanger',
  'twist',
  'sad',
]);

/** What is asked for, as it can be told before sleep: rated G, in a quiet tone, without an end that keeps anybody awake. */
export function calmForBedtime<Brief extends StoryBrief>(brief: Brief): Brief {
  if (!brief.bedtime) return brief;
  const { ending, ...rest } = brief;
  return {
    ...(rest as Brief),
    ...(ending && !WAKING_ENDINGS.has(ending) && { ending }),
    tone: QUIET_TONES.has(brief.tone) ? brief.tone : 'dreamy',
    contentRating: 'G',
  };
}

const SLEEP: Record<AgeGroup, string> = {
  '3-5': `
    0 Now it was night. {H} lay down in bed, warm and snug.
    0 In went a breath. Out went a breath. Slow, slow, slow.`,
  '6-8': `
    0 Then it was night, and {h} lay down in the warm, soft bed.
    0 {He} breathed in slowly and breathed out more slowly, and the blanket rose and sank like a small, quiet hill.`,
  '9-12': `
    0 Then it was night, and {h} lay down and drew up the blanket until only a nose was left outside.
    0 {He} breathed in slowly and breathed out more slowly still, and with every breath the day moved a little further off.`,
};

/** Always told, and always last: whatever happened, somebody goes to bed. What another ending adds comes before it. */
export function sleepCoda(other: Beat | undefined): Beat {
  const telling = (before: string | undefined, sleep: string) => (before ? `${before}\n${sleep}` : sleep);
  return {
    at: 'home',
    time: 'night',
    weather: 'clear',
    mood: 'sleepy',
    props: ['bed', 'blanket', 'moon'],
    summary: '{H} lies in bed and breathes slowly in the light of the moon.',
    isCoda: true,
    young: telling(other?.young, SLEEP['3-5']),
    middle: telling(other?.middle, SLEEP['6-8']),
    older: telling(other?.older, SLEEP['9-12']),
  };
}

/** Last sentences, and every one of them is about sleep. */
export const BEDTIME_CLOSINGS: Record<AgeGroup, readonly string[]> = {
  '3-5': [
    'Good night, {h}. Sleep tight.',
    'Hush, hush. Now {h} was fast asleep.',
    'The moon came up, and {h} went to sleep.',
    'Good night, moon. {H} is asleep.',
  ],
  '6-8': [
    'And before the moon had reached the window, {h} was asleep.',
    'The stars came out one by one, and {h} slept softly under them.',
    'Outside the wind hummed a quiet song, and inside {h} slept and dreamed.',
    'The whole house was still, and {h} slept until the morning.',
  ],
  '9-12': [
    'And somewhere between one breath and the next, so quietly that nobody could have said when, {h} fell asleep.',
    'One after another the lights went out, and the stars kept watch, and {h} slept.',
    'The wind went softly once round the house, found that everything was well, and moved on, while {h} slept.',
    'The moon climbed over the roof and looked in at the window, but {h} was already asleep.',
  ],
};

/** A page in a low voice: nobody shouts and nothing exclaims. */
export function quieten(page: string): string {
  return page
    .replace(/\p{Lu}{2,}(?:[ ’'-]\p{Lu}+)*/gu, (loud) => loud.charAt(0) + loud.slice(1).toLowerCase())
    .replace(/!*\?!*/g, '?')
    .replace(/!+([”’"])(?= \p{Ll})/gu, ',$1')
    .replace(/!+/g, '.')
    .replace(/\b(?:shouted|yelled|cried|called out)\b/g, 'said softly')
    .replace(/\b([Ss])uddenly\b/g, (_, first: string) => (first === 'S' ? 'Softly' : 'softly'));
}
