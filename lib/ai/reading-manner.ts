import type { StoryBrief } from '../story/schema.ts';

/** How a page is read aloud to somebody: `speed` for our own voices (1 is as always), words for those that take them. */
export type ReadingManner = { speed: number; instructions: string };

const SLEEPY = /sleep|tired|drows|calm|quiet|sooth|relax|restless|anxious|worr|bed|night|nap|unwind|peace/i;
const LIVELY = /excit|energ|lively|playful|happy|cheer|silly|awake|adventur/i;
/** Audibly slower, and still a reading and no drawl. */
const SLEEPY_SPEED = 0.9;
const LIVELY_SPEED = 1.06;
/** Slower than for somebody who is merely tired: nobody has to wake from it any more. */
const BEDTIME_SPEED = 0.88;
const BEDTIME =
  'It is read before sleep: slowly and softly, in a low voice, with long pauses, quieter towards the end.';

/**
 * What a reader's mood and evening, and that they are to sleep, say about the voice; undefined when they say nothing. It is part of what a
 * voice is known by: another manner is another reading (lib/making/narrate-scene.ts).
 */
export function buildReadingManner({
  profile,
  bedtime,
}: Pick<StoryBrief, 'profile' | 'bedtime'>): ReadingManner | undefined {
  const mood = profile?.mood ?? '';
  const said = [
    mood && `The listener feels: ${mood}.`,
    profile?.routine && `Their evening: ${profile.routine}.`,
  ].filter(Boolean);
  if (bedtime) return { speed: BEDTIME_SPEED, instructions: [...said, BEDTIME].join(' ') };
  if (said.length === 0) return undefined;
  const isSleepy = SLEEPY.test(`${mood} ${profile?.routine ?? ''}`);
  const speed = isSleepy ? SLEEPY_SPEED : LIVELY.test(mood) ? LIVELY_SPEED : 1;
  const pace = isSleepy ? 'Read slower and softer than usual, with longer pauses.' : '';
  return { speed, instructions: [...said, pace].filter(Boolean).join(' ') };
}
