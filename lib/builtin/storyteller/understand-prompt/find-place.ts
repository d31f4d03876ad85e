import type { Place, TimeOfDay, Weather } from '../../../story/schema.ts';
import { PERSONAL_TITLES } from './personal-titles.ts';
import { PLACE_NOUNS, PLACE_WORDS } from './place-words.ts';
import type { Term } from './terms.ts';

const STRONG_OVER_WEAK: Place[] = ['candy-land', 'underwater', 'space', 'snow', 'jungle'];

/** The backdrops a text points to, and its own name for the place where the story happens. */
export function findPlaces(terms: readonly Term[]): { places: Place[]; placeName: string | undefined } {
  const found: Place[] = [];
  let placeName: string | undefined;
  terms.forEach((term, index) => {
    const place = PLACE_WORDS[term.lower] ?? PLACE_WORDS[term.lower.replace(/s$/, '')];
    if (!place) return;
    // "Captain Coral" is somebody.
    if (/^\p{Lu}/u.test(term.text) && PERSONAL_TITLES[terms[index - 1]?.lower ?? '']) return;
    // "go to bed", "comes home": no place of a story.
    if (
      /^(home|bed|air|ice|stars|mine|wood|rocket|boat|ship|pillow|square|shop|bridge)$/.test(term.lower) &&
      !/^(a|an|the|in|on|of)$/.test(terms[index - 1]?.lower ?? '')
    )
      return;
    if (!found.includes(place)) found.push(place);
    placeName ??= readPlaceName(terms, index);
  });
  found.sort((a, b) => rank(a) - rank(b));
  return { places: found, placeName };
}

function rank(place: Place): number {
  return STRONG_OVER_WEAK.includes(place) ? 0 : 1;
}

/** "a candy galaxy" → "candy galaxy"; only when a preposition or a verb of going leads to it. */
function readPlaceName(terms: readonly Term[], index: number): string | undefined {
  const noun = terms[index] as Term;
  if (!PLACE_NOUNS.has(noun.lower)) return undefined;
  const words = [noun.lower];
  let start = index - 1;
  while (start >= 0 && words.length < 4) {
    const term = terms[start] as Term;
    if (
      term.endsClause ||
      term.isVerb ||
      !(term.isAdjective || term.isNoun) ||
      term.isName ||
      /^(his|her|their|my|our|its|some|that|this)$/.test(term.lower)
    )
      break;
    words.unshift(term.lower);
    start--;
  }
  let before = terms[start]?.lower ?? '';
  if (/^(a|an|the|his|her|their|my|our|an)$/.test(before)) before = terms[start - 1]?.lower ?? '';
  if (
    !/^(in|on|at|to|into|through|under|inside|near|by|across|explore|explores|exploring|visit|visits|visiting|discover|discovers|reach|enter|enters|of|around|from|find|finds|over|behind)$/.test(
      before,
    )
  )
    return undefined;
  if (words.some((word) => /^(old|own|new|whole)$/.test(word) && words.length === 2)) return words.join(' ');
  return words.join(' ');
}

const TIMES: [RegExp, TimeOfDay][] = [
  [/\b(night|midnight|moonlit|moonlight|bedtime|after dark|in the dark|stars)\b/, 'night'],
  [/\b(sunset|evening|dusk)\b/, 'sunset'],
  [/\b(morning|dawn|sunrise|breakfast)\b/, 'morning'],
];
const WEATHERS: [RegExp, Weather][] = [
  [/\b(storm|stormy|thunder|lightning|hurricane)\b/, 'storm'],
  [/\b(rain|rainy|raining|puddles?)\b/, 'rain'],
  [/\b(snow|snowy|snowing|blizzard|snowstorm)\b/, 'snow'],
  [/\b(fog|foggy|mist|misty)\b/, 'fog'],
  [/\b(wind|windy|breeze|kite)\b/, 'wind'],
];

export function findTimeOfDay(text: string): TimeOfDay | undefined {
  return TIMES.find(([pattern]) => pattern.test(text))?.[1];
}
export function findWeather(text: string): Weather | undefined {
  return WEATHERS.find(([pattern]) => pattern.test(text))?.[1];
}
