import type { ReaderProfile } from '../story/schema.ts';

/** How a page is read aloud to somebody: `speed` for our own voices (1 is as always), words for those that take them. */
export type ReadingManner = { speed: number; instructions: string };

const SLEEPY = /sleep|tired|drows|calm|quiet|sooth|relax|restless|anxious|worr|bed|night|nap|unwind|peace/i;
const LIVELY = /excit|energ|lively|playful|happy|cheer|silly|awake|adventur/i;
/** Audibly slower, and still a reading and no drawl. */
const SLEEPY_SPEED = 0.9;
const LIVELY_SPEED = 1.06;

/** What a reader's mood and evening say about the voice; undefined when they say nothing. */
export function buildReadingManner(profile: ReaderProfile | undefined): ReadingManner | undefined {
  const mood = profile?.mood ?? '';
  const said = [
    mood && `The listener feels: ${mood}.`,
    profile?.routine && `Their evening: ${profile.routine}.`,
  ].filter(Boolean);
  if (said.length === 0) return undefined;
  const isSleepy = SLEEPY.test(`${mood} ${profile?.routine ?? ''}`);
  const speed = isSleepy ? SLEEPY_SPEED : LIVELY.test(mood) ? LIVELY_SPEED : 1;
  const pace = isSleepy ? 'Read slower and softer than usual, with longer pauses.' : '';
  return { speed, instructions: [...said, pace].filter(Boolean).join(' ') };
}
