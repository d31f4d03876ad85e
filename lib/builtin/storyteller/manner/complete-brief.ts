import type { StoryBrief } from '../../../story/schema.ts';
import { findPlaces } from '../understand-prompt/find-place.ts';
import { findSignals } from '../understand-prompt/find-signals.ts';
import type { PromptReading } from '../understand-prompt/prompt-reading.ts';
import { readTerms } from '../understand-prompt/terms.ts';
import { isOlder } from './audience.ts';
import { calmForBedtime } from './bedtime.ts';
import { findPersona } from './personas.ts';

/** Grown readers have the oldest group's story, somebody's favourite characters come along in it, and before sleep it is a quiet one. */
export function completeBrief<Brief extends StoryBrief>(given: Brief): Brief {
  const brief = calmForBedtime(given);
  const favourites = brief.profile?.favouriteCharacters ?? [];
  return {
    ...brief,
    ...(isOlder(brief) && { ageGroup: '9-12' as const }),
    characters: [...brief.characters, ...favourites.filter((one) => !brief.characters.includes(one))],
  };
}

/** Half as much as a word of the prompt: likes are an invitation, not a request. */
const LIKING = 0.5;

/** Where a prompt leaves it open, the story happens where the teller's stories do, or where the listener likes to be. */
export function leanReading(reading: PromptReading, brief: StoryBrief): PromptReading {
  const { persona, profile, theme } = brief;
  const likes = profile?.preferences ?? [];
  if (!persona && !theme && likes.length === 0) return reading;
  const placesIn = (text: string) => findPlaces(readTerms(`in the ${text.toLowerCase()}`)).places;
  const leaning = [
    ...(theme ? placesIn(theme) : []),
    ...likes.flatMap(placesIn),
    ...(persona ? findPersona(persona).places.slice(0, 1) : []),
  ];
  const signals = { ...reading.signals };
  for (const like of likes) {
    for (const [shape, weight] of Object.entries(findSignals(like))) {
      const key = shape as keyof typeof signals;
      signals[key] = (signals[key] ?? 0) + weight * LIKING;
    }
  }
  return { ...reading, signals, places: reading.places.length > 0 ? reading.places : [...new Set(leaning)] };
}
