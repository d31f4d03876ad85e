/** Kinds of tone a told story is measured by. */
export const TONE_KINDS = ['scary', 'violent', 'sad', 'exclamations'] as const;
export type ToneKind = (typeof TONE_KINDS)[number];

const WORDS: Record<Exclude<ToneKind, 'exclamations'>, RegExp> = {
  scary:
    /\b(?:scar(?:y|ed|es?|iest)|terr(?:or|ified|ifying|ible)|horr(?:or|ible|ified|ifying)|fright(?:en|ened|ening|ful)?|nightmares?|monsters?|ghosts?|haunted|demons?|devils?|screams?|screamed|screaming|shriek(?:s|ed|ing)?|creepy|sinister|dread(?:ed|ful)?|skeletons?|zombies?|vampires?|doom(?:ed)?|evil|wicked|shadows? crept|trembl(?:e|ed|ing))\b/g,
  violent:
    /\b(?:fight(?:s|ing)?|fought|hit(?:s|ting)?|punch(?:ed|es|ing)?|kick(?:ed|s|ing)?|kill(?:ed|s|ing)?|attack(?:ed|s|ing)?|swords?|daggers?|knives|guns?|shoot(?:s|ing)?|shot|stab(?:bed|s)?|blood(?:y)?|war|wars|battles?|weapons?|slay|slain|slew|smash(?:ed|es)?|destroy(?:ed|s)?|hurt(?:s|ing)?|wound(?:ed|s)?|dead|death|die[sd]?)\b/g,
  sad: /\b(?:sad(?:ly|ness|der|dest)?|cr(?:y|ied|ies|ying)|tears?|wept|weep(?:s|ing)?|sob(?:bed|s|bing)?|lonely|alone|grie(?:f|ved|ving)|mourn(?:ed|ing)?|heartbroken|miserable|hopeless|despair(?:ed)?|sorrow(?:ful)?|unhappy)\b/g,
};
/** A sentence or two says nothing about the tone of a whole. */
const LEAST_WORDS = 40;

/**
 * How much of each kind there is in every hundred words.
 * @returns undefined when the text is too short to tell
 */
export function measureTone(text: string): Record<ToneKind, number> | undefined {
  const wordCount = text.match(/\p{L}[\p{L}'’-]*/gu)?.length ?? 0;
  if (wordCount < LEAST_WORDS) return undefined;
  const lower = text.toLowerCase();
  const share = (pattern: RegExp) => ((lower.match(pattern)?.length ?? 0) / wordCount) * 100;
  return {
    scary: share(WORDS.scary),
    violent: share(WORDS.violent),
    sad: share(WORDS.sad),
    exclamations: share(/!/g),
  };
}

/** Whether a told story has more of something than its thresholds allow. */
export function breaksTone(text: string, thresholds: Partial<Record<ToneKind, number>>): boolean {
  const tone = measureTone(text);
  if (!tone) return false;
  return TONE_KINDS.some((kind) => tone[kind] > (thresholds[kind] ?? Number.POSITIVE_INFINITY));
}
