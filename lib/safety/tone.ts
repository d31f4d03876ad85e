import { NEGATING, TONE_LEXICON } from './tone-lexicon.ts';

/** Kinds of tone a told story is measured by. `calm` has a least share in it, the others a most. */
export const TONE_KINDS = [
  'scary',
  'violent',
  'sad',
  'exclamations',
  'calm',
  'fear',
  'sadness',
  'excitement',
] as const;
export type ToneKind = (typeof TONE_KINDS)[number];
export type ToneThresholds = Partial<Record<ToneKind, number>>;

const PATTERNS: Record<'scary' | 'violent' | 'sad', RegExp> = {
  scary:
    /\b(?:scar(?:y|ed|es?|iest)|terr(?:or|ified|ifying|ible)|horr(?:or|ible|ified|ifying)|fright(?:en|ened|ening|ful)?|nightmares?|monsters?|ghosts?|haunted|demons?|devils?|screams?|screamed|screaming|shriek(?:s|ed|ing)?|creepy|sinister|dread(?:ed|ful)?|skeletons?|zombies?|vampires?|doom(?:ed)?|evil|wicked|shadows? crept|trembl(?:e|ed|ing))\b/g,
  violent:
    /\b(?:fight(?:s|ing)?|fought|hit(?:s|ting)?|punch(?:ed|es|ing)?|kick(?:ed|s|ing)?|kill(?:ed|s|ing)?|attack(?:ed|s|ing)?|swords?|daggers?|knives|guns?|shoot(?:s|ing)?|shot|stab(?:bed|s)?|blood(?:y)?|war|wars|battles?|weapons?|slay|slain|slew|smash(?:ed|es)?|destroy(?:ed|s)?|hurt(?:s|ing)?|wound(?:ed|s)?|dead|death|die[sd]?)\b/g,
  sad: /\b(?:sad(?:ly|ness|der|dest)?|cr(?:y|ied|ies|ying)|tears?|wept|weep(?:s|ing)?|sob(?:bed|s|bing)?|lonely|alone|grie(?:f|ved|ving)|mourn(?:ed|ing)?|heartbroken|miserable|hopeless|despair(?:ed)?|sorrow(?:ful)?|unhappy)\b/g,
};
/** A sentence or two says nothing about the tone of a whole. */
const LEAST_WORDS = 40;
/** So far before a word its "not" may stand. */
const NEGATION_REACH = 2;

/**
 * How much of each kind there is in every hundred words. Scary, violent, sad and exclamations are counted as they always
 * were; calm, fear, sadness and excitement word by word from a lexicon, without what is negated.
 * @returns undefined when the text is too short to tell
 */
export function measureTone(text: string): Record<ToneKind, number> | undefined {
  const lower = text.toLowerCase().replaceAll('’', "'");
  const words = lower.match(/\p{L}[\p{L}'-]*/gu) ?? [];
  if (words.length < LEAST_WORDS) return undefined;
  const share = (count: number) => (count / words.length) * 100;
  const counted = { calm: 0, fear: 0, sadness: 0, excitement: 0 };
  words.forEach((word, at) => {
    for (const kind of ['calm', 'fear', 'sadness', 'excitement'] as const) {
      if (!TONE_LEXICON[kind].has(word)) continue;
      const before = words.slice(Math.max(0, at - NEGATION_REACH), at);
      if (!before.some((one) => NEGATING.has(one))) counted[kind]++;
    }
  });
  const matches = (pattern: RegExp) => share(lower.match(pattern)?.length ?? 0);
  return {
    scary: matches(PATTERNS.scary),
    violent: matches(PATTERNS.violent),
    sad: matches(PATTERNS.sad),
    exclamations: matches(/!/g),
    calm: share(counted.calm),
    fear: share(counted.fear),
    sadness: share(counted.sadness),
    excitement: share(counted.excitement),
  };
}

/** Whether a told story has more of something than its thresholds allow, or too little calm. */
export function breaksTone(text: string, thresholds: ToneThresholds): boolean {
  const tone = measureTone(text);
  if (!tone) return false;
  return TONE_KINDS.some((kind) => {
    const threshold = thresholds[kind];
    if (threshold === undefined) return false;
    return kind === 'calm' ? tone.calm < threshold : tone[kind] > threshold;
  });
}
